package org.pyvm.modules.math;

/**
 * The error function and its complement, by rational approximations on four intervals. The coefficients are those of fdlibm's
 * {@code s_erf}, which C libraries share.
 */
final class ErrorFunction {
    /** Near erf(1), in few bits. */
    private static final double ERX = 8.45062911510467529297e-01;
    /** 2 / sqrt(pi) - 1. */
    private static final double EFX = 1.28379167095512586316e-01;

    private static final double[] SMALL_P = {
        1.28379167095512558561e-01,
        -3.25042107247001499370e-01,
        -2.84817495755985104766e-02,
        -5.77027029648944159157e-03,
        -2.37630166566501626084e-05
    };
    private static final double[] SMALL_Q = {
        1,
        3.97917223959155352819e-01,
        6.50222499887672944485e-02,
        5.08130628187576562776e-03,
        1.32494738004321644526e-04,
        -3.96022827877536812320e-06
    };
    private static final double[] NEAR_ONE_P = {
        -2.36211856075265944077e-03,
        4.14856118683748331666e-01,
        -3.72207876035701323847e-01,
        3.18346619901161753674e-01,
        -1.10894694282396677476e-01,
        3.54783043256182359371e-02,
        -2.16637559486879084300e-03
    };
    private static final double[] NEAR_ONE_Q = {
        1,
        1.06420880400844228286e-01,
        5.40397917702171048937e-01,
        7.18286544141962662868e-02,
        1.26171219808761642112e-01,
        1.36370839120290507362e-02,
        1.19844998467991074170e-02
    };
    private static final double[] MEDIUM_P = {
        -9.86494403484714822705e-03,
        -6.93858572707181764372e-01,
        -1.05586262253232909814e01,
        -6.23753324503260060396e01,
        -1.62396669462573470355e02,
        -1.84605092906711035994e02,
        -8.12874355063065934246e01,
        -9.81432934416914548592e00
    };
    private static final double[] MEDIUM_Q = {
        1,
        1.96512716674392571292e01,
        1.37657754143519042600e02,
        4.34565877475229228821e02,
        6.45387271733267880336e02,
        4.29008140027567833386e02,
        1.08635005541779435134e02,
        6.57024977031928170135e00,
        -6.04244152148580987438e-02
    };
    private static final double[] LARGE_P = {
        -9.86494292470009928597e-03,
        -7.99283237680523006574e-01,
        -1.77579549177547519889e01,
        -1.60636384855821916062e02,
        -6.37566443368389627722e02,
        -1.02509513161107724954e03,
        -4.83519191608651397019e02
    };
    private static final double[] LARGE_Q = {
        1,
        3.03380607434824582924e01,
        3.25792512996573918826e02,
        1.53672958608443695994e03,
        3.19985821950859553908e03,
        2.55305040643316442583e03,
        4.74528541206955367215e02,
        -2.24409524465858183362e01
    };

    private ErrorFunction() {}

    private static double ratio(double[] p, double[] q, double x) {
        return polynomial(p, x) / polynomial(q, x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double result = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--) {
            result = coefficients[i] + x * result;
        }
        return result;
    }

    static double erf(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double magnitude = Math.abs(x);
        if (magnitude < 0x1p-28) {
            // Sixteen times the term, so that it does not lose bits where x is subnormal.
            return magnitude < 0x1p-1015 ? 0.0625 * (16.0 * x + 16.0 * EFX * x) : x + EFX * x;
        }
        if (magnitude < 0.84375) {
            return x + x * ratio(SMALL_P, SMALL_Q, x * x);
        }
        double result;
        if (magnitude < 1.25) {
            result = ERX + ratio(NEAR_ONE_P, NEAR_ONE_Q, magnitude - 1);
        } else {
            result = magnitude < 6 ? 1 - tail(magnitude) : 1;
        }
        return x < 0 ? -result : result;
    }

    static double erfc(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double magnitude = Math.abs(x);
        if (magnitude < 0.84375) {
            if (magnitude < 0x1p-56) {
                return 1 - x;
            }
            double y = ratio(SMALL_P, SMALL_Q, x * x);
            return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
        }
        if (magnitude < 1.25) {
            double y = ratio(NEAR_ONE_P, NEAR_ONE_Q, magnitude - 1);
            return x >= 0 ? 1 - ERX - y : 1 + (ERX + y);
        }
        if (magnitude < 28) {
            return x > 0 ? tail(magnitude) : x < -6 ? 2 : 2 - tail(magnitude);
        }
        return x > 0 ? 0 : 2;
    }

    /** erfc(x) for x of at least 1.25: {@code exp(-x*x - 0.5625 + R(1/x*x)) / x}, with x*x in two exact parts. */
    private static double tail(double x) {
        double s = 1 / (x * x);
        double ratio = x < 1 / 0.35 ? ratio(MEDIUM_P, MEDIUM_Q, s) : ratio(LARGE_P, LARGE_Q, s);
        double head = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xffffffff00000000L);
        return Math.exp(-head * head - 0.5625) * Math.exp((head - x) * (head + x) + ratio) / x;
    }
}
