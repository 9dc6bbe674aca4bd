package org.pyvm.objects.protocol;

import java.util.Arrays;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * Which containers a thread is in the middle of showing: a list that holds itself shows as {@code [[...]]}
 * ({@code Py_ReprEnter}). One for each thread, in its {@link ThreadState}.
 */
public final class ReprGuard {
    private PyObject[] active = new PyObject[8];
    private int count;

    /** Notes that an object is being shown; answers false when it was already, and then notes nothing. */
    public static boolean enter(ThreadState thread, PyObject object) {
        ReprGuard guard = thread.reprGuard;
        for (int i = guard.count - 1; i >= 0; i--) {
            if (guard.active[i] == object) {
                return false;
            }
        }
        if (guard.count == guard.active.length) {
            guard.active = Arrays.copyOf(guard.active, guard.count * 2);
        }
        guard.active[guard.count++] = object;
        return true;
    }

    /** Ends what {@link #enter} began; call it in a {@code finally}. */
    public static void leave(ThreadState thread, PyObject object) {
        ReprGuard guard = thread.reprGuard;
        int at = guard.count - 1;
        while (at >= 0 && guard.active[at] != object) {
            at--;
        }
        if (at >= 0) {
            System.arraycopy(guard.active, at + 1, guard.active, at, guard.count - at - 1);
            guard.active[--guard.count] = null;
        }
    }
}
