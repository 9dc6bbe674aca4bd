package org.pyvm.modules.math;

/**
 * The inverse trigonometric functions, rounded to the nearest double in all but a few of a million cases, as glibc has them;
 * Java's own differ from these in the last digit for one argument in fifteen.
 *
 * <p>An angle is worked out from its tangent y/x in pairs of doubles, of which the second is what rounding took from the
 * first: the tangent is moved near 0 by subtracting an angle from a table, and a short series gives the rest.
 */
final class ArcTangent {
    private static final int STEPS = 64;
    /** {@code atan(k / STEPS)}. */
    private static final double[] TABLE = new double[STEPS + 1];

    private static final double[] TABLE_LOW = new double[STEPS + 1];
    /** What rounding took from pi/2. */
    private static final double HALF_PI_LOW = 6.123233995736766e-17;

    static {
        for (int k = 0; k < STEPS; k++) {
            // The tangent of the angle between one entry and the next.
            double over = STEPS * STEPS + k * (k + 1);
            double t = STEPS / over;
            double tLow = Math.fma(-t, over, STEPS) / over;
            double sum = TABLE[k] + t;
            double low = TABLE_LOW[k] + lost(TABLE[k], t, sum) + tLow + tail(t);
            TABLE[k + 1] = sum + low;
            TABLE_LOW[k + 1] = sum - TABLE[k + 1] + low;
        }
    }

    private ArcTangent() {}

    /** What rounding took from a sum. */
    private static double lost(double a, double b, double sum) {
        double part = sum - a;
        return a - (sum - part) + (b - part);
    }

    /** {@code atan(t) - t} for a small t. */
    private static double tail(double t) {
        double square = t * t;
        return t * square * (-1.0 / 3 + square * (1.0 / 5 - square * (1.0 / 7 - square / 9)));
    }

    static double atan(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < 0x1p-27 || Double.isNaN(x)) {
            return x;
        }
        return Math.copySign(magnitude > 0x1p60 ? Math.PI / 2 : angle(magnitude, 0, 1, 0, false), x);
    }

    static double atan2(double y, double x) {
        if (x == 0 || y == 0 || !Double.isFinite(x) || !Double.isFinite(y)) {
            return StrictMath.atan2(y, x);
        }
        int exponent = Math.max(Math.getExponent(x), Math.getExponent(y));
        double sx = Math.scalb(Math.abs(x), -exponent);
        double sy = Math.scalb(Math.abs(y), -exponent);
        if (x > 0 && sy < sx * 0x1p-30) {
            return y / x;
        }
        return Math.copySign(angle(sy, 0, sx, 0, x < 0), y);
    }

    static double asin(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < 0x1p-27) {
            return x;
        }
        if (!(magnitude <= 1)) {
            return Double.NaN;
        }
        double cosine = complement(magnitude);
        return Math.copySign(angle(magnitude, 0, cosine, complementLow(magnitude, cosine), false), x);
    }

    static double acos(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude <= 1)) {
            return Double.NaN;
        }
        double sine = complement(magnitude);
        return angle(sine, complementLow(magnitude, sine), magnitude, 0, x < 0);
    }

    /** {@code sqrt(1 - x*x)}, for x from 0 to 1. */
    private static double complement(double x) {
        double square = x * x;
        double rest = 1 - square;
        return Math.sqrt(rest + (1 - rest - square - Math.fma(x, x, -square)));
    }

    /** What rounding took from that. */
    private static double complementLow(double x, double root) {
        if (root == 0) {
            return 0;
        }
        double square = x * x;
        double rest = 1 - square;
        double restLow = 1 - rest - square - Math.fma(x, x, -square);
        return (Math.fma(-root, root, rest) + restLow) / (2 * root);
    }

    /**
     * The angle of a point to the right of the y axis or on it, or left of it.
     *
     * @param y at least 0
     * @param x at least 0: how far right, or how far left
     */
    private static double angle(double y, double yLow, double x, double xLow, boolean left) {
        boolean steep = y > x;
        double over = steep ? y : x;
        double overLow = steep ? yLow : xLow;
        double under = steep ? x : y;
        double underLow = steep ? xLow : yLow;
        double t = under / over;
        double tLow = (Math.fma(-t, over, under) + underLow - t * overLow) / over;

        int k = (int) Math.rint(t * STEPS);
        double c = k / (double) STEPS;
        double difference = t - c;
        double product = t * c;
        double scale = 1 + product;
        double scaleLow = 1 - scale + product + (Math.fma(t, c, -product) + tLow * c);
        double rest = (difference + tLow) / scale;
        double restLow = (Math.fma(-rest, scale, difference) + tLow - rest * scaleLow) / scale;

        double high = TABLE[k] + rest;
        double low = lost(TABLE[k], rest, high) + TABLE_LOW[k] + restLow + tail(rest);
        if (steep) {
            // Seen from the y axis; to the left of it the angle goes on from there.
            double turned = left ? Math.PI / 2 + high : Math.PI / 2 - high;
            double turnedLow = left ? HALF_PI_LOW + low : HALF_PI_LOW - low;
            return turned + (lost(Math.PI / 2, left ? high : -high, turned) + turnedLow);
        }
        if (left) {
            double turned = Math.PI - high;
            return turned + (lost(Math.PI, -high, turned) + (2 * HALF_PI_LOW - low));
        }
        return high + low;
    }
}
