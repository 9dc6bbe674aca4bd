package org.pyvm.objects.types;

import java.util.Locale;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;

/** {@code __format__} of int, float and complex. */
public final class NumberFormat {
    private NumberFormat() {}

    /** {@code int.__format__}. */
    public static PyStr formatInt(ThreadState thread, PyInt number, PyStr spec) {
        if (spec.length() == 0) {
            return Objects.str(thread, number);
        }
        FormatSpec format = FormatSpec.parse(spec, number, 'd', '>');
        return switch (format.type()) {
            case 'b', 'c', 'd', 'o', 'x', 'X', 'n' -> formatInt(thread, number, format);
            case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> formatFloat(number, number.doubleValue(), format);
            default -> throw format.unknownType(number);
        };
    }

    private static PyStr formatInt(ThreadState thread, PyInt number, FormatSpec format) {
        if (format.precision() >= 0) {
            throw PyErr.valueError("Precision not allowed in integer format specifier");
        }
        if (format.coerceNegativeZero()) {
            throw PyErr.valueError("Negative zero coercion (z) not allowed in integer format specifier");
        }
        if (format.type() == 'c') {
            return formatCharacter(number, format);
        }
        String digits;
        String prefix = "";
        switch (format.type()) {
            case 'b' -> {
                digits = IntText.magnitude(number, 2);
                prefix = "0b";
            }
            case 'o' -> {
                digits = IntText.magnitude(number, 8);
                prefix = "0o";
            }
            case 'x', 'X' -> {
                digits = IntText.magnitude(number, 16);
                prefix = "0x";
            }
            default -> {
                String text = decimal(thread, number);
                digits = text.startsWith("-") ? text.substring(1) : text;
            }
        }
        if (!format.alternate()) {
            prefix = "";
        }
        if (format.type() == 'X') {
            digits = digits.toUpperCase(Locale.ROOT);
            prefix = prefix.toUpperCase(Locale.ROOT);
        }
        return new NumberLayout(format, number.signum() < 0, prefix, digits, "").toPyStr();
    }

    private static String decimal(ThreadState thread, PyInt number) {
        return number.fitsLong()
                ? Long.toString(number.longValue())
                : Objects.repr(thread, number.exact()).toString();
    }

    private static PyStr formatCharacter(PyInt number, FormatSpec format) {
        if (format.sign() != 0) {
            throw PyErr.valueError("Sign not allowed with integer format specifier 'c'");
        }
        if (format.alternate()) {
            throw PyErr.valueError("Alternate form (#) not allowed with integer format specifier 'c'");
        }
        if (!number.fitsLong()) {
            throw PyErr.overflowError("Python int too large to convert to C long");
        }
        if (number.longValue() < 0 || number.longValue() > Character.MAX_CODE_POINT) {
            throw PyErr.overflowError("%%c arg not in range(0x110000)");
        }
        return format.pad(PyStr.ofCodePoint((int) number.longValue()));
    }

    /** {@code float.__format__}. */
    public static PyStr formatFloat(ThreadState thread, PyObject self, double value, PyStr spec) {
        if (spec.length() == 0) {
            return Objects.str(thread, self);
        }
        FormatSpec format = FormatSpec.parse(spec, self, 0, '>');
        return switch (format.type()) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%' -> formatFloat(self, value, format);
            default -> throw format.unknownType(self);
        };
    }

    private static PyStr formatFloat(PyObject self, double value, FormatSpec format) {
        boolean percent = format.type() == '%';
        checkPrecision(format);
        String text = digits(percent ? value * 100 : value, format, format.type() == 0);
        boolean negative = text.startsWith("-");
        String magnitude = (negative ? text.substring(1) : text) + (percent ? "%" : "");
        int whole = 0;
        while (whole < magnitude.length() && magnitude.charAt(whole) >= '0' && magnitude.charAt(whole) <= '9') {
            whole++;
        }
        return new NumberLayout(format, negative, "", magnitude.substring(0, whole), magnitude.substring(whole))
                .toPyStr();
    }

    private static void checkPrecision(FormatSpec format) {
        if (format.precision() == Integer.MAX_VALUE) {
            throw PyErr.valueError("precision too big");
        }
    }

    /**
     * The number by precision and type.
     *
     * @param shortest whether without a precision the shortest text is meant, with {@code .0} at least
     */
    private static String digits(double value, FormatSpec format, boolean shortest) {
        int type = format.type();
        char code = switch (type) {
            case 0 -> format.precision() < 0 ? 'r' : 'g';
            case 'n' -> 'g';
            case '%' -> 'f';
            default -> (char) Character.toLowerCase(type);
        };
        int precision = format.precision() < 0 ? 6 : format.precision();
        String text = FloatRepr.format(value, code, precision, shortest && type == 0, format.alternate());
        if (format.coerceNegativeZero() && text.startsWith("-") && isZero(text)) {
            text = text.substring(1);
        }
        return type == 'E' || type == 'F' || type == 'G' ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static boolean isZero(String text) {
        for (int i = 1; i < text.length() && text.charAt(i) != 'e'; i++) {
            if (text.charAt(i) != '0' && text.charAt(i) != '.') {
                return false;
            }
        }
        return true;
    }

    /** {@code complex.__format__}. */
    public static PyStr formatComplex(ThreadState thread, PyObject self, double real, double imag, PyStr spec) {
        if (spec.length() == 0) {
            return Objects.str(thread, self);
        }
        FormatSpec format = FormatSpec.parse(spec, self, 0, '>');
        switch (format.type()) {
            case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n' -> {}
            default -> throw format.unknownType(self);
        }
        checkPrecision(format);
        if (format.fill() == '0') {
            throw PyErr.valueError("Zero padding is not allowed in complex format specifier");
        }
        if (format.align() == '=') {
            throw PyErr.valueError("'=' alignment flag is not allowed in complex format specifier");
        }
        // As repr: without a type the real part is left out when it is 0, and parentheses stand around two parts.
        boolean plain = format.type() == 0;
        boolean withReal = !plain || real != 0 || 1 / real < 0;
        StrBuilder out = new StrBuilder();
        if (withReal) {
            out.append(part(real, format, format.sign()));
        }
        out.append(part(imag, format, withReal ? '+' : format.sign())).append('j');
        PyStr text = out.toPyStr();
        if (plain && withReal) {
            text = new StrBuilder().append('(').append(text).append(')').toPyStr();
        }
        return format.pad(text);
    }

    private static PyStr part(double value, FormatSpec format, char sign) {
        String text = digits(value, format, false);
        boolean negative = text.startsWith("-");
        String magnitude = negative ? text.substring(1) : text;
        int whole = 0;
        while (whole < magnitude.length() && Character.isDigit(magnitude.charAt(whole))) {
            whole++;
        }
        FormatSpec bare = new FormatSpec(' ', '<', sign, false, false, -1, format.grouping(), -1, format.type());
        return new NumberLayout(bare, negative, "", magnitude.substring(0, whole), magnitude.substring(whole))
                .toPyStr();
    }
}
