package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** The items from the first one on for which the predicate is false. */
@PythonType(name = "dropwhile", module = "itertools", parts = IterIsSelf.class)
public final class DropWhile extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "dropwhile", new DropWhileExposed.SlotTable(), new DropWhileExposed());

    private final PyObject predicate;
    private final PyObject iterator;
    /** Whether the predicate has been false. */
    private boolean failed;

    private DropWhile(PyType cls, PyObject predicate, PyObject iterator) {
        super(cls);
        this.predicate = predicate;
        this.iterator = iterator;
    }

    @PythonNew("($cls, predicate, iterable, /)")
    static PyObject make(ThreadState thread, PyType cls, PyObject predicate, PyObject iterable) {
        return new DropWhile(cls, predicate, Iterators.iter(thread, iterable));
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        while (true) {
            PyObject item = Iterators.next(thread, iterator);
            if (item == null || failed) {
                return item;
            }
            if (!Objects.isTrue(thread, Calls.call(thread, predicate, item))) {
                failed = true;
                return item;
            }
        }
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), PyTuple.of(predicate, iterator), PyInt.of(failed ? 1 : 0));
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(boolean state) {
        failed = state;
    }
}
