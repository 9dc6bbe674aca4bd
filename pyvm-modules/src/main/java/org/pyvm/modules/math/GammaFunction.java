package org.pyvm.modules.math;

/** The gamma function by Lanczos' approximation, with Boost's coefficients, as CPython computes it. */
final class GammaFunction {
    private static final double G = 6.024680040776729583740234375;
    private static final double G_MINUS_HALF = 5.524680040776729583740234375;
    private static final double LOG_PI = 1.144729885849400174143427351353058711647;

    private static final double[] NUMERATOR = {
        23531376880.410759688572007674451636754734846804940,
        42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843,
        17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708,
        1439720407.3117216736632230727949123939715485786772,
        248874557.86205415651146038641322942321632125127801,
        31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768,
        186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024,
        210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408
    };

    private static final double[] DENOMINATOR = {
        0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1
    };

    /** The factorials that are doubles: gamma of 1, 2, ... 23. */
    private static final double[] FACTORIALS = factorials();

    private GammaFunction() {}

    private static double[] factorials() {
        double[] result = new double[23];
        result[0] = 1;
        for (int i = 1; i < result.length; i++) {
            result[i] = result[i - 1] * i;
        }
        return result;
    }

    /** From the top power down for small arguments, from the bottom up in 1/x for others: neither overflows. */
    private static double lanczosSum(double x) {
        double numerator = 0;
        double denominator = 0;
        if (x < 5) {
            for (int i = NUMERATOR.length - 1; i >= 0; i--) {
                numerator = numerator * x + NUMERATOR[i];
                denominator = denominator * x + DENOMINATOR[i];
            }
        } else {
            for (int i = 0; i < NUMERATOR.length; i++) {
                numerator = numerator / x + NUMERATOR[i];
                denominator = denominator / x + DENOMINATOR[i];
            }
        }
        return numerator / denominator;
    }

    /** {@code sin(pi * x)}, exact in the reduction of the argument. */
    private static double sinPi(double x) {
        double y = Math.abs(x) % 2.0;
        double result = switch ((int) Math.floor(2.0 * y + 0.5)) {
            case 0 -> Math.sin(Math.PI * y);
            case 1 -> Math.cos(Math.PI * (y - 0.5));
            // For the reflection, near 1 rather than 0: the difference is exact.
            case 2 -> Math.sin(Math.PI * (1.0 - y));
            case 3 -> -Math.cos(Math.PI * (y - 1.5));
            default -> Math.sin(Math.PI * (y - 2.0));
        };
        return Math.copySign(1.0, x) * result;
    }

    static double gamma(double x) {
        if (!Double.isFinite(x)) {
            if (x == Double.NEGATIVE_INFINITY) {
                throw MathModule.domainError();
            }
            return x;
        }
        if (x == Math.floor(x)) {
            if (x <= 0) {
                throw MathModule.domainError();
            }
            if (x <= FACTORIALS.length) {
                return FACTORIALS[(int) x - 1];
            }
        }
        double result = gammaOfFraction(x, Math.abs(x));
        if (Double.isInfinite(result)) {
            throw MathModule.rangeError();
        }
        return result;
    }

    private static double gammaOfFraction(double x, double magnitude) {
        if (magnitude < 1e-20) {
            return 1.0 / x;
        }
        if (magnitude > 200.0) {
            return x < 0 ? 0.0 / sinPi(x) : Double.POSITIVE_INFINITY;
        }
        double y = magnitude + G_MINUS_HALF;
        // What rounding took from y, as a correction to the result.
        double rounding = magnitude > G_MINUS_HALF ? y - magnitude - G_MINUS_HALF : y - G_MINUS_HALF - magnitude;
        double z = rounding * G / y;
        // y ** (magnitude - 0.5) would overflow before the result does.
        boolean once = magnitude < 140.0;
        double power = Math.pow(y, once ? magnitude - 0.5 : magnitude / 2.0 - 0.25);
        double result;
        if (x < 0) {
            result = -Math.PI / sinPi(magnitude) / magnitude * Math.exp(y) / lanczosSum(magnitude);
            result -= z * result;
            result /= power;
            return once ? result : result / power;
        }
        result = lanczosSum(magnitude) / Math.exp(y);
        result += z * result;
        result *= power;
        return once ? result : result * power;
    }

    static double logGamma(double x) {
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
        }
        if (x == Math.floor(x) && x <= 2) {
            if (x <= 0) {
                throw MathModule.domainError();
            }
            return 0.0;
        }
        double magnitude = Math.abs(x);
        if (magnitude < 1e-20) {
            return -Math.log(magnitude);
        }
        double result = Math.log(lanczosSum(magnitude)) - G;
        result += (magnitude - 0.5) * (Math.log(magnitude + G - 0.5) - 1);
        if (x < 0) {
            result = LOG_PI - Math.log(Math.abs(sinPi(magnitude))) - Math.log(magnitude) - result;
        }
        if (Double.isInfinite(result)) {
            throw MathModule.rangeError();
        }
        return result;
    }
}
