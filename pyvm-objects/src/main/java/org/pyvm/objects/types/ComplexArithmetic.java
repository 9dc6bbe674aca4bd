package org.pyvm.objects.types;

import org.pyvm.objects.Comparison;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** The operators of {@code complex}; ints and floats as the other operand have an imaginary part of 0. */
public final class ComplexArithmetic {
    private static final PyObject NOT_IMPLEMENTED = Singletons.NOT_IMPLEMENTED;
    /** The largest power that is computed by multiplying; beyond it, rounding errors add up to more than logarithms cost. */
    private static final int LARGEST_MULTIPLIED = 100;

    private ComplexArithmetic() {}

    private static boolean isNumber(PyObject v) {
        return v instanceof PyComplex || v instanceof PyFloat || v instanceof PyInt;
    }

    private static boolean areNumbers(PyObject v, PyObject w) {
        return isNumber(v) && isNumber(w);
    }

    private static double real(PyObject v) {
        if (v instanceof PyComplex number) {
            return number.real();
        }
        return v instanceof PyFloat number ? number.value() : ((PyInt) v).doubleValue();
    }

    private static double imag(PyObject v) {
        return v instanceof PyComplex number ? number.imag() : 0.0;
    }

    @SlotMethod(Slot.NB_ADD)
    static PyObject add(ThreadState thread, PyObject v, PyObject w) {
        return areNumbers(v, w) ? PyComplex.of(real(v) + real(w), imag(v) + imag(w)) : NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_SUBTRACT)
    static PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        return areNumbers(v, w) ? PyComplex.of(real(v) - real(w), imag(v) - imag(w)) : NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_MULTIPLY)
    static PyObject multiply(ThreadState thread, PyObject v, PyObject w) {
        return areNumbers(v, w) ? multiply(real(v), imag(v), real(w), imag(w)) : NOT_IMPLEMENTED;
    }

    private static PyComplex multiply(double a, double b, double c, double d) {
        return PyComplex.of(a * c - b * d, a * d + b * c);
    }

    @SlotMethod(Slot.NB_TRUE_DIVIDE)
    static PyObject trueDivide(ThreadState thread, PyObject v, PyObject w) {
        return areNumbers(v, w) ? divide(real(v), imag(v), real(w), imag(w)) : NOT_IMPLEMENTED;
    }

    /** Divides both by the larger part of the divisor first, so that squares do not overflow. */
    private static PyComplex divide(double a, double b, double c, double d) {
        if (Math.abs(c) >= Math.abs(d)) {
            if (c == 0) {
                throw PyErr.zeroDivisionError("complex division by zero");
            }
            double ratio = d / c;
            double denominator = c + d * ratio;
            return PyComplex.of((a + b * ratio) / denominator, (b - a * ratio) / denominator);
        }
        if (Math.abs(d) >= Math.abs(c)) {
            double ratio = c / d;
            double denominator = c * ratio + d;
            return PyComplex.of((a * ratio + b) / denominator, (b * ratio - a) / denominator);
        }
        return PyComplex.of(Double.NaN, Double.NaN);
    }

    @SlotMethod(Slot.NB_POWER)
    static PyObject power(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        if (!areNumbers(v, w)) {
            return NOT_IMPLEMENTED;
        }
        if (modulus != Singletons.NONE) {
            throw PyErr.valueError("complex modulo");
        }
        return power(real(v), imag(v), real(w), imag(w));
    }

    /** {@code (a + bj) ** (c + dj)}. */
    static PyComplex power(double a, double b, double c, double d) {
        PyComplex result = d == 0 && c == Math.rint(c) && Math.abs(c) <= LARGEST_MULTIPLIED
                ? integerPower(a, b, (int) c)
                : generalPower(a, b, c, d);
        if (Double.isInfinite(result.real()) || Double.isInfinite(result.imag())) {
            throw PyErr.overflowError("complex exponentiation");
        }
        return result;
    }

    private static PyErr zeroToNegative() {
        return PyErr.zeroDivisionError("0.0 to a negative or complex power");
    }

    private static PyComplex integerPower(double a, double b, int n) {
        if (n > 0) {
            return positivePower(a, b, n);
        }
        if (n < 0 && a == 0 && b == 0) {
            throw zeroToNegative();
        }
        PyComplex inverse = positivePower(a, b, -n);
        if (inverse.real() == 0 && inverse.imag() == 0) {
            throw zeroToNegative();
        }
        return divide(1.0, 0.0, inverse.real(), inverse.imag());
    }

    private static PyComplex positivePower(double a, double b, int n) {
        PyComplex result = PyComplex.of(1.0, 0.0);
        PyComplex square = PyComplex.of(a, b);
        for (int mask = 1; n >= mask; mask <<= 1) {
            if ((n & mask) != 0) {
                result = multiply(result.real(), result.imag(), square.real(), square.imag());
            }
            square = multiply(square.real(), square.imag(), square.real(), square.imag());
        }
        return result;
    }

    private static PyComplex generalPower(double a, double b, double c, double d) {
        if (c == 0 && d == 0) {
            return PyComplex.of(1.0, 0.0);
        }
        if (a == 0 && b == 0) {
            if (d != 0 || c < 0) {
                throw zeroToNegative();
            }
            return PyComplex.of(0.0, 0.0);
        }
        double magnitude = Math.hypot(a, b);
        double length = FloatArithmetic.power(magnitude, c);
        double angle = Math.atan2(b, a);
        double phase = angle * c;
        if (d != 0) {
            length /= Math.exp(angle * d);
            phase += d * Math.log(magnitude);
        }
        return PyComplex.of(length * Math.cos(phase), length * Math.sin(phase));
    }

    @SlotMethod(Slot.NB_NEGATIVE)
    static PyObject negative(ThreadState thread, PyObject v) {
        return PyComplex.of(-real(v), -imag(v));
    }

    @SlotMethod(Slot.NB_POSITIVE)
    static PyObject positive(ThreadState thread, PyObject v) {
        return ((PyComplex) v).exact();
    }

    @SlotMethod(Slot.NB_ABSOLUTE)
    static PyObject absolute(ThreadState thread, PyObject v) {
        double real = real(v);
        double imag = imag(v);
        double result = Math.hypot(real, imag);
        if (Double.isInfinite(result) && Double.isFinite(real) && Double.isFinite(imag)) {
            throw PyErr.overflowError("absolute value too large");
        }
        return PyFloat.of(result);
    }

    @SlotMethod(Slot.NB_BOOL)
    static boolean isTrue(ThreadState thread, PyObject v) {
        return real(v) != 0 || imag(v) != 0;
    }

    @SlotMethod(Slot.TP_HASH)
    static long hash(ThreadState thread, PyObject v) {
        long hash = partHash(thread, v, real(v)) + 1000003 * partHash(thread, v, imag(v));
        return hash == -1 ? -2 : hash;
    }

    private static long partHash(ThreadState thread, PyObject v, double part) {
        return Double.isNaN(part) ? Identity.hash(thread, v) : PyFloat.hashOf(part);
    }

    @SlotMethod(Slot.TP_REPR)
    static PyObject repr(ThreadState thread, PyObject v) {
        return PyStr.ofBmp(ComplexText.repr(real(v), imag(v)));
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    static PyObject richCompare(ThreadState thread, PyObject v, PyObject w, Comparison op) {
        if (op != Comparison.EQ && op != Comparison.NE || !isNumber(w)) {
            return NOT_IMPLEMENTED;
        }
        return PyBool.of(equal((PyComplex) v, w) == (op == Comparison.EQ));
    }

    private static boolean equal(PyComplex v, PyObject w) {
        if (w instanceof PyInt other) {
            return v.imag() == 0 && !Double.isNaN(v.real()) && FloatArithmetic.order(v.real(), other) == 0;
        }
        return v.real() == real(w) && v.imag() == imag(w);
    }
}
