package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;

/** {@code iterator}: goes through anything with {@code __getitem__} by index, until IndexError. */
public final class PySequenceIterator extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("builtins", "iterator", new Slots(), null).notSubclassable();

    private PyObject sequence;
    private long index;

    public PySequenceIterator(PyObject sequence) {
        super(TYPE);
        this.sequence = sequence;
    }

    /** The next item, or null. */
    PyObject advance(ThreadState thread) {
        if (sequence == null) {
            return null;
        }
        try {
            return sequence.type().slots().item(thread, sequence, index++);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.INDEX_ERROR) && !e.matches(Exceptions.STOP_ITERATION)) {
                throw e;
            }
            sequence = null;
            return null;
        }
    }
}
