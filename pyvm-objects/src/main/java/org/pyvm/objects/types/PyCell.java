package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code cell}: a variable that a function shares with functions inside it. */
public final class PyCell extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("builtins", "cell", new Slots(), null).notSubclassable();

    /** Null while unbound. */
    public PyObject value;

    public PyCell(PyObject value) {
        super(TYPE);
        this.value = value;
    }
}
