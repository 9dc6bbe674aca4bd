package org.pyvm.objects.types;

import java.math.BigInteger;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;

/** An instance of a Python class that derives from {@code int}. */
final class PyIntDerived extends PyInt {
    private final PyInt value;
    private Shape shape;
    private PyObject[] values;

    PyIntDerived(PyType type, PyInt value) {
        super(type);
        this.value = value.exact();
        shape = type.rootShape();
        values = shape == null ? null : shape.newValues(this);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public PyObject[] attributeValues() {
        return values;
    }

    @Override
    public void setAttributes(Shape newShape, PyObject[] newValues) {
        shape = newShape;
        values = newValues;
    }

    @Override
    public boolean fitsLong() {
        return value.fitsLong();
    }

    @Override
    public long longValue() {
        return value.longValue();
    }

    @Override
    public BigInteger bigValue() {
        return value.bigValue();
    }

    @Override
    public int signum() {
        return value.signum();
    }

    @Override
    public double doubleValue() {
        return value.doubleValue();
    }

    @Override
    public PyInt exact() {
        return value;
    }
}
