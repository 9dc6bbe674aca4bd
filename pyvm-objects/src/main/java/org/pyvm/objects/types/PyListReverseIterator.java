package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code list_reverseiterator}. */
@PythonType(name = "list_reverseiterator", module = "builtins")
public final class PyListReverseIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "list_reverseiterator",
                    new PyListReverseIteratorExposed.SlotTable(),
                    new PyListReverseIteratorExposed())
            .notSubclassable();

    /** Null once exhausted. */
    private PyList list;

    private int index;

    PyListReverseIterator(PyList list, int index) {
        super(TYPE);
        this.list = list;
        this.index = index;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        if (list != null && index >= 0 && index < list.size()) {
            return list.get(index--);
        }
        index = -1;
        list = null;
        return null;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__length_hint__($self, /)")
    int lengthHint() {
        return list == null || list.size() < index + 1 ? 0 : index + 1;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return list == null
                ? IteratorPickles.iter(thread, new PyList())
                : IteratorPickles.reversed(thread, list, index);
    }

    @PythonMethod("__setstate__($self, object, /)")
    void setState(long position) {
        if (list != null) {
            index = Math.clamp(position, -1, list.size() - 1);
        }
    }
}
