package org.pyvm.objects.types;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Texts of floats: the shortest that reads back as the same number, and those of a given precision. */
public final class FloatRepr {
    /** Digits of the number {@code 0.DIGITS * 10**pointAt}. */
    private record Decimal(String digits, int pointAt) {}

    /** Decimals beyond which every double has only zeros. */
    private static final int MOST_DECIMALS = 1080;

    /** The powers of ten that are a long. */
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private FloatRepr() {}

    /** {@code repr(value)}. */
    public static String repr(double value) {
        double magnitude = Math.abs(value);
        if (magnitude >= 1e-3 && magnitude < 1e7) {
            // Here Java writes what Python does.
            return Double.toString(value);
        }
        return format(value, 'r', 0, true, false);
    }

    /**
     * {@code PyOS_double_to_string}.
     *
     * @param code {@code e}, {@code f}, {@code g}, or {@code r} for the shortest text
     * @param precision not used by {@code r}
     * @param withPoint whether a text that would look like an int gets {@code .0}
     * @param alternate whether the point stays though no digit follows it, and {@code g} keeps zeros at the end
     */
    public static String format(double value, char code, int precision, boolean withPoint, boolean alternate) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        String sign = value < 0 || value == 0 && 1 / value < 0 ? "-" : "";
        if (Double.isInfinite(value)) {
            return sign + "inf";
        }
        double magnitude = Math.abs(value);
        int digits = code == 'g' && precision == 0 ? 1 : precision;
        Decimal decimal = switch (code) {
            case 'r' -> shortest(magnitude);
            case 'e' -> rounded(magnitude, digits + 1);
            case 'g' -> rounded(magnitude, digits);
            case 'f' -> fixed(magnitude, digits);
            default -> throw new IllegalArgumentException("format " + code);
        };
        return sign + layOut(decimal, code, digits, withPoint, alternate);
    }

    private static Decimal zero() {
        return new Decimal("0", 1);
    }

    /** Shortest digits that read back as the value; of those the nearest to it. */
    private static Decimal shortest(double value) {
        if (value == 0) {
            return zero();
        }
        String text = Double.toString(value);
        int exponentAt = text.indexOf('E');
        int exponent = exponentAt < 0 ? 0 : Integer.parseInt(text.substring(exponentAt + 1));
        String mantissa = exponentAt < 0 ? text : text.substring(0, exponentAt);
        int point = mantissa.indexOf('.');
        String all = mantissa.substring(0, point) + mantissa.substring(point + 1);
        int zeros = 0;
        while (all.charAt(zeros) == '0') {
            zeros++;
        }
        Decimal decimal = new Decimal(withoutZeros(all.substring(zeros)), point - zeros + exponent);
        return decimal.digits.length() == 2 ? shorterIfSame(decimal, value) : decimal;
    }

    /** Java writes two digits where one would do: {@code 4.9E-324} is {@code 5e-324}. */
    private static Decimal shorterIfSame(Decimal decimal, double value) {
        int tens = decimal.digits.charAt(0) - '0';
        int nearest = decimal.digits.charAt(1) >= '5' ? tens + 1 : tens;
        String one = nearest + "E" + (decimal.pointAt - 1);
        if (Double.parseDouble(one) != value) {
            return decimal;
        }
        return nearest == 10 ? new Decimal("1", decimal.pointAt + 1) : new Decimal("" + nearest, decimal.pointAt);
    }

    private static Decimal rounded(double value, int digits) {
        if (value == 0) {
            return zero();
        }
        Decimal quick = roundedQuickly(value, digits);
        if (quick != null) {
            return quick;
        }
        // No double has more than 767 significant digits.
        BigDecimal exact = new BigDecimal(value).round(new MathContext(Math.min(digits, 800), RoundingMode.HALF_EVEN));
        return decimal(exact);
    }

    /** Null when that takes more than the arithmetic of {@link #scaled}. */
    private static Decimal roundedQuickly(double value, int digits) {
        int decimals = digits - 1 - (int) Math.floor(Math.log10(value));
        if (digits >= POWERS.length || decimals < 0 || decimals >= POWERS.length) {
            return null;
        }
        long scaled = scaled(value, decimals);
        // The power itself may be a value below it, rounded to one digit less: the logarithm is not exact.
        return scaled > POWERS[digits - 1] && scaled <= POWERS[digits] ? decimal(scaled, decimals) : null;
    }

    private static Decimal fixed(double value, int decimals) {
        if (value == 0) {
            return zero();
        }
        long scaled = scaled(value, decimals);
        if (scaled >= 0) {
            return scaled == 0 ? new Decimal("", -decimals) : decimal(scaled, decimals);
        }
        BigDecimal exact = new BigDecimal(value).setScale(Math.min(decimals, MOST_DECIMALS), RoundingMode.HALF_EVEN);
        return exact.signum() == 0 ? new Decimal("", -decimals) : decimal(exact);
    }

    /** The value times a power of ten, rounded half to even from its exact bits; -1 when that takes more than 128 of them. */
    private static long scaled(double value, int decimals) {
        int exponent = Math.getExponent(value);
        // Behind the point of 2 * value * 2**52: the last bit before it says whether a half is left.
        int shift = 51 - exponent;
        if (exponent < Double.MIN_EXPONENT || decimals >= POWERS.length || shift < 0 || shift > 126) {
            return -1;
        }
        long significand = Double.doubleToRawLongBits(value) & (1L << 52) - 1 | 1L << 52;
        long high = Math.multiplyHigh(significand, POWERS[decimals]);
        long low = significand * POWERS[decimals];
        long doubled;
        boolean isMore;
        if (shift >= 64) {
            doubled = high >>> shift - 64;
            isMore = low != 0 || (high & (1L << shift - 64) - 1) != 0;
        } else {
            doubled = shift == 0 ? low : high << 64 - shift | low >>> shift;
            isMore = (low & (1L << shift) - 1) != 0;
            if (doubled < 0 || high >>> shift != 0) {
                return -1;
            }
        }
        boolean isUp = (doubled & 1) != 0 && (isMore || (doubled & 2) != 0);
        return (doubled >>> 1) + (isUp ? 1 : 0);
    }

    private static Decimal decimal(long scaled, int decimals) {
        String digits = Long.toString(scaled);
        return new Decimal(withoutZeros(digits), digits.length() - decimals);
    }

    private static Decimal decimal(BigDecimal value) {
        String digits = value.unscaledValue().toString();
        return new Decimal(withoutZeros(digits), digits.length() - value.scale());
    }

    private static String withoutZeros(String digits) {
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    private static String layOut(Decimal decimal, char code, int precision, boolean withPoint, boolean alternate) {
        int pointAt = decimal.pointAt;
        boolean exponential = switch (code) {
            case 'e' -> true;
            case 'r' -> pointAt <= -4 || pointAt > 16;
            case 'g' -> pointAt <= -4 || pointAt > precision - (withPoint ? 1 : 0);
            default -> false;
        };
        int end = decimal.digits.length();
        if (code == 'e') {
            end = precision + 1;
        } else if (code == 'f') {
            end = pointAt + precision;
        } else if (code == 'g' && alternate) {
            end = precision;
        }
        int exponent = pointAt - 1;
        if (exponential) {
            pointAt = 1;
        }
        int start = pointAt <= 0 ? pointAt - 1 : 0;
        end = Math.max(end, !exponential && withPoint ? pointAt + 1 : pointAt);
        StringBuilder out = new StringBuilder(end - start + 8);
        for (int i = start; i < end; i++) {
            if (i == pointAt) {
                out.append('.');
            }
            out.append(i >= 0 && i < decimal.digits.length() ? decimal.digits.charAt(i) : '0');
        }
        if (end == pointAt && alternate) {
            out.append('.');
        }
        if (exponential) {
            out.append(exponent < 0 ? "e-" : "e+");
            if (Math.abs(exponent) < 10) {
                out.append('0');
            }
            out.append(Math.abs(exponent));
        }
        return out.toString();
    }
}
