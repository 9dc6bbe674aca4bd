package org.pyvm.objects.types;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;

/** {@code complex}: two Java doubles. */
@PythonType(
        name = "complex",
        parts = {ComplexArithmetic.class, ComplexMethods.class})
public class PyComplex extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("builtins", "complex", new PyComplexExposed.SlotTable(), new PyComplexExposed());

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

    /** This value as an exact {@code complex}. */
    public final PyComplex exact() {
        return type() == TYPE ? this : of(real, imag);
    }

    @Override
    public String toString() {
        return ComplexText.repr(real, imag);
    }
}
