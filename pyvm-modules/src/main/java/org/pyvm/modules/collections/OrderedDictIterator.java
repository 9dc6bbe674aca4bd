package org.pyvm.modules.collections;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.IteratorPickles;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyTuple;

/** {@code odict_iterator}: finds the next key by the one before, and notices changes. */
@PythonType(name = "odict_iterator", module = "builtins")
public final class OrderedDictIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "odict_iterator",
                    new OrderedDictIteratorExposed.SlotTable(),
                    new OrderedDictIteratorExposed())
            .notSubclassable();

    /** What it gives. */
    enum Kind {
        KEYS,
        VALUES,
        ITEMS
    }

    /** Null once exhausted. */
    private OrderedDict dict;

    private final Kind kind;
    private final boolean backwards;
    private final long state;
    /** The size that the dictionary must keep; -1 after it has changed, so that the error comes again. */
    private int size;
    /** The key to give next; null at the end. */
    private PyObject current;

    OrderedDictIterator(OrderedDict dict, Kind kind, boolean backwards) {
        super(TYPE);
        this.dict = dict;
        this.kind = kind;
        this.backwards = backwards;
        this.state = dict.state();
        this.size = dict.size();
        OrderedDict.Node start = backwards ? dict.last() : dict.first();
        this.current = start == null ? null : start.key;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        OrderedDict source = dict;
        PyObject key = nextKey(thread);
        if (key == null || kind == Kind.KEYS) {
            return key;
        }
        PyObject value = source.get(thread, key);
        if (value == null) {
            dict = null;
            throw PyErr.keyError(key);
        }
        return kind == Kind.VALUES ? value : PyTuple.of(key, value);
    }

    private PyObject nextKey(ThreadState thread) {
        if (dict == null || current == null) {
            dict = null;
            return null;
        }
        if (dict.state() != state) {
            dict = null;
            throw PyErr.runtimeError("OrderedDict mutated during iteration");
        }
        if (dict.size() != size) {
            size = -1;
            throw PyErr.runtimeError("OrderedDict changed size during iteration");
        }
        PyObject key = current;
        OrderedDict.Node node = dict.node(thread, key);
        if (node == null) {
            current = null;
            throw PyErr.keyError(key);
        }
        OrderedDict.Node following = backwards ? node.previous : node.next;
        current = following == null ? null : following.key;
        return key;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    /** Pickles as an iterator over what is left, without being advanced. */
    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        OrderedDict source = dict;
        PyObject key = current;
        int expected = size;
        PyList left = new PyList();
        try {
            for (PyObject item; (item = next(thread)) != null; ) {
                left.append(item);
            }
        } finally {
            dict = source;
            current = key;
            size = expected;
        }
        return IteratorPickles.iter(thread, left);
    }
}
