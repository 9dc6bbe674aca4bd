package org.pyvm.objects.types;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** Conversions between ints and text. */
public final class IntText {
    /** Up to so many the quadratic conversion is the quicker one. */
    private static final int DIGITS_AT_ONCE = 1024;
    /** Up to so many bits Java divides by a few digits at a time, too, and makes objects for each division. */
    private static final int BITS_AT_ONCE = 2048;

    private static final int BILLION = 1_000_000_000;

    private IntText() {}

    /** Decimal digits. @throws PyErr ValueError beyond {@code sys.get_int_max_str_digits()} */
    public static String toDecimal(ThreadState thread, BigInteger value) {
        int limit = thread.interpreter().intMaxStrDigits();
        // 3.33 bits a digit: below that many bits the text cannot be too long.
        if (limit > 0 && value.bitLength() > limit * 3L) {
            if (leastDigits(value) > limit) {
                throw tooLong(limit); // before the work is done
            }
            String text = value.toString();
            int digits = text.length() - (value.signum() < 0 ? 1 : 0);
            if (digits > limit) {
                throw tooLong(limit);
            }
            return text;
        }
        return value.bitLength() <= BITS_AT_ONCE ? byBillions(value) : value.toString();
    }

    /** Decimal digits, nine for each division of the whole number. */
    private static String byBillions(BigInteger value) {
        byte[] bytes = value.abs().toByteArray();
        int[] words = new int[(bytes.length + 3) / 4];
        for (int i = 0; i < bytes.length; i++) {
            words[words.length - 1 - i / 4] |= (bytes[bytes.length - 1 - i] & 0xFF) << 8 * (i % 4);
        }
        byte[] digits = new byte[words.length * 10 + 1];
        int start = digits.length;
        for (int first = 0; first < words.length; ) {
            long rest = 0;
            for (int i = first; i < words.length; i++) {
                long dividend = rest << 32 | words[i] & 0xFFFFFFFFL;
                words[i] = (int) (dividend / BILLION);
                rest = dividend % BILLION;
            }
            while (first < words.length && words[first] == 0) {
                first++;
            }
            int remaining = (int) rest;
            for (int i = 0; first < words.length ? i < 9 : remaining > 0 || start == digits.length; i++) {
                digits[--start] = (byte) ('0' + remaining % 10);
                remaining /= 10;
            }
        }
        if (value.signum() < 0) {
            digits[--start] = '-';
        }
        return new String(digits, start, digits.length - start, StandardCharsets.ISO_8859_1);
    }

    /** So many decimal digits a number has at least. */
    private static long leastDigits(BigInteger value) {
        return (long) ((value.bitLength() - 1) * Math.log10(2));
    }

    /** The digits of the absolute value, by a radix of which there is no limit. */
    public static String magnitude(PyInt number, int radix) {
        if (!number.fitsLong()) {
            return number.bigValue().abs().toString(radix);
        }
        long magnitude = Math.abs(number.longValue());
        // Unsigned, as the least long has no other absolute value.
        return switch (radix) {
            case 2 -> Long.toBinaryString(magnitude);
            case 8 -> Long.toOctalString(magnitude);
            case 16 -> Long.toHexString(magnitude);
            default -> Long.toUnsignedString(magnitude, radix);
        };
    }

    private static PyErr tooLong(int limit) {
        return PyErr.valueError(
                "Exceeds the limit (%d digits) for integer string conversion; use"
                        + " sys.set_int_max_str_digits() to increase the limit",
                limit);
    }

    /**
     * {@code int(text, radix)}.
     *
     * @param radix 2 to 36, or 0 to go by a prefix
     * @param shown what the error shows by its repr
     */
    public static PyInt parse(ThreadState thread, String text, int radix, PyObject shown) {
        PyInt simple = radix == 10 ? simple(text) : null;
        return simple != null ? simple : parseAny(thread, text, radix, shown);
    }

    /** The number that a few decimal digits stand for; null when there is anything else but a sign. */
    private static PyInt simple(String text) {
        int length = text.length();
        int start = length > 1 && text.charAt(0) == '-' ? 1 : 0;
        if (length == 0 || length > 18) {
            return null;
        }
        long value = 0;
        for (int i = start; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            value = value * 10 + digit;
        }
        return PyInt.of(start == 0 ? value : -value);
    }

    private static PyInt parseAny(ThreadState thread, String text, int radix, PyObject shown) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        boolean negative = false;
        if (start < end && (text.charAt(start) == '+' || text.charAt(start) == '-')) {
            negative = text.charAt(start++) == '-';
        }
        int base = radix;
        boolean prefixed = false;
        if (end - start > 1 && text.charAt(start) == '0') {
            int named = prefixRadix(text.charAt(start + 1));
            if (named != 0 && (radix == 0 || radix == named)) {
                base = named;
                start += 2;
                prefixed = true;
            }
        }
        if (base == 0) {
            base = 10;
        }
        String digits = digits(text, start, end, base, prefixed);
        if (digits == null
                || radix == 0 && !prefixed && digits.length() > 1 && digits.charAt(0) == '0' && !allZero(digits)) {
            throw PyErr.valueError("invalid literal for int() with base %d: %r", radix, shown);
        }
        if (Integer.bitCount(base) != 1) {
            checkLength(thread, digits.length());
        }
        if (digits.length() < 12) {
            long value = Long.parseLong(digits, base);
            return PyInt.of(negative ? -value : value);
        }
        BigInteger value = value(digits, 0, digits.length(), base);
        return PyInt.of(negative ? value.negate() : value);
    }

    /** The number that digits from one position to another stand for; long ones by halves, as multiplying is not quadratic. */
    private static BigInteger value(String digits, int start, int end, int base) {
        int count = end - start;
        if (count <= DIGITS_AT_ONCE) {
            return new BigInteger(digits.substring(start, end), base);
        }
        int low = DIGITS_AT_ONCE;
        while (low * 2L < count) {
            low *= 2;
        }
        BigInteger shift = BigInteger.valueOf(base).pow(low);
        return value(digits, start, end - low, base).multiply(shift).add(value(digits, end - low, end, base));
    }

    private static void checkLength(ThreadState thread, int digits) {
        int limit = thread.interpreter().intMaxStrDigits();
        if (limit > 0 && digits > limit) {
            throw PyErr.valueError(
                    "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use"
                            + " sys.set_int_max_str_digits() to increase the limit",
                    limit, digits);
        }
    }

    private static boolean allZero(String digits) {
        return digits.chars().allMatch(c -> c == '0');
    }

    private static int prefixRadix(char c) {
        return switch (c) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    /** The digits without underscores, in ASCII; null when they are none. */
    private static String digits(String text, int start, int end, int radix, boolean prefixed) {
        StringBuilder digits = new StringBuilder(end - start);
        boolean lastWasDigit = prefixed;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '_') {
                if (!lastWasDigit) {
                    return null;
                }
                lastWasDigit = false;
                continue;
            }
            int codePoint = text.codePointAt(i);
            int digit = c < 0x80 ? Character.digit(c, radix) : decimalDigit(codePoint, radix);
            if (digit < 0) {
                return null;
            }
            digits.append(Character.forDigit(digit, radix));
            i += Character.charCount(codePoint) - 1;
            lastWasDigit = true;
        }
        return lastWasDigit && digits.length() > 0 ? digits.toString() : null;
    }

    private static int decimalDigit(int codePoint, int radix) {
        if (Character.getType(codePoint) != Character.DECIMAL_DIGIT_NUMBER) {
            return -1;
        }
        int digit = Character.digit(codePoint, 10);
        return digit < radix ? digit : -1;
    }

    /** White space of Unicode; of ASCII, what is white space to C. */
    private static boolean isSpace(char c) {
        return c == ' '
                || c >= 9 && c <= 13
                || c == 0x85
                || c == 0xa0
                || c >= 0x1680 && (Character.isSpaceChar(c) || Character.isWhitespace(c));
    }
}
