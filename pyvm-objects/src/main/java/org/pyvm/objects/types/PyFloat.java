package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code float}. */
public class PyFloat extends PyObject {
    public static final PyType TYPE = PyType.builtin("builtins", "float", new Slots(), null);

    private final double value;

    private PyFloat(double value) {
        this(TYPE, value);
    }

    protected PyFloat(PyType type, double value) {
        super(type);
        this.value = value;
    }

    public static PyFloat of(double value) {
        return new PyFloat(value);
    }

    public final double value() {
        return value;
    }
}
