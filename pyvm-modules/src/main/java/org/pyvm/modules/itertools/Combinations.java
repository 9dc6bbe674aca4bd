package org.pyvm.modules.itertools;

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

/** Subsequences of a length, in lexicographic order of positions. */
@PythonType(name = "combinations", module = "itertools", parts = IterIsSelf.class)
public final class Combinations extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "combinations", new CombinationsExposed.SlotTable(), new CombinationsExposed());

    private final PyObject[] pool;
    private final int length;
    private int[] indices;
    private boolean started;
    private boolean stopped;

    private Combinations(PyType cls, PyObject[] pool, int length) {
        super(cls);
        this.pool = pool;
        this.length = length;
        this.stopped = length > pool.length;
        // With more places than items there is no combination, and no need for memory.
        indices = new int[stopped ? 0 : length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
    }

    @PythonNew("($cls, iterable, r)")
    static PyObject make(ThreadState thread, PyType cls, PyObject iterable, long r) {
        PyObject[] pool = Sequences.toArray(thread, iterable);
        return new Combinations(cls, pool, States.length(r));
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

    /** Moves the rightmost index that can be moved, and puts those behind it next to it. */
    private boolean advance() {
        int i = length - 1;
        while (i >= 0 && indices[i] == i + pool.length - length) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        indices[i]++;
        for (int j = i + 1; j < length; j++) {
            indices[j] = indices[j - 1] + 1;
        }
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
        indices = States.indices(thread, state, length, i -> i + pool.length - length);
        started = true;
    }
}
