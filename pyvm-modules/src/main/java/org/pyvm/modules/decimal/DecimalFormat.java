package org.pyvm.modules.decimal;

import java.util.ArrayList;
import java.util.List;

/** A format specification for a number, and what it makes of one. */
final class DecimalFormat {
    private int fill = ' ';
    private char align = '>';
    private char sign = '-';
    private boolean noNegativeZero;
    private long width;
    private boolean zeroPadded;
    private long precision = -1;
    private char type;
    private String decimalPoint = ".";
    private String thousandsSeparator = "";
    private int[] grouping = {};

    private DecimalFormat() {}

    /** @return null when the text is no specification */
    static DecimalFormat parse(int[] spec) {
        DecimalFormat format = new DecimalFormat();
        int at = 0;
        boolean aligned = false;
        if (spec.length > 1 && isAlign(spec[1])) {
            format.fill = spec[0];
            format.align = (char) spec[1];
            at = 2;
            aligned = true;
        } else if (spec.length > 0 && isAlign(spec[0])) {
            format.align = (char) spec[0];
            at = 1;
            aligned = true;
        }
        if (at < spec.length && (spec[at] == '+' || spec[at] == '-' || spec[at] == ' ')) {
            format.sign = (char) spec[at++];
        }
        if (at < spec.length && spec[at] == 'z') {
            format.noNegativeZero = true;
            at++;
        }
        if (at < spec.length && spec[at] == '0') {
            if (aligned) {
                return null;
            }
            format.zeroPadded = true;
            format.fill = '0';
            format.align = '=';
            at++;
        }
        return format.parseRest(spec, at);
    }

    private static boolean isAlign(int c) {
        return c == '<' || c == '>' || c == '=' || c == '^';
    }

    private static boolean isDigit(int[] spec, int at) {
        return at < spec.length && spec[at] >= '0' && spec[at] <= '9';
    }

    private DecimalFormat parseRest(int[] spec, int start) {
        int at = start;
        if (at < spec.length && spec[at] == '0') {
            return null;
        }
        for (; isDigit(spec, at); at++) {
            width = Math.min(width * 10 + spec[at] - '0', Integer.MAX_VALUE);
        }
        if (at < spec.length && spec[at] == ',') {
            thousandsSeparator = ",";
            grouping = new int[] {3};
            at++;
        }
        if (at < spec.length && spec[at] == '.') {
            at++;
            if (!isDigit(spec, at)) {
                return null;
            }
            precision = 0;
            for (; isDigit(spec, at); at++) {
                precision = Math.min(precision * 10 + spec[at] - '0', Integer.MAX_VALUE);
            }
        }
        if (at < spec.length) {
            if (spec[at] > 'z' || "eEfFgGn%".indexOf(spec[at]) < 0) {
                return null;
            }
            type = (char) spec[at++];
        }
        boolean sane = width < Integer.MAX_VALUE && precision < Integer.MAX_VALUE;
        return sane && at == spec.length && !(type == 'n' && !thousandsSeparator.isEmpty()) ? this : null;
    }

    boolean isLocal() {
        return type == 'n';
    }

    /** Sets how the digits before the point are grouped, by sizes from the point on, the last of which is repeated. */
    void setNumerals(String point, String separator, int[] sizes) {
        decimalPoint = point;
        thousandsSeparator = separator;
        grouping = sizes;
    }

    /** @param context gives the rounding, and whether exponents have capital letters */
    int[] format(DecimalNumber number, DecimalContext context) {
        String digits;
        boolean negative = number.isNegative();
        if (number.isSpecial()) {
            digits = DecimalText.toText(number.withSign(false), true);
            if (zeroPadded) {
                fill = ' ';
                align = '>';
            }
            return pad(signText(negative), type == '%' ? digits + "%" : digits);
        }
        DecimalNumber rounded = round(number, context.rounding);
        if (noNegativeZero && rounded.isZero()) {
            negative = false;
        }
        String signText = signText(negative);
        return pad(signText, body(rounded.withSign(false), signText.length(), context));
    }

    private String signText(boolean negative) {
        return negative ? "-" : sign == '-' ? "" : String.valueOf(sign);
    }

    private DecimalNumber round(DecimalNumber number, Rounding rounding) {
        DecimalContext quiet = DecimalContext.widest(DecimalContext.MAX_PREC);
        DecimalNumber x = type == '%' ? number.withExponent(number.exponent() + 2) : number;
        if (precision < 0) {
            boolean fixed = type == '%' || type == 'f' || type == 'F';
            return fixed && x.isZero() && x.exponent() > 0 ? x.withExponent(0) : x;
        }
        switch (type) {
            case 'e', 'E' -> {
                return toDigits(x, precision + 1, rounding, quiet);
            }
            case 'f', 'F', '%' -> {
                return DecimalRounding.rescale(x, -precision, rounding, quiet);
            }
            default -> {
                long most = Math.max(1, precision);
                return x.digits() > most ? toDigits(x, most, rounding, quiet) : x;
            }
        }
    }

    private static DecimalNumber toDigits(DecimalNumber x, long digits, Rounding rounding, DecimalContext quiet) {
        if (x.isZero()) {
            return x;
        }
        DecimalNumber result = DecimalRounding.rescale(x, x.adjusted() + 1 - digits, rounding, quiet);
        // Rounding up may have given one digit more.
        return result.digits() > digits
                ? DecimalRounding.rescale(result, result.exponent() + 1, rounding, quiet)
                : result;
    }

    private String body(DecimalNumber x, int signLength, DecimalContext context) {
        String digits = x.coefficientText();
        long leftDigits = x.exponent() + digits.length();
        long point;
        boolean capitals = type == 0 ? context.capitals : type == 'E' || type == 'G';
        switch (type) {
            case 'e', 'E' -> point = 1;
            case 'f', 'F', '%' -> point = leftDigits;
            default -> point = x.exponent() <= 0 && leftDigits > -6 ? leftDigits : 1;
        }
        if ((type == 'e' || type == 'E') && x.isZero() && precision >= 0) {
            // The zeros behind the point are those of the precision.
            digits = "0".repeat((int) precision + 1);
            leftDigits = x.exponent() + digits.length();
        }
        String whole;
        String fraction;
        if (point <= 0) {
            whole = "0";
            fraction = "0".repeat((int) -point) + digits;
        } else if (point > digits.length()) {
            whole = digits + "0".repeat((int) (point - digits.length()));
            fraction = "";
        } else {
            whole = digits.substring(0, (int) point);
            fraction = digits.substring((int) point);
        }
        long exponent = leftDigits - point;
        String tail = fraction.isEmpty() ? "" : decimalPoint + fraction;
        if (exponent != 0 || type == 'e' || type == 'E') {
            tail += (capitals ? "E" : "e") + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
        }
        if (type == '%') {
            tail += "%";
        }
        return group(whole, tail, signLength);
    }

    /** Groups digits; those that zero padding adds too. */
    private String group(String whole, String tail, int signLength) {
        if (thousandsSeparator.isEmpty() || grouping.length == 0) {
            return whole + tail;
        }
        long least = zeroPadded ? width - tail.length() - signLength : 0;
        List<String> groups = new ArrayList<>();
        int end = whole.length();
        long length = 0;
        int index = 0;
        while (end > 0 || length < least) {
            int size = grouping[Math.min(index, grouping.length - 1)];
            index++;
            if (size <= 0 || size > 126) {
                // From here on there are no groups, but zeros where padding asks for them.
                String rest = whole.substring(0, Math.max(0, end));
                long zeros = least - length - (length > 0 ? thousandsSeparator.length() : 0) - rest.length();
                groups.add(0, "0".repeat((int) Math.max(rest.isEmpty() ? 1 : 0, zeros)) + rest);
                break;
            }
            String group = whole.substring(Math.max(0, end - size), Math.max(0, end));
            if (length > 0) {
                length += thousandsSeparator.length();
            }
            long wanted = Math.min(size, Math.max(least - length, 1));
            if (group.length() < wanted) {
                group = "0".repeat((int) (wanted - group.length())) + group;
            }
            groups.add(0, group);
            length += group.length();
            end -= size;
        }
        return String.join(thousandsSeparator, groups) + tail;
    }

    private int[] pad(String signText, String body) {
        int[] text = body.codePoints().toArray();
        long missing = width - signText.length() - text.length;
        int count = missing > 0 ? (int) missing : 0;
        int before = switch (align) {
            case '<' -> 0;
            case '^' -> count / 2;
            default -> count;
        };
        int[] result = new int[signText.length() + text.length + count];
        int at = 0;
        if (align == '=' && !signText.isEmpty()) {
            result[at++] = signText.charAt(0);
        }
        for (int i = 0; i < before; i++) {
            result[at++] = fill;
        }
        if (align != '=' && !signText.isEmpty()) {
            result[at++] = signText.charAt(0);
        }
        System.arraycopy(text, 0, result, at, text.length);
        at += text.length;
        while (at < result.length) {
            result[at++] = fill;
        }
        return result;
    }
}
