package org.pyvm.objects;

/**
 * Every Python value. Holds nothing but its type; instance attributes are in subclasses of {@link PyAttributed}, and in
 * the subclasses by which built-in types without attributes (such as {@code int}) serve Python classes.
 *
 * <p>Behaviour is in the slots of the type ({@code object.type().slots()}), not in virtual methods here. {@code equals}
 * and {@code hashCode} are Java's identity and are never Python's.
 */
public abstract class PyObject {
    private PyType type;

    /** @param type null only while the type of types itself is being made */
    protected PyObject(PyType type) {
        this.type = type;
    }

    /** {@code ob_type}. */
    public final PyType type() {
        return type;
    }

    /** Assignment to {@code __class__}; the caller has checked that the layouts agree. */
    public final void setType(PyType type) {
        this.type = type;
    }

    /** The shape of the instance's attributes, or null when instances have none. */
    public Shape shape() {
        return null;
    }

    /** The attribute values that {@link #shape} describes; null exactly when that is. */
    public PyObject[] attributeValues() {
        return null;
    }

    /** Stores attributes in a new shape. Only for objects whose {@link #shape} is not null. */
    public void setAttributes(Shape shape, PyObject[] values) {
        throw new IllegalStateException("no attributes: " + getClass());
    }

    /** Whether something is to be done when the object dies. */
    public boolean hasFinalizer() {
        Guard guard = Shape.guardOf(this);
        return guard != null && guard.owner() != null;
    }

    /** The objects that it holds most directly, with nulls; null for none. Not to be changed. */
    public PyObject[] heldValues() {
        return attributeValues();
    }

    @Override
    public final boolean equals(Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }
}
