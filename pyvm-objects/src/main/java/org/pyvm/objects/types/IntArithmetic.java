package org.pyvm.objects.types;

import java.math.BigInteger;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** The operators of {@code int}: on longs where they fit, else on BigInteger. */
public final class IntArithmetic {
    private static final PyObject NOT_IMPLEMENTED = Singletons.NOT_IMPLEMENTED;

    private IntArithmetic() {}

    private static boolean small(PyInt a, PyInt b) {
        return a.fitsLong() && b.fitsLong();
    }

    @SlotMethod(Slot.NB_ADD)
    static PyObject add(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyInt a && w instanceof PyInt b)) {
            return NOT_IMPLEMENTED;
        }
        if (small(a, b)) {
            long x = a.longValue();
            long y = b.longValue();
            long sum = x + y;
            if (((x ^ sum) & (y ^ sum)) >= 0) {
                return PyInt.of(sum);
            }
        }
        return PyInt.of(a.bigValue().add(b.bigValue()));
    }

    @SlotMethod(Slot.NB_SUBTRACT)
    static PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyInt a && w instanceof PyInt b)) {
            return NOT_IMPLEMENTED;
        }
        if (small(a, b)) {
            long x = a.longValue();
            long y = b.longValue();
            long difference = x - y;
            if (((x ^ y) & (x ^ difference)) >= 0) {
                return PyInt.of(difference);
            }
        }
        return PyInt.of(a.bigValue().subtract(b.bigValue()));
    }

    @SlotMethod(Slot.NB_MULTIPLY)
    static PyObject multiply(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyInt a && w instanceof PyInt b)) {
            return NOT_IMPLEMENTED;
        }
        if (small(a, b)) {
            long high = Math.multiplyHigh(a.longValue(), b.longValue());
            long low = a.longValue() * b.longValue();
            if (high == 0 && low >= 0 || high == -1 && low < 0) {
                return PyInt.of(low);
            }
        }
        return PyInt.of(a.bigValue().multiply(b.bigValue()));
    }

    private static void checkDivisor(PyInt divisor) {
        if (divisor.signum() == 0) {
            throw PyErr.zeroDivisionError("integer division or modulo by zero");
        }
    }

    /** Quotient rounded down. */
    static PyInt floorDivide(PyInt a, PyInt b) {
        checkDivisor(b);
        if (small(a, b) && b.longValue() != -1) {
            return PyInt.of(Math.floorDiv(a.longValue(), b.longValue()));
        }
        BigInteger[] parts = a.bigValue().divideAndRemainder(b.bigValue());
        boolean down = parts[1].signum() != 0 && parts[1].signum() != b.signum();
        return PyInt.of(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }

    /** Remainder with the sign of the divisor. */
    static PyInt modulo(PyInt a, PyInt b) {
        if (b.signum() == 0) {
            throw PyErr.zeroDivisionError("integer modulo by zero");
        }
        if (small(a, b)) {
            return PyInt.of(b.longValue() == -1 ? 0 : Math.floorMod(a.longValue(), b.longValue()));
        }
        BigInteger remainder = a.bigValue().remainder(b.bigValue());
        boolean adjust = remainder.signum() != 0 && remainder.signum() != b.signum();
        return PyInt.of(adjust ? remainder.add(b.bigValue()) : remainder);
    }

    @SlotMethod(Slot.NB_REMAINDER)
    static PyObject remainder(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof PyInt a && w instanceof PyInt b ? modulo(a, b) : NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_FLOOR_DIVIDE)
    static PyObject floorDivide(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof PyInt a && w instanceof PyInt b ? floorDivide(a, b) : NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_DIVMOD)
    static PyObject divmod(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyInt a && w instanceof PyInt b)) {
            return NOT_IMPLEMENTED;
        }
        checkDivisor(b);
        return PyTuple.of(floorDivide(a, b), modulo(a, b));
    }

    @SlotMethod(Slot.NB_TRUE_DIVIDE)
    static PyObject trueDivide(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyInt a && w instanceof PyInt b)) {
            return NOT_IMPLEMENTED;
        }
        if (b.signum() == 0) {
            throw PyErr.zeroDivisionError("division by zero");
        }
        long limit = 1L << 53;
        if (small(a, b)
                && a.longValue() >= -limit
                && a.longValue() <= limit
                && b.longValue() >= -limit
                && b.longValue() <= limit) {
            return PyFloat.of((double) a.longValue() / b.longValue());
        }
        return PyFloat.of(IntDivision.trueDivide(a.bigValue(), b.bigValue()));
    }

    @SlotMethod(Slot.NB_POWER)
    static PyObject power(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        if (!(v instanceof PyInt base && w instanceof PyInt exponent)) {
            return NOT_IMPLEMENTED;
        }
        if (modulus == Singletons.NONE) {
            return power(base, exponent);
        }
        return modulus instanceof PyInt m ? IntDivision.modularPower(base, exponent, m) : NOT_IMPLEMENTED;
    }

    private static PyObject power(PyInt base, PyInt exponent) {
        if (exponent.signum() < 0) {
            double x = base.doubleValue();
            if (x == 0) {
                throw PyErr.zeroDivisionError("0.0 cannot be raised to a negative power");
            }
            return PyFloat.of(Math.pow(x, exponent.doubleValue()));
        }
        if (base.fitsLong() && Math.abs(base.longValue()) <= 1) {
            long b = base.longValue();
            boolean odd = exponent.bigValue().testBit(0);
            return PyInt.of(exponent.signum() == 0 ? 1 : b == -1 ? odd ? -1 : 1 : b);
        }
        if (!exponent.fitsLong() || exponent.longValue() > Integer.MAX_VALUE) {
            throw PyErr.memoryError();
        }
        return PyInt.of(base.bigValue().pow((int) exponent.longValue()));
    }

    @SlotMethod(Slot.NB_NEGATIVE)
    static PyObject negative(ThreadState thread, PyObject v) {
        PyInt a = (PyInt) v;
        return a.fitsLong() && a.longValue() != Long.MIN_VALUE
                ? PyInt.of(-a.longValue())
                : PyInt.of(a.bigValue().negate());
    }

    @SlotMethod(Slot.NB_POSITIVE)
    static PyObject positive(ThreadState thread, PyObject v) {
        return ((PyInt) v).exact();
    }

    @SlotMethod(Slot.NB_ABSOLUTE)
    static PyObject absolute(ThreadState thread, PyObject v) {
        return ((PyInt) v).signum() < 0 ? negative(thread, v) : ((PyInt) v).exact();
    }

    @SlotMethod(Slot.NB_BOOL)
    static boolean isTrue(ThreadState thread, PyObject v) {
        return ((PyInt) v).signum() != 0;
    }

    @SlotMethod(Slot.NB_INVERT)
    static PyObject invert(ThreadState thread, PyObject v) {
        PyInt a = (PyInt) v;
        return a.fitsLong() ? PyInt.of(~a.longValue()) : PyInt.of(a.bigValue().not());
    }

    @SlotMethod(Slot.NB_LSHIFT)
    static PyObject lshift(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyInt a && w instanceof PyInt b)) {
            return NOT_IMPLEMENTED;
        }
        if (b.signum() < 0) {
            throw PyErr.valueError("negative shift count");
        }
        if (a.signum() == 0) {
            return PyInt.of(0);
        }
        if (!b.fitsLong() || b.longValue() > Integer.MAX_VALUE - 64) {
            throw b.fitsLong() ? PyErr.memoryError() : PyErr.overflowError("too many digits in integer");
        }
        return PyInt.of(a.bigValue().shiftLeft((int) b.longValue()));
    }

    @SlotMethod(Slot.NB_RSHIFT)
    static PyObject rshift(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyInt a && w instanceof PyInt b)) {
            return NOT_IMPLEMENTED;
        }
        if (b.signum() < 0) {
            throw PyErr.valueError("negative shift count");
        }
        if (!b.fitsLong() || b.longValue() > Integer.MAX_VALUE) {
            return PyInt.of(a.signum() < 0 ? -1 : 0);
        }
        return a.fitsLong()
                ? PyInt.of(a.longValue() >> Math.min(63, b.longValue()))
                : PyInt.of(a.bigValue().shiftRight((int) b.longValue()));
    }

    @SlotMethod(Slot.NB_AND)
    static PyObject and(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyInt a && w instanceof PyInt b)) {
            return NOT_IMPLEMENTED;
        }
        return small(a, b)
                ? PyInt.of(a.longValue() & b.longValue())
                : PyInt.of(a.bigValue().and(b.bigValue()));
    }

    @SlotMethod(Slot.NB_OR)
    static PyObject or(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyInt a && w instanceof PyInt b)) {
            return NOT_IMPLEMENTED;
        }
        return small(a, b)
                ? PyInt.of(a.longValue() | b.longValue())
                : PyInt.of(a.bigValue().or(b.bigValue()));
    }

    @SlotMethod(Slot.NB_XOR)
    static PyObject xor(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyInt a && w instanceof PyInt b)) {
            return NOT_IMPLEMENTED;
        }
        return small(a, b)
                ? PyInt.of(a.longValue() ^ b.longValue())
                : PyInt.of(a.bigValue().xor(b.bigValue()));
    }

    @SlotMethod(Slot.NB_INT)
    static PyObject toInt(ThreadState thread, PyObject v) {
        return ((PyInt) v).exact();
    }

    @SlotMethod(Slot.NB_INDEX)
    static PyObject index(ThreadState thread, PyObject v) {
        return ((PyInt) v).exact();
    }

    @SlotMethod(Slot.NB_FLOAT)
    static PyObject toFloat(ThreadState thread, PyObject v) {
        return PyFloat.of(((PyInt) v).doubleValue());
    }

    @SlotMethod(Slot.TP_HASH)
    static long hash(ThreadState thread, PyObject v) {
        return PyInt.hashOf((PyInt) v);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    static PyObject richCompare(ThreadState thread, PyObject v, PyObject w, Comparison op) {
        if (!(v instanceof PyInt a && w instanceof PyInt b)) {
            return NOT_IMPLEMENTED;
        }
        int order = small(a, b)
                ? Long.compare(a.longValue(), b.longValue())
                : a.bigValue().compareTo(b.bigValue());
        return PyBool.of(op.holds(order));
    }

    @SlotMethod(Slot.TP_REPR)
    static PyObject repr(ThreadState thread, PyObject v) {
        PyInt a = (PyInt) v;
        return PyStr.ofBmp(a.fitsLong() ? Long.toString(a.longValue()) : IntText.toDecimal(thread, a.bigValue()));
    }
}
