package org.pyvm.modules.math;

/** A complex number on its way through a computation. */
record Complex(double real, double imag) {
    /** Stands for a result that does not exist; told apart by identity. */
    static final Complex DOMAIN_ERROR = new Complex(Double.NaN, Double.NaN);

    /** {@code i * this}. */
    Complex timesI() {
        return new Complex(-imag, real);
    }

    /** {@code this / i}. */
    Complex overI() {
        return this == DOMAIN_ERROR ? this : new Complex(imag, -real);
    }

    Complex negated() {
        return this == DOMAIN_ERROR ? this : new Complex(-real, -imag);
    }

    /** The quotient, scaled by the larger part of the divisor; {@link #DOMAIN_ERROR} when that is 0. */
    Complex dividedBy(Complex w) {
        if (Math.abs(w.real) >= Math.abs(w.imag)) {
            if (w.real == 0) {
                return DOMAIN_ERROR;
            }
            double ratio = w.imag / w.real;
            double scale = w.real + w.imag * ratio;
            return new Complex((real + imag * ratio) / scale, (imag - real * ratio) / scale);
        }
        if (Double.isNaN(w.real) || Double.isNaN(w.imag)) {
            return new Complex(Double.NaN, Double.NaN);
        }
        double ratio = w.real / w.imag;
        double scale = w.real * ratio + w.imag;
        return new Complex((real * ratio + imag) / scale, (imag * ratio - real) / scale);
    }
}
