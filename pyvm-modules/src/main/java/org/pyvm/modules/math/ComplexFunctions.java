package org.pyvm.modules.math;

/**
 * The functions of {@code cmath} on finite arguments, after W. Kahan, "Branch Cuts for Complex Elementary Functions"; other
 * arguments are looked up in {@link ComplexSpecialValues}. Results that overflow are infinite, and {@link Complex#DOMAIN_ERROR}
 * is the result where there is none.
 */
final class ComplexFunctions {
    private static final double LN2 = Math.log(2);
    private static final double LN10 = Math.log(10);
    /** Beyond this squares of sums overflow, and the square root of 1 + z**2 is as good as z. */
    private static final double LARGE = Double.MAX_VALUE / 4;

    private static final double SQRT_LARGE = Math.sqrt(LARGE);
    private static final double LOG_LARGE = Math.log(LARGE);
    private static final double SQRT_SMALLEST = Math.sqrt(Double.MIN_NORMAL);

    private static final ComplexSpecialValues ACOS = ComplexSpecialValues.of("acos");
    private static final ComplexSpecialValues ACOSH = ComplexSpecialValues.of("acosh");
    private static final ComplexSpecialValues ASINH = ComplexSpecialValues.of("asinh");
    private static final ComplexSpecialValues ATANH = ComplexSpecialValues.of("atanh");
    private static final ComplexSpecialValues COSH = ComplexSpecialValues.of("cosh");
    private static final ComplexSpecialValues EXP = ComplexSpecialValues.of("exp");
    private static final ComplexSpecialValues LOG = ComplexSpecialValues.of("log");
    private static final ComplexSpecialValues RECT = ComplexSpecialValues.of("rect");
    private static final ComplexSpecialValues SINH = ComplexSpecialValues.of("sinh");
    private static final ComplexSpecialValues SQRT = ComplexSpecialValues.of("sqrt");
    private static final ComplexSpecialValues TANH = ComplexSpecialValues.of("tanh");

    private ComplexFunctions() {}

    private static boolean isLarge(double x, double y) {
        return Math.abs(x) > LARGE || Math.abs(y) > LARGE;
    }

    /** {@code log(2 * hypot(x, y))} where the hypotenuse may be too large for a double. */
    private static double logOfTwiceLarge(double x, double y) {
        return Math.log(RealFunctions.hypot(x / 2, y / 2)) + 2 * LN2;
    }

    static Complex sqrt(Complex z) {
        Complex special = SQRT.at(z.real(), z.imag());
        if (special != null) {
            return special;
        }
        double x = z.real();
        double y = z.imag();
        if (x == 0 && y == 0) {
            return new Complex(0, y);
        }
        double ax = Math.abs(x);
        double ay = Math.abs(y);
        double s;
        if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL && (ax > 0 || ay > 0)) {
            // Subnormal parts have few bits: scaled they have all of theirs. An odd power of two halves the sum on the
            // way.
            double scaled = Math.scalb(ax, 53);
            s = Math.scalb(Math.sqrt(scaled + RealFunctions.hypot(scaled, Math.scalb(ay, 53))), -27);
        } else {
            ax /= 8;
            s = 2 * Math.sqrt(ax + RealFunctions.hypot(ax, ay / 8));
        }
        double d = ay / (2 * s);
        return x >= 0 ? new Complex(s, Math.copySign(d, y)) : new Complex(d, Math.copySign(s, y));
    }

    static Complex acos(Complex z) {
        double x = z.real();
        double y = z.imag();
        Complex special = ACOS.at(x, y);
        if (special != null) {
            return special;
        }
        if (isLarge(x, y)) {
            double imag = logOfTwiceLarge(x, y);
            return new Complex(
                    RealFunctions.atan2(Math.abs(y), x), x < 0 ? -Math.copySign(imag, y) : Math.copySign(imag, -y));
        }
        Complex s1 = sqrt(new Complex(1 - x, -y));
        Complex s2 = sqrt(new Complex(1 + x, y));
        return new Complex(
                2 * RealFunctions.atan2(s1.real(), s2.real()),
                RealFunctions.asinh(s2.real() * s1.imag() - s2.imag() * s1.real()));
    }

    static Complex acosh(Complex z) {
        double x = z.real();
        double y = z.imag();
        Complex special = ACOSH.at(x, y);
        if (special != null) {
            return special;
        }
        if (isLarge(x, y)) {
            return new Complex(logOfTwiceLarge(x, y), RealFunctions.atan2(y, x));
        }
        Complex s1 = sqrt(new Complex(x - 1, y));
        Complex s2 = sqrt(new Complex(x + 1, y));
        return new Complex(
                RealFunctions.asinh(s1.real() * s2.real() + s1.imag() * s2.imag()),
                2 * RealFunctions.atan2(s1.imag(), s2.real()));
    }

    static Complex asin(Complex z) {
        return asinh(z.timesI()).overI();
    }

    static Complex asinh(Complex z) {
        double x = z.real();
        double y = z.imag();
        Complex special = ASINH.at(x, y);
        if (special != null) {
            return special;
        }
        if (isLarge(x, y)) {
            double real = logOfTwiceLarge(x, y);
            return new Complex(
                    y >= 0 ? Math.copySign(real, x) : -Math.copySign(real, -x), RealFunctions.atan2(y, Math.abs(x)));
        }
        Complex s1 = sqrt(new Complex(1 + y, -x));
        Complex s2 = sqrt(new Complex(1 - y, x));
        return new Complex(
                RealFunctions.asinh(s1.real() * s2.imag() - s2.real() * s1.imag()),
                RealFunctions.atan2(y, s1.real() * s2.real() - s1.imag() * s2.imag()));
    }

    static Complex atan(Complex z) {
        return atanh(z.timesI()).overI();
    }

    static Complex atanh(Complex z) {
        double x = z.real();
        double y = z.imag();
        Complex special = ATANH.at(x, y);
        if (special != null) {
            return special;
        }
        if (x < 0 || x == 0 && 1 / x < 0) {
            return atanh(z.negated()).negated();
        }
        double ay = Math.abs(y);
        if (x > SQRT_LARGE || ay > SQRT_LARGE) {
            double h = RealFunctions.hypot(x / 2, y / 2);
            return new Complex(x / 4 / h / h, -Math.copySign(Math.PI / 2, -y));
        }
        if (x == 1 && ay < SQRT_SMALLEST) {
            if (ay == 0) {
                return Complex.DOMAIN_ERROR;
            }
            double real = -Math.log(Math.sqrt(ay) / Math.sqrt(RealFunctions.hypot(ay, 2)));
            return new Complex(real, Math.copySign(RealFunctions.atan2(2, -ay) / 2, y));
        }
        double rest = 1 - x;
        return new Complex(
                StrictMath.log1p(4 * x / (rest * rest + ay * ay)) / 4,
                -RealFunctions.atan2(-2 * y, rest * (1 + x) - ay * ay) / 2);
    }

    static Complex cos(Complex z) {
        return cosh(z.timesI());
    }

    static Complex sin(Complex z) {
        return sinh(z.timesI()).overI();
    }

    static Complex tan(Complex z) {
        return tanh(z.timesI()).overI();
    }

    static Complex cosh(Complex z) {
        double x = z.real();
        double y = z.imag();
        Complex special = COSH.at(x, y);
        if (special != null) {
            return special;
        }
        double cos = Math.cos(y);
        double sin = Math.sin(y);
        if (Double.isInfinite(x)) {
            return new Complex(infinite(cos), x > 0 ? infinite(sin) : -infinite(sin));
        }
        if (Math.abs(x) > LOG_LARGE) {
            double less = x - Math.copySign(1, x);
            return new Complex(cos * RealFunctions.cosh(less) * Math.E, sin * StrictMath.sinh(less) * Math.E);
        }
        return new Complex(cos * RealFunctions.cosh(x), sin * StrictMath.sinh(x));
    }

    static Complex sinh(Complex z) {
        double x = z.real();
        double y = z.imag();
        Complex special = SINH.at(x, y);
        if (special != null) {
            return special;
        }
        double cos = Math.cos(y);
        double sin = Math.sin(y);
        if (Double.isInfinite(x)) {
            return new Complex(x > 0 ? infinite(cos) : -infinite(cos), infinite(sin));
        }
        if (Math.abs(x) > LOG_LARGE) {
            double less = x - Math.copySign(1, x);
            return new Complex(cos * StrictMath.sinh(less) * Math.E, sin * RealFunctions.cosh(less) * Math.E);
        }
        return new Complex(cos * StrictMath.sinh(x), sin * RealFunctions.cosh(x));
    }

    static Complex tanh(Complex z) {
        double x = z.real();
        double y = z.imag();
        Complex special = TANH.at(x, y);
        if (special != null) {
            return special;
        }
        if (Math.abs(x) > LOG_LARGE) {
            double vanishing = Math.sin(y) * Math.cos(y);
            return new Complex(
                    Math.copySign(1, x),
                    Double.isInfinite(x) ? Math.copySign(0, vanishing) : 4 * vanishing * Math.exp(-2 * Math.abs(x)));
        }
        double tanh = StrictMath.tanh(x);
        double tan = Math.tan(y);
        double sech = 1 / RealFunctions.cosh(x);
        double product = tanh * tan;
        double scale = 1 + product * product;
        return new Complex(tanh * (1 + tan * tan) / scale, tan / scale * sech * sech);
    }

    static Complex exp(Complex z) {
        double x = z.real();
        double y = z.imag();
        Complex special = EXP.at(x, y);
        if (special != null) {
            return special;
        }
        double cos = Math.cos(y);
        double sin = Math.sin(y);
        if (Double.isInfinite(x)) {
            return x > 0
                    ? new Complex(infinite(cos), infinite(sin))
                    : new Complex(Math.copySign(0, cos), Math.copySign(0, sin));
        }
        if (x > LOG_LARGE) {
            double less = Math.exp(x - 1);
            return new Complex(less * cos * Math.E, less * sin * Math.E);
        }
        double exp = Math.exp(x);
        return new Complex(exp * cos, exp * sin);
    }

    private static double infinite(double sign) {
        return Math.copySign(Double.POSITIVE_INFINITY, sign);
    }

    static Complex log(Complex z) {
        double x = z.real();
        double y = z.imag();
        Complex special = LOG.at(x, y);
        if (special != null) {
            return special;
        }
        double ax = Math.abs(x);
        double ay = Math.abs(y);
        double real;
        if (isLarge(x, y)) {
            real = Math.log(RealFunctions.hypot(ax / 2, ay / 2)) + LN2;
        } else if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
            if (ax == 0 && ay == 0) {
                return Complex.DOMAIN_ERROR;
            }
            real = Math.log(RealFunctions.hypot(Math.scalb(ax, 53), Math.scalb(ay, 53))) - 53 * LN2;
        } else {
            double h = RealFunctions.hypot(ax, ay);
            if (h >= 0.71 && h <= 1.73) {
                // Near the unit circle the logarithm is small, and what is left of h - 1 says too little.
                double most = Math.max(ax, ay);
                double least = Math.min(ax, ay);
                real = StrictMath.log1p((most - 1) * (most + 1) + least * least) / 2;
            } else {
                real = Math.log(h);
            }
        }
        return new Complex(real, RealFunctions.atan2(y, x));
    }

    static Complex log10(Complex z) {
        Complex log = log(z);
        return log == Complex.DOMAIN_ERROR ? log : new Complex(log.real() / LN10, log.imag() / LN10);
    }

    /** The number with an absolute value and a phase. */
    static Complex rect(double radius, double phase) {
        Complex special = RECT.at(radius, phase);
        if (special != null) {
            return special;
        }
        double cos = Math.cos(phase);
        double sin = Math.sin(phase);
        if (Double.isInfinite(radius)) {
            return radius > 0 ? new Complex(infinite(cos), infinite(sin)) : new Complex(-infinite(cos), -infinite(sin));
        }
        // sin(-0) * r would lose the sign that 0 * r keeps for a negative r.
        return phase == 0 ? new Complex(radius, radius * phase) : new Complex(radius * cos, radius * sin);
    }
}
