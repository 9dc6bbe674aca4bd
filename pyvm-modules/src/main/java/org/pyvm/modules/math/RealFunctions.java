package org.pyvm.modules.math;

/** Functions of C's mathematical library that Java lacks, or has with less accuracy. */
final class RealFunctions {
    private static final double LN2 = Math.log(2);
    private static final double INVERSE_LN2 = 1 / LN2;
    /** What rounding took from {@link #INVERSE_LN2}: 1/ln(2) is 1.442695040888963407359924681001892137427. */
    private static final double INVERSE_LN2_LOW = 2.0355273740931033e-17;

    private static final double INVERSE_LN10 = 4.34294481903251816668e-01;
    /** log10(2) in two parts, the first with few enough bits for exact multiples. */
    private static final double LOG10_2_HIGH = 3.01029995663611771306e-01;

    private static final double LOG10_2_LOW = 3.69423907715893078616e-13;

    private RealFunctions() {}

    /** The exponent of {@code frexp}: the value is {@code m * 2**exponent} with m from 0.5 to 1. */
    static int exponent(double x) {
        int exponent = Math.getExponent(x);
        return exponent >= Double.MIN_EXPONENT ? exponent + 1 : Math.getExponent(x * 0x1p54) + 1 - 54;
    }

    /** The mantissa that goes with {@link #exponent}. */
    static double mantissa(double x, int exponent) {
        // In two steps, each of which is a power of two that is a normal double.
        int half = exponent / 2;
        return Math.scalb(Math.scalb(x, -half), half - exponent);
    }

    static double acos(double x) {
        return ArcTangent.acos(x);
    }

    static double asin(double x) {
        return ArcTangent.asin(x);
    }

    static double atan(double x) {
        return ArcTangent.atan(x);
    }

    static double atan2(double y, double x) {
        return ArcTangent.atan2(y, x);
    }

    static double hypot(double x, double y) {
        return VectorNorm.of(new double[] {Math.abs(x), Math.abs(y)});
    }

    static double asinh(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < 0x1p-28 || !Double.isFinite(x)) {
            return x;
        }
        double result;
        if (magnitude > 0x1p28) {
            result = Math.log(magnitude) + LN2;
        } else if (magnitude > 2) {
            result = Math.log(2.0 * magnitude + 1 / (Math.sqrt(x * x + 1) + magnitude));
        } else {
            double square = x * x;
            result = StrictMath.log1p(magnitude + square / (1 + Math.sqrt(1 + square)));
        }
        return Math.copySign(result, x);
    }

    static double acosh(double x) {
        if (x < 1) {
            return Double.NaN;
        }
        if (x >= 0x1p28) {
            return Math.log(x) + LN2;
        }
        if (x > 2) {
            return Math.log(2.0 * x - 1 / (x + Math.sqrt(x * x - 1)));
        }
        double t = x - 1;
        return StrictMath.log1p(t + Math.sqrt(2.0 * t + t * t));
    }

    static double atanh(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < 0x1p-28) {
            return x;
        }
        double twice = magnitude + magnitude;
        double result = magnitude < 0.5
                ? 0.5 * StrictMath.log1p(twice + twice * magnitude / (1.0 - magnitude))
                : 0.5 * StrictMath.log1p(twice / (1.0 - magnitude));
        return Math.copySign(result, x);
    }

    static double cosh(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < 22) {
            if (magnitude < 0.5 * LN2) {
                double t = StrictMath.expm1(magnitude);
                double w = 1 + t;
                return magnitude < 0x1p-55 ? w : 1 + t * t / (w + w);
            }
            double t = Math.exp(magnitude);
            return 0.5 * t + 0.5 / t;
        }
        double half = Math.exp(0.5 * magnitude);
        return magnitude < 709 ? 0.5 * Math.exp(magnitude) : 0.5 * half * half;
    }

    /** Java's result, within one unit in the last place, with a step of Newton's method on the exact error. */
    static double cbrt(double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return x;
        }
        double scaled = Math.abs(x) < 0x1p-900 ? x * 0x1p300 : x;
        double root = Math.cbrt(scaled);
        double square = root * root;
        double squareLow = Math.fma(root, root, -square);
        double cube = square * root;
        double cubeLow = Math.fma(square, root, -cube) + squareLow * root;
        double result = root + (scaled - cube - cubeLow) / (3 * square);
        return scaled == x ? result : result * 0x1p-100;
    }

    static double log2(double x) {
        if (!(x > 0) || Double.isInfinite(x)) {
            return Math.log(x);
        }
        int exponent = exponent(x);
        double mantissa = mantissa(x, exponent);
        // Around 1, so that a logarithm near 0 loses nothing to the exponent.
        if (mantissa < 0.7071067811865476) {
            mantissa *= 2;
            exponent--;
        }
        double log = Math.log(mantissa);
        double high = log * INVERSE_LN2;
        double low = Math.fma(log, INVERSE_LN2, -high) + log * INVERSE_LN2_LOW;
        double sum = exponent + high;
        return sum + (exponent - sum + high + low);
    }

    /** As C libraries do: exact for powers of 10. */
    static double log10(double x) {
        if (!(x > 0) || Double.isInfinite(x)) {
            return Math.log(x);
        }
        int exponent = exponent(x) - 1;
        // The mantissa is from 1 to 2, or for x below 1 from 0.5 to 1.
        int shift = exponent < 0 ? exponent + 1 : exponent;
        double mantissa = exponent < 0 ? mantissa(x, exponent + 1) : 2 * mantissa(x, exponent + 1);
        double low = shift * LOG10_2_LOW + INVERSE_LN10 * Math.log(mantissa);
        return low + shift * LOG10_2_HIGH;
    }
}
