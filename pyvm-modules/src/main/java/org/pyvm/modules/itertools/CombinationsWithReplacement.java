package org.pyvm.modules.itertools;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** Subsequences of a length in which items may repeat. */
@PythonType(name = "combinations_with_replacement", module = "itertools", parts = IterIsSelf.class)
public final class CombinationsWithReplacement extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
            "itertools",
            "combinations_with_replacement",
            new CombinationsWithReplacementExposed.SlotTable(),
            new CombinationsWithReplacementExposed());

    private final PyObject[] pool;
    private final int length;
    private int[] indices;
    private boolean started;
    private boolean stopped;

    private CombinationsWithReplacement(PyType cls, PyObject[] pool, int length) {
        super(cls);
        this.pool = pool;
        this.length = length;
        this.stopped = pool.length == 0 && length > 0;
        // With more places than items there is no combination, and no need for memory.
        indices = new int[stopped ? 0 : length];
    }

    @PythonNew("($cls, iterable, r)")
    static PyObject make(ThreadState thread, PyType cls, PyObject iterable, long r) {
        PyObject[] pool = Sequences.toArray(thread, iterable);
        return new CombinationsWithReplacement(cls, pool, States.length(r));
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        if (stopped) {
            return null;
        }
        if (started && !advance()) {
            stopped = true;
            return null;
        }
        started = true;
        return States.select(pool, indices, length);
    }

    /** Moves the rightmost index that can be moved, and all behind it to the same item. */
    private boolean advance() {
        int i = length - 1;
        while (i >= 0 && indices[i] == pool.length - 1) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        Arrays.fill(indices, i, length, indices[i] + 1);
        return true;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        if (!started) {
            return PyTuple.of(type(), PyTuple.of(PyTuple.of(pool), PyInt.of(length)));
        }
        if (stopped) {
            return PyTuple.of(type(), PyTuple.of(PyTuple.EMPTY, PyInt.of(length)));
        }
        return PyTuple.of(type(), PyTuple.of(PyTuple.of(pool), PyInt.of(length)), States.tuple(indices));
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(ThreadState thread, PyObject state) {
        indices = States.indices(thread, state, length, i -> pool.length - 1);
        started = true;
    }
}
