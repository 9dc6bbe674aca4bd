package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code frozenset}. */
public class PyFrozenSet extends PyObject {
    public static final PyType TYPE = PyType.builtin("builtins", "frozenset", new Slots(), null);

    protected PyFrozenSet(PyType type) {
        super(type);
    }

    /** A set of constants of exact built-in types, whose hash and equality run no Python code. */
    public static PyFrozenSet ofConstants(PyObject... items) {
        return new PyFrozenSet(TYPE);
    }
}
