package org.pyvm.objects.types;

import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;

/** {@code bool}. */
@PythonType(name = "bool")
public final class PyBool extends PySmallInt {
    @SuppressWarnings("hiding")
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "bool", PyInt.TYPE, new PyBoolExposed.SlotTable(), new PyBoolExposed())
            .notSubclassable();

    public static final PyBool TRUE = new PyBool(1);
    public static final PyBool FALSE = new PyBool(0);

    private PyBool(long value) {
        super(TYPE, value);
    }

    public static PyBool of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @PythonNew(value = "($cls, x=False, /)", showSignature = false)
    static PyObject make(ThreadState thread, PyType cls, PyObject x) {
        return of(Objects.isTrue(thread, x));
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.intern(value() != 0 ? "True" : "False");
    }

    @SlotMethod(Slot.NB_AND)
    static PyObject and(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof PyBool a && w instanceof PyBool b
                ? of(a == TRUE && b == TRUE)
                : IntArithmetic.and(thread, v, w);
    }

    @SlotMethod(Slot.NB_OR)
    static PyObject or(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof PyBool a && w instanceof PyBool b
                ? of(a == TRUE || b == TRUE)
                : IntArithmetic.or(thread, v, w);
    }

    @SlotMethod(Slot.NB_XOR)
    static PyObject xor(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof PyBool a && w instanceof PyBool b ? of(a != b) : IntArithmetic.xor(thread, v, w);
    }
}
