package org.pyvm.modules.arrays;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.IteratorPickles;
import org.pyvm.objects.types.PyTuple;

/** {@code array.arrayiterator}. */
@PythonType(name = "arrayiterator", module = "array")
public final class PyArrayIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "array", "arrayiterator", new PyArrayIteratorExposed.SlotTable(), new PyArrayIteratorExposed())
            .notSubclassable();

    /** Null once exhausted. */
    private PyArray array;

    private int index;

    PyArrayIterator(PyArray array) {
        super(TYPE);
        this.array = array;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        if (array == null) {
            return null;
        }
        if (index < array.size()) {
            return array.at(index++);
        }
        array = null;
        return null;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return array == null ? IteratorPickles.iter(thread, PyTuple.EMPTY) : IteratorPickles.iter(thread, array, index);
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(long position) {
        if (array != null) {
            index = Math.clamp(position, 0, array.size());
        }
    }
}
