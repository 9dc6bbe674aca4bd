package org.pyvm.objects.types;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;

/** {@code memory_iterator}. */
@PythonType(name = "memory_iterator", module = "builtins")
public final class PyMemoryIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "memory_iterator",
                    new PyMemoryIteratorExposed.SlotTable(),
                    new PyMemoryIteratorExposed())
            .notSubclassable();

    /** Null once exhausted. */
    private PyMemoryView view;

    private int index;

    PyMemoryIterator(PyMemoryView view) {
        super(TYPE);
        this.view = view;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        if (view == null) {
            return null;
        }
        view.checkReleased();
        if (index < view.layout().shape()[0]) {
            return MemoryViewItems.item(view, index++);
        }
        view = null;
        return null;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }
}
