package org.pyvm.modules.math;

import java.math.BigInteger;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.types.PyInt;

/** The functions of {@code math} on ints. */
final class Combinatorics {
    private Combinatorics() {}

    static PyInt factorial(PyInt n) {
        if (n.signum() < 0) {
            throw PyErr.valueError("factorial() not defined for negative values");
        }
        if (!n.fitsLong()) {
            throw PyErr.overflowError("factorial() argument should not exceed %d", Long.MAX_VALUE);
        }
        return PyInt.of(product(1, n.longValue()));
    }

    /** low * ... * high, 1 if there is none; halves are of similar size, so that long multiplication pays. */
    private static BigInteger product(long low, long high) {
        if (high - low < 8) {
            BigInteger result = BigInteger.ONE;
            for (long i = low; i <= high; i++) {
                result = result.multiply(BigInteger.valueOf(i));
            }
            return result;
        }
        long middle = low + (high - low) / 2;
        return product(low, middle).multiply(product(middle + 1, high));
    }

    private static void checkNotNegative(PyInt n, PyInt k) {
        if (n.signum() < 0) {
            throw PyErr.valueError("n must be a non-negative integer");
        }
        if (k.signum() < 0) {
            throw PyErr.valueError("k must be a non-negative integer");
        }
    }

    static PyInt permutations(PyInt n, PyInt k) {
        checkNotNegative(n, k);
        if (n.bigValue().compareTo(k.bigValue()) < 0) {
            return PyInt.of(0);
        }
        if (!k.fitsLong()) {
            throw PyErr.overflowError("k must not exceed %d", Long.MAX_VALUE);
        }
        return PyInt.of(falling(n, k.longValue()));
    }

    /** n * (n-1) * ..., k factors. */
    private static BigInteger falling(PyInt n, long k) {
        if (n.fitsLong()) {
            return product(n.longValue() - k + 1, n.longValue());
        }
        BigInteger result = BigInteger.ONE;
        for (long i = 0; i < k; i++) {
            result = result.multiply(n.bigValue().subtract(BigInteger.valueOf(i)));
        }
        return result;
    }

    static PyInt combinations(PyInt n, PyInt k) {
        checkNotNegative(n, k);
        BigInteger rest = n.bigValue().subtract(k.bigValue());
        if (rest.signum() < 0) {
            return PyInt.of(0);
        }
        PyInt least = PyInt.of(rest.min(k.bigValue()));
        if (!least.fitsLong()) {
            throw PyErr.overflowError("min(n - k, k) must not exceed %d", Long.MAX_VALUE);
        }
        long count = least.longValue();
        if (n.fitsLong() && n.longValue() <= 61) {
            return PyInt.of(smallCombinations(n.longValue(), count));
        }
        return PyInt.of(falling(n, count).divide(product(1, count)));
    }

    /** No step overflows for n up to 61. */
    private static long smallCombinations(long n, long k) {
        long result = 1;
        for (long i = 0; i < k; i++) {
            result = result * (n - i) / (i + 1);
        }
        return result;
    }

    static PyInt squareRoot(PyInt n) {
        if (!n.fitsLong()) {
            return PyInt.of(n.bigValue().sqrt());
        }
        long value = n.longValue();
        long root = (long) Math.sqrt(value);
        // The double may round up across a square.
        while (root * root > value || root > 3037000499L) {
            root--;
        }
        return PyInt.of(root);
    }

    static PyInt greatestCommonDivisor(PyInt a, PyInt b) {
        if (!isPositiveOrSmall(a) || !isPositiveOrSmall(b)) {
            return PyInt.of(a.bigValue().gcd(b.bigValue()));
        }
        long x = Math.abs(a.longValue());
        long y = Math.abs(b.longValue());
        while (y != 0) {
            long remainder = x % y;
            x = y;
            y = remainder;
        }
        return PyInt.of(x);
    }

    /** Whether the magnitude fits a long. */
    private static boolean isPositiveOrSmall(PyInt n) {
        return n.fitsLong() && n.longValue() != Long.MIN_VALUE;
    }

    static PyInt leastCommonMultiple(PyInt a, PyInt b) {
        if (a.signum() == 0 || b.signum() == 0) {
            return PyInt.of(0);
        }
        BigInteger divisor = greatestCommonDivisor(a, b).bigValue();
        return PyInt.of(a.bigValue().divide(divisor).multiply(b.bigValue()).abs());
    }
}
