package org.pyvm.objects;

/** An instance of {@code object} or of a Python class whose built-in base is {@code object}. */
public final class PyInstance extends PyAttributed {
    public PyInstance(PyType type) {
        super(type);
    }
}
