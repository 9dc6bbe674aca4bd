package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;

/** An instance of a Python class that derives from {@code complex}. */
final class PyComplexDerived extends PyComplex {
    private Shape shape;
    private PyObject[] values;

    PyComplexDerived(PyType type, double real, double imag) {
        super(type, real, imag);
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
