package org.pyvm.modules.decimal;

import java.math.BigInteger;

/** Powers of ten, and lengths of numbers in digits. */
final class PowersOfTen {
    /** Digits that a long holds whatever they are. */
    static final int LONG_DIGITS = 18;

    /** The first number with more digits than that. */
    static final long LONG_LIMIT = 1_000_000_000_000_000_000L;

    private static final long[] LONGS = new long[LONG_DIGITS + 1];
    private static final BigInteger[] BIG = new BigInteger[256];
    private static final double LOG10_OF_2 = Math.log10(2);

    static {
        LONGS[0] = 1;
        for (int i = 1; i < LONGS.length; i++) {
            LONGS[i] = LONGS[i - 1] * 10;
        }
        BIG[0] = BigInteger.ONE;
        for (int i = 1; i < BIG.length; i++) {
            BIG[i] = BIG[i - 1].multiply(BigInteger.TEN);
        }
    }

    private PowersOfTen() {}

    /** @param exponent from 0 to 18 */
    static long ofLong(int exponent) {
        return LONGS[exponent];
    }

    static BigInteger of(long exponent) {
        if (exponent < BIG.length) {
            return BIG[(int) exponent];
        }
        if (exponent > Integer.MAX_VALUE / 4) {
            throw new OutOfMemoryError();
        }
        return BigInteger.TEN.pow((int) exponent);
    }

    /** Number of digits; 1 for zero. */
    static int digits(long value) {
        // 1233 / 4096 is a little below log10(2): exact for as many bits as there are, or one too few.
        int fewest = (64 - Long.numberOfLeadingZeros(value | 1)) * 1233 >> 12;
        return value >= LONGS[fewest] ? fewest + 1 : Math.max(fewest, 1);
    }

    static int digits(BigInteger value) {
        if (value.signum() == 0) {
            return 1;
        }
        int estimate = (int) ((value.bitLength() - 1) * LOG10_OF_2) + 1;
        return value.compareTo(of(estimate)) >= 0 ? estimate + 1 : estimate;
    }
}
