package org.pyvm.ast.internal;

import java.math.BigInteger;
import org.pyvm.ast.Complex;

/** Reads number tokens, whose form the tokenizer has checked. */
final class NumberLiteral {
    /** The most decimal digits that CPython turns into an int unless told otherwise. */
    private static final int MAX_DIGITS = 4300;

    private NumberLiteral() {}

    /** A decimal int with too many digits; the message is CPython's. */
    static final class TooManyDigits extends RuntimeException {
        TooManyDigits(int digits) {
            super(
                    "Exceeds the limit (" + MAX_DIGITS + " digits) for integer string conversion: value has " + digits
                            + " digits; use sys.set_int_max_str_digits() to increase the limit"
                            + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
                    null,
                    false,
                    false);
        }
    }

    /** A Long, BigInteger, Double or Complex. */
    static Object valueOf(String token) {
        if (token.length() == 1) {
            return (long) (token.charAt(0) - '0');
        }
        String text = token.indexOf('_') < 0 ? token : token.replace("_", "");
        if (text.charAt(0) == '0' && text.length() > 1) {
            switch (text.charAt(1)) {
                case 'x', 'X':
                    return integer(text.substring(2), 16);
                case 'o', 'O':
                    return integer(text.substring(2), 8);
                case 'b', 'B':
                    return integer(text.substring(2), 2);
                default:
                    break; // 0.5, 00, 0j
            }
        }
        char last = text.charAt(text.length() - 1);
        if (last == 'j' || last == 'J') {
            return new Complex(0.0, Double.parseDouble(text.substring(0, text.length() - 1)));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == 'e' || c == 'E') {
                return Double.parseDouble(text);
            }
        }
        if (text.length() > MAX_DIGITS) {
            throw new TooManyDigits(text.length());
        }
        return integer(text, 10);
    }

    private static Object integer(String digits, int radix) {
        if (digits.length() <= 15 || radix == 10 && digits.length() <= 18) {
            return Long.parseLong(digits, radix);
        }
        var big = new BigInteger(digits, radix);
        if (big.bitLength() < Long.SIZE) {
            return big.longValue();
        }
        return big;
    }
}
