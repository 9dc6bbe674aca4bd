package org.pyvm.modules.decimal;

import java.math.BigInteger;
import java.util.Arrays;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyComplex;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The methods of {@code Decimal} that ask, convert and show, and those with arguments of their own. */
final class DecimalMethods {
    private static final PyStr NUMERATOR = PyStr.intern("numerator");
    private static final PyStr DENOMINATOR = PyStr.intern("denominator");

    private DecimalMethods() {}

    @PythonClassMethod("from_float($type, f, /)")
    static PyObject fromFloat(ThreadState thread, PyType cls, PyObject f) {
        PyDecimal exact = PyDecimal.of(DecimalConversion.ofFloatOrInt(f));
        return cls == PyDecimal.TYPE ? exact : Calls.call(thread, cls, exact);
    }

    static PyObject compare(ThreadState thread, PyDecimal self, PyObject other, Comparison op) {
        boolean equality = op == Comparison.EQ || op == Comparison.NE;
        PyDecimalContext context = DecimalState.of(thread).current(thread);
        DecimalNumber x = self.value;
        DecimalNumber y = DecimalConversion.operand(other);
        if (y == null) {
            PyObject real = other instanceof PyComplex complex && equality
                    ? imaginary(complex) == 0 ? PyFloat.of(real(complex)) : null
                    : other;
            if (real == null) {
                return PyBool.of(op == Comparison.NE);
            }
            if (real instanceof PyFloat number) {
                y = ofFloat(thread, context, number, equality);
            } else if (Objects.isInstance(thread, real, DecimalState.of(thread).rational)) {
                if (x.isFinite()) {
                    x = scaled(x, required(thread, real, DENOMINATOR));
                }
                y = DecimalNumber.of(required(thread, real, NUMERATOR).bigValue());
            } else {
                return Singletons.NOT_IMPLEMENTED;
            }
        }
        if (x.isNaN() || y.isNaN()) {
            if (!equality || x.isSignalingNaN() || y.isSignalingNaN()) {
                context.context.raise(Signal.INVALID_OPERATION);
                context.settle(thread);
            }
            return PyBool.of(op == Comparison.NE);
        }
        return PyBool.of(op.holds(DecimalComparison.compare(x, y)));
    }

    private static DecimalNumber ofFloat(
            ThreadState thread, PyDecimalContext context, PyFloat number, boolean equality) {
        if (equality) {
            context.context.flags |= Signal.FLOAT_OPERATION;
        } else {
            context.context.raise(Signal.FLOAT_OPERATION);
            context.settle(thread);
        }
        return DecimalConversion.ofDouble(number.value());
    }

    private static double real(PyComplex complex) {
        return ((PyFloat) Attributes.get(ThreadState.current(), complex, "real")).value();
    }

    private static double imaginary(PyComplex complex) {
        return ((PyFloat) Attributes.get(ThreadState.current(), complex, "imag")).value();
    }

    private static PyInt required(ThreadState thread, PyObject rational, PyStr attribute) {
        PyObject value = Attributes.get(thread, rational, attribute);
        if (!(value instanceof PyInt number)) {
            throw PyErr.typeError("numerator and denominator must be int");
        }
        return number;
    }

    private static DecimalNumber scaled(DecimalNumber x, PyInt factor) {
        return DecimalArithmetic.product(x, DecimalNumber.of(factor.bigValue()));
    }

    @PythonGetter("real")
    static PyObject real(PyDecimal self) {
        return self;
    }

    @PythonGetter("imag")
    static PyObject imag(PyDecimal self) {
        return PyDecimal.of(DecimalNumber.ZERO);
    }

    @PythonMethod("adjusted($self, /)")
    static long adjusted(PyDecimal self) {
        return self.value.isSpecial() ? 0 : self.value.adjusted();
    }

    @PythonMethod("canonical($self, /)")
    static PyObject canonical(PyDecimal self) {
        return self;
    }

    @PythonMethod("conjugate($self, /)")
    static PyObject conjugate(PyDecimal self) {
        return self;
    }

    @PythonMethod("radix($self, /)")
    static PyObject radix(PyDecimal self) {
        return PyDecimal.of(DecimalNumber.of(false, 10, 0));
    }

    @PythonMethod("copy_abs($self, /)")
    static PyObject copyAbs(PyDecimal self) {
        return PyDecimal.of(self.value.withSign(false));
    }

    @PythonMethod("copy_negate($self, /)")
    static PyObject copyNegate(PyDecimal self) {
        return PyDecimal.of(self.value.negate());
    }

    @PythonMethod("is_canonical($self, /)")
    static boolean isCanonical(PyDecimal self) {
        return self.value != null;
    }

    @PythonMethod("is_finite($self, /)")
    static boolean isFinite(PyDecimal self) {
        return self.value.isFinite();
    }

    @PythonMethod("is_infinite($self, /)")
    static boolean isInfinite(PyDecimal self) {
        return self.value.isInfinite();
    }

    @PythonMethod("is_nan($self, /)")
    static boolean isNaN(PyDecimal self) {
        return self.value.isNaN();
    }

    @PythonMethod("is_qnan($self, /)")
    static boolean isQuietNaN(PyDecimal self) {
        return self.value.isQuietNaN();
    }

    @PythonMethod("is_snan($self, /)")
    static boolean isSignalingNaN(PyDecimal self) {
        return self.value.isSignalingNaN();
    }

    @PythonMethod("is_signed($self, /)")
    static boolean isSigned(PyDecimal self) {
        return self.value.isNegative();
    }

    @PythonMethod("is_zero($self, /)")
    static boolean isZero(PyDecimal self) {
        return self.value.isZero();
    }

    @PythonMethod("is_normal($self, /, context=None)")
    static boolean isNormal(ThreadState thread, PyDecimal self, PyObject context) {
        DecimalContext c = PyDecimalContext.of(thread, context).context;
        return self.value.isFinite() && !self.value.isZero() && !DecimalDigits.isSubnormal(self.value, c);
    }

    @PythonMethod("is_subnormal($self, /, context=None)")
    static boolean isSubnormal(ThreadState thread, PyDecimal self, PyObject context) {
        return DecimalDigits.isSubnormal(self.value, PyDecimalContext.of(thread, context).context);
    }

    @PythonMethod("number_class($self, /, context=None)")
    static String numberClass(ThreadState thread, PyDecimal self, PyObject context) {
        return DecimalDigits.numberClass(self.value, PyDecimalContext.of(thread, context).context);
    }

    @PythonMethod("same_quantum($self, /, other, context=None)")
    static boolean sameQuantum(ThreadState thread, PyDecimal self, PyObject other, PyObject context) {
        PyDecimalContext.of(thread, context);
        return DecimalDigits.sameQuantum(self.value, DecimalConversion.required(other));
    }

    @PythonMethod("to_eng_string($self, /, context=None)")
    static PyObject toEngString(ThreadState thread, PyDecimal self, PyObject context) {
        boolean capitals = PyDecimalContext.of(thread, context).context.capitals;
        return PyStr.ofBmp(DecimalText.toText(self.value, capitals, true));
    }

    @PythonMethod("fma($self, /, other, third, context=None)")
    static PyObject fma(ThreadState thread, PyDecimal self, PyObject other, PyObject third, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        DecimalNumber y = DecimalConversion.required(other);
        DecimalNumber z = DecimalConversion.required(third);
        return of.result(thread, DecimalArithmetic.fma(self.value, y, z, of.context));
    }

    private static Rounding rounding(PyObject given, PyDecimalContext context) {
        return given == Singletons.NONE ? context.context.rounding : PyDecimalContext.rounding(given);
    }

    @PythonMethod("quantize($self, /, exp, rounding=None, context=None)")
    static PyObject quantize(ThreadState thread, PyDecimal self, PyObject exp, PyObject rounding, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        Rounding how = rounding(rounding, of);
        DecimalNumber model = DecimalConversion.required(exp);
        return of.result(thread, DecimalRounding.quantize(self.value, model, how, of.context));
    }

    @PythonMethod("to_integral_exact($self, /, rounding=None, context=None)")
    static PyObject toIntegralExact(ThreadState thread, PyDecimal self, PyObject rounding, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        return of.result(thread, DecimalRounding.toIntegral(self.value, rounding(rounding, of), true, of.context));
    }

    @PythonMethod("to_integral_value($self, /, rounding=None, context=None)")
    static PyObject toIntegralValue(ThreadState thread, PyDecimal self, PyObject rounding, PyObject context) {
        PyDecimalContext of = PyDecimalContext.of(thread, context);
        return of.result(thread, DecimalRounding.toIntegral(self.value, rounding(rounding, of), false, of.context));
    }

    @PythonMethod("to_integral($self, /, rounding=None, context=None)")
    static PyObject toIntegral(ThreadState thread, PyDecimal self, PyObject rounding, PyObject context) {
        return toIntegralValue(thread, self, rounding, context);
    }

    private static BigInteger roundedInteger(DecimalNumber number, Rounding rounding) {
        DecimalContext quiet = DecimalContext.widest(DecimalContext.MAX_PREC);
        return PyDecimal.integer(
                number.isSpecial() ? number : DecimalRounding.toIntegral(number, rounding, false, quiet));
    }

    @PythonMethod(value = "__round__", raw = true)
    static PyObject round(ThreadState thread, PyDecimal self, PyObject[] args, PyStr[] names) {
        Arguments.positionalOnly("__round__", args, names, 0, 1);
        if (args.length == 0) {
            return PyInt.of(roundedInteger(self.value, Rounding.ROUND_HALF_EVEN));
        }
        if (!(args[0] instanceof PyInt places)) {
            throw PyErr.typeError("optional arg must be an integer");
        }
        DecimalNumber model = DecimalNumber.of(false, 1, -PyDecimalContext.integer(places));
        PyDecimalContext of = DecimalState.of(thread).current(thread);
        return of.result(thread, DecimalRounding.quantize(self.value, model, of.context.rounding, of.context));
    }

    @PythonMethod(value = "__trunc__", raw = true)
    static PyObject trunc(PyDecimal self, PyObject[] args, PyStr[] names) {
        return self.toInt();
    }

    @PythonMethod(value = "__floor__", raw = true)
    static PyObject floor(PyDecimal self, PyObject[] args, PyStr[] names) {
        return PyInt.of(roundedInteger(self.value, Rounding.ROUND_FLOOR));
    }

    @PythonMethod(value = "__ceil__", raw = true)
    static PyObject ceil(PyDecimal self, PyObject[] args, PyStr[] names) {
        return PyInt.of(roundedInteger(self.value, Rounding.ROUND_CEILING));
    }

    @PythonMethod(value = "__complex__", raw = true)
    static PyObject complex(ThreadState thread, PyDecimal self, PyObject[] args, PyStr[] names) {
        return Calls.call(thread, PyComplex.TYPE, self.toFloat());
    }

    @PythonMethod(value = "__copy__", raw = true)
    static PyObject copy(PyDecimal self, PyObject[] args, PyStr[] names) {
        return self;
    }

    @PythonMethod(value = "__deepcopy__", raw = true)
    static PyObject deepCopy(PyDecimal self, PyObject[] args, PyStr[] names) {
        return self;
    }

    @PythonMethod(value = "__reduce__", raw = true)
    static PyObject reduce(ThreadState thread, PyDecimal self, PyObject[] args, PyStr[] names) {
        return PyTuple.of(self.type(), PyTuple.of(self.str(thread)));
    }

    @PythonMethod(value = "__sizeof__", raw = true)
    static PyObject sizeOf(PyDecimal self, PyObject[] args, PyStr[] names) {
        // As with 19 digits a word, of which four are in the object itself.
        int words = (self.value.digits() + 18) / 19;
        return PyInt.of(104 + (words > 4 ? words * 8 : 0));
    }

    @PythonMethod("as_tuple($self, /)")
    static PyObject asTuple(ThreadState thread, PyDecimal self) {
        DecimalNumber value = self.value;
        String text = value.isInfinite() ? "0" : value.isNaN() && !value.hasPayload() ? "" : value.coefficientText();
        PyObject[] digits = new PyObject[text.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = PyInt.of(text.charAt(i) - '0');
        }
        PyObject exponent = value.isInfinite()
                ? PyStr.intern("F")
                : value.isNaN() ? PyStr.intern(value.isSignalingNaN() ? "N" : "n") : PyInt.of(value.exponent());
        PyObject sign = PyInt.of(value.isNegative() ? 1 : 0);
        return Calls.call(thread, DecimalState.of(thread).decimalTuple, sign, PyTuple.of(digits), exponent);
    }

    @PythonMethod("as_integer_ratio($self, /)")
    static PyObject asIntegerRatio(PyDecimal self) {
        DecimalNumber value = self.value;
        if (value.isNaN()) {
            throw PyErr.valueError("cannot convert NaN to integer ratio");
        }
        if (value.isInfinite()) {
            throw PyErr.overflowError("cannot convert Infinity to integer ratio");
        }
        BigInteger numerator = value.coefficient();
        BigInteger denominator = BigInteger.ONE;
        if (value.exponent() >= 0) {
            numerator = value.toBigInteger().abs();
        } else if (!value.isZero()) {
            denominator = PowersOfTen.of(-value.exponent());
            BigInteger common = numerator.gcd(denominator);
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
        return PyTuple.of(PyInt.of(value.isNegative() ? numerator.negate() : numerator), PyInt.of(denominator));
    }

    @PythonMethod(value = "__format__", raw = true)
    static PyObject format(ThreadState thread, PyDecimal self, PyObject[] args, PyStr[] names) {
        Arguments.positionalOnly("function", args, names, 1, 2);
        if (!(args[0] instanceof PyStr spec)) {
            throw PyErr.typeError("format arg must be str");
        }
        DecimalFormat format = DecimalFormat.parse(spec.toCodePoints());
        if (format == null) {
            throw PyErr.valueError("invalid format string");
        }
        if (args.length > 1) {
            if (!(args[1] instanceof PyDict numerals)) {
                throw PyErr.typeError("optional argument must be a dict");
            }
            setNumerals(thread, format, numerals);
        } else if (format.isLocal()) {
            PyObject locale =
                    Importing.importModule(thread, PyStr.intern("_locale"), Singletons.NONE, Singletons.NONE, 0);
            setNumerals(thread, format, (PyDict) Calls.callMethod(thread, locale, PyStr.intern("localeconv")));
        }
        DecimalContext context = DecimalState.of(thread).current(thread).context;
        return PyStr.ofCodePoints(format.format(self.value, context));
    }

    private static void setNumerals(ThreadState thread, DecimalFormat format, PyDict numerals) {
        PyObject point = numerals.get("decimal_point");
        PyObject separator = numerals.get("thousands_sep");
        PyObject grouping = numerals.get("grouping");
        int[] sizes = {};
        if (grouping instanceof PyStr text) {
            sizes = text.toCodePoints();
        } else if (grouping instanceof PyList list) {
            sizes = new int[list.size()];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = (int) PyDecimalContext.integer(list.get(i));
            }
        }
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == 0) {
                // The last size is repeated.
                sizes = Arrays.copyOf(sizes, i);
            }
        }
        for (int size : sizes) {
            if (size < 0 || size > 127) {
                throw PyErr.valueError("invalid override dict");
            }
        }
        if (point != null && (point.toString().isEmpty() || point.toString().length() > 4)
                || separator != null && separator.toString().length() > 4) {
            throw PyErr.valueError("invalid override dict");
        }
        format.setNumerals(
                point == null ? "." : point.toString(), separator == null ? "" : separator.toString(), sizes);
    }
}
