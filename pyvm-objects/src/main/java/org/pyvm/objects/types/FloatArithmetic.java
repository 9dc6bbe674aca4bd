package org.pyvm.objects.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** The operators of {@code float}; an int as the other operand is converted, except in comparisons, which are exact. */
public final class FloatArithmetic {
    private static final PyObject NOT_IMPLEMENTED = Singletons.NOT_IMPLEMENTED;

    private FloatArithmetic() {}

    private static boolean areReal(PyObject v, PyObject w) {
        return (v instanceof PyFloat || v instanceof PyInt) && (w instanceof PyFloat || w instanceof PyInt);
    }

    /** @throws PyErr OverflowError for an int beyond the range of doubles */
    private static double real(PyObject v) {
        return v instanceof PyFloat number ? number.value() : ((PyInt) v).doubleValue();
    }

    @SlotMethod(Slot.NB_ADD)
    static PyObject add(ThreadState thread, PyObject v, PyObject w) {
        return areReal(v, w) ? PyFloat.of(real(v) + real(w)) : NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_SUBTRACT)
    static PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        return areReal(v, w) ? PyFloat.of(real(v) - real(w)) : NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_MULTIPLY)
    static PyObject multiply(ThreadState thread, PyObject v, PyObject w) {
        return areReal(v, w) ? PyFloat.of(real(v) * real(w)) : NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_TRUE_DIVIDE)
    static PyObject trueDivide(ThreadState thread, PyObject v, PyObject w) {
        if (!areReal(v, w)) {
            return NOT_IMPLEMENTED;
        }
        double a = real(v);
        double b = real(w);
        if (b == 0) {
            throw PyErr.zeroDivisionError("float division by zero");
        }
        return PyFloat.of(a / b);
    }

    /** The remainder with the sign of the divisor, which a zero has too. */
    public static double modulo(double a, double b) {
        double remainder = a % b;
        if (remainder == 0) {
            return Math.copySign(0.0, b);
        }
        return b < 0 != remainder < 0 ? remainder + b : remainder;
    }

    /** The quotient rounded down, so that it goes with {@link #modulo}. */
    static double floorDivide(double a, double b) {
        double remainder = a % b;
        // What is left is a multiple of b but for rounding; the quotient is then near an integer.
        double quotient = (a - remainder) / b;
        if (remainder != 0 && b < 0 != remainder < 0) {
            quotient -= 1.0;
        }
        if (quotient == 0) {
            return Math.copySign(0.0, a / b);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1.0 : floor;
    }

    @SlotMethod(Slot.NB_REMAINDER)
    static PyObject remainder(ThreadState thread, PyObject v, PyObject w) {
        if (!areReal(v, w)) {
            return NOT_IMPLEMENTED;
        }
        double a = real(v);
        double b = real(w);
        if (b == 0) {
            throw PyErr.zeroDivisionError("float modulo");
        }
        return PyFloat.of(modulo(a, b));
    }

    @SlotMethod(Slot.NB_FLOOR_DIVIDE)
    static PyObject floorDivide(ThreadState thread, PyObject v, PyObject w) {
        if (!areReal(v, w)) {
            return NOT_IMPLEMENTED;
        }
        double a = real(v);
        double b = real(w);
        if (b == 0) {
            throw PyErr.zeroDivisionError("float floor division by zero");
        }
        return PyFloat.of(floorDivide(a, b));
    }

    @SlotMethod(Slot.NB_DIVMOD)
    static PyObject divmod(ThreadState thread, PyObject v, PyObject w) {
        if (!areReal(v, w)) {
            return NOT_IMPLEMENTED;
        }
        double a = real(v);
        double b = real(w);
        if (b == 0) {
            throw PyErr.zeroDivisionError("float divmod()");
        }
        return PyTuple.of(PyFloat.of(floorDivide(a, b)), PyFloat.of(modulo(a, b)));
    }

    @SlotMethod(Slot.NB_POWER)
    static PyObject power(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        if (modulus != Singletons.NONE) {
            throw PyErr.typeError("pow() 3rd argument not allowed unless all arguments are integers");
        }
        return areReal(v, w) ? power(thread, real(v), real(w)) : NOT_IMPLEMENTED;
    }

    /** {@code base ** exponent}: a float, or a complex number for a fractional power of a negative one. */
    static PyObject power(ThreadState thread, double base, double exponent) {
        if (base == 0 && exponent < 0 && !Double.isInfinite(exponent)) {
            throw PyErr.zeroDivisionError("0.0 cannot be raised to a negative power");
        }
        boolean finite = Double.isFinite(base) && Double.isFinite(exponent);
        if (finite && base < 0 && exponent != Math.floor(exponent)) {
            return ComplexArithmetic.power(base, 0, exponent, 0);
        }
        double result = power(base, exponent);
        if (finite && Double.isInfinite(result)) {
            throw PyErr.of(Exceptions.OVERFLOW_ERROR, PyInt.of(34), PyStr.of("Numerical result out of range"));
        }
        return PyFloat.of(result);
    }

    /** C99's {@code pow}: unlike Java's, 1 to any power and any power of -1 to an infinity is 1. */
    public static double power(double base, double exponent) {
        if (base == 1 || base == -1 && Double.isInfinite(exponent)) {
            return 1.0;
        }
        return Math.pow(base, exponent);
    }

    @SlotMethod(Slot.NB_NEGATIVE)
    static PyObject negative(ThreadState thread, PyObject v) {
        return PyFloat.of(-((PyFloat) v).value());
    }

    @SlotMethod(Slot.NB_POSITIVE)
    static PyObject positive(ThreadState thread, PyObject v) {
        return ((PyFloat) v).exact();
    }

    @SlotMethod(Slot.NB_ABSOLUTE)
    static PyObject absolute(ThreadState thread, PyObject v) {
        return PyFloat.of(Math.abs(((PyFloat) v).value()));
    }

    @SlotMethod(Slot.NB_BOOL)
    static boolean isTrue(ThreadState thread, PyObject v) {
        return ((PyFloat) v).value() != 0;
    }

    @SlotMethod(Slot.NB_INT)
    static PyObject toInt(ThreadState thread, PyObject v) {
        return toInt(((PyFloat) v).value());
    }

    /** The integer part. @throws PyErr OverflowError for an infinity, ValueError for NaN */
    public static PyInt toInt(double value) {
        long truncated = (long) value;
        if (truncated != Long.MIN_VALUE && truncated != Long.MAX_VALUE && !Double.isNaN(value)) {
            return PyInt.of(truncated);
        }
        if (Double.isInfinite(value)) {
            throw PyErr.overflowError("cannot convert float infinity to integer");
        }
        if (Double.isNaN(value)) {
            throw PyErr.valueError("cannot convert float NaN to integer");
        }
        return PyInt.of(new BigDecimal(value).toBigInteger());
    }

    @SlotMethod(Slot.NB_FLOAT)
    static PyObject toFloat(ThreadState thread, PyObject v) {
        return ((PyFloat) v).exact();
    }

    @SlotMethod(Slot.TP_HASH)
    static long hash(ThreadState thread, PyObject v) {
        double value = ((PyFloat) v).value();
        // Were all NaNs to hash alike, a dict of many would degenerate to a list.
        return Double.isNaN(value) ? Identity.hash(thread, v) : PyFloat.hashOf(value);
    }

    @SlotMethod(Slot.TP_REPR)
    static PyObject repr(ThreadState thread, PyObject v) {
        return PyStr.ofBmp(FloatRepr.repr(((PyFloat) v).value()));
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    static PyObject richCompare(ThreadState thread, PyObject v, PyObject w, Comparison op) {
        double a = ((PyFloat) v).value();
        if (w instanceof PyFloat other) {
            return PyBool.of(compare(a, other.value(), op));
        }
        if (!(w instanceof PyInt other)) {
            return NOT_IMPLEMENTED;
        }
        if (Double.isNaN(a)) {
            return PyBool.of(op == Comparison.NE);
        }
        return PyBool.of(op.holds(order(a, other)));
    }

    private static boolean compare(double a, double b, Comparison op) {
        return switch (op) {
            case LT -> a < b;
            case LE -> a <= b;
            case EQ -> a == b;
            case NE -> a != b;
            case GT -> a > b;
            case GE -> a >= b;
        };
    }

    /** Compares without rounding; {@code a} is no NaN. */
    static int order(double a, PyInt other) {
        if (other.fitsLong()) {
            long b = other.longValue();
            long truncated = (long) a;
            // Beyond the range of longs the cast gives its end; a itself is then at least as far out.
            if (truncated != b) {
                return Long.compare(truncated, b);
            }
            double exact = truncated == Long.MAX_VALUE ? Math.nextDown(0x1p63) : (double) truncated;
            return Double.compare(a + 0.0, exact + 0.0);
        }
        if (Double.isInfinite(a)) {
            return a > 0 ? 1 : -1;
        }
        BigInteger whole = new BigDecimal(a).toBigInteger();
        return whole.compareTo(other.bigValue());
    }
}
