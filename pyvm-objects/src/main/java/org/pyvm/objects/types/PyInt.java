package org.pyvm.objects.types;

import java.math.BigInteger;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;

/**
 * {@code int}: a Java {@code long} ({@link PySmallInt}) until it overflows ({@link PyBigInt}). A value that fits a long
 * is never kept as a big one, so equal ints of exact type have one representation.
 */
@PythonType(
        name = "int",
        parts = {IntArithmetic.class, IntMethods.class})
public abstract class PyInt extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("builtins", "int", new PyIntExposed.SlotTable(), new PyIntExposed());

    private static final long HASH_MODULUS = (1L << 61) - 1;
    private static final int CACHE_LOW = -5;
    private static final int CACHE_HIGH = 256;
    private static final PySmallInt[] CACHE = new PySmallInt[CACHE_HIGH - CACHE_LOW + 1];

    static {
        for (int i = CACHE_LOW; i <= CACHE_HIGH; i++) {
            CACHE[i - CACHE_LOW] = new PySmallInt(i);
        }
    }

    PyInt(PyType type) {
        super(type);
    }

    /** An int; those from -5 to 256 are one object each. */
    public static PyInt of(long value) {
        return value >= CACHE_LOW && value <= CACHE_HIGH ? CACHE[(int) value - CACHE_LOW] : new PySmallInt(value);
    }

    public static PyInt of(BigInteger value) {
        return value.bitLength() < 64 ? of(value.longValue()) : new PyBigInt(value);
    }

    /** Whether {@link #longValue} is exact. */
    public abstract boolean fitsLong();

    /** The value, if {@link #fitsLong}; else its low 64 bits. */
    public abstract long longValue();

    public abstract BigInteger bigValue();

    public abstract int signum();

    /** The nearest double. @throws org.pyvm.objects.PyErr OverflowError beyond its range */
    public abstract double doubleValue();

    /** This value as an exact {@code int}. */
    public abstract PyInt exact();

    /** The hash of a number that fits a long. */
    static long hashOf(long value) {
        // Division is slow, and seldom needed.
        long hash = value > -HASH_MODULUS && value < HASH_MODULUS ? value : value % HASH_MODULUS;
        return hash == -1 ? -2 : hash;
    }

    /** The value modulo 2**61 - 1 with the sign of the value; never -1. */
    public static long hashOf(PyInt number) {
        if (number instanceof PySmallInt small) {
            return hashOf(small.value());
        }
        long hash =
                number.bigValue().abs().mod(BigInteger.valueOf(HASH_MODULUS)).longValue() * number.signum();
        return hash == -1 ? -2 : hash;
    }

    @Override
    public String toString() {
        return fitsLong() ? Long.toString(longValue()) : bigValue().toString();
    }
}
