package org.pyvm.modules.decimal;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.CharacterTypes;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Python objects as decimal numbers. */
final class DecimalConversion {
    private DecimalConversion() {}

    /** A Decimal or an int as a number; null for other objects. */
    static DecimalNumber operand(PyObject object) {
        if (object instanceof PyDecimal decimal) {
            return decimal.value;
        }
        return object instanceof PyInt number ? ofInt(number) : null;
    }

    /** @throws PyErr TypeError for an object that is neither Decimal nor int */
    static DecimalNumber required(PyObject object) {
        DecimalNumber number = operand(object);
        if (number == null) {
            throw unsupported(object);
        }
        return number;
    }

    private static PyErr unsupported(PyObject object) {
        return PyErr.typeError("conversion from %T to Decimal is not supported", object);
    }

    private static DecimalNumber ofInt(PyInt number) {
        if (number.fitsLong()) {
            long value = number.longValue();
            if (Math.abs(value) < PowersOfTen.ofLong(PowersOfTen.LONG_DIGITS) && value != Long.MIN_VALUE) {
                return DecimalNumber.of(value < 0, Math.abs(value), 0);
            }
        }
        return DecimalNumber.of(number.bigValue());
    }

    /** The exact value. */
    static DecimalNumber ofDouble(double value) {
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        if (Double.isNaN(value)) {
            return DecimalNumber.nan(negative, false, BigInteger.ZERO);
        }
        if (Double.isInfinite(value)) {
            return DecimalNumber.infinity(negative);
        }
        if (value == 0) {
            return DecimalNumber.of(negative, 0, 0);
        }
        BigDecimal exact = new BigDecimal(Math.abs(value)).stripTrailingZeros();
        BigInteger coefficient = exact.unscaledValue();
        return exact.scale() < 0
                ? DecimalNumber.of(negative, coefficient.multiply(PowersOfTen.of(-exact.scale())), 0)
                : DecimalNumber.of(negative, coefficient, -exact.scale());
    }

    static DecimalNumber ofFloatOrInt(PyObject object) {
        if (object instanceof PyFloat number) {
            return ofDouble(number.value());
        }
        if (object instanceof PyInt number) {
            return ofInt(number);
        }
        throw PyErr.typeError("argument must be int or float");
    }

    /** The argument of {@code Decimal(...)}: its exact value. */
    static DecimalNumber exact(ThreadState thread, PyObject object, PyDecimalContext context) {
        DecimalNumber number = operand(object);
        if (number != null) {
            return number;
        }
        if (object instanceof PyFloat value) {
            context.context.raise(Signal.FLOAT_OPERATION);
            context.settle(thread);
            return ofDouble(value.value());
        }
        DecimalNumber parsed = DecimalText.parse(textOf(object, true));
        DecimalContext widest = DecimalContext.widest(DecimalContext.MAX_PREC);
        DecimalNumber result = parsed;
        if (parsed == null) {
            result = context.context.invalid(Signal.CONVERSION_SYNTAX);
        } else {
            DecimalRounding.fix(parsed, widest);
            if ((widest.raised & (Signal.INEXACT | Signal.ROUNDED | Signal.CLAMPED)) != 0) {
                result = context.context.invalid();
            }
        }
        context.settle(thread);
        return result;
    }

    /** The argument of {@code create_decimal}: its value, rounded to the context. */
    static PyObject rounded(ThreadState thread, PyObject object, PyDecimalContext context) {
        DecimalContext c = context.context;
        DecimalNumber number = operand(object);
        if (number == null && object instanceof PyFloat value) {
            c.raise(Signal.FLOAT_OPERATION);
            context.settle(thread);
            number = ofDouble(value.value());
        } else if (number == null) {
            number = DecimalText.parse(textOf(object, false));
        }
        if (number == null || number.isNaN() && DecimalRounding.fixPayload(number, c) != number) {
            return context.result(thread, c.invalid(Signal.CONVERSION_SYNTAX));
        }
        return context.result(thread, DecimalRounding.fix(number, c));
    }

    private static String textOf(PyObject object, boolean lenient) {
        if (object instanceof PyStr text) {
            return ascii(text, lenient);
        }
        if (object instanceof PyTuple tuple) {
            return tuple(tuple.itemsUnsafe(), tuple.size());
        }
        if (object instanceof PyList list) {
            return tuple(list.toArray(), list.size());
        }
        throw unsupported(object);
    }

    /** With ASCII digits, and leniently without spaces around it and underscores. */
    private static String ascii(PyStr text, boolean lenient) {
        int start = 0;
        int end = text.length();
        while (lenient && start < end && CharacterTypes.isSpace(text.codePointAt(start))) {
            start++;
        }
        while (lenient && start < end && CharacterTypes.isSpace(text.codePointAt(end - 1))) {
            end--;
        }
        StringBuilder ascii = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            int c = text.codePointAt(i);
            if (lenient && c == '_') {
                continue;
            }
            int digit = c < 0x80 ? -1 : CharacterTypes.decimal(c);
            ascii.append(digit >= 0 ? (char) ('0' + digit) : c < 0x80 ? (char) c : '?');
        }
        return ascii.toString();
    }

    /** The text of a tuple of sign, digits and exponent. */
    private static String tuple(PyObject[] parts, int size) {
        if (size != 3) {
            throw PyErr.valueError("argument must be a sequence of length 3");
        }
        if (!(parts[0] instanceof PyInt sign) || sign.longValue() != 0 && sign.longValue() != 1) {
            throw PyErr.valueError("sign must be an integer with the value 0 or 1");
        }
        StringBuilder text = new StringBuilder(sign.longValue() == 1 ? "-" : "");
        String exponent = null;
        if (parts[2] instanceof PyStr special) {
            if (special.is("F")) {
                return text.append("Inf").toString();
            }
            if (!special.is("n") && !special.is("N")) {
                throw PyErr.valueError("string argument in the third position must be 'F', 'n' or 'N'");
            }
            text.append(special.is("n") ? "nan" : "snan");
        } else if (parts[2] instanceof PyInt number) {
            if (!number.fitsLong()) {
                throw PyErr.overflowError("Python int too large to convert to C ssize_t");
            }
            exponent = "E" + number;
        } else {
            throw PyErr.valueError("exponent must be an integer");
        }
        appendDigits(text, parts[1], exponent != null);
        return exponent == null ? text.toString() : text.append(exponent).toString();
    }

    private static void appendDigits(StringBuilder text, PyObject given, boolean zeroIfNone) {
        PyObject[] digits;
        if (given instanceof PyTuple tuple) {
            digits = tuple.itemsUnsafe();
        } else if (given instanceof PyList list) {
            digits = list.toArray();
        } else {
            throw PyErr.valueError("coefficient must be a tuple of digits");
        }
        if (digits.length == 0 && zeroIfNone) {
            text.append('0');
        }
        for (PyObject item : digits) {
            if (!(item instanceof PyInt digit) || digit.longValue() < 0 || digit.longValue() > 9) {
                throw PyErr.valueError("coefficient must be a tuple of digits");
            }
            text.append(digit.longValue());
        }
    }

    /** An instance of a class that is Decimal or derives from it. */
    static PyObject ofType(PyType cls, DecimalNumber number) {
        return cls == PyDecimal.TYPE ? PyDecimal.of(number) : new PyDecimal(cls, number);
    }
}
