package org.pyvm.eval.strategy.adaptive;

import org.pyvm.eval.Frame;
import org.pyvm.eval.Lifetimes;
import org.pyvm.eval.Safepoint;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;

/** A step with a result: it goes to the value stack, or at once to a variable, or nowhere. */
abstract class ValueStep extends Step {
    private static final int ON_STACK = 0;
    private static final int LOCAL = 1;
    private static final int NOWHERE = 2;

    private int kind;
    private int target;
    private int storedAt;
    /** Places on the value stack that the step has taken its operands from; null for none. */
    int[] taken;

    final void toStack(int slot) {
        kind = ON_STACK;
        target = slot;
    }

    final void toLocal(int local, int offset) {
        kind = LOCAL;
        target = local;
        storedAt = offset;
    }

    final void toNowhere(int offset) {
        kind = NOWHERE;
        storedAt = offset;
    }

    final void replaceBy(ValueStep other) {
        other.kind = kind;
        other.target = target;
        other.storedAt = storedAt;
        other.taken = taken;
        super.replaceBy(other);
    }

    final int done(ThreadState thread, Frame frame, PyObject[] slots, PyObject value) {
        release(slots);
        if (kind == ON_STACK) {
            slots[target] = value;
        } else {
            keep(thread, frame, slots, value);
        }
        return next;
    }

    /** The end of a step without a result. */
    final int done(PyObject[] slots) {
        release(slots);
        return next;
    }

    /** Operands leave the value stack. */
    final void release(PyObject[] slots) {
        if (taken != null) {
            clear(slots, taken);
        }
    }

    private void keep(ThreadState thread, Frame frame, PyObject[] slots, PyObject value) {
        if (kind == LOCAL) {
            store(thread, frame, slots, target, value, storedAt);
        } else if (value != Singletons.NONE) {
            frame.lastInstruction = storedAt;
            if (Lifetimes.popped(thread, frame, value)) {
                Safepoint.poll(thread);
            }
        }
    }

    static void clear(PyObject[] slots, int[] places) {
        for (int place : places) {
            slots[place] = null;
        }
    }

    /** STORE_FAST. */
    static void store(ThreadState thread, Frame frame, PyObject[] slots, int local, PyObject value, int offset) {
        PyObject old = slots[local];
        slots[local] = value;
        if (old != null && (value == Singletons.NONE || thread.watch > 0)) {
            frame.lastInstruction = offset;
            if (Lifetimes.localChanged(thread, frame, local, old, value)) {
                old = null;
                Safepoint.poll(thread);
            }
        }
    }
}
