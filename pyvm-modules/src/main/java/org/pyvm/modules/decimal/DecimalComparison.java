package org.pyvm.modules.decimal;

/** Orders: that of values, and the total one in which each way to write a number has its place. */
final class DecimalComparison {
    private DecimalComparison() {}

    /** Compares the values of numbers and infinities. */
    static int compare(DecimalNumber x, DecimalNumber y) {
        if (x.signum() != y.signum() || x.signum() == 0) {
            return Integer.compare(x.signum(), y.signum());
        }
        int order = compareMagnitudes(x, y);
        return x.isNegative() ? -order : order;
    }

    /** Compares the absolute values of numbers that are not zero, and infinities. */
    private static int compareMagnitudes(DecimalNumber x, DecimalNumber y) {
        if (x.isInfinite() || y.isInfinite()) {
            return Boolean.compare(x.isInfinite(), y.isInfinite());
        }
        if (x.adjusted() != y.adjusted()) {
            return Long.compare(x.adjusted(), y.adjusted());
        }
        long exponent = Math.min(x.exponent(), y.exponent());
        DecimalNumber a = x.padded(exponent);
        DecimalNumber b = y.padded(exponent);
        return a.isSmall() && b.isSmall()
                ? Long.compare(a.small(), b.small())
                : a.coefficient().compareTo(b.coefficient());
    }

    private static DecimalNumber ofInt(int order) {
        return DecimalNumber.of(order < 0, Math.abs(order), 0);
    }

    static DecimalNumber compare(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        DecimalNumber nan = DecimalArithmetic.nanOf(x, y, context);
        return nan != null ? nan : ofInt(compare(x, y));
    }

    /** As {@link #compare}, but all NaNs are invalid. */
    static DecimalNumber compareSignal(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        if (x.isNaN() || y.isNaN()) {
            context.raise(Signal.INVALID_OPERATION);
        }
        return compare(x, y, context);
    }

    private static int rank(DecimalNumber x) {
        return x.isQuietNaN() ? 2 : x.isSignalingNaN() ? 1 : 0;
    }

    static int total(DecimalNumber x, DecimalNumber y) {
        if (x.isNegative() != y.isNegative()) {
            return x.isNegative() ? -1 : 1;
        }
        int order = totalMagnitude(x.withSign(false), y.withSign(false));
        return x.isNegative() ? -order : order;
    }

    private static int totalMagnitude(DecimalNumber x, DecimalNumber y) {
        if (x.isNaN() || y.isNaN()) {
            return rank(x) != rank(y)
                    ? Integer.compare(rank(x), rank(y))
                    : Integer.signum(x.coefficient().compareTo(y.coefficient()));
        }
        int order = compare(x, y);
        return order != 0 || x.isInfinite() ? order : Long.compare(x.exponent(), y.exponent());
    }

    static DecimalNumber compareTotal(DecimalNumber x, DecimalNumber y) {
        return ofInt(total(x, y));
    }

    static DecimalNumber compareTotalMagnitude(DecimalNumber x, DecimalNumber y) {
        return ofInt(total(x.withSign(false), y.withSign(false)));
    }

    /** {@code max}, {@code min} and those by magnitude: a number is chosen before a quiet NaN. */
    static DecimalNumber choose(
            DecimalNumber x, DecimalNumber y, boolean larger, boolean byMagnitude, DecimalContext context) {
        if (x.isNaN() || y.isNaN()) {
            if (x.isQuietNaN() && !y.isNaN()) {
                return DecimalRounding.fix(y, context);
            }
            if (y.isQuietNaN() && !x.isNaN()) {
                return DecimalRounding.fix(x, context);
            }
            return DecimalArithmetic.nanOf(x, y, context);
        }
        int order = byMagnitude ? compare(x.withSign(false), y.withSign(false)) : compare(x, y);
        if (order == 0) {
            order = total(x, y);
        }
        return DecimalRounding.fix(larger == order < 0 ? y : x, context);
    }
}
