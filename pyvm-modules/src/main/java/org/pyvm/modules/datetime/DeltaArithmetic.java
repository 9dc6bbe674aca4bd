package org.pyvm.modules.datetime;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.BinaryOperator;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The operators of timedelta. */
final class DeltaArithmetic {
    private DeltaArithmetic() {}

    @SlotMethod(Slot.NB_ADD)
    static PyObject add(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof PyTimeDelta a && w instanceof PyTimeDelta b ? sum(a, b) : Singletons.NOT_IMPLEMENTED;
    }

    static PyTimeDelta sum(PyTimeDelta a, PyTimeDelta b) {
        return PyTimeDelta.of(
                (long) a.days + b.days, (long) a.seconds + b.seconds, (long) a.microseconds + b.microseconds);
    }

    static PyTimeDelta difference(PyTimeDelta a, PyTimeDelta b) {
        return PyTimeDelta.of(
                (long) a.days - b.days, (long) a.seconds - b.seconds, (long) a.microseconds - b.microseconds);
    }

    @SlotMethod(Slot.NB_SUBTRACT)
    static PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof PyTimeDelta a && w instanceof PyTimeDelta b ? difference(a, b) : Singletons.NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_NEGATIVE)
    static PyObject negative(ThreadState thread, PyObject v) {
        return negative((PyTimeDelta) v);
    }

    static PyTimeDelta negative(PyTimeDelta v) {
        return PyTimeDelta.of(-(long) v.days, -v.seconds, -v.microseconds);
    }

    @SlotMethod(Slot.NB_POSITIVE)
    static PyObject positive(ThreadState thread, PyObject v) {
        PyTimeDelta delta = (PyTimeDelta) v;
        return PyTimeDelta.of(delta.days, delta.seconds, delta.microseconds);
    }

    @SlotMethod(Slot.NB_ABSOLUTE)
    static PyObject absolute(ThreadState thread, PyObject v) {
        return ((PyTimeDelta) v).days < 0 ? negative(thread, v) : positive(thread, v);
    }

    private static PyObject of(BigInteger microseconds) {
        return PyTimeDelta.ofMicroseconds(PyTimeDelta.TYPE, microseconds);
    }

    /** The nearest integer to a quotient, of two the even one. */
    private static BigInteger divideNearest(BigInteger a, BigInteger b) {
        BigInteger[] parts = floorDivide(a, b);
        int half = parts[1].shiftLeft(1).abs().compareTo(b.abs());
        boolean up = half > 0 || half == 0 && parts[0].testBit(0);
        return up ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    /** Quotient, rounded down, and remainder, with the sign of the divisor. */
    private static BigInteger[] floorDivide(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        if (parts[1].signum() != 0 && parts[1].signum() != b.signum()) {
            parts[0] = parts[0].subtract(BigInteger.ONE);
            parts[1] = parts[1].add(b);
        }
        return parts;
    }

    /** A float as a fraction; a class that derives from float may have its own. */
    private static BigInteger[] ratio(ThreadState thread, PyFloat number) {
        if (number.type() == PyFloat.TYPE) {
            return ratio(number.value());
        }
        PyObject ratio = Calls.callMethod(thread, number, PyStr.intern("as_integer_ratio"));
        if (!(ratio instanceof PyTuple pair)) {
            throw PyErr.typeError("unexpected return type from as_integer_ratio(): expected tuple, not '%T'", ratio);
        }
        if (pair.size() != 2) {
            throw PyErr.valueError("as_integer_ratio() must return a 2-tuple");
        }
        return new BigInteger[] {
            Numbers.index(thread, pair.get(0)).bigValue(),
            Numbers.index(thread, pair.get(1)).bigValue()
        };
    }

    private static BigInteger[] ratio(double value) {
        if (Double.isNaN(value)) {
            throw PyErr.valueError("cannot convert NaN to integer ratio");
        }
        if (Double.isInfinite(value)) {
            throw PyErr.overflowError("cannot convert Infinity to integer ratio");
        }
        BigDecimal exact = new BigDecimal(value);
        return exact.scale() > 0
                ? new BigInteger[] {exact.unscaledValue(), BigInteger.TEN.pow(exact.scale())}
                : new BigInteger[] {exact.toBigInteger(), BigInteger.ONE};
    }

    private static PyObject multiply(ThreadState thread, PyTimeDelta delta, PyObject factor) {
        if (factor instanceof PyInt number) {
            return of(delta.total().multiply(number.bigValue()));
        }
        if (factor instanceof PyFloat number) {
            BigInteger[] ratio = ratio(thread, number);
            return of(divideNearest(delta.total().multiply(ratio[0]), nonZero(ratio[1])));
        }
        return Singletons.NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_MULTIPLY)
    static PyObject multiply(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof PyTimeDelta a ? multiply(thread, a, w) : multiply(thread, (PyTimeDelta) w, v);
    }

    private static BigInteger nonZero(BigInteger divisor) {
        if (divisor.signum() == 0) {
            throw PyErr.zeroDivisionError("integer division or modulo by zero");
        }
        return divisor;
    }

    @SlotMethod(Slot.NB_FLOOR_DIVIDE)
    static PyObject floorDivide(ThreadState thread, PyObject v, PyObject w) {
        if (v instanceof PyTimeDelta a && w instanceof PyInt number) {
            return of(floorDivide(a.total(), nonZero(number.bigValue()))[0]);
        }
        if (v instanceof PyTimeDelta a && w instanceof PyTimeDelta b) {
            return PyInt.of(floorDivide(a.total(), nonZero(b.total()))[0]);
        }
        return Singletons.NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_TRUE_DIVIDE)
    static PyObject divide(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyTimeDelta a)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        if (w instanceof PyTimeDelta b) {
            return Numbers.binary(thread, BinaryOperator.TRUE_DIVIDE, PyInt.of(a.total()), PyInt.of(b.total()));
        }
        if (w instanceof PyInt number) {
            return of(divideNearest(a.total(), nonZero(number.bigValue())));
        }
        if (w instanceof PyFloat number) {
            BigInteger[] ratio = ratio(thread, number);
            return of(divideNearest(a.total().multiply(ratio[1]), nonZero(ratio[0])));
        }
        return Singletons.NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_REMAINDER)
    static PyObject remainder(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyTimeDelta a && w instanceof PyTimeDelta b)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        if (!b.isTrue()) {
            throw PyErr.zeroDivisionError("integer modulo by zero");
        }
        return of(floorDivide(a.total(), b.total())[1]);
    }

    @SlotMethod(Slot.NB_DIVMOD)
    static PyObject divmod(ThreadState thread, PyObject v, PyObject w) {
        if (!(v instanceof PyTimeDelta a && w instanceof PyTimeDelta b)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        BigInteger[] parts = floorDivide(a.total(), nonZero(b.total()));
        return PyTuple.of(PyInt.of(parts[0]), of(parts[1]));
    }
}
