package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;

/** {@code NotImplemented}. */
@PythonType(name = "NotImplementedType")
public final class PyNotImplemented extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "NotImplementedType",
                    new PyNotImplementedExposed.SlotTable(),
                    new PyNotImplementedExposed())
            .notSubclassable();
    public static final PyNotImplemented INSTANCE = new PyNotImplemented();

    private PyNotImplemented() {
        super(TYPE);
    }

    @PythonNew("($cls, /)")
    static PyObject make(PyType cls) {
        return INSTANCE;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.intern("NotImplemented");
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyStr.intern("NotImplemented");
    }
}
