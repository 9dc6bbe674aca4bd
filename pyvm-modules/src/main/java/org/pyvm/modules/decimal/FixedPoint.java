package org.pyvm.modules.decimal;

import java.math.BigInteger;

/**
 * Functions by binary fixed-point numbers: integers that count units of 2**-bits. Results are decimal numbers with about the digits
 * asked for, wrong by a few units of the last one.
 */
final class FixedPoint {
    private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);
    private static final int GUARD_BITS = 40;

    private FixedPoint() {}

    private static int bitsFor(long digits) {
        long bits = (long) (digits * BITS_PER_DIGIT) + GUARD_BITS;
        if (bits > Integer.MAX_VALUE / 8) {
            throw new OutOfMemoryError();
        }
        return (int) bits;
    }

    private static BigInteger multiply(BigInteger x, BigInteger y, int bits) {
        return x.multiply(y).shiftRight(bits);
    }

    private static BigInteger divide(BigInteger x, BigInteger y, int bits) {
        return x.shiftLeft(bits).divide(y);
    }

    /** The inverse hyperbolic tangent of a small number. */
    private static BigInteger artanh(BigInteger x, int bits) {
        BigInteger square = multiply(x, x, bits);
        BigInteger power = x;
        BigInteger sum = x;
        for (long k = 3; power.signum() != 0; k += 2) {
            power = multiply(power, square, bits);
            if (power.bitLength() <= 1) {
                break;
            }
            sum = sum.add(power.divide(BigInteger.valueOf(k)));
        }
        return sum;
    }

    private static BigInteger artanhOfInverse(long n, int bits) {
        BigInteger square = BigInteger.valueOf(n * n);
        BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(n));
        BigInteger sum = power;
        for (long k = 3; power.signum() != 0; k += 2) {
            power = power.divide(square);
            sum = sum.add(power.divide(BigInteger.valueOf(k)));
        }
        return sum;
    }

    private static BigInteger ln2(int bits) {
        BigInteger a = artanhOfInverse(26, bits).multiply(BigInteger.valueOf(18));
        BigInteger b = artanhOfInverse(4801, bits).shiftLeft(1);
        BigInteger c = artanhOfInverse(8749, bits).shiftLeft(3);
        return a.subtract(b).add(c);
    }

    /** ln(10) is 3 ln(2) and ln(5/4). */
    private static BigInteger ln10(int bits) {
        return ln2(bits)
                .multiply(BigInteger.valueOf(3))
                .add(artanhOfInverse(9, bits).shiftLeft(1));
    }

    /** The logarithm of a positive fixed-point number. */
    private static BigInteger ln(BigInteger x, int bits) {
        int shift = x.bitLength() - bits;
        BigInteger reduced = shift >= 0 ? x.shiftRight(shift) : x.shiftLeft(-shift);
        // Now from 1/2 to 1; roots bring it near to 1.
        int roots = Math.max(2, (int) Math.sqrt(bits) / 4);
        int work = bits + 2 * roots + 8;
        reduced = reduced.shiftLeft(work - bits);
        if (shift > 0) {
            reduced = x.shiftLeft(work - bits).shiftRight(shift);
        }
        for (int i = 0; i < roots; i++) {
            reduced = reduced.shiftLeft(work).sqrt();
        }
        BigInteger one = BigInteger.ONE.shiftLeft(work);
        BigInteger artanh = artanh(divide(reduced.subtract(one), reduced.add(one), work), work);
        BigInteger result = artanh.shiftLeft(roots + 1).shiftRight(work - bits);
        return result.add(ln2(bits + 32).multiply(BigInteger.valueOf(shift)).shiftRight(32));
    }

    /** The logarithm of a positive decimal number, other than 1, to so many bits behind the point. */
    private static BigInteger lnOf(DecimalNumber x, int bits) {
        long adjusted = x.adjusted();
        int work = bits + 72;
        if (adjusted == 0 || adjusted == -1) {
            return ln(toFixed(x, work), work).shiftRight(work - bits);
        }
        DecimalNumber mantissa = x.withExponent(1 - x.digits());
        BigInteger result = ln(toFixed(mantissa, work), work).add(ln10(work).multiply(BigInteger.valueOf(adjusted)));
        return result.shiftRight(work - bits);
    }

    private static BigInteger toFixed(DecimalNumber x, int bits) {
        BigInteger shifted = x.coefficient().shiftLeft(bits);
        BigInteger absolute = x.exponent() >= 0
                ? shifted.multiply(PowersOfTen.of(x.exponent()))
                : shifted.divide(PowersOfTen.of(-x.exponent()));
        return x.isNegative() ? absolute.negate() : absolute;
    }

    /** A fixed-point number with some decimal digits. */
    private static DecimalNumber toDecimal(BigInteger value, int bits, long digits) {
        BigInteger absolute = value.abs();
        long magnitude = (long) Math.floor((absolute.bitLength() - bits) / BITS_PER_DIGIT);
        long places = digits - magnitude;
        BigInteger coefficient = places >= 0
                ? absolute.multiply(PowersOfTen.of(places)).shiftRight(bits)
                : absolute.shiftRight(bits).divide(PowersOfTen.of(-places));
        return DecimalNumber.of(value.signum() < 0, coefficient, -places);
    }

    /** Bits that a logarithm of a number near one lacks at its front. */
    private static int lost(DecimalNumber x) {
        if (x.adjusted() != 0 && x.adjusted() != -1) {
            return 0;
        }
        DecimalNumber difference =
                DecimalArithmetic.subtract(x, DecimalNumber.ONE, DecimalContext.widest(Math.max(x.digits() + 2L, 4)));
        return (int) Math.max(0, -difference.adjusted() * BITS_PER_DIGIT + 4);
    }

    static DecimalNumber ln(DecimalNumber x, long digits) {
        int bits = bitsFor(digits) + lost(x);
        return toDecimal(lnOf(x, bits), bits, digits);
    }

    static DecimalNumber log10(DecimalNumber x, long digits) {
        int bits = bitsFor(digits) + lost(x);
        return toDecimal(divide(lnOf(x, bits), ln10(bits), bits), bits, digits);
    }

    /** The exponential of a fixed-point number, as a decimal one. */
    private static DecimalNumber exp(BigInteger x, int bits, long digits) {
        // In decimal: exp(x) is 10**n times the exponential of a rest from 0 to ln(10).
        BigInteger ln10 = ln10(bits);
        BigInteger[] parts = x.divideAndRemainder(ln10);
        if (parts[1].signum() < 0) {
            parts[0] = parts[0].subtract(BigInteger.ONE);
            parts[1] = parts[1].add(ln10);
        }
        long tens = parts[0].longValue();
        int halvings = Math.max(4, (int) Math.sqrt(bits));
        int work = bits + halvings + 16;
        BigInteger rest = parts[1].shiftLeft(work - bits).shiftRight(halvings);
        BigInteger one = BigInteger.ONE.shiftLeft(work);
        BigInteger sum = one.add(rest);
        BigInteger term = rest;
        for (long k = 2; ; k++) {
            term = multiply(term, rest, work).divide(BigInteger.valueOf(k));
            if (term.signum() == 0) {
                break;
            }
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = multiply(sum, sum, work);
        }
        DecimalNumber mantissa = toDecimal(sum, work, digits);
        return mantissa.withExponent(mantissa.exponent() + tens);
    }

    static DecimalNumber exp(DecimalNumber x, long digits) {
        int bits = bitsFor(digits + Math.max(0, x.adjusted()) + 2);
        return exp(toFixed(x, bits), bits, digits);
    }

    /** base ** y as exp(y ln(base)). */
    static DecimalNumber power(DecimalNumber base, DecimalNumber y, long digits) {
        long extra = Math.max(0, y.adjusted() + 2) + 22;
        int bits = bitsFor(digits + extra) + lost(base);
        BigInteger log = lnOf(base, bits);
        BigInteger product = log.multiply(y.coefficient());
        product = y.exponent() >= 0
                ? product.multiply(PowersOfTen.of(y.exponent()))
                : product.divide(PowersOfTen.of(-y.exponent()));
        return exp(y.isNegative() ? product.negate() : product, bits, digits);
    }

    /** The root of an integer where it is an integer, else null. */
    static BigInteger integerRoot(BigInteger x, long n) {
        if (n > x.bitLength()) {
            return x.equals(BigInteger.ONE) ? x : null;
        }
        int degree = (int) n;
        BigInteger low = BigInteger.ONE.shiftLeft((x.bitLength() - 1) / degree);
        BigInteger high = low.shiftLeft(1);
        while (low.compareTo(high) <= 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            int order = middle.pow(degree).compareTo(x);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle.add(BigInteger.ONE);
            } else {
                high = middle.subtract(BigInteger.ONE);
            }
        }
        return null;
    }
}
