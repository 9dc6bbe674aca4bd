package org.pyvm.objects.types;

import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;

/** {@code None}. */
@PythonType(name = "NoneType")
public final class PyNone extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "NoneType", new PyNoneExposed.SlotTable(), new PyNoneExposed())
            .notSubclassable();
    public static final PyNone INSTANCE = new PyNone();

    private PyNone() {
        super(TYPE);
    }

    @PythonNew(value = "($cls, /)", showSignature = false)
    static PyObject make(PyType cls) {
        return INSTANCE;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.intern("None");
    }

    @SlotMethod(Slot.NB_BOOL)
    boolean isTrue() {
        return false;
    }
}
