package org.pyvm.modules.decimal;

import java.math.BigInteger;

/** The basic operations, each rounded to its context. */
final class DecimalArithmetic {
    /** Beyond this, results are first looked for that are exact and so need not fill the precision. */
    private static final long HUGE_PRECISION = 100_000;

    private DecimalArithmetic() {}

    /** What a NaN among the operands makes the result; null when there is none. */
    static DecimalNumber nanOf(DecimalNumber x, DecimalContext context) {
        if (!x.isNaN()) {
            return null;
        }
        if (x.isSignalingNaN()) {
            context.raise(Signal.INVALID_OPERATION);
        }
        return DecimalRounding.fixPayload(x.quiet(), context);
    }

    static DecimalNumber nanOf(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        if (!x.isNaN() && !y.isNaN()) {
            return null;
        }
        DecimalNumber chosen = x.isSignalingNaN() ? x : y.isSignalingNaN() ? y : x.isNaN() ? x : y;
        return nanOf(chosen, context);
    }

    static DecimalNumber plus(DecimalNumber x, DecimalContext context) {
        DecimalNumber nan = nanOf(x, context);
        if (nan != null) {
            return nan;
        }
        // A negative zero becomes positive, but when rounding down.
        return x.isZero() && context.rounding != Rounding.ROUND_FLOOR
                ? DecimalRounding.fix(x.withSign(false), context)
                : DecimalRounding.fix(x, context);
    }

    static DecimalNumber minus(DecimalNumber x, DecimalContext context) {
        DecimalNumber nan = nanOf(x, context);
        if (nan != null) {
            return nan;
        }
        return x.isZero() && context.rounding != Rounding.ROUND_FLOOR
                ? DecimalRounding.fix(x.withSign(false), context)
                : DecimalRounding.fix(x.negate(), context);
    }

    static DecimalNumber abs(DecimalNumber x, DecimalContext context) {
        return x.isNegative() ? minus(x, context) : plus(x, context);
    }

    static DecimalNumber subtract(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        DecimalNumber nan = nanOf(x, y, context);
        return nan != null ? nan : add(x, y.negate(), context);
    }

    static DecimalNumber add(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        if (x.isSpecial() || y.isSpecial()) {
            return addSpecial(x, y, context);
        }
        if (x.exponent() == y.exponent() && x.isSmall() && y.isSmall() && x.small() != 0 && y.small() != 0) {
            return DecimalRounding.fix(addSmall(x, y, context), context);
        }
        return DecimalRounding.fix(sum(x, y, context.prec, context), context);
    }

    private static DecimalNumber addSpecial(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        DecimalNumber nan = nanOf(x, y, context);
        if (nan != null) {
            return nan;
        }
        if (x.isInfinite()) {
            return y.isInfinite() && x.isNegative() != y.isNegative() ? context.invalid() : x;
        }
        return y;
    }

    private static DecimalNumber addSmall(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        long a = x.isNegative() ? -x.small() : x.small();
        long b = y.isNegative() ? -y.small() : y.small();
        long sum = a + b;
        if (sum == 0) {
            return DecimalNumber.of(context.rounding == Rounding.ROUND_FLOOR, 0, x.exponent());
        }
        return PowersOfTen.digits(Math.abs(sum)) <= PowersOfTen.LONG_DIGITS
                ? DecimalNumber.of(sum < 0, Math.abs(sum), x.exponent())
                : DecimalNumber.of(sum < 0, BigInteger.valueOf(sum).abs(), x.exponent());
    }

    /** The sum of finite numbers, exact or such that it rounds to a precision as the exact one does. */
    private static DecimalNumber sum(DecimalNumber x, DecimalNumber y, long prec, DecimalContext context) {
        long exponent = Math.min(x.exponent(), y.exponent());
        if (x.isZero() || y.isZero()) {
            return sumWithZero(x, y, exponent, prec, context);
        }
        DecimalNumber a = x;
        DecimalNumber b = y;
        if (a.exponent() < b.exponent()) {
            a = y;
            b = x;
        }
        // A number far below the other's last digit matters by its sign only.
        long floor = a.exponent() + Math.min(-1, a.digits() - prec - 2);
        if (b.adjusted() < floor) {
            b = DecimalNumber.of(b.isNegative(), 1, floor);
        }
        long common = Math.min(a.exponent(), b.exponent());
        a = a.padded(common);
        b = b.padded(common);
        if (a.isSmall() && b.isSmall()) {
            return addSmall(a, b, context);
        }
        BigInteger signedA = a.isNegative() ? a.coefficient().negate() : a.coefficient();
        BigInteger signedB = b.isNegative() ? b.coefficient().negate() : b.coefficient();
        BigInteger sum = signedA.add(signedB);
        if (sum.signum() == 0) {
            return DecimalNumber.of(context.rounding == Rounding.ROUND_FLOOR, 0, common);
        }
        return DecimalNumber.of(sum.signum() < 0, sum.abs(), common);
    }

    private static DecimalNumber sumWithZero(
            DecimalNumber x, DecimalNumber y, long exponent, long prec, DecimalContext context) {
        if (x.isZero() && y.isZero()) {
            boolean negative =
                    x.isNegative() == y.isNegative() ? x.isNegative() : context.rounding == Rounding.ROUND_FLOOR;
            return DecimalNumber.of(negative, 0, exponent);
        }
        DecimalNumber other = x.isZero() ? y : x;
        // The other number gets the smaller exponent, as far as its digits fit the precision.
        long reachable = Math.max(exponent, other.exponent() - prec - 1);
        return other.exponent() <= reachable ? other : other.padded(reachable);
    }

    static DecimalNumber multiply(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        if (x.isSpecial() || y.isSpecial()) {
            DecimalNumber nan = nanOf(x, y, context);
            if (nan != null) {
                return nan;
            }
            return x.isZero() || y.isZero()
                    ? context.invalid()
                    : DecimalNumber.infinity(x.isNegative() != y.isNegative());
        }
        return DecimalRounding.fix(product(x, y), context);
    }

    /** The exact product of finite numbers. */
    static DecimalNumber product(DecimalNumber x, DecimalNumber y) {
        boolean negative = x.isNegative() != y.isNegative();
        long exponent = x.exponent() + y.exponent();
        if (x.isSmall() && y.isSmall()) {
            long product = x.small() * y.small();
            if (Math.multiplyHigh(x.small(), y.small()) == 0 && product >= 0 && product < PowersOfTen.LONG_LIMIT) {
                return DecimalNumber.of(negative, product, exponent);
            }
        }
        return DecimalNumber.of(negative, x.coefficient().multiply(y.coefficient()), exponent);
    }

    static DecimalNumber fma(DecimalNumber x, DecimalNumber y, DecimalNumber z, DecimalContext context) {
        if (x.isNaN() || y.isNaN() || z.isNaN()) {
            return nanOfThree(x, y, z, context);
        }
        DecimalNumber product;
        if (x.isFinite() && y.isFinite()) {
            product = product(x, y);
        } else if (x.isZero() || y.isZero()) {
            return context.invalid();
        } else {
            product = DecimalNumber.infinity(x.isNegative() != y.isNegative());
        }
        return add(product, z, context);
    }

    /** Infinity times zero is invalid before the number that is added is looked at; else signaling NaNs go first. */
    private static DecimalNumber nanOfThree(DecimalNumber x, DecimalNumber y, DecimalNumber z, DecimalContext context) {
        if (x.isSignalingNaN() || y.isSignalingNaN()) {
            return nanOf(x, y, context);
        }
        if (x.isInfinite() && y.isZero() || x.isZero() && y.isInfinite()) {
            return context.invalid();
        }
        return !z.isSignalingNaN() && (x.isNaN() || y.isNaN()) ? nanOf(x, y, context) : nanOf(z, context);
    }

    static DecimalNumber divide(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        boolean negative = x.isNegative() != y.isNegative();
        if (x.isSpecial() || y.isSpecial()) {
            DecimalNumber nan = nanOf(x, y, context);
            if (nan != null) {
                return nan;
            }
            if (x.isInfinite()) {
                return y.isInfinite() ? context.invalid() : DecimalNumber.infinity(negative);
            }
            context.raise(Signal.CLAMPED);
            return DecimalNumber.of(negative, 0, context.etiny());
        }
        if (y.isZero()) {
            if (x.isZero()) {
                return context.invalid(Signal.DIVISION_UNDEFINED);
            }
            context.raise(Signal.DIVISION_BY_ZERO);
            return DecimalNumber.infinity(negative);
        }
        if (x.isZero()) {
            return DecimalRounding.fix(DecimalNumber.of(negative, 0, x.exponent() - y.exponent()), context);
        }
        return DecimalRounding.fix(quotient(x, y, negative, context.prec), context);
    }

    private static DecimalNumber quotient(DecimalNumber x, DecimalNumber y, boolean negative, long prec) {
        if (prec > HUGE_PRECISION) {
            DecimalNumber exact = exactQuotient(x, y, negative);
            if (exact != null) {
                return exact;
            }
        }
        if (x.isSmall() && y.isSmall()) {
            DecimalNumber exact = exactSmallQuotient(x, y, negative, prec);
            if (exact != null) {
                return exact;
            }
        }
        long shift = y.digits() - x.digits() + prec + 1;
        long ideal = x.exponent() - y.exponent();
        long exponent = ideal - shift;
        BigInteger dividend = x.coefficient();
        BigInteger divisor = y.coefficient();
        if (shift >= 0) {
            dividend = dividend.multiply(PowersOfTen.of(shift));
        } else {
            divisor = divisor.multiply(PowersOfTen.of(-shift));
        }
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        if (parts[1].signum() == 0) {
            DecimalNumber exact = DecimalNumber.of(negative, parts[0], exponent);
            long zeros = Math.min(exact.trailingZeros(), ideal - exponent);
            return zeros <= 0
                    ? exact
                    : DecimalNumber.of(negative, parts[0].divide(PowersOfTen.of(zeros)), exponent + zeros);
        }
        return DecimalNumber.of(negative, sticky(parts[0]), exponent);
    }

    /** The quotient where it ends and a long holds it with all its digits; else null. */
    private static DecimalNumber exactSmallQuotient(DecimalNumber x, DecimalNumber y, boolean negative, long prec) {
        long divisor = y.small();
        long quotient = x.small() / divisor;
        long rest = x.small() % divisor;
        if (rest != 0) {
            long others = divisor >> Long.numberOfTrailingZeros(divisor);
            while (others % 5 == 0) {
                others /= 5;
            }
            if (rest % others != 0) {
                return null;
            }
        }
        // By long division; rest is below 10 ** 18, and ten times that may be beyond a long, but not beyond an unsigned
        // one.
        long exponent = x.exponent() - y.exponent();
        while (rest != 0) {
            if (quotient >= PowersOfTen.LONG_LIMIT / 10) {
                return null;
            }
            long next = rest * 10;
            quotient = quotient * 10 + Long.divideUnsigned(next, divisor);
            rest = Long.remainderUnsigned(next, divisor);
            exponent--;
        }
        DecimalNumber exact = DecimalNumber.of(negative, quotient, exponent);
        return exact.digits() <= prec ? exact : null;
    }

    /** The quotient where it ends, which is when the reduced divisor has no factors but 2 and 5; else null. */
    private static DecimalNumber exactQuotient(DecimalNumber x, DecimalNumber y, boolean negative) {
        BigInteger common = x.coefficient().gcd(y.coefficient());
        BigInteger divisor = y.coefficient().divide(common);
        BigInteger rest = divisor.shiftRight(divisor.getLowestSetBit());
        int fives = 0;
        BigInteger five = BigInteger.valueOf(5);
        for (; rest.mod(five).signum() == 0; fives++) {
            rest = rest.divide(five);
        }
        if (!rest.equals(BigInteger.ONE)) {
            return null;
        }
        int places = Math.max(divisor.getLowestSetBit(), fives);
        BigInteger quotient =
                x.coefficient().divide(common).multiply(PowersOfTen.of(places)).divide(divisor);
        return DecimalNumber.of(negative, quotient, x.exponent() - y.exponent() - places);
    }

    /** Makes a number that is followed by other digits not look like one half, nor exact. */
    static BigInteger sticky(BigInteger quotient) {
        int last = quotient.mod(BigInteger.TEN).intValue();
        return last % 5 == 0 ? quotient.add(BigInteger.ONE) : quotient;
    }

    /** Quotient and remainder of finite numbers, the divisor not zero; null when the quotient is too long. */
    private static DecimalNumber[] divideInteger(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        boolean negative = x.isNegative() != y.isNegative();
        long ideal = Math.min(x.exponent(), y.exponent());
        long difference = x.isZero() ? -2 : x.adjusted() - y.adjusted();
        if (x.isZero() || difference <= -2) {
            DecimalNumber rest = x.isZero() ? x.withExponent(ideal) : padTo(x, ideal, context);
            return new DecimalNumber[] {DecimalNumber.of(negative, 0, 0), rest};
        }
        if (difference > context.prec) {
            return null;
        }
        BigInteger[] parts =
                x.padded(ideal).coefficient().divideAndRemainder(y.padded(ideal).coefficient());
        if (PowersOfTen.digits(parts[0]) > context.prec) {
            return null;
        }
        return new DecimalNumber[] {
            DecimalNumber.of(negative, parts[0], 0), DecimalNumber.of(x.isNegative(), parts[1], ideal)
        };
    }

    /** With a smaller exponent as far as digits fit the precision: rounding cuts it off anyway. */
    private static DecimalNumber padTo(DecimalNumber x, long exponent, DecimalContext context) {
        return x.padded(Math.max(exponent, x.exponent() - context.prec - 1));
    }

    static DecimalNumber divideInt(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        boolean negative = x.isNegative() != y.isNegative();
        DecimalNumber nan = nanOf(x, y, context);
        if (nan != null) {
            return nan;
        }
        if (x.isInfinite()) {
            return y.isInfinite() ? context.invalid() : DecimalNumber.infinity(negative);
        }
        if (y.isInfinite()) {
            return DecimalNumber.of(negative, 0, 0);
        }
        if (y.isZero()) {
            if (x.isZero()) {
                return context.invalid(Signal.DIVISION_UNDEFINED);
            }
            context.raise(Signal.DIVISION_BY_ZERO);
            return DecimalNumber.infinity(negative);
        }
        DecimalNumber[] parts = divideInteger(x, y, context);
        return parts == null ? context.invalid(Signal.DIVISION_IMPOSSIBLE) : parts[0];
    }

    static DecimalNumber remainder(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        DecimalNumber nan = nanOf(x, y, context);
        if (nan != null) {
            return nan;
        }
        if (x.isInfinite()) {
            return context.invalid();
        }
        if (y.isInfinite()) {
            return DecimalRounding.fix(x, context);
        }
        if (y.isZero()) {
            return context.invalid(x.isZero() ? Signal.DIVISION_UNDEFINED : Signal.INVALID_OPERATION);
        }
        DecimalNumber[] parts = divideInteger(x, y, context);
        return parts == null ? context.invalid(Signal.DIVISION_IMPOSSIBLE) : DecimalRounding.fix(parts[1], context);
    }

    /** Quotient and remainder. */
    static DecimalNumber[] divmod(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        DecimalNumber nan = nanOf(x, y, context);
        if (nan != null) {
            return new DecimalNumber[] {nan, nan};
        }
        boolean negative = x.isNegative() != y.isNegative();
        if (x.isInfinite()) {
            DecimalNumber invalid = context.invalid();
            return new DecimalNumber[] {y.isInfinite() ? invalid : DecimalNumber.infinity(negative), invalid};
        }
        if (y.isInfinite()) {
            return new DecimalNumber[] {DecimalNumber.of(negative, 0, 0), DecimalRounding.fix(x, context)};
        }
        if (y.isZero()) {
            if (x.isZero()) {
                DecimalNumber invalid = context.invalid(Signal.DIVISION_UNDEFINED);
                return new DecimalNumber[] {invalid, invalid};
            }
            context.raise(Signal.DIVISION_BY_ZERO | Signal.INVALID_OPERATION);
            return new DecimalNumber[] {DecimalNumber.infinity(negative), DecimalNumber.NAN};
        }
        DecimalNumber[] parts = divideInteger(x, y, context);
        if (parts == null) {
            DecimalNumber invalid = context.invalid(Signal.DIVISION_IMPOSSIBLE);
            return new DecimalNumber[] {invalid, invalid};
        }
        parts[1] = DecimalRounding.fix(parts[1], context);
        return parts;
    }

    static DecimalNumber remainderNear(DecimalNumber x, DecimalNumber y, DecimalContext context) {
        DecimalNumber nan = nanOf(x, y, context);
        if (nan != null) {
            return nan;
        }
        if (x.isInfinite()) {
            return context.invalid();
        }
        if (y.isZero()) {
            return context.invalid(x.isZero() ? Signal.DIVISION_UNDEFINED : Signal.INVALID_OPERATION);
        }
        if (y.isInfinite()) {
            return DecimalRounding.fix(x, context);
        }
        long ideal = Math.min(x.exponent(), y.exponent());
        if (x.isZero()) {
            return DecimalRounding.fix(x.withExponent(ideal), context);
        }
        long difference = x.adjusted() - y.adjusted();
        if (difference >= context.prec + 1) {
            return context.invalid(Signal.DIVISION_IMPOSSIBLE);
        }
        if (difference <= -2) {
            return DecimalRounding.fix(padTo(x, ideal, context), context);
        }
        BigInteger divisor = y.padded(ideal).coefficient();
        BigInteger[] parts = x.padded(ideal).coefficient().divideAndRemainder(divisor);
        BigInteger quotient = parts[0];
        BigInteger rest = parts[1];
        int half = rest.shiftLeft(1).compareTo(divisor);
        if (half > 0 || half == 0 && quotient.testBit(0)) {
            rest = rest.subtract(divisor);
            quotient = quotient.add(BigInteger.ONE);
        }
        if (PowersOfTen.digits(quotient) > context.prec) {
            return context.invalid(Signal.DIVISION_IMPOSSIBLE);
        }
        boolean negative = rest.signum() < 0 != x.isNegative();
        return DecimalRounding.fix(DecimalNumber.of(negative, rest.abs(), ideal), context);
    }

    /** {@code normalize}: without zeros at the end. */
    static DecimalNumber reduce(DecimalNumber x, DecimalContext context) {
        DecimalNumber nan = nanOf(x, context);
        if (nan != null) {
            return nan;
        }
        DecimalNumber fixed = DecimalRounding.fix(x, context);
        if (fixed.isSpecial()) {
            return fixed;
        }
        if (fixed.isZero()) {
            return DecimalNumber.of(fixed.isNegative(), 0, 0);
        }
        long most = context.clamp ? context.etop() : context.emax;
        long zeros = Math.min(fixed.trailingZeros(), most - fixed.exponent());
        return zeros <= 0
                ? fixed
                : DecimalNumber.of(
                        fixed.isNegative(),
                        fixed.coefficient().divide(PowersOfTen.of(zeros)),
                        fixed.exponent() + zeros);
    }

    static DecimalNumber sqrt(DecimalNumber x, DecimalContext context) {
        DecimalNumber nan = nanOf(x, context);
        if (nan != null) {
            return nan;
        }
        if (x.isInfinite()) {
            return x.isNegative() ? context.invalid() : x;
        }
        if (x.isZero()) {
            return DecimalRounding.fix(x.withExponent(Math.floorDiv(x.exponent(), 2L)), context);
        }
        if (x.isNegative()) {
            return context.invalid();
        }
        long ideal = Math.floorDiv(x.exponent(), 2L);
        if (context.prec > HUGE_PRECISION) {
            BigInteger[] root = x.padded(2 * ideal).coefficient().sqrtAndRemainder();
            if (root[1].signum() == 0) {
                return DecimalRounding.fix(DecimalNumber.of(false, root[0], ideal), context);
            }
        }
        // One digit more than the precision, of a number with an even exponent.
        long shift = 2 * (context.prec + 1) - x.digits();
        if ((x.exponent() - shift & 1) != 0) {
            shift++;
        }
        BigInteger scaled = x.coefficient();
        boolean exact = true;
        if (shift >= 0) {
            scaled = scaled.multiply(PowersOfTen.of(shift));
        } else {
            BigInteger[] parts = scaled.divideAndRemainder(PowersOfTen.of(-shift));
            scaled = parts[0];
            exact = parts[1].signum() == 0;
        }
        BigInteger[] root = scaled.sqrtAndRemainder();
        exact &= root[1].signum() == 0;
        long exponent = (x.exponent() - shift) / 2;
        DecimalContext halfEven = context.withRounding(Rounding.ROUND_HALF_EVEN);
        DecimalNumber result = DecimalNumber.of(false, exact ? root[0] : sticky(root[0]), exponent);
        if (exact) {
            long zeros = Math.min(result.trailingZeros(), ideal - exponent);
            result = zeros > 0
                    ? DecimalNumber.of(false, root[0].divide(PowersOfTen.of(zeros)), exponent + zeros)
                    : result.exponent() > ideal ? padTo(result, ideal, context) : result;
        }
        result = DecimalRounding.fix(result, halfEven);
        context.raise(halfEven.raised);
        return result;
    }
}
