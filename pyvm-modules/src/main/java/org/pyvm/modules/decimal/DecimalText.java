package org.pyvm.modules.decimal;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as text, in scientific or engineering notation, and text as numbers. */
final class DecimalText {
    private static final Pattern SYNTAX = Pattern.compile(
            "([-+])?(?:(?=\\d|\\.\\d)(\\d*)(?:\\.(\\d*))?(?:e([-+]?\\d+))?|(inf(?:inity)?)|(s)?nan(\\d*))",
            Pattern.CASE_INSENSITIVE);
    private static final long EXPONENT_LIMIT = 2 * DecimalContext.MAX_EMAX;

    private DecimalText() {}

    /** The number that ASCII text writes, or null. Exponents beyond all limits are cut to some that are. */
    static DecimalNumber parse(String text) {
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        boolean negative = "-".equals(parts.group(1));
        if (parts.group(5) != null) {
            return DecimalNumber.infinity(negative);
        }
        if (parts.group(7) != null) {
            String payload = parts.group(7);
            return DecimalNumber.nan(
                    negative, parts.group(6) != null, payload.isEmpty() ? BigInteger.ZERO : new BigInteger(payload));
        }
        String whole = parts.group(2);
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        long exponent = parts.group(4) == null ? 0 : exponent(parts.group(4));
        String digits = whole + fraction;
        return digits.length() <= PowersOfTen.LONG_DIGITS
                ? DecimalNumber.of(negative, Long.parseLong(digits), exponent - fraction.length())
                : DecimalNumber.of(negative, new BigInteger(digits), exponent - fraction.length());
    }

    private static long exponent(String text) {
        if (text.length() <= 18) {
            return Long.parseLong(text);
        }
        BigInteger limit = BigInteger.valueOf(EXPONENT_LIMIT);
        return new BigInteger(text).min(limit).max(limit.negate()).longValue();
    }

    /** Scientific notation; with an exponent only where that is the shorter form. */
    static String toText(DecimalNumber x, boolean capitals) {
        return toText(x, capitals, false);
    }

    static String toText(DecimalNumber x, boolean capitals, boolean engineering) {
        String sign = x.isNegative() ? "-" : "";
        if (x.isInfinite()) {
            return sign + "Infinity";
        }
        if (x.isNaN()) {
            return sign + (x.isSignalingNaN() ? "sNaN" : "NaN") + (x.hasPayload() ? x.coefficientText() : "");
        }
        String digits = x.coefficientText();
        long leftDigits = x.exponent() + digits.length();
        long point;
        if (x.exponent() <= 0 && leftDigits > -6) {
            point = leftDigits;
        } else if (!engineering) {
            point = 1;
        } else if (x.isZero()) {
            point = Math.floorMod(leftDigits + 1, 3L) - 1;
        } else {
            point = Math.floorMod(leftDigits - 1, 3L) + 1;
        }
        StringBuilder text = new StringBuilder(sign);
        if (point <= 0) {
            text.append("0.").append("0".repeat((int) -point)).append(digits);
        } else if (point >= digits.length()) {
            text.append(digits).append("0".repeat((int) (point - digits.length())));
        } else {
            text.append(digits, 0, (int) point).append('.').append(digits, (int) point, digits.length());
        }
        if (leftDigits != point) {
            long exponent = leftDigits - point;
            text.append(capitals ? 'E' : 'e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent));
        }
        return text.toString();
    }
}
