package org.pyvm.modules.decimal;

import java.math.BigInteger;

/** Numbers as text, in scientific or engineering notation, and text as numbers. */
final class DecimalText {
    private static final long EXPONENT_LIMIT = 2 * DecimalContext.MAX_EMAX;

    private DecimalText() {}

    /** The number that ASCII text writes, or null. Exponents beyond all limits are cut to some that are. */
    static DecimalNumber parse(String text) {
        int start = afterSign(text, 0);
        boolean negative = start > 0 && text.charAt(0) == '-';
        int wholeEnd = afterDigits(text, start);
        int end = wholeEnd;
        int places = 0;
        if (end < text.length() && text.charAt(end) == '.') {
            end = afterDigits(text, end + 1);
            places = end - wholeEnd - 1;
        }
        int digits = wholeEnd - start + places;
        if (digits == 0) {
            return parseSpecial(text.substring(start), negative);
        }
        long exponent = 0;
        if (end < text.length()) {
            int first = afterSign(text, end + 1);
            if ((text.charAt(end) | 0x20) != 'e'
                    || first == text.length()
                    || afterDigits(text, first) < text.length()) {
                return null;
            }
            exponent = exponent(text.substring(end + 1));
        }
        if (digits <= PowersOfTen.LONG_DIGITS) {
            return DecimalNumber.of(
                    negative, smallCoefficient(text, start, start + digits, wholeEnd), exponent - places);
        }
        String coefficient = places == 0
                ? text.substring(start, wholeEnd)
                : text.substring(start, wholeEnd) + text.substring(wholeEnd + 1, wholeEnd + 1 + places);
        return DecimalNumber.of(negative, new BigInteger(coefficient), exponent - places);
    }

    private static int afterSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** The digits from start, a point at its place left out, up to where they would end without one. */
    private static long smallCoefficient(String text, int start, int end, int point) {
        long coefficient = 0;
        for (int i = start; i < end; i++) {
            coefficient = coefficient * 10 + text.charAt(i < point ? i : i + 1) - '0';
        }
        return coefficient;
    }

    private static DecimalNumber parseSpecial(String text, boolean negative) {
        if (text.equalsIgnoreCase("inf") || text.equalsIgnoreCase("infinity")) {
            return DecimalNumber.infinity(negative);
        }
        boolean signaling = !text.isEmpty() && (text.charAt(0) | 0x20) == 's';
        int nan = signaling ? 1 : 0;
        int payload = nan + 3;
        if (!text.regionMatches(true, nan, "nan", 0, 3) || afterDigits(text, payload) < text.length()) {
            return null;
        }
        return DecimalNumber.nan(
                negative,
                signaling,
                payload == text.length() ? BigInteger.ZERO : new BigInteger(text.substring(payload)));
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
