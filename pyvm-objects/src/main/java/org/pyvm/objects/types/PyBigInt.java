package org.pyvm.objects.types;

import java.math.BigInteger;
import org.pyvm.objects.PyErr;

/** An {@code int} beyond 64 bits. */
public final class PyBigInt extends PyInt {
    private final BigInteger value;

    PyBigInt(BigInteger value) {
        super(TYPE);
        this.value = value;
    }

    @Override
    public boolean fitsLong() {
        return false;
    }

    @Override
    public long longValue() {
        return value.longValue();
    }

    @Override
    public BigInteger bigValue() {
        return value;
    }

    @Override
    public int signum() {
        return value.signum();
    }

    @Override
    public double doubleValue() {
        double result = value.doubleValue();
        if (Double.isInfinite(result)) {
            throw PyErr.overflowError("int too large to convert to float");
        }
        return result;
    }

    @Override
    public PyInt exact() {
        return this;
    }
}
