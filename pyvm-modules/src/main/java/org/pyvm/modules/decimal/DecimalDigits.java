package org.pyvm.modules.decimal;

import java.math.BigInteger;
import java.util.function.IntBinaryOperator;

/** Operations on digits and exponents: logical ones, shifts, neighbours. */
final class DecimalDigits {
    private DecimalDigits() {}

    /** The digits of a number of only zeros and ones, or null for another one. */
    private static String logicalDigits(DecimalNumber x) {
        if (x.isSpecial() || x.isNegative() || x.exponent() != 0) {
            return null;
        }
        String digits = x.coefficientText();
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) > '1') {
                return null;
            }
        }
        return digits;
    }

    private static String toLength(String digits, long length) {
        if (digits.length() > length) {
            return digits.substring((int) (digits.length() - length));
        }
        return "0".repeat((int) (length - digits.length())) + digits;
    }

    private static DecimalNumber number(boolean negative, String digits, long exponent) {
        return DecimalNumber.of(negative, new BigInteger(digits.isEmpty() ? "0" : digits), exponent);
    }

    static DecimalNumber logical(
            DecimalNumber x, DecimalNumber y, IntBinaryOperator operation, DecimalContext context) {
        String a = logicalDigits(x);
        String b = logicalDigits(y);
        if (a == null || b == null) {
            return context.invalid();
        }
        long length = Math.min(context.prec, Math.max(a.length(), b.length()));
        a = toLength(a, length);
        b = toLength(b, length);
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < length; i++) {
            result.append((char) ('0' + operation.applyAsInt(a.charAt(i) - '0', b.charAt(i) - '0')));
        }
        return number(false, result.toString(), 0);
    }

    static DecimalNumber invert(DecimalNumber x, DecimalContext context) {
        String digits = logicalDigits(x);
        if (digits == null) {
            return context.invalid();
        }
        BigInteger ones = PowersOfTen.of(context.prec).subtract(BigInteger.ONE).divide(BigInteger.valueOf(9));
        BigInteger kept = new BigInteger(toLength(digits, Math.min(digits.length(), context.prec)));
        return DecimalNumber.of(false, ones.subtract(kept), 0);
    }

    /** The second operand of shifts as a number of places; null when it is none, which is invalid. */
    private static Long places(DecimalNumber y, long most) {
        if (y.isSpecial() || y.exponent() != 0 || !y.isSmall() || y.small() > most) {
            return null;
        }
        return y.isNegative() ? -y.small() : y.small();
    }

    static DecimalNumber shift(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        DecimalNumber nan = DecimalArithmetic.nanOf(x, y, context);
        if (nan != null) {
            return nan;
        }
        Long places = places(y, context.prec);
        if (places == null) {
            return context.invalid();
        }
        if (x.isInfinite()) {
            return x;
        }
        BigInteger digits = lowest(x.coefficient(), context);
        if (places < 0) {
            digits = -places >= x.digits() ? BigInteger.ZERO : digits.divide(PowersOfTen.of(-places));
        } else if (digits.signum() != 0) {
            digits = digits.multiply(PowersOfTen.of(places));
        }
        return DecimalNumber.of(x.isNegative(), lowest(digits, context), x.exponent());
    }

    private static BigInteger lowest(BigInteger digits, DecimalContext context) {
        return PowersOfTen.digits(digits) > context.prec ? digits.mod(PowersOfTen.of(context.prec)) : digits;
    }

    static DecimalNumber rotate(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        DecimalNumber nan = DecimalArithmetic.nanOf(x, y, context);
        if (nan != null) {
            return nan;
        }
        Long places = places(y, context.prec);
        if (places == null) {
            return context.invalid();
        }
        if (x.isInfinite()) {
            return x;
        }
        BigInteger digits = lowest(x.coefficient(), context);
        long left = Math.floorMod(places, context.prec);
        BigInteger[] parts = digits.divideAndRemainder(PowersOfTen.of(context.prec - left));
        BigInteger rotated = parts[1].multiply(PowersOfTen.of(left)).add(parts[0]);
        return DecimalNumber.of(x.isNegative(), rotated, x.exponent());
    }

    static DecimalNumber scaleb(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        DecimalNumber nan = DecimalArithmetic.nanOf(x, y, context);
        if (nan != null) {
            return nan;
        }
        long limit = 2 * (context.emax + context.prec);
        Long places = places(y, limit);
        if (places == null) {
            return context.invalid();
        }
        return x.isInfinite() ? x : DecimalRounding.fix(x.withExponent(x.exponent() + places), context);
    }

    static DecimalNumber logb(DecimalNumber x, DecimalContext context) {
        DecimalNumber nan = DecimalArithmetic.nanOf(x, context);
        if (nan != null) {
            return nan;
        }
        if (x.isInfinite()) {
            return DecimalNumber.infinity(false);
        }
        if (x.isZero()) {
            context.raise(Signal.DIVISION_BY_ZERO);
            return DecimalNumber.infinity(true);
        }
        return DecimalRounding.fix(DecimalNumber.of(BigInteger.valueOf(x.adjusted())), context);
    }

    /** The next number that the context has, above or below. */
    static DecimalNumber next(DecimalNumber x, boolean up, DecimalContext context) {
        DecimalNumber nan = DecimalArithmetic.nanOf(x, context);
        if (nan != null) {
            return nan;
        }
        if (x.isInfinite()) {
            return x.isNegative() == up ? DecimalRounding.largest(x.isNegative(), context) : x;
        }
        DecimalContext away = context.withRounding(up ? Rounding.ROUND_CEILING : Rounding.ROUND_FLOOR);
        DecimalNumber fixed = DecimalRounding.fix(x, away);
        if ((away.raised & Signal.INEXACT) != 0) {
            return fixed;
        }
        return DecimalArithmetic.add(x, DecimalNumber.of(!up, 1, context.etiny() - 1), away);
    }

    static DecimalNumber nextToward(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        DecimalNumber nan = DecimalArithmetic.nanOf(x, y, context);
        if (nan != null) {
            return nan;
        }
        int order = DecimalComparison.compare(x, y);
        if (order == 0) {
            return x.withSign(y.isNegative());
        }
        DecimalNumber result = next(x, order < 0, context);
        if (result.isInfinite()) {
            context.raise(Signal.OVERFLOW | Signal.ROUNDED | Signal.INEXACT);
        } else if (result.adjusted() < context.emin) {
            context.raise(Signal.UNDERFLOW | Signal.SUBNORMAL | Signal.ROUNDED | Signal.INEXACT);
            if (result.isZero()) {
                context.raise(Signal.CLAMPED);
            }
        }
        return result;
    }

    static boolean sameQuantum(DecimalNumber x, DecimalNumber y) {
        if (x.isSpecial() || y.isSpecial()) {
            return x.isNaN() && y.isNaN() || x.isInfinite() && y.isInfinite();
        }
        return x.exponent() == y.exponent();
    }

    static boolean isSubnormal(DecimalNumber x, DecimalContext context) {
        return x.isFinite() && !x.isZero() && x.adjusted() < context.emin;
    }

    static String numberClass(DecimalNumber x, DecimalContext context) {
        if (x.isNaN()) {
            return x.isSignalingNaN() ? "sNaN" : "NaN";
        }
        String kind =
                x.isInfinite() ? "Infinity" : x.isZero() ? "Zero" : isSubnormal(x, context) ? "Subnormal" : "Normal";
        return (x.isNegative() ? "-" : "+") + kind;
    }
}
