package org.pyvm.objects.types;

import java.nio.charset.StandardCharsets;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;

/** Reads floats from text. */
public final class FloatText {
    private FloatText() {}

    /** {@code float(source)} for a str or bytes-like object; null when it is neither. */
    static PyFloat parse(ThreadState thread, PyObject source) {
        String text = asciiOrNull(thread, source);
        if (text == null) {
            return null;
        }
        String digits = withoutUnderscores(strip(text));
        double[] result = new double[1];
        if (digits == null || read(digits, 0, result) != digits.length()) {
            throw PyErr.valueError("could not convert string to float: %r", source);
        }
        return PyFloat.of(result[0]);
    }

    /** The text with spaces and digits of any script as those of ASCII; null for an object that holds no text. */
    static String asciiOrNull(ThreadState thread, PyObject source) {
        if (source instanceof PyStr text) {
            return toAscii(text);
        }
        if (source.type().slots().has(Slot.BF_GETBUFFER)) {
            return new String(BytesConversion.argument(thread, source), StandardCharsets.ISO_8859_1);
        }
        return null;
    }

    static String toAscii(PyStr text) {
        if (isPlain(text.bmp())) {
            return text.bmp();
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (c < 0x7f) {
                out.append((char) c);
            } else if (CharacterTypes.isSpace(c)) {
                out.append(' ');
            } else {
                int digit = CharacterTypes.decimal(c);
                out.append(digit < 0 ? '?' : (char) ('0' + digit));
            }
        }
        return out.toString();
    }

    /** Without white space of C at both ends. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isPlain(String chars) {
        if (chars == null) {
            return false;
        }
        for (int i = 0; i < chars.length(); i++) {
            if (chars.charAt(i) <= ' ' || chars.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Null when an underscore is not between two digits. */
    static String withoutUnderscores(String text) {
        if (text.indexOf('_') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        char last = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_' ? !isDigit(last) : last == '_' && !isDigit(c)) {
                return null;
            }
            if (c != '_') {
                out.append(c);
            }
            last = c;
        }
        return last == '_' ? null : out.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * {@code PyOS_string_to_double}: reads the longest number at {@code start}.
     *
     * @param result gets the value
     * @return the end of the number, or -1 when there is none
     */
    static int read(String text, int start, double[] result) {
        int at = start;
        boolean negative = false;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            negative = text.charAt(at++) == '-';
        }
        int end = named(text, at, result);
        if (end < 0) {
            end = decimal(text, at);
            if (end < 0) {
                return -1;
            }
            result[0] = nearest(text.substring(at, end));
        }
        result[0] = negative ? -result[0] : result[0];
        return end;
    }

    /** The double nearest to a decimal number in ASCII. */
    public static double nearest(String text) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        // So few digits and their power of ten are doubles exactly, and one division rounds once.
        if (length - start > 16 || length == start) {
            return Double.parseDouble(text);
        }
        long digits = 0;
        int point = -1;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits = digits * 10 + c - '0';
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return Double.parseDouble(text);
            }
        }
        double magnitude = point < 0 ? digits : digits / FloatMethods.powerOfTen(length - 1 - point);
        return start == 0 ? magnitude : -magnitude;
    }

    /** {@code inf}, {@code infinity} and {@code nan}, in any case. */
    static int named(String text, int at, double[] result) {
        if (text.regionMatches(true, at, "inf", 0, 3)) {
            result[0] = Double.POSITIVE_INFINITY;
            return text.regionMatches(true, at, "infinity", 0, 8) ? at + 8 : at + 3;
        }
        if (text.regionMatches(true, at, "nan", 0, 3)) {
            result[0] = Double.NaN;
            return at + 3;
        }
        return -1;
    }

    private static int skipDigits(String text, int start) {
        int at = start;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int decimal(String text, int start) {
        int at = skipDigits(text, start);
        int digits = at - start;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = skipDigits(text, at + 1);
            digits += fraction - at - 1;
            at = fraction;
        }
        if (digits == 0) {
            return -1;
        }
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            int exponent = at + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            int end = skipDigits(text, exponent);
            return end > exponent ? end : at;
        }
        return at;
    }
}
