package org.pyvm.compiler.internal.constants;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.pyvm.ast.Bytes;
import org.pyvm.ast.Complex;
import org.pyvm.ast.FrozenConstant;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.tokenizer.CodePoints;
import org.pyvm.tokenizer.Unicode14;

/** {@code repr} of constants. */
public final class ConstantRepr {
    /** Where {@code repr} of a float turns to scientific notation. */
    private static final int LARGEST_FIXED_EXPONENT = 16;

    private static final int SMALLEST_FIXED_EXPONENT = -4;

    private ConstantRepr() {}

    /** As Python writes it; what is no constant as Java does. */
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
            case List<?> value ->
                "("
                        + value.stream().map(ConstantRepr::of).collect(Collectors.joining(", "))
                        + (value.size() == 1 ? ",)" : ")");
            case FrozenConstant value ->
                value.items().isEmpty()
                        ? "frozenset()"
                        : "frozenset({"
                                + value.items().stream().map(ConstantRepr::of).collect(Collectors.joining(", "))
                                + "})";
            default -> constant.toString();
        };
    }

    private static String ofFloat(double value) {
        String text = digits(value);
        boolean integral = text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
        return integral ? text + ".0" : text;
    }

    /** The shortest decimal that reads back as the same number, without {@code .0}. */
    private static String digits(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= SMALLEST_FIXED_EXPONENT && exponent < LARGEST_FIXED_EXPONENT) {
            return decimal.toPlainString();
        }
        String mantissa = decimal.unscaledValue().abs().toString();
        String fraction = mantissa.length() > 1 ? "." + mantissa.substring(1) : "";
        String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return (decimal.signum() < 0 ? "-" : "") + mantissa.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+")
                + power;
    }

    private static String ofComplex(Complex value) {
        String imaginary = digits(value.imag()) + "j";
        if (value.real() == 0 && 1 / value.real() > 0) {
            return imaginary;
        }
        String sign = imaginary.startsWith("-") ? "" : "+";
        return "(" + digits(value.real()) + sign + imaginary + ")";
    }

    private static char quoteFor(boolean single, boolean dbl) {
        return single && !dbl ? '"' : '\'';
    }

    private static String ofStr(CodePoints text) {
        boolean single = false;
        boolean dbl = false;
        for (int i = 0; i < text.length(); i++) {
            single |= text.codePointAt(i) == '\'';
            dbl |= text.codePointAt(i) == '"';
        }
        char quote = quoteFor(single, dbl);
        var out = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if (Unicode14.isPrintable(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(escape(c));
            }
        }
        return out.append(quote).toString();
    }

    private static String ofBytes(Bytes bytes) {
        boolean single = false;
        boolean dbl = false;
        for (int i = 0; i < bytes.length(); i++) {
            single |= bytes.at(i) == '\'';
            dbl |= bytes.at(i) == '"';
        }
        char quote = quoteFor(single, dbl);
        var out = new StringBuilder().append('b').append(quote);
        for (int i = 0; i < bytes.length(); i++) {
            int c = bytes.at(i);
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c >= ' ' && c < 0x7F) {
                out.append((char) c);
            } else {
                out.append(escape(c));
            }
        }
        return out.append(quote).toString();
    }

    private static String escape(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        };
    }
}
