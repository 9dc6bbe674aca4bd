package org.pyvm.modules.decimal;

import java.math.BigInteger;

/** Makes results fit their context, and numbers have a given exponent. */
final class DecimalRounding {
    private DecimalRounding() {}

    /** The number as the context bears it, with the signals that this takes. */
    static DecimalNumber fix(DecimalNumber x, DecimalContext context) {
        if (x.isSpecial()) {
            return x.isNaN() ? fixPayload(x, context) : x;
        }
        if (x.isZero()) {
            return fixZero(x, context);
        }
        long exponent = x.exponent();
        int digits = x.digits();
        if (digits <= context.prec && exponent + digits > context.emin && exponent <= context.etop()) {
            return x;
        }
        return fixNumber(x, context);
    }

    /** A NaN whose diagnostic number is short enough. */
    static DecimalNumber fixPayload(DecimalNumber nan, DecimalContext context) {
        long most = context.prec - (context.clamp ? 1 : 0);
        if (!nan.hasPayload() || nan.digits() <= most) {
            return nan;
        }
        return DecimalNumber.nan(
                nan.isNegative(), nan.isSignalingNaN(), nan.coefficient().mod(PowersOfTen.of(most)));
    }

    private static DecimalNumber fixZero(DecimalNumber zero, DecimalContext context) {
        long most = context.clamp ? context.etop() : context.emax;
        long exponent = Math.clamp(zero.exponent(), context.etiny(), most);
        if (exponent == zero.exponent()) {
            return zero;
        }
        context.raise(Signal.CLAMPED);
        return zero.withExponent(exponent);
    }

    private static DecimalNumber fixNumber(DecimalNumber x, DecimalContext context) {
        long etop = context.etop();
        long least = x.digits() + x.exponent() - context.prec;
        if (least > etop) {
            return overflow(x.isNegative(), context);
        }
        boolean subnormal = least < context.etiny();
        if (subnormal) {
            least = context.etiny();
        }
        if (x.exponent() < least) {
            return shorten(x, least, subnormal, context);
        }
        if (subnormal) {
            context.raise(Signal.SUBNORMAL);
        }
        if (context.clamp && x.exponent() > etop) {
            context.raise(Signal.CLAMPED);
            return x.padded(etop);
        }
        return x;
    }

    private static DecimalNumber shorten(DecimalNumber x, long least, boolean subnormal, DecimalContext context) {
        int before = context.raised & Signal.INEXACT;
        context.raised &= ~Signal.INEXACT;
        DecimalNumber result = rescale(x, least, context.rounding, context);
        boolean inexact = (context.raised & Signal.INEXACT) != 0;
        context.raised |= before;
        if (result.digits() > context.prec) {
            // Rounding gave one digit more: a power of ten.
            result = result.isSmall()
                    ? DecimalNumber.of(x.isNegative(), result.small() / 10, least + 1)
                    : DecimalNumber.of(x.isNegative(), result.coefficient().divide(BigInteger.TEN), least + 1);
            if (result.exponent() > context.etop()) {
                return overflow(x.isNegative(), context);
            }
        }
        context.raise(Signal.ROUNDED);
        if (subnormal) {
            context.raise(inexact ? Signal.SUBNORMAL | Signal.UNDERFLOW : Signal.SUBNORMAL);
        }
        if (result.isZero()) {
            context.raise(Signal.CLAMPED);
        }
        return result;
    }

    static DecimalNumber overflow(boolean negative, DecimalContext context) {
        context.raise(Signal.OVERFLOW | Signal.INEXACT | Signal.ROUNDED);
        if (context.rounding.overflowsToInfinity(negative)) {
            return DecimalNumber.infinity(negative);
        }
        return largest(negative, context);
    }

    static DecimalNumber largest(boolean negative, DecimalContext context) {
        return DecimalNumber.of(negative, PowersOfTen.of(context.prec).subtract(BigInteger.ONE), context.etop());
    }

    /** A finite number with an exponent. Signals INEXACT when that is not exact, nothing else. */
    static DecimalNumber rescale(DecimalNumber x, long exponent, Rounding rounding, DecimalContext context) {
        if (x.exponent() >= exponent) {
            return x.padded(exponent);
        }
        if (x.isZero()) {
            return x.withExponent(exponent);
        }
        long drop = exponent - x.exponent();
        if (drop > x.digits()) {
            context.raise(Signal.INEXACT);
            return DecimalNumber.of(x.isNegative(), rounding.goesUp(x.isNegative(), -1, 0) ? 1 : 0, exponent);
        }
        return x.isSmall()
                ? rescaleSmall(x, (int) drop, exponent, rounding, context)
                : rescaleBig(x, drop, exponent, rounding, context);
    }

    private static DecimalNumber rescaleSmall(
            DecimalNumber x, int drop, long exponent, Rounding rounding, DecimalContext context) {
        long unit = PowersOfTen.ofLong(drop);
        long kept = x.small() / unit;
        long rest = x.small() % unit;
        if (rest != 0) {
            context.raise(Signal.INEXACT);
            if (rounding.goesUp(x.isNegative(), Long.compare(rest, unit - rest), (int) (kept % 10))) {
                kept++;
            }
        }
        return DecimalNumber.of(x.isNegative(), kept, exponent);
    }

    private static DecimalNumber rescaleBig(
            DecimalNumber x, long drop, long exponent, Rounding rounding, DecimalContext context) {
        BigInteger unit = PowersOfTen.of(drop);
        BigInteger[] parts = x.coefficient().divideAndRemainder(unit);
        BigInteger kept = parts[0];
        BigInteger rest = parts[1];
        if (rest.signum() != 0) {
            context.raise(Signal.INEXACT);
            // But one way of rounding asks only whether it is odd.
            int lastDigit =
                    rounding == Rounding.ROUND_05UP ? kept.mod(BigInteger.TEN).intValue() : kept.testBit(0) ? 1 : 0;
            if (rounding.goesUp(x.isNegative(), rest.shiftLeft(1).compareTo(unit), lastDigit)) {
                kept = kept.add(BigInteger.ONE);
            }
        }
        return DecimalNumber.of(x.isNegative(), kept, exponent);
    }

    /** {@code quantize}: the value of one number with the exponent of another. */
    static DecimalNumber quantize(DecimalNumber x, DecimalNumber model, Rounding rounding, DecimalContext context) {
        if (x.isSpecial() || model.isSpecial()) {
            DecimalNumber nan = DecimalArithmetic.nanOf(x, model, context);
            if (nan != null) {
                return nan;
            }
            return x.isInfinite() && model.isInfinite() ? x : context.invalid();
        }
        long exponent = model.exponent();
        if (exponent < context.etiny() || exponent > context.emax) {
            return context.invalid();
        }
        if (x.isZero()) {
            return fix(x.withExponent(exponent), context);
        }
        if (x.adjusted() > context.emax || x.adjusted() - exponent + 1 > context.prec) {
            return context.invalid();
        }
        int raised = context.raised;
        DecimalNumber result = rescale(x, exponent, rounding, context);
        if (result.adjusted() > context.emax || result.digits() > context.prec) {
            context.raised = raised;
            return context.invalid();
        }
        if (!result.isZero() && result.adjusted() < context.emin) {
            context.raise(Signal.SUBNORMAL);
        }
        if (exponent > x.exponent()) {
            context.raise(Signal.ROUNDED);
        }
        return fix(result, context);
    }

    /** Rounds to an integer, with signals or without. */
    static DecimalNumber toIntegral(DecimalNumber x, Rounding rounding, boolean signals, DecimalContext context) {
        if (x.isSpecial()) {
            DecimalNumber nan = DecimalArithmetic.nanOf(x, context);
            return nan != null ? nan : x;
        }
        if (x.exponent() >= 0) {
            return x;
        }
        if (x.isZero()) {
            return x.withExponent(0);
        }
        int raised = context.raised;
        DecimalNumber result = rescale(x, 0, rounding, context);
        if (!signals) {
            context.raised = raised;
        } else {
            context.raise(Signal.ROUNDED);
        }
        return result;
    }
}
