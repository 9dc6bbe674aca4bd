package org.pyvm.objects;

/** An object that can have attributes of its own: instances of classes, functions, exceptions, modules, containers. */
public abstract class PyAttributed extends PyObject {
    private Shape shape;
    private PyObject[] values;

    protected PyAttributed(PyType type) {
        super(type);
        if (type != null) {
            shape = type.rootShape();
            values = shape == null ? null : shape.newValues(this);
        }
    }

    @Override
    public final Shape shape() {
        return shape;
    }

    @Override
    public final PyObject[] attributeValues() {
        return values;
    }

    @Override
    public final void setAttributes(Shape newShape, PyObject[] newValues) {
        shape = newShape;
        values = newValues;
    }
}
