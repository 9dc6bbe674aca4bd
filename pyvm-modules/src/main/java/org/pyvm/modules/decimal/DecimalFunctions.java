package org.pyvm.modules.decimal;

import java.math.BigInteger;

/**
 * Exponential function, logarithms and powers, correctly rounded. They are calculated with some digits more than asked for, and with
 * more still while the result lies too near to where rounding would change.
 */
final class DecimalFunctions {
    private static final int GUARD_DIGITS = 6;
    private static final int MOST_TRIES = 5;

    private DecimalFunctions() {}

    /** Calculates a value that is not exact to a number of digits, with an error of at most a few units of the last one. */
    private interface Approximation {
        DecimalNumber to(long digits);
    }

    private static DecimalNumber round(Approximation approximation, DecimalContext context) {
        long digits = context.prec + GUARD_DIGITS;
        for (int tries = 0; ; tries++) {
            DecimalNumber value = approximation.to(digits);
            long extra = value.digits() - context.prec;
            if (extra >= 4 && isClear(value, extra)) {
                return value;
            }
            if (tries == MOST_TRIES) {
                // Nothing but an exact result stays so near: then the last digits are only error.
                DecimalContext quiet = DecimalContext.widest(DecimalContext.MAX_PREC);
                long cut = value.exponent() + GUARD_DIGITS;
                return DecimalRounding.rescale(value, cut, Rounding.ROUND_HALF_EVEN, quiet);
            }
            digits += context.prec / 2 + GUARD_DIGITS;
        }
    }

    /** Whether an error of some units of the last digit leaves the rounded value alone. */
    private static boolean isClear(DecimalNumber value, long extra) {
        BigInteger unit = PowersOfTen.of(extra);
        BigInteger rest = value.coefficient().mod(unit);
        BigInteger half = unit.shiftRight(1);
        BigInteger error = BigInteger.valueOf(20);
        return rest.subtract(half).abs().compareTo(error) > 0
                && rest.compareTo(error) > 0
                && unit.subtract(rest).compareTo(error) > 0;
    }

    private static DecimalNumber inexact(DecimalNumber value, DecimalContext context) {
        DecimalContext halfEven = context.withRounding(Rounding.ROUND_HALF_EVEN);
        DecimalNumber result = DecimalRounding.fix(value, halfEven);
        context.raise(halfEven.raised | Signal.INEXACT | Signal.ROUNDED);
        return result;
    }

    /** One, with all the digits of the precision: exact but for what the value lacks of being it. */
    private static DecimalNumber paddedOne(DecimalContext context) {
        context.raise(Signal.INEXACT | Signal.ROUNDED);
        return DecimalNumber.ONE.padded(1 - context.prec);
    }

    static DecimalNumber exp(DecimalNumber x, DecimalContext context) {
        DecimalNumber nan = DecimalArithmetic.nanOf(x, context);
        if (nan != null) {
            return nan;
        }
        if (x.isInfinite()) {
            return x.isNegative() ? DecimalNumber.ZERO : x;
        }
        if (x.isZero()) {
            return DecimalNumber.ONE;
        }
        if (x.adjusted() > 19) {
            return beyond(x.isNegative(), context);
        }
        if (x.adjusted() < -context.prec - 2) {
            return paddedOne(context);
        }
        return inexact(round(digits -> FixedPoint.exp(x, digits), context), context);
    }

    /** A result too large, or too small, for any context. */
    private static DecimalNumber beyond(boolean tiny, DecimalContext context) {
        DecimalNumber extreme = tiny
                ? DecimalNumber.of(false, 1, 2 * DecimalContext.MIN_ETINY)
                : DecimalNumber.of(false, 1, 2 * DecimalContext.MAX_EMAX);
        return inexact(extreme, context);
    }

    static DecimalNumber ln(DecimalNumber x, DecimalContext context) {
        DecimalNumber special = logarithmOfSpecial(x, context);
        if (special != null) {
            return special;
        }
        if (DecimalComparison.compare(x, DecimalNumber.ONE) == 0) {
            return DecimalNumber.ZERO;
        }
        return inexact(round(digits -> FixedPoint.ln(x, digits), context), context);
    }

    private static DecimalNumber logarithmOfSpecial(DecimalNumber x, DecimalContext context) {
        DecimalNumber nan = DecimalArithmetic.nanOf(x, context);
        if (nan != null) {
            return nan;
        }
        if (x.isZero()) {
            return DecimalNumber.infinity(true);
        }
        if (x.isNegative()) {
            return context.invalid();
        }
        return x.isInfinite() ? x : null;
    }

    static DecimalNumber log10(DecimalNumber x, DecimalContext context) {
        DecimalNumber special = logarithmOfSpecial(x, context);
        if (special != null) {
            return special;
        }
        DecimalNumber stripped = x.stripped();
        if (stripped.isSmall() && stripped.small() == 1) {
            DecimalContext halfEven = context.withRounding(Rounding.ROUND_HALF_EVEN);
            DecimalNumber exact =
                    DecimalRounding.fix(DecimalNumber.of(BigInteger.valueOf(stripped.exponent())), halfEven);
            context.raise(halfEven.raised);
            return exact;
        }
        return inexact(round(digits -> FixedPoint.log10(x, digits), context), context);
    }

    static DecimalNumber power(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        DecimalNumber nan = DecimalArithmetic.nanOf(x, y, context);
        if (nan != null) {
            return nan;
        }
        boolean integer = y.isInteger();
        boolean negative = false;
        if (y.isZero()) {
            return x.isZero() ? context.invalid() : DecimalNumber.ONE;
        }
        if (x.isNegative()) {
            if (y.isInfinite() || !integer) {
                return x.isZero() ? powerOfZero(y, false) : negativeBase(x, y, context);
            }
            negative = isOddInteger(y);
        }
        DecimalNumber base = x.withSign(false);
        if (base.isZero()) {
            return powerOfZero(y, negative);
        }
        if (base.isInfinite()) {
            return y.isNegative() ? DecimalNumber.of(negative, 0, 0) : DecimalNumber.infinity(negative);
        }
        return finitePower(base, y, integer, negative, context);
    }

    private static DecimalNumber negativeBase(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        return context.invalid();
    }

    private static DecimalNumber powerOfZero(DecimalNumber y, boolean negative) {
        return y.isNegative() ? DecimalNumber.infinity(negative) : DecimalNumber.of(negative, 0, 0);
    }

    private static boolean isOddInteger(DecimalNumber y) {
        if (y.exponent() > 0) {
            return false;
        }
        return y.exponent() == 0 ? y.isOdd() : y.toBigInteger().testBit(0);
    }

    /** @param base positive */
    private static DecimalNumber finitePower(
            DecimalNumber base, DecimalNumber y, boolean integer, boolean negative, DecimalContext context) {
        int order = DecimalComparison.compare(base, DecimalNumber.ONE);
        if (order == 0) {
            return powerOfOne(base, y, integer, negative, context);
        }
        if (y.isInfinite()) {
            return order > 0 != y.isNegative() ? DecimalNumber.infinity(false) : DecimalNumber.ZERO;
        }
        // Whether the result is beyond all limits: |log10(base)| * |y| as a rough estimate.
        double log = Math.abs(log10Estimate(base));
        double size = Math.log10(log) + y.adjusted();
        if (size > 20) {
            DecimalNumber extreme = beyond(order > 0 == y.isNegative(), context);
            return extreme.withSign(negative);
        }
        DecimalContext rounding = context.copy();
        rounding.raised = 0;
        DecimalNumber exact = integer ? exactPower(base, y, context.prec) : null;
        DecimalNumber result;
        if (exact != null) {
            result = DecimalRounding.fix(exact.withSign(negative), rounding);
            context.raise(rounding.raised);
            return result;
        }
        if (size + 1 < -context.prec - 3) {
            // So near to one that only its side matters, and for rounding to nearest not even that.
            return nearOne(order > 0 != y.isNegative(), negative, context);
        }
        exact = integer ? null : exactRoot(base, y, context.prec);
        if (exact != null) {
            DecimalNumber padded = exact.digits() <= context.prec
                    ? exact.padded(exact.exponent() - (context.prec - exact.digits()))
                    : exact;
            result = DecimalRounding.fix(padded, rounding);
        } else {
            result = DecimalRounding.fix(
                    round(digits -> FixedPoint.power(base, y, digits), context).withSign(negative), rounding);
        }
        context.raise(rounding.raised | Signal.INEXACT | Signal.ROUNDED);
        return result;
    }

    private static DecimalNumber nearOne(boolean above, boolean negative, DecimalContext context) {
        DecimalContext rounding = context.copy();
        rounding.raised = 0;
        BigInteger one = PowersOfTen.of(context.prec + 2);
        BigInteger near = above ? one.add(BigInteger.ONE) : one.subtract(BigInteger.ONE);
        DecimalNumber result = DecimalRounding.fix(DecimalNumber.of(negative, near, -context.prec - 2), rounding);
        context.raise(rounding.raised | Signal.INEXACT | Signal.ROUNDED);
        return result;
    }

    private static double log10Estimate(DecimalNumber base) {
        DecimalNumber value = base;
        if (base.digits() > 30) {
            BigInteger cut = base.coefficient().divide(PowersOfTen.of(base.digits() - 30L));
            value = DecimalNumber.of(false, cut, base.exponent() + base.digits() - 30);
        }
        long adjusted = value.adjusted();
        double mantissa = value.coefficient().doubleValue() / Math.pow(10, value.digits() - 1);
        double log = adjusted + Math.log10(mantissa);
        if (Math.abs(log) > 1e-8) {
            return log;
        }
        // Near one the difference is what counts.
        DecimalNumber difference = DecimalArithmetic.subtract(base, DecimalNumber.ONE, DecimalContext.widest(30));
        double digits = difference.coefficient().doubleValue() / Math.pow(10, difference.digits() - 1);
        return digits * Math.pow(10, Math.max(-300, difference.adjusted())) * 0.4343;
    }

    private static DecimalNumber powerOfOne(
            DecimalNumber base, DecimalNumber y, boolean integer, boolean negative, DecimalContext context) {
        if (y.isInfinite() || !integer) {
            return paddedOne(context).withSign(negative);
        }
        if (base.exponent() == 0) {
            return DecimalNumber.of(negative, 1, 0);
        }
        if (y.isNegative()) {
            return DecimalNumber.of(negative, 1, 0);
        }
        // 1.00 ** n has n times as many zeros, as far as the precision goes.
        BigInteger exponent = BigInteger.valueOf(base.exponent()).multiply(y.toBigInteger());
        if (exponent.compareTo(BigInteger.valueOf(1 - context.prec)) >= 0) {
            return DecimalNumber.of(
                    negative, DecimalNumber.ONE.padded(exponent.longValue()).coefficient(), exponent.longValue());
        }
        context.raise(Signal.ROUNDED);
        return DecimalNumber.ONE.padded(1 - context.prec).withSign(negative);
    }

    /** The power itself where it has few enough digits, else null. */
    private static DecimalNumber exactPower(DecimalNumber base, DecimalNumber y, long prec) {
        DecimalNumber stripped = base.stripped();
        boolean one = stripped.isSmall() && stripped.small() == 1;
        BigInteger n = y.withSign(false).toBigInteger();
        if (n.bitLength() > 62) {
            return one ? powerOfTen(base, y, prec) : null;
        }
        long count = n.longValue();
        if (one) {
            return powerOfTen(base, y, prec);
        }
        if (y.isNegative()) {
            return exactInverse(stripped, count, prec);
        }
        double digits = log10Estimate(DecimalNumber.of(false, stripped.coefficient(), 0)) * count;
        if (digits > Math.min(prec + 2.0, Integer.MAX_VALUE / 4.0)) {
            return null;
        }
        BigInteger power = base.coefficient().pow((int) count);
        return DecimalNumber.of(false, power, Math.multiplyExact(base.exponent(), count));
    }

    /**
     * The zeros that the base is written with are as often in its power, which so is 100 for 10 and 1E+2 for 1E+1; what does not
     * fit the precision is rounded away. An inverse has none.
     */
    private static DecimalNumber powerOfTen(DecimalNumber base, DecimalNumber y, long prec) {
        DecimalNumber stripped = base.stripped();
        BigInteger count = y.toBigInteger();
        BigInteger limit = BigInteger.valueOf(2 * DecimalContext.MAX_EMAX);
        long exponent = BigInteger.valueOf(stripped.exponent())
                .multiply(count)
                .min(limit)
                .max(limit.negate())
                .longValue();
        long zeros = BigInteger.valueOf(stripped.exponent() - base.exponent())
                .multiply(count)
                .min(BigInteger.valueOf(prec))
                .longValue();
        return zeros <= 0
                ? DecimalNumber.of(false, 1, exponent)
                : DecimalNumber.of(false, PowersOfTen.of(zeros), exponent - zeros);
    }

    /** 1 / base ** n where that ends: the coefficient has no other factors than 2 or 5. */
    private static DecimalNumber exactInverse(DecimalNumber base, long n, long prec) {
        if (n > 4 * prec + 16) {
            return null;
        }
        BigInteger rest = base.coefficient();
        int twos = rest.getLowestSetBit();
        rest = rest.shiftRight(twos);
        int fives = 0;
        BigInteger five = BigInteger.valueOf(5);
        while (rest.mod(five).signum() == 0) {
            rest = rest.divide(five);
            fives++;
        }
        if (!rest.equals(BigInteger.ONE)) {
            return null;
        }
        long places = Math.max(twos, fives) * n;
        BigInteger inverse =
                BigInteger.TWO.pow((int) (places - twos * n)).multiply(five.pow((int) (places - fives * n)));
        DecimalNumber result = DecimalNumber.of(false, inverse, -base.exponent() * n - places);
        return result.digits() > prec + GUARD_DIGITS ? null : result;
    }

    /** The power for an exponent with a fractional part where it is exact, such as 4 ** 0.5; else null. */
    private static DecimalNumber exactRoot(DecimalNumber base, DecimalNumber exponent, long prec) {
        DecimalNumber y = exponent.stripped();
        if (y.exponent() < -12 || y.digits() > 18) {
            return null;
        }
        BigInteger denominator = PowersOfTen.of(-y.exponent());
        BigInteger numerator = y.coefficient();
        BigInteger common = numerator.gcd(denominator);
        long root = denominator.divide(common).longValue();
        BigInteger power = numerator.divide(common);
        DecimalNumber stripped = base.stripped();
        if (stripped.exponent() % root != 0) {
            // The exponent may be made to fit by zeros.
            stripped = stripped.padded(stripped.exponent() - Math.floorMod(stripped.exponent(), root));
        }
        BigInteger candidate = FixedPoint.integerRoot(stripped.coefficient(), root);
        if (candidate == null || power.bitLength() > 31) {
            return null;
        }
        DecimalNumber rootNumber = DecimalNumber.of(false, candidate, stripped.exponent() / root);
        return exactPower(rootNumber, DecimalNumber.of(power).withSign(y.isNegative()), prec);
    }

    /** {@code pow(x, y, modulo)}: of integers, exactly. */
    static DecimalNumber powerModulo(DecimalNumber x, DecimalNumber y, DecimalNumber modulus, DecimalContext context) {
        if (x.isNaN() || y.isNaN() || modulus.isNaN()) {
            DecimalNumber nan = x.isSignalingNaN() || y.isSignalingNaN() || !modulus.isSignalingNaN()
                    ? DecimalArithmetic.nanOf(x, y, context)
                    : null;
            return nan != null ? nan : DecimalArithmetic.nanOf(modulus, context);
        }
        if (!x.isInteger()
                || !y.isInteger()
                || !modulus.isInteger()
                || y.signum() < 0
                || modulus.isZero()
                || modulus.adjusted() >= context.prec) {
            return context.invalid();
        }
        if (y.isZero() && x.isZero()) {
            return context.invalid();
        }
        boolean negative = x.isNegative() && isOddInteger(y);
        BigInteger m = modulus.toBigInteger().abs();
        BigInteger base = x.withSign(false).toIntegerModulo(m);
        BigInteger result = base.modPow(y.toBigInteger(), m);
        return DecimalNumber.of(negative, result, 0);
    }
}
