package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** Orderings of a length, in lexicographic order of positions. */
@PythonType(name = "permutations", module = "itertools", parts = IterIsSelf.class)
public final class Permutations extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "permutations", new PermutationsExposed.SlotTable(), new PermutationsExposed());

    private final PyObject[] pool;
    private final int length;
    private int[] indices;
    /** How many more items each place will see before it starts over. */
    private int[] cycles;

    private boolean started;
    private boolean stopped;

    private Permutations(PyType cls, PyObject[] pool, int length) {
        super(cls);
        this.pool = pool;
        this.length = length;
        stopped = length > pool.length;
        indices = new int[pool.length];
        for (int i = 0; i < pool.length; i++) {
            indices[i] = i;
        }
        cycles = new int[stopped ? 0 : length];
        for (int i = 0; i < cycles.length; i++) {
            cycles[i] = pool.length - i;
        }
    }

    @PythonNew("($cls, iterable, r=None)")
    static PyObject make(ThreadState thread, PyType cls, PyObject iterable, PyObject r) {
        PyObject[] pool = Sequences.toArray(thread, iterable);
        if (r == Singletons.NONE) {
            return new Permutations(cls, pool, pool.length);
        }
        if (!(r instanceof PyInt number)) {
            throw PyErr.typeError("Expected int as r");
        }
        return new Permutations(cls, pool, States.length(Numbers.toLong(number)));
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

    private boolean advance() {
        for (int i = length - 1; i >= 0; i--) {
            if (--cycles[i] == 0) {
                // All items have been at this place: restore the order of those from here on.
                int first = indices[i];
                System.arraycopy(indices, i + 1, indices, i, indices.length - i - 1);
                indices[indices.length - 1] = first;
                cycles[i] = indices.length - i;
            } else {
                int j = indices.length - cycles[i];
                int swapped = indices[i];
                indices[i] = indices[j];
                indices[j] = swapped;
                return true;
            }
        }
        return false;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        if (!started) {
            return PyTuple.of(type(), PyTuple.of(PyTuple.of(pool), PyInt.of(length)));
        }
        if (stopped) {
            return PyTuple.of(type(), PyTuple.of(PyTuple.EMPTY, PyInt.of(length)));
        }
        return PyTuple.of(
                type(),
                PyTuple.of(PyTuple.of(pool), PyInt.of(length)),
                PyTuple.of(States.tuple(indices), States.tuple(cycles)));
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(ThreadState thread, PyObject state) {
        PyTuple parts = States.tuple(state);
        if (parts.size() != 2) {
            throw PyErr.valueError("invalid arguments");
        }
        int[] newIndices = States.indices(thread, parts.get(0), pool.length, i -> pool.length - 1);
        int[] newCycles = States.indices(thread, parts.get(1), length, i -> pool.length - i);
        for (int i = 0; i < newCycles.length; i++) {
            newCycles[i] = Math.max(1, newCycles[i]);
        }
        indices = newIndices;
        cycles = newCycles;
        started = true;
    }
}
