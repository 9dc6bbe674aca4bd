package org.pyvm.eval;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** A value that an asynchronous generator yields, told apart by this wrapper from what it awaits. Never seen by Python. */
public final class PyAsyncWrappedValue extends PyObject {
    public static final PyType TYPE = PyType.builtin("builtins", "async_generator_wrapped_value", new Slots(), null)
            .notSubclassable();

    private final PyObject value;

    PyAsyncWrappedValue(PyObject value) {
        super(TYPE);
        this.value = value;
    }

    public PyObject value() {
        return value;
    }
}
