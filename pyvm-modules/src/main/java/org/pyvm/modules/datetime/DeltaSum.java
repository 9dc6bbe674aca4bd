package org.pyvm.modules.datetime;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;

/** Adds the arguments of a timedelta: ints exactly, and the fractions of floats, to be rounded once at the end. */
final class DeltaSum {
    private BigInteger sum = BigInteger.ZERO;
    private double leftover;

    void add(String name, PyObject value, long factor) {
        if (value instanceof PyInt number) {
            if (number.signum() != 0) {
                sum = sum.add(number.bigValue().multiply(BigInteger.valueOf(factor)));
            }
        } else if (value instanceof PyFloat number) {
            add(number.value(), factor);
        } else {
            throw PyErr.typeError("unsupported type for timedelta %s component: %T", name, value);
        }
    }

    private void add(double value, long factor) {
        if (Double.isNaN(value)) {
            throw PyErr.valueError("cannot convert float NaN to integer");
        }
        if (Double.isInfinite(value)) {
            throw PyErr.overflowError("cannot convert float infinity to integer");
        }
        double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        sum = sum.add(new BigDecimal(whole).toBigInteger().multiply(BigInteger.valueOf(factor)));
        double fraction = (value - whole) * factor;
        if (fraction != 0) {
            double wholePart = fraction < 0 ? Math.ceil(fraction) : Math.floor(fraction);
            sum = sum.add(BigInteger.valueOf((long) wholePart));
            leftover += fraction - wholePart;
        }
    }

    /** In microseconds, half ones to the even neighbour. */
    BigInteger total() {
        if (leftover == 0) {
            return sum;
        }
        double whole = roundAway(leftover);
        if (Math.abs(whole - leftover) == 0.5) {
            int odd = sum.testBit(0) ? 1 : 0;
            whole = 2.0 * roundAway((leftover + odd) * 0.5) - odd;
        }
        return sum.add(BigInteger.valueOf((long) whole));
    }

    private static double roundAway(double value) {
        double up = Math.floor(Math.abs(value) + 0.5);
        return value < 0 ? -up : up;
    }
}
