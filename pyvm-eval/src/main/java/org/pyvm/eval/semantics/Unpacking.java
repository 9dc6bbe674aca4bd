package org.pyvm.eval.semantics;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyTuple;

/** UNPACK_SEQUENCE for loops that keep the value stack's top to themselves. */
public final class Unpacking {
    private Unpacking() {}

    /** Pushes the items last first, so that the first is on top; gives the new top. */
    public static int unpack(ThreadState thread, PyObject[] stack, int sp, PyObject sequence, int count) {
        if (sequence.getClass() == PyTuple.class && ((PyTuple) sequence).size() == count) {
            PyTuple tuple = (PyTuple) sequence;
            for (int i = 0; i < count; i++) {
                stack[sp + i] = tuple.get(count - 1 - i);
            }
        } else {
            PyObject[] items = Containers.unpackSequence(thread, sequence, count);
            for (int i = 0; i < count; i++) {
                stack[sp + i] = items[count - 1 - i];
            }
        }
        return sp + count;
    }
}
