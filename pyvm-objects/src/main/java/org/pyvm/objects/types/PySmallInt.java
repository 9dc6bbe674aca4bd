package org.pyvm.objects.types;

import java.math.BigInteger;
import org.pyvm.objects.PyType;

/** An {@code int} that fits 64 bits, and {@code bool}. */
public class PySmallInt extends PyInt {
    private final long value;

    PySmallInt(long value) {
        this(TYPE, value);
    }

    PySmallInt(PyType type, long value) {
        super(type);
        this.value = value;
    }

    public final long value() {
        return value;
    }

    @Override
    public final boolean fitsLong() {
        return true;
    }

    @Override
    public final long longValue() {
        return value;
    }

    @Override
    public final BigInteger bigValue() {
        return BigInteger.valueOf(value);
    }

    @Override
    public final int signum() {
        return Long.signum(value);
    }

    @Override
    public final double doubleValue() {
        return value;
    }

    @Override
    public PyInt exact() {
        return getClass() == PySmallInt.class ? this : PyInt.of(value);
    }
}
