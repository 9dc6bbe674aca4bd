package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;

/** {@code iterator}: goes through anything with {@code __getitem__} by index, until IndexError. */
@PythonType(name = "iterator", module = "builtins")
public final class PySequenceIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "iterator", new PySequenceIteratorExposed.SlotTable(), new PySequenceIteratorExposed())
            .notSubclassable();

    /** Null once exhausted. */
    private PyObject sequence;

    private long index;

    public PySequenceIterator(PyObject sequence) {
        super(TYPE);
        this.sequence = sequence;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        PyObject source = sequence;
        if (source == null) {
            return null;
        }
        if (index == Long.MAX_VALUE) {
            throw PyErr.overflowError("iter index too large");
        }
        try {
            PyObject item = source.type().slots().item(thread, source, index);
            index++;
            return item;
        } catch (PyErr e) {
            if (!e.matches(Exceptions.INDEX_ERROR) && !e.matches(Exceptions.STOP_ITERATION)) {
                throw e;
            }
            sequence = null;
            return null;
        }
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__length_hint__($self, /)")
    PyObject lengthHint(ThreadState thread) {
        if (sequence == null) {
            return PyInt.of(0);
        }
        if (!sequence.type().slots().has(Slot.SQ_LENGTH)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        return PyInt.of(Math.max(0, Objects.length(thread, sequence) - index));
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return sequence == null
                ? IteratorPickles.iter(thread, PyTuple.EMPTY)
                : IteratorPickles.iter(thread, sequence, index);
    }

    @PythonMethod("__setstate__($self, object, /)")
    void setState(long position) {
        if (sequence != null) {
            index = Math.max(0, position);
        }
    }
}
