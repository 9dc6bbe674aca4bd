package org.pyvm.modules.math;

/**
 * The Euclidean length of a vector, within one unit in the last place: {@code math.hypot} and {@code math.dist}.
 *
 * <p>The squares are summed with what rounding loses kept aside, and the root is corrected by one step of Newton's method
 * on the exact difference. The order of the operations is CPython's, so the results are too.
 */
final class VectorNorm {
    /** Splits a double into two halves whose products are exact. */
    private static final double SPLITTER = 134217729.0;

    private double sum = 1.0;
    private double lost1;
    private double lost2;
    private double lost3;

    private VectorNorm() {}

    /** @param magnitudes the coordinates without their signs; overwritten */
    static double of(double[] magnitudes) {
        double largest = 0;
        boolean nan = false;
        for (double x : magnitudes) {
            nan |= Double.isNaN(x);
            largest = x > largest ? x : largest;
        }
        if (Double.isInfinite(largest)) {
            return largest;
        }
        if (nan) {
            return Double.NaN;
        }
        if (largest == 0 || magnitudes.length == 1) {
            return largest;
        }
        int exponent = RealFunctions.exponent(largest);
        return exponent >= -1023
                ? new VectorNorm().scaled(magnitudes, Math.scalb(1.0, -exponent))
                : tiny(magnitudes, largest);
    }

    private double scaled(double[] magnitudes, double scale) {
        for (double magnitude : magnitudes) {
            double x = magnitude * scale;
            double high = high(x);
            double low = x - high;
            lost1 += add(high * high);
            lost2 += add(2.0 * high * low);
            lost3 += low * low;
        }
        double root = Math.sqrt(sum - 1.0 + (lost1 + lost2 + lost3));
        double high = high(root);
        double low = root - high;
        lost1 += add(-high * high);
        lost2 += add(-2.0 * high * low);
        lost3 += add(-low * low);
        double difference = sum - 1.0 + (lost1 + lost2 + lost3);
        return (root + difference / (2.0 * root)) / scale;
    }

    private static double high(double x) {
        double t = x * SPLITTER;
        return t - (t - x);
    }

    /** Adds to the sum, which is the larger, and returns what was lost. */
    private double add(double x) {
        double old = sum;
        sum += x;
        return old - sum + x;
    }

    /** A power of two that would scale these up is no double. */
    private static double tiny(double[] magnitudes, double largest) {
        double sum = 1.0;
        double lost = 0.0;
        for (double magnitude : magnitudes) {
            double x = magnitude / largest;
            x *= x;
            double old = sum;
            sum += x;
            lost += old - sum + x;
        }
        return largest * Math.sqrt(sum - 1.0 + lost);
    }
}
