package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code types.UnionType}: {@code int | str}. */
public final class PyUnion extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("types", "UnionType", new Slots(), null).notSubclassable();

    private final PyTuple args;

    public PyUnion(PyTuple args) {
        super(TYPE);
        this.args = args;
    }

    /** {@code __args__}. */
    public PyTuple args() {
        return args;
    }
}
