package org.pyvm.modules.structs;

/** IEEE 754 half precision: 1 bit of sign, 5 of exponent, 10 of fraction. */
final class HalfFloat {
    private HalfFloat() {}

    static boolean isInfinite(short bits) {
        return (bits & 0x7FFF) == 0x7C00;
    }

    /** Rounds to nearest, ties to even; straight from double, since rounding twice could err. */
    static short bits(double value) {
        int sign = (int) (Double.doubleToRawLongBits(value) >>> 48) & 0x8000;
        double magnitude = Math.abs(value);
        if (Double.isNaN(value)) {
            return (short) (sign | 0x7E00);
        }
        if (magnitude >= 65520) {
            return (short) (sign | 0x7C00);
        }
        // The unit in the last place: 2**-24 below the normal numbers.
        int exponent = Math.max(Math.getExponent(magnitude), -14);
        double units = Math.rint(Math.scalb(magnitude, 10 - exponent));
        // A carry out of the fraction goes into the exponent by itself.
        int bits = (int) units + (exponent + 14 << 10);
        return (short) (sign | bits);
    }

    static double value(short bits) {
        return Float.float16ToFloat(bits);
    }
}
