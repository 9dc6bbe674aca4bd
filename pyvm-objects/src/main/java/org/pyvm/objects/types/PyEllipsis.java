package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;

/** {@code Ellipsis}. */
@PythonType(name = "ellipsis")
public final class PyEllipsis extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "ellipsis", new PyEllipsisExposed.SlotTable(), new PyEllipsisExposed())
            .notSubclassable();
    public static final PyEllipsis INSTANCE = new PyEllipsis();

    private PyEllipsis() {
        super(TYPE);
    }

    @PythonNew(value = "($cls, /)", showSignature = false)
    static PyObject make(PyType cls) {
        return INSTANCE;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.intern("Ellipsis");
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyStr.intern("Ellipsis");
    }
}
