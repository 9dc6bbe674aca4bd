package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;

/** {@code types.GenericAlias}: a parameterised type such as {@code list[int]}. */
public class PyGenericAlias extends PyObject {
    public static final PyType TYPE = PyType.builtin("types", "GenericAlias", new Slots(), null);

    private final PyObject origin;
    private final PyTuple args;

    protected PyGenericAlias(PyType type, PyObject origin, PyTuple args) {
        super(type);
        this.origin = origin;
        this.args = args;
    }

    /** {@code origin[parameters]}; a tuple gives several parameters. */
    public static PyGenericAlias of(ThreadState thread, PyObject origin, PyObject parameters) {
        return new PyGenericAlias(TYPE, origin, parameters instanceof PyTuple tuple ? tuple : PyTuple.of(parameters));
    }

    /** {@code __origin__}. */
    public final PyObject origin() {
        return origin;
    }

    /** {@code __args__}. */
    public final PyTuple args() {
        return args;
    }
}
