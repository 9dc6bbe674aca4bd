package org.pyvm.objects.types;

import java.math.BigInteger;
import org.pyvm.objects.PyErr;

/** Hexadecimal texts of floats. */
final class FloatHex {
    private FloatHex() {}

    /** {@code value.hex()}. */
    static String format(double value) {
        if (!Double.isFinite(value)) {
            return FloatRepr.repr(value);
        }
        long bits = Double.doubleToRawLongBits(value);
        String sign = bits < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0x0.0p+0";
        }
        int biased = (int) (bits >>> 52) & 0x7ff;
        long fraction = bits & (1L << 52) - 1;
        int exponent = Math.max(biased, 1) - 1023;
        return "%s0x%d.%013xp%+d".formatted(sign, biased == 0 ? 0 : 1, fraction, exponent);
    }

    /** {@code float.fromhex(text)}. */
    static double parse(String source) {
        String text = source.strip();
        int at = 0;
        boolean negative = false;
        if (!text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
            negative = text.charAt(at++) == '-';
        }
        double[] named = new double[1];
        int end = FloatText.named(text, at, named);
        double magnitude = named[0];
        if (end < 0) {
            magnitude = parseDigits(text, at);
            end = text.length();
        }
        if (end != text.length()) {
            throw invalid();
        }
        return negative ? -magnitude : magnitude;
    }

    private static PyErr invalid() {
        return PyErr.valueError("invalid hexadecimal floating-point string");
    }

    private static double parseDigits(String text, int start) {
        int at = start;
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
            at += 2;
        }
        int whole = skipHex(text, at);
        int end = whole;
        String digits = text.substring(at, whole);
        if (whole < text.length() && text.charAt(whole) == '.') {
            end = skipHex(text, whole + 1);
            digits += text.substring(whole + 1, end);
        }
        if (digits.isEmpty()) {
            throw invalid();
        }
        int fractionDigits = end == whole ? 0 : end - whole - 1;
        BigInteger exponent = BigInteger.ZERO;
        if (end < text.length() && (text.charAt(end) | 0x20) == 'p') {
            exponent = exponent(text, end + 1);
            end = text.length();
        }
        if (end != text.length()) {
            throw invalid();
        }
        BigInteger mantissa = new BigInteger(digits, 16);
        if (mantissa.signum() == 0) {
            return 0;
        }
        BigInteger scale = exponent.subtract(BigInteger.valueOf(4L * fractionDigits));
        return scale(mantissa, scale);
    }

    private static BigInteger exponent(String text, int start) {
        String digits = text.substring(start);
        String unsigned = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
        if (unsigned.isEmpty() || !unsigned.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw invalid();
        }
        return new BigInteger(digits);
    }

    private static int skipHex(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) < 0x80 && Character.digit(text.charAt(at), 16) >= 0) {
            at++;
        }
        return at;
    }

    private static double scale(BigInteger mantissa, BigInteger exponent) {
        BigInteger top = exponent.add(BigInteger.valueOf(mantissa.bitLength()));
        if (top.compareTo(BigInteger.valueOf(1025)) > 0) {
            throw tooLarge();
        }
        if (top.compareTo(BigInteger.valueOf(-1080)) < 0) {
            return 0;
        }
        double value = IntDivision.scale(mantissa, exponent.intValueExact());
        if (Double.isInfinite(value)) {
            throw tooLarge();
        }
        return value;
    }

    private static PyErr tooLarge() {
        return PyErr.overflowError("hexadecimal value too large to represent as a float");
    }
}
