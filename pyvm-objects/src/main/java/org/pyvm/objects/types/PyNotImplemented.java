package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Warnings;

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

    @PythonNew(value = "($cls, /)", showSignature = false)
    static PyObject make(PyType cls) {
        return INSTANCE;
    }

    /** True, with a warning: whoever asks has mostly forgotten that a comparison may give this. */
    @SlotMethod(Slot.NB_BOOL)
    boolean bool(ThreadState thread) {
        Warnings.warn(
                thread, Exceptions.DEPRECATION_WARNING, "NotImplemented should not be used in a boolean context", 1);
        return true;
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
