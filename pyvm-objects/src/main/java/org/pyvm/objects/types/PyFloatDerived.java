package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;

/** An instance of a Python class that derives from {@code float}. */
final class PyFloatDerived extends PyFloat {
    private Shape shape;
    private PyObject[] values;

    PyFloatDerived(PyType type, double value) {
        super(type, value);
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
}
