package org.pyvm.modules.decimal;

import java.math.BigInteger;

/**
 * A decimal number: sign, coefficient and exponent, or infinity, or a quiet or signaling NaN whose coefficient is its diagnostic
 * number. The coefficient is a long as long as it has at most 18 digits. Immutable.
 */
final class DecimalNumber {
    private enum Kind {
        FINITE,
        INFINITE,
        QUIET_NAN,
        SIGNALING_NAN
    }

    static final DecimalNumber NAN = new DecimalNumber(Kind.QUIET_NAN, false, 0, null, 0);
    static final DecimalNumber ZERO = of(false, 0, 0);
    static final DecimalNumber ONE = of(false, 1, 0);
    private static final DecimalNumber INFINITY = new DecimalNumber(Kind.INFINITE, false, 0, null, 0);
    private static final DecimalNumber NEGATIVE_INFINITY = new DecimalNumber(Kind.INFINITE, true, 0, null, 0);
    private static final int SAFE_BITS = 59;

    private final Kind kind;
    private final boolean negative;
    /** The coefficient, or -1 when it is in {@link #big} only. */
    private final long small;

    private BigInteger big;
    private final long exponent;
    /** 0 until counted. */
    private int digits;

    private DecimalNumber(Kind kind, boolean negative, long small, BigInteger big, long exponent) {
        this.kind = kind;
        this.negative = negative;
        this.small = small;
        this.big = big;
        this.exponent = exponent;
    }

    /** @param coefficient not negative */
    static DecimalNumber of(boolean negative, long coefficient, long exponent) {
        return new DecimalNumber(Kind.FINITE, negative, coefficient, null, exponent);
    }

    /** @param coefficient not negative */
    static DecimalNumber of(boolean negative, BigInteger coefficient, long exponent) {
        return coefficient.bitLength() <= SAFE_BITS
                ? of(negative, coefficient.longValue(), exponent)
                : new DecimalNumber(Kind.FINITE, negative, -1, coefficient, exponent);
    }

    static DecimalNumber of(BigInteger value) {
        return of(value.signum() < 0, value.abs(), 0);
    }

    static DecimalNumber infinity(boolean negative) {
        return negative ? NEGATIVE_INFINITY : INFINITY;
    }

    static DecimalNumber nan(boolean negative, boolean signaling, BigInteger payload) {
        boolean isSmall = payload.bitLength() <= SAFE_BITS;
        return new DecimalNumber(
                signaling ? Kind.SIGNALING_NAN : Kind.QUIET_NAN,
                negative,
                isSmall ? payload.longValue() : -1,
                isSmall ? null : payload,
                0);
    }

    boolean isFinite() {
        return kind == Kind.FINITE;
    }

    boolean isSpecial() {
        return kind != Kind.FINITE;
    }

    boolean isInfinite() {
        return kind == Kind.INFINITE;
    }

    boolean isNaN() {
        return kind == Kind.QUIET_NAN || kind == Kind.SIGNALING_NAN;
    }

    boolean isQuietNaN() {
        return kind == Kind.QUIET_NAN;
    }

    boolean isSignalingNaN() {
        return kind == Kind.SIGNALING_NAN;
    }

    boolean isNegative() {
        return negative;
    }

    /** Whether it is a finite zero. */
    boolean isZero() {
        return kind == Kind.FINITE && small == 0;
    }

    /** -1, 0 or 1, for numbers and infinities. */
    int signum() {
        return isZero() ? 0 : negative ? -1 : 1;
    }

    /** Whether the coefficient is in {@link #small}. */
    boolean isSmall() {
        return small >= 0;
    }

    long small() {
        return small;
    }

    BigInteger coefficient() {
        if (big == null) {
            big = BigInteger.valueOf(small);
        }
        return big;
    }

    boolean hasPayload() {
        return small != 0;
    }

    long exponent() {
        return exponent;
    }

    /** Digits of the coefficient; 1 for zero. */
    int digits() {
        if (digits == 0) {
            digits = small >= 0 ? PowersOfTen.digits(small) : PowersOfTen.digits(big);
        }
        return digits;
    }

    /** The exponent that it has with one digit before the point. */
    long adjusted() {
        return exponent + digits() - 1;
    }

    boolean isOdd() {
        return small >= 0 ? (small & 1) != 0 : big.testBit(0);
    }

    /** Whether a finite number is an integer, however it is written. */
    boolean isInteger() {
        if (isSpecial()) {
            return false;
        }
        if (exponent >= 0 || isZero()) {
            return true;
        }
        return -exponent < digits() && trailingZeros() >= -exponent;
    }

    /** Zeros at the end of the coefficient, which is not zero. */
    int trailingZeros() {
        int count = 0;
        if (small >= 0) {
            for (long rest = small; rest % 10 == 0; rest /= 10) {
                count++;
            }
            return count;
        }
        BigInteger rest = big;
        for (int step = 256; step > 0; step /= 4) {
            while (rest.getLowestSetBit() >= step) {
                BigInteger[] parts = rest.divideAndRemainder(PowersOfTen.of(step));
                if (parts[1].signum() != 0) {
                    break;
                }
                count += step;
                rest = parts[0];
            }
        }
        return count;
    }

    DecimalNumber withSign(boolean isNegative) {
        if (isNegative == negative) {
            return this;
        }
        DecimalNumber other = new DecimalNumber(kind, isNegative, small, big, exponent);
        other.digits = digits;
        return other;
    }

    DecimalNumber negate() {
        return withSign(!negative);
    }

    /** The same coefficient with another exponent. */
    DecimalNumber withExponent(long other) {
        DecimalNumber result = new DecimalNumber(kind, negative, small, big, other);
        result.digits = digits;
        return result;
    }

    /** The same value with a smaller exponent. */
    DecimalNumber padded(long smallerExponent) {
        long zeros = exponent - smallerExponent;
        if (zeros == 0) {
            return this;
        }
        if (small == 0) {
            return of(negative, 0, smallerExponent);
        }
        if (small > 0 && digits() + zeros <= PowersOfTen.LONG_DIGITS) {
            return of(negative, small * PowersOfTen.ofLong((int) zeros), smallerExponent);
        }
        return of(negative, coefficient().multiply(PowersOfTen.of(zeros)), smallerExponent);
    }

    /** A signaling NaN as a quiet one. */
    DecimalNumber quiet() {
        return kind == Kind.SIGNALING_NAN ? nan(negative, false, coefficient()) : this;
    }

    /** Zeros at the end of the coefficient go into the exponent. */
    DecimalNumber stripped() {
        if (isZero()) {
            return of(negative, 0, 0);
        }
        int zeros = trailingZeros();
        if (zeros == 0) {
            return this;
        }
        return small >= 0
                ? of(negative, small / PowersOfTen.ofLong(zeros), exponent + zeros)
                : of(negative, coefficient().divide(PowersOfTen.of(zeros)), exponent + zeros);
    }

    /** The integer part of a finite number. */
    BigInteger toBigInteger() {
        BigInteger absolute;
        if (exponent >= 0) {
            absolute = isZero() ? BigInteger.ZERO : coefficient().multiply(PowersOfTen.of(exponent));
        } else if (-exponent >= digits()) {
            absolute = BigInteger.ZERO;
        } else {
            absolute = coefficient().divide(PowersOfTen.of(-exponent));
        }
        return negative ? absolute.negate() : absolute;
    }

    /** A non-negative integer modulo another one, without writing out its zeros. */
    BigInteger toIntegerModulo(BigInteger modulus) {
        if (exponent < 0 || isZero()) {
            return toBigInteger().mod(modulus);
        }
        BigInteger scale = BigInteger.TEN.modPow(BigInteger.valueOf(exponent), modulus);
        return coefficient().multiply(scale).mod(modulus);
    }

    String coefficientText() {
        return small >= 0 ? Long.toString(small) : big.toString();
    }
}
