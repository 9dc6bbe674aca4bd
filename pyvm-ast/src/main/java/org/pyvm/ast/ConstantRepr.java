package org.pyvm.ast;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.Unicode14;

/** What Python's {@code repr} says of the values that {@link Expr.Constant} holds. */
public final class ConstantRepr {
    private ConstantRepr() {}

    public static String of(Object constant) {
        return switch (constant) {
            case Boolean value -> value ? "True" : "False";
            case Long value -> value.toString();
            case BigInteger value -> value.toString();
            case Double value -> ofFloat(value);
            case Complex value -> ofComplex(value);
            case CodePoints value -> ofStr(value);
            case Bytes value -> ofBytes(value);
            case SpecialConstant value -> value.toString();
            case FrozenConstant value -> "frozenset({" + items(value.items()) + "})";
            case List<?> value -> value.size() == 1 ? "(" + items(value) + ",)" : "(" + items(value) + ")";
            default -> throw new IllegalArgumentException("no constant: " + constant.getClass());
        };
    }

    private static String items(List<?> items) {
        var text = new StringBuilder();
        for (Object item : items) {
            text.append(text.isEmpty() ? "" : ", ").append(of(item));
        }
        return text.toString();
    }

    /** The shortest digits that read back as the same number; with an exponent below 1e-4 and from 1e16 on. */
    public static String ofFloat(double value) {
        String text = shortest(value);
        boolean isPlainInteger = text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        return isPlainInteger ? text + ".0" : text;
    }

    private static String shortest(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0";
        }
        BigDecimal decimal = shortestDecimal(Math.abs(value));
        String digits = decimal.unscaledValue().toString();
        int point = digits.length() - decimal.scale();
        if (point <= -4 || point > 16) {
            int exponent = point - 1;
            String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
            String size = Math.abs(exponent) < 10 ? "0" : "";
            return sign + digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + size + Math.abs(exponent);
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        if (point >= digits.length()) {
            return sign + digits + "0".repeat(point - digits.length());
        }
        return sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    /** Java finds the same digits, except that it never gives fewer than two where one would do. */
    private static BigDecimal shortestDecimal(double value) {
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            // Only next to zero, where doubles are far apart, is another digit right than the first of the two.
            BigDecimal rounded = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return decimal;
    }

    private static String ofComplex(Complex value) {
        String imag = shortest(value.imag()) + "j";
        if (value.real() == 0 && Double.doubleToRawLongBits(value.real()) == 0) {
            return imag;
        }
        return "(" + shortest(value.real()) + (imag.startsWith("-") ? "" : "+") + imag + ")";
    }

    public static String ofStr(CodePoints value) {
        char quote = '\'';
        boolean single = false;
        boolean twofold = false;
        for (int i = 0; i < value.length(); i++) {
            single |= value.codePointAt(i) == '\'';
            twofold |= value.codePointAt(i) == '"';
        }
        if (single && !twofold) {
            quote = '"';
        }
        var text = new StringBuilder(value.length() + 2).append(quote);
        for (int i = 0; i < value.length(); i++) {
            int c = value.codePointAt(i);
            if (c == quote || c == '\\') {
                text.append('\\').append((char) c);
            } else if (Unicode14.isPrintable(c)) {
                text.appendCodePoint(c);
            } else {
                appendEscape(text, c);
            }
        }
        return text.append(quote).toString();
    }

    private static void appendEscape(StringBuilder text, int c) {
        switch (c) {
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            default -> {
                if (c < 0x100) {
                    appendHex(text.append("\\x"), c, 2);
                } else if (c < 0x10000) {
                    appendHex(text.append("\\u"), c, 4);
                } else {
                    appendHex(text.append("\\U"), c, 8);
                }
            }
        }
    }

    private static void appendHex(StringBuilder text, int value, int digits) {
        for (int i = digits - 1; i >= 0; i--) {
            text.append(Character.forDigit(value >> 4 * i & 0xF, 16));
        }
    }

    private static String ofBytes(Bytes value) {
        char quote = '\'';
        boolean single = false;
        boolean twofold = false;
        for (int i = 0; i < value.length(); i++) {
            single |= value.at(i) == '\'';
            twofold |= value.at(i) == '"';
        }
        if (single && !twofold) {
            quote = '"';
        }
        var text = new StringBuilder(value.length() + 3).append('b').append(quote);
        for (int i = 0; i < value.length(); i++) {
            int c = value.at(i);
            if (c == quote || c == '\\') {
                text.append('\\').append((char) c);
            } else if (c >= ' ' && c < 0x7F) {
                text.append((char) c);
            } else {
                appendEscape(text, c);
            }
        }
        return text.append(quote).toString();
    }
}
