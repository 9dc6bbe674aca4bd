package org.pyvm.modules.introspection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pyvm.objects.PyObject;

/** The times of one function, alone and by the functions that it calls. */
final class CallTimes {
    /** What {@code getstats} gives as {@code code}: a code object, or the text for a built-in function. */
    final PyObject subject;

    long calls;
    long recursiveCalls;
    /** With what was called, and without. */
    double total;

    double inline;
    private int level;
    /** By identity, in the order of the first calls. */
    private final Map<CallTimes, CallTimes> callees = new LinkedHashMap<>();

    CallTimes(PyObject subject) {
        this.subject = subject;
    }

    /** The times of a function as called from this one. */
    CallTimes callee(CallTimes called) {
        return callees.computeIfAbsent(called, key -> new CallTimes(key.subject));
    }

    Iterable<CallTimes> callees() {
        return callees.values();
    }

    void enter() {
        level++;
    }

    /** @param spent since the call, {@code own} without what was called in between */
    void leave(double spent, double own) {
        level--;
        // The outermost call of a recursion has the time of the inner ones in it.
        if (level == 0) {
            total += spent;
        } else {
            recursiveCalls++;
        }
        inline += own;
        calls++;
    }
}
