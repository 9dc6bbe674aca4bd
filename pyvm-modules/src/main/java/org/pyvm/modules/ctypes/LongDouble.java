package org.pyvm.modules.ctypes;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/** {@code long double} as x86 has it: sign and exponent in 16 bits behind 64 bits of mantissa, whose first bit is not implied. */
final class LongDouble {
    private static final int BIAS = 16383;
    private static final int MAX_EXPONENT = 0x7FFF;
    private static final int MANTISSA_BITS = 52;

    private LongDouble() {}

    static double get(MemorySegment segment, long offset) {
        long mantissa = segment.get(JAVA_LONG_UNALIGNED, offset);
        int head = segment.get(JAVA_SHORT_UNALIGNED, offset + Long.BYTES) & 0xFFFF;
        int exponent = head & MAX_EXPONENT;
        double value;
        if (exponent == MAX_EXPONENT) {
            value = mantissa << 1 == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else {
            value = scale(mantissa, exponent - BIAS - (Long.SIZE - 1));
        }
        return head > MAX_EXPONENT ? -value : value;
    }

    /** Rounds to even, once. */
    private static double scale(long unsignedMantissa, int exponent) {
        if (unsignedMantissa == 0) {
            return 0;
        }
        java.math.BigInteger digits = new java.math.BigInteger(Long.toUnsignedString(unsignedMantissa));
        if (exponent > 2000) {
            return Double.POSITIVE_INFINITY;
        }
        if (exponent < -2000) {
            return 0;
        }
        return exponent >= 0
                ? new java.math.BigDecimal(digits.shiftLeft(exponent)).doubleValue()
                : new java.math.BigDecimal(digits)
                        .divide(new java.math.BigDecimal(java.math.BigInteger.ONE.shiftLeft(-exponent)))
                        .doubleValue();
    }

    static void set(MemorySegment segment, long offset, double value) {
        long bits = Double.doubleToRawLongBits(value);
        int sign = bits < 0 ? 0x8000 : 0;
        int exponent = (int) (bits >>> MANTISSA_BITS) & 0x7FF;
        long mantissa = bits << (Long.SIZE - 1 - MANTISSA_BITS) & Long.MAX_VALUE;
        int head;
        if (exponent == 0x7FF) {
            head = MAX_EXPONENT;
            mantissa |= Long.MIN_VALUE;
        } else if (exponent != 0) {
            head = exponent - 1023 + BIAS;
            mantissa |= Long.MIN_VALUE;
        } else if (mantissa != 0) {
            int shift = Long.numberOfLeadingZeros(mantissa);
            mantissa <<= shift;
            head = 1 - 1023 + BIAS - shift;
        } else {
            head = 0;
        }
        segment.set(JAVA_LONG_UNALIGNED, offset, mantissa);
        segment.set(JAVA_LONG_UNALIGNED, offset + Long.BYTES, sign | head);
    }
}
