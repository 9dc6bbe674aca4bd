package org.pyvm.objects.types;

import java.math.BigInteger;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;

/** Divisions of big ints that need care: to a correctly rounded float, and modular powers. */
final class IntDivision {
    private IntDivision() {}

    /** The quotient rounded to the nearest double, half to even. */
    static double trueDivide(BigInteger a, BigInteger b) {
        boolean negative = (a.signum() < 0) != (b.signum() < 0); // of zero too: 0 / -huge is -0.0
        BigInteger x = a.abs();
        BigInteger y = b.abs();
        if (x.signum() == 0) {
            return negative ? -0.0 : 0.0;
        }
        // A quotient of at least 55 bits holds every bit that a double has and one for rounding; the rest is sticky.
        int shift = 66 - (x.bitLength() - y.bitLength());
        BigInteger[] parts =
                shift > 0 ? x.shiftLeft(shift).divideAndRemainder(y) : x.divideAndRemainder(y.shiftLeft(-shift));
        BigInteger quotient = parts[0];
        if (parts[1].signum() != 0) {
            quotient = quotient.setBit(0);
        }
        double result = scale(quotient, -shift);
        if (Double.isInfinite(result)) {
            throw PyErr.overflowError("integer division result too large for a float");
        }
        return negative ? -result : result;
    }

    /** quotient * 2**exponent, rounded once. */
    static double scale(BigInteger quotient, int exponent) {
        int bits = quotient.bitLength();
        int lowest = Math.max(bits - 53, -1074 - exponent);
        if (lowest <= 0) {
            return Math.scalb(quotient.doubleValue(), exponent);
        }
        if (lowest > bits) {
            return 0.0;
        }
        BigInteger kept = quotient.shiftRight(lowest);
        boolean half = quotient.testBit(lowest - 1);
        boolean beyond = quotient.getLowestSetBit() < lowest - 1;
        if (half && (beyond || kept.testBit(0))) {
            kept = kept.add(BigInteger.ONE);
        }
        int scale = exponent + lowest;
        double value = kept.doubleValue();
        return scale > 1023 - 53
                ? value * Math.pow(2, Math.min(scale, 1023)) * (scale > 1023 ? Double.POSITIVE_INFINITY : 1)
                : Math.scalb(value, scale);
    }

    static PyObject modularPower(PyInt base, PyInt exponent, PyInt modulus) {
        if (modulus.signum() == 0) {
            throw PyErr.valueError("pow() 3rd argument cannot be 0");
        }
        BigInteger m = modulus.bigValue();
        BigInteger positive = m.abs();
        BigInteger b = base.bigValue();
        BigInteger e = exponent.bigValue();
        if (e.signum() < 0) {
            if (!b.gcd(positive).equals(BigInteger.ONE)) {
                throw PyErr.valueError("base is not invertible for the given modulus");
            }
            b = b.modInverse(positive);
            e = e.negate();
        }
        BigInteger result = positive.equals(BigInteger.ONE) ? BigInteger.ZERO : b.modPow(e, positive);
        if (m.signum() < 0 && result.signum() != 0) {
            result = result.add(m);
        }
        return PyInt.of(result);
    }
}
