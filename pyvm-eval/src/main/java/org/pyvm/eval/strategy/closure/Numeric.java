package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.semantics.Arithmetic;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PySmallInt;

/** What compiled code asks of numbers that it keeps unboxed; small enough to be inlined. See {@link NumericCode}. */
final class Numeric {
    /** No number, or none that one kind of code is for. */
    static final int NOTHING = 0;
    /** Exact {@code int} of 64 bits. */
    static final int INT = 1;
    /** Exact {@code float}. */
    static final int FLOAT = 2;

    /** Ints up to this size are exact as doubles. */
    private static final long EXACT = 1L << 53;

    private Numeric() {}

    /** The kind of both operands, an int constant beside a float counting as one. */
    static int common(PyObject v, boolean isConstantV, PyObject w, boolean isConstantW) {
        if (isInt(v)) {
            return isInt(w) ? INT : isFloat(w) && isConstantV ? FLOAT : NOTHING;
        }
        return isFloat(v) && (isFloat(w) || isInt(w) && isConstantW) ? FLOAT : NOTHING;
    }

    /** Null for what is no list or tuple, or not within it. */
    static PyObject itemAt(PyObject container, long index) {
        return container == null ? null : Arithmetic.itemAt(container, index);
    }

    /** Null is no float. */
    static boolean isFloat(PyObject value) {
        return value != null && value.getClass() == PyFloat.class;
    }

    static double floatValue(PyObject value) {
        return ((PyFloat) value).value();
    }

    /** Null is no int. */
    static boolean isInt(PyObject value) {
        return value != null && value.getClass() == PySmallInt.class;
    }

    static long intValue(PyObject value) {
        return ((PySmallInt) value).value();
    }

    /** Whether a constant can be used among floats. */
    static boolean isExactAsDouble(PyObject constant) {
        return isFloat(constant) || isInt(constant) && Math.abs(intValue(constant)) <= EXACT;
    }

    static boolean addFits(long a, long b, long sum) {
        return ((a ^ sum) & (b ^ sum)) >= 0;
    }

    static boolean subtractFits(long a, long b, long difference) {
        return ((a ^ b) & (a ^ difference)) >= 0;
    }

    static boolean multiplyFits(long a, long b, long product) {
        return Math.multiplyHigh(a, b) == product >> 63;
    }

    /** Whether floor division and remainder by it stay within 64 bits. */
    static boolean divides(long b) {
        return b != 0 && b != -1;
    }

    static boolean divides(double b) {
        return b != 0;
    }

    static boolean shiftsLeft(long a, long b) {
        return b >= 0 && b < 32 && a == (int) a;
    }

    static boolean shiftsRight(long b) {
        return b >= 0 && b < 64;
    }
}
