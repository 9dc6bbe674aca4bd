package org.pyvm.objects.types;

import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Comparisons;

/** How {@link ListSort} compares: by {@code <}, or by a form of it that is valid for the types found among the keys. */
interface SortOrder {
    /** {@code v < w}. */
    boolean less(ThreadState thread, PyObject v, PyObject w);

    SortOrder GENERAL = (thread, v, w) -> Comparisons.isTrue(thread, v, w, Comparison.LT);

    /** The cheapest order for the first {@code count} keys. */
    static SortOrder of(PyObject[] keys, int count) {
        Class<?> common = keys[0].getClass();
        for (int i = 1; i < count; i++) {
            if (keys[i].getClass() != common) {
                return GENERAL;
            }
        }
        if (common == PyTuple.class) {
            return ofTuples(keys, count);
        }
        return ofClass(common);
    }

    /** These classes have no subclass instances, so Python code cannot have redefined their comparison. */
    private static SortOrder ofClass(Class<?> common) {
        if (common == PyStr.class) {
            return (thread, v, w) -> ((PyStr) v).compareText((PyStr) w) < 0;
        }
        if (common == PySmallInt.class) {
            return (thread, v, w) -> ((PySmallInt) v).value() < ((PySmallInt) w).value();
        }
        if (common == PyFloat.class) {
            return (thread, v, w) -> ((PyFloat) v).value() < ((PyFloat) w).value();
        }
        return GENERAL;
    }

    /** Tuples mostly differ in their first items, which then are compared by an order of their own. */
    private static SortOrder ofTuples(PyObject[] keys, int count) {
        PyObject[] first = new PyObject[count];
        for (int i = 0; i < count; i++) {
            PyTuple tuple = (PyTuple) keys[i];
            if (tuple.size() == 0) {
                return GENERAL;
            }
            first[i] = tuple.get(0);
        }
        // Tuples in tuples are compared in the general way, as in CPython.
        SortOrder order = first[0].getClass() == PyTuple.class ? GENERAL : of(first, count);
        return (thread, v, w) -> lessTuple(thread, ((PyTuple) v).itemsUnsafe(), ((PyTuple) w).itemsUnsafe(), order);
    }

    private static boolean lessTuple(ThreadState thread, PyObject[] v, PyObject[] w, SortOrder firstOrder) {
        int shared = Math.min(v.length, w.length);
        for (int i = 0; i < shared; i++) {
            if (!Comparisons.equal(thread, v[i], w[i])) {
                return (i == 0 ? firstOrder : GENERAL).less(thread, v[i], w[i]);
            }
        }
        return v.length < w.length;
    }
}
