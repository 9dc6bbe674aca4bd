package org.pyvm.modules.collections;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** The module {@code _collections}. */
@PythonModule("_collections")
public final class CollectionsModule {
    @PythonConstant("deque")
    static final PyType DEQUE = Deque.TYPE;

    @PythonConstant("_deque_iterator")
    static final PyType DEQUE_ITERATOR = DequeIterator.TYPE;

    @PythonConstant("_deque_reverse_iterator")
    static final PyType DEQUE_REVERSE_ITERATOR = DequeReverseIterator.TYPE;

    @PythonConstant("defaultdict")
    static final PyType DEFAULT_DICT = DefaultDict.TYPE;

    @PythonConstant("OrderedDict")
    static final PyType ORDERED_DICT = OrderedDict.TYPE;

    @PythonConstant("_tuplegetter")
    static final PyType TUPLE_GETTER = TupleGetter.TYPE;

    private static final PyStr GET = PyStr.intern("get");
    private static final PyInt ZERO = PyInt.of(0);
    private static final PyInt ONE = PyInt.of(1);

    CollectionsModule() {}

    /** Counts items in a mapping; one that has dict's own {@code get} and {@code __setitem__} is not asked by name. */
    @PythonFunction("_count_elements(mapping, iterable, /)")
    static void countElements(ThreadState thread, PyObject mapping, PyObject iterable) {
        PyObject iterator = Iterators.iter(thread, iterable);
        PyType type = mapping.type();
        boolean direct = mapping instanceof PyDict
                && type.lookup(GET) == PyDict.TYPE.lookup(GET)
                && type.lookup(Names.SETITEM) == PyDict.TYPE.lookup(Names.SETITEM);
        PyObject get = direct ? null : Attributes.get(thread, mapping, GET);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (direct) {
                countDirectly(thread, (PyDict) mapping, item);
            } else {
                PyObject count = Calls.call(thread, get, item, ZERO);
                Objects.setItem(thread, mapping, item, Numbers.add(thread, count, ONE));
            }
        }
    }

    private static void countDirectly(ThreadState thread, PyDict counts, PyObject item) {
        long hash = Objects.hash(thread, item);
        int at = counts.find(thread, item, hash);
        PyObject count = at < 0 ? ONE : Numbers.add(thread, counts.valueAt(at), ONE);
        counts.put(thread, item, hash, count);
    }
}
