package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code builtin_function_or_method}: a function of a built-in module, or a method of a built-in type with its object. */
public final class PyBuiltinFunction extends PyObject {
    public static final PyType TYPE = PyType.builtin("builtins", "builtin_function_or_method", new Slots(), null)
            .notSubclassable();

    private final PyType newOwner;

    public PyBuiltinFunction(PyType newOwner) {
        super(TYPE);
        this.newOwner = newOwner;
    }

    /** The type whose {@code __new__} this is, or null for any other function. */
    public PyType newOwner() {
        return newOwner;
    }
}
