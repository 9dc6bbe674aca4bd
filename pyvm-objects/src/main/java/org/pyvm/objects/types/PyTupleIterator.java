package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code tuple_iterator}. */
@PythonType(name = "tuple_iterator", module = "builtins")
public final class PyTupleIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "tuple_iterator", new PyTupleIteratorExposed.SlotTable(), new PyTupleIteratorExposed())
            .notSubclassable();

    /** Null once exhausted. */
    private PyTuple tuple;

    private int index;

    public PyTupleIterator(PyTuple tuple) {
        super(TYPE);
        this.tuple = tuple;
    }

    /** The next item, or null when exhausted; runs no Python code. */
    @SlotMethod(Slot.TP_ITERNEXT)
    public PyObject next() {
        PyTuple source = tuple;
        if (source == null) {
            return null;
        }
        PyObject[] items = source.itemsUnsafe();
        if (index < items.length) {
            return items[index++];
        }
        tuple = null;
        return null;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__length_hint__($self, /)")
    int lengthHint() {
        return tuple == null ? 0 : tuple.size() - index;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return tuple == null ? IteratorPickles.iter(thread, PyTuple.EMPTY) : IteratorPickles.iter(thread, tuple, index);
    }

    @PythonMethod("__setstate__($self, object, /)")
    void setState(long position) {
        if (tuple != null) {
            index = Math.clamp(position, 0, tuple.size());
        }
    }
}
