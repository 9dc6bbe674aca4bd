package org.pyvm.objects.types;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;

/** {@code float}: a Java {@code double}. */
@PythonType(
        name = "float",
        parts = {FloatArithmetic.class, FloatMethods.class})
public class PyFloat extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("builtins", "float", new PyFloatExposed.SlotTable(), new PyFloatExposed());

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

    /** This value as an exact {@code float}. */
    public final PyFloat exact() {
        return type() == TYPE ? this : new PyFloat(value);
    }

    /** {@code _Py_HashDouble}: equal to the hash of the int or Fraction of the same value. NaN is the caller's matter. */
    public static long hashOf(double value) {
        if ((long) value == value && Math.abs(value) < 1L << 60) {
            // An integer below the modulus is its own hash.
            return value == -1 ? -2 : (long) value;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? 314159 : -314159;
        }
        return hashOfFinite(value);
    }

    /** The mantissa times 2**exponent modulo the prime 2**61 - 1, where a power of 2 is a rotation of 61 bits. */
    private static long hashOfFinite(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52) & 0x7ff;
        long mantissa = bits & (1L << 52) - 1 | (biased == 0 ? 0 : 1L << 52);
        int exponent = Math.max(biased, 1) - 1075;
        int rotation = Math.floorMod(exponent, 61);
        long modulus = (1L << 61) - 1;
        long hash = (mantissa << rotation & modulus) | mantissa >>> 61 - rotation;
        long signed = value < 0 ? -hash : hash;
        return signed == -1 ? -2 : signed;
    }

    @Override
    public String toString() {
        return FloatRepr.repr(value);
    }
}
