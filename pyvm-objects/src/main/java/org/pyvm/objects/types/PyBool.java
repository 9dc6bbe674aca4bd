package org.pyvm.objects.types;

import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code bool}. */
public final class PyBool extends PySmallInt {
    @SuppressWarnings("hiding")
    public static final PyType TYPE =
            PyType.builtin("builtins", "bool", PyInt.TYPE, new Slots(), null).notSubclassable();

    public static final PyBool TRUE = new PyBool(1);
    public static final PyBool FALSE = new PyBool(0);

    private PyBool(long value) {
        super(TYPE, value);
    }

    public static PyBool of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
