package org.pyvm.eval;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyTuple;

/**
 * How a loop gives its frame back in the middle, for another strategy to go on with. It is asked for by {@link
 * ThreadState#askHandOver}; a loop looks where it would look for a trace function, before an instruction, when the frame's
 * stack and {@code stackTop} are up to date. A loop that does not look keeps the frame, which does no harm.
 */
public final class HandOver {
    /** What a loop returns in place of a value. Python code never sees it. */
    private static final PyObject GIVEN_BACK = PyTuple.of(Singletons.NONE);

    private HandOver() {}

    /** What the loop returns: the frame goes on at {@code offset}. */
    public static PyObject at(ThreadState thread, int offset) {
        thread.handOverAt = offset;
        return GIVEN_BACK;
    }

    /** Whether a loop has given its frame back, to go on at {@link ThreadState#handOverAt}. */
    public static boolean isGivenBack(PyObject result) {
        return result == GIVEN_BACK;
    }
}
