package org.pyvm.objects.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Warnings;

/** The constructor and methods of {@code float}. */
final class FloatMethods {
    /** Powers of ten that doubles hold exactly. */
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** 10 to the power of 0 to 22, which is exact. */
    static double powerOfTen(int exponent) {
        return TENS[exponent];
    }

    private FloatMethods() {}

    @PythonNew("($cls, x=0, /)")
    static PyObject make(ThreadState thread, PyType cls, PyObject x) {
        PyFloat value = convert(thread, x);
        return cls == PyFloat.TYPE ? value : new PyFloatDerived(cls, value.value());
    }

    /** {@code PyNumber_Float}. */
    private static PyFloat convert(ThreadState thread, PyObject x) {
        if (x.type() == PyFloat.TYPE) {
            return (PyFloat) x;
        }
        Slots slots = x.type().slots();
        if (slots.has(Slot.NB_FLOAT)) {
            PyObject result = slots.toFloat(thread, x);
            if (!(result instanceof PyFloat number)) {
                throw PyErr.typeError("%T.__float__ returned non-float (type %T)", x, result);
            }
            if (number.type() != PyFloat.TYPE) {
                Warnings.warn(
                        thread,
                        Exceptions.DEPRECATION_WARNING,
                        x.type().name() + ".__float__ returned non-float (type "
                                + number.type().name()
                                + ").  The ability to return an instance of a strict subclass of float is deprecated,"
                                + " and may be removed in a future version of Python.",
                        1);
            }
            return number.exact();
        }
        if (slots.has(Slot.NB_INDEX)) {
            return PyFloat.of(Numbers.index(thread, x).doubleValue());
        }
        PyFloat parsed = FloatText.parse(thread, x);
        if (parsed == null) {
            throw PyErr.typeError("float() argument must be a string or a real number, not '%T'", x);
        }
        return parsed;
    }

    private static double value(PyObject self) {
        return ((PyFloat) self).value();
    }

    @PythonMethod("conjugate($self, /)")
    static PyObject conjugate(PyObject self) {
        return ((PyFloat) self).exact();
    }

    @PythonMethod("__trunc__($self, /)")
    static PyObject trunc(PyObject self) {
        return FloatArithmetic.toInt(value(self));
    }

    @PythonMethod("__floor__($self, /)")
    static PyObject floor(PyObject self) {
        return FloatArithmetic.toInt(Math.floor(value(self)));
    }

    @PythonMethod("__ceil__($self, /)")
    static PyObject ceil(PyObject self) {
        return FloatArithmetic.toInt(Math.ceil(value(self)));
    }

    @PythonMethod("__round__($self, ndigits=None, /)")
    static PyObject round(ThreadState thread, PyObject self, PyObject ndigits) {
        double value = value(self);
        if (ndigits == Singletons.NONE) {
            return FloatArithmetic.toInt(Math.rint(value));
        }
        long digits = Numbers.toClampedIndex(thread, ndigits);
        if (!Double.isFinite(value) || digits > 323 || value == 0) {
            return PyFloat.of(value);
        }
        if (digits < -308) {
            return PyFloat.of(0.0 * value);
        }
        double rounded = round(value, (int) digits);
        if (Double.isInfinite(rounded)) {
            throw PyErr.overflowError("rounded value too large to represent");
        }
        return PyFloat.of(rounded);
    }

    /** The double nearest to the decimal that the exact value rounds to, half to even. */
    private static double round(double value, int digits) {
        if (digits >= 0 && digits < TENS.length) {
            double scaled = value * TENS[digits];
            double whole = Math.rint(scaled);
            // Scaling errs by half a unit in the last place; away from halves that cannot change the result, and the
            // quotient of two exact doubles is rounded once, as reading the decimal is.
            if (Math.abs(scaled) < 1L << 50 && Math.abs(Math.abs(scaled - whole) - 0.5) > Math.ulp(scaled) * 2) {
                return Math.copySign(whole / TENS[digits], value);
            }
        }
        BigDecimal exact = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
        return Math.copySign(exact.doubleValue(), value);
    }

    @PythonMethod("as_integer_ratio($self, /)")
    static PyObject asIntegerRatio(PyObject self) {
        double value = value(self);
        if (Double.isInfinite(value)) {
            throw PyErr.overflowError("cannot convert Infinity to integer ratio");
        }
        if (Double.isNaN(value)) {
            throw PyErr.valueError("cannot convert NaN to integer ratio");
        }
        if (value == 0) {
            return PyTuple.of(PyInt.of(0), PyInt.of(1));
        }
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
        long mantissa = (long) Math.scalb(Math.abs(value), -exponent);
        int zeros = Long.numberOfTrailingZeros(mantissa);
        mantissa >>= zeros;
        exponent += zeros;
        BigInteger numerator = BigInteger.valueOf(value < 0 ? -mantissa : mantissa);
        return exponent >= 0
                ? PyTuple.of(PyInt.of(numerator.shiftLeft(exponent)), PyInt.of(1))
                : PyTuple.of(PyInt.of(numerator), PyInt.of(BigInteger.ONE.shiftLeft(-exponent)));
    }

    @PythonMethod("is_integer($self, /)")
    static boolean isInteger(PyObject self) {
        double value = value(self);
        return Double.isFinite(value) && Math.floor(value) == value;
    }

    @PythonClassMethod("fromhex($type, string, /)")
    static PyObject fromHex(ThreadState thread, PyType type, PyObject string) {
        if (!(string instanceof PyStr text)) {
            throw PyErr.typeError("bad argument type for built-in operation");
        }
        PyFloat value = PyFloat.of(FloatHex.parse(text.toString()));
        return type == PyFloat.TYPE ? value : Calls.call(thread, type, value);
    }

    @PythonMethod("hex($self, /)")
    static String hex(PyObject self) {
        return FloatHex.format(value(self));
    }

    @PythonMethod("__getnewargs__($self, /)")
    static PyObject getNewArgs(PyObject self) {
        return PyTuple.of(((PyFloat) self).exact());
    }

    @PythonClassMethod("__getformat__($type, typestr, /)")
    static String getFormat(PyType type, PyStr typestr) {
        if (!typestr.is("double") && !typestr.is("float")) {
            throw PyErr.valueError("__getformat__() argument 1 must be 'double' or 'float'");
        }
        return "IEEE, little-endian";
    }

    @PythonMethod("__format__($self, format_spec, /)")
    static PyObject format(ThreadState thread, PyObject self, PyStr formatSpec) {
        return NumberFormat.formatFloat(thread, self, value(self), formatSpec);
    }

    @PythonGetter("real")
    static PyObject real(PyObject self) {
        return ((PyFloat) self).exact();
    }

    @PythonGetter("imag")
    static PyObject imag(PyObject self) {
        return PyFloat.of(0.0);
    }
}
