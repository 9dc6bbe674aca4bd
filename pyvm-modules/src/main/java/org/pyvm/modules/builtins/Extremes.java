package org.pyvm.modules.builtins;

import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code min} and {@code max}. */
final class Extremes {
    private Extremes() {}

    static PyObject find(ThreadState thread, String function, PyObject[] args, PyStr[] names) {
        int named = names == null ? 0 : names.length;
        int given = args.length - named;
        PyObject key = null;
        PyObject fallback = null;
        for (int i = 0; i < named; i++) {
            if (names[i].is("key")) {
                key = args[given + i] == Singletons.NONE ? null : args[given + i];
            } else if (names[i].is("default")) {
                fallback = args[given + i];
            } else {
                throw PyErr.typeError("'%s' is an invalid keyword argument for %s()", names[i], function);
            }
        }
        if (given == 0) {
            throw PyErr.typeError("%s expected at least 1 argument, got 0", function);
        }
        if (given > 1 && fallback != null) {
            throw PyErr.typeError("Cannot specify a default for %s() with multiple positional arguments", function);
        }
        PyObject items = given == 1 ? args[0] : PyTuple.of(java.util.Arrays.copyOf(args, given));
        PyObject best = search(thread, items, key, function.equals("min") ? Comparison.LT : Comparison.GT);
        if (best != null) {
            return best;
        }
        if (fallback == null) {
            throw PyErr.valueError("%s() arg is an empty sequence", function);
        }
        return fallback;
    }

    private static PyObject search(ThreadState thread, PyObject items, PyObject key, Comparison better) {
        PyObject best = null;
        PyObject bestKey = null;
        PyObject iterator = Iterators.iter(thread, items);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            PyObject itemKey = key == null ? item : Calls.call(thread, key, item);
            if (best == null || Comparisons.isTrue(thread, itemKey, bestKey, better)) {
                best = item;
                bestKey = itemKey;
            }
        }
        return best;
    }
}
