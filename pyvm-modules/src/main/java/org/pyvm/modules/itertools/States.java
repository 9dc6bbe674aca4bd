package org.pyvm.modules.itertools;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** Checks of what {@code __setstate__} is given. */
final class States {
    private States() {}

    static PyTuple tuple(PyObject state) {
        if (state instanceof PyTuple tuple) {
            return tuple;
        }
        throw PyErr.typeError("state is not a tuple");
    }

    /** Indices from a tuple of a given length, each clamped to 0 and its limit. */
    static int[] indices(ThreadState thread, PyObject state, int count, java.util.function.IntUnaryOperator limit) {
        if (!(state instanceof PyTuple tuple) || tuple.size() != count) {
            throw PyErr.valueError("invalid arguments");
        }
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            long index = Numbers.toLong(Numbers.index(thread, tuple.get(i)));
            indices[i] = (int) Math.max(0, Math.min(index, limit.applyAsInt(i)));
        }
        return indices;
    }

    static PyTuple tuple(int[] indices) {
        PyObject[] items = new PyObject[indices.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = PyInt.of(indices[i]);
        }
        return PyTuple.of(items);
    }

    /** The items of a pool at some indices. */
    static PyTuple select(PyObject[] pool, int[] indices, int count) {
        PyObject[] items = new PyObject[count];
        for (int i = 0; i < count; i++) {
            items[i] = pool[indices[i]];
        }
        return PyTuple.of(items);
    }

    /** A length {@code r} as an array can have it. */
    static int length(long r) {
        if (r < 0) {
            throw PyErr.valueError("r must be non-negative");
        }
        return (int) Math.min(r, Integer.MAX_VALUE - 8);
    }
}
