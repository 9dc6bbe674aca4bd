package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code complex}. */
public class PyComplex extends PyObject {
    public static final PyType TYPE = PyType.builtin("builtins", "complex", new Slots(), null);

    private final double real;
    private final double imag;

    protected PyComplex(PyType type, double real, double imag) {
        super(type);
        this.real = real;
        this.imag = imag;
    }

    public static PyComplex of(double real, double imag) {
        return new PyComplex(TYPE, real, imag);
    }

    public final double real() {
        return real;
    }

    public final double imag() {
        return imag;
    }
}
