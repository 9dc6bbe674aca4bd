package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code slice}. */
public final class PySlice extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("builtins", "slice", new Slots(), null).notSubclassable();

    private final PyObject start;
    private final PyObject stop;
    private final PyObject step;

    public PySlice(PyObject start, PyObject stop, PyObject step) {
        super(TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    public PyObject start() {
        return start;
    }

    public PyObject stop() {
        return stop;
    }

    public PyObject step() {
        return step;
    }
}
