package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Numbers;

/**
 * The arguments {@code (sub[, start[, end]])} of the searching methods of str and bytes.
 *
 * @param start not yet applied to a length: negative ones count from the end
 */
record FindArguments(PyObject sub, long start, long end) {
    static FindArguments parse(ThreadState thread, String function, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords(function, names);
        if (args.length < 1) {
            throw PyErr.typeError("%s() takes at least 1 argument (%d given)", function, args.length);
        }
        if (args.length > 3) {
            throw PyErr.typeError("%s() takes at most 3 arguments (%d given)", function, args.length);
        }
        long start = args.length > 1 ? bound(thread, args[1], 0) : 0;
        long end = args.length > 2 ? bound(thread, args[2], Long.MAX_VALUE) : Long.MAX_VALUE;
        return new FindArguments(args[0], start, end);
    }

    private static long bound(ThreadState thread, PyObject value, long none) {
        if (value == Singletons.NONE) {
            return none;
        }
        if (!value.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.toClampedIndex(thread, value);
    }

    /** Start applied to a length; may lie behind the end, and then nothing is found. */
    int start(int length) {
        long index = start < 0 ? Math.max(0, start + length) : start;
        return (int) Math.min(index, Integer.MAX_VALUE);
    }

    /** End applied to a length. */
    int end(int length) {
        return (int) (end < 0 ? Math.max(0, end + length) : Math.min(end, length));
    }
}
