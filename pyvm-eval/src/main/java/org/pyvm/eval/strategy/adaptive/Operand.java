package org.pyvm.eval.strategy.adaptive;

import org.pyvm.eval.Frame;
import org.pyvm.eval.GlobalCache;
import org.pyvm.eval.semantics.NameAccess;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** Where a step has an operand from: what a load would have put on the value stack, or what lies there. */
final class Operand {
    private final PyObject constant;
    private final GlobalCache global;
    /** Place in the frame, of a local or on the value stack. */
    final int slot;
    /** Offset of the LOAD_FAST; -1 when it is on the value stack. */
    private final int loadedAt;

    private final boolean bound;

    private Operand(PyObject constant, GlobalCache global, int slot, int loadedAt, boolean bound) {
        this.constant = constant;
        this.global = global;
        this.slot = slot;
        this.loadedAt = loadedAt;
        this.bound = bound;
    }

    static Operand constant(PyObject value) {
        return new Operand(value, null, -1, -1, true);
    }

    /** @param bound whether it is certain that the variable has a value */
    static Operand local(int slot, int offset, boolean bound) {
        return new Operand(null, null, slot, offset, bound);
    }

    static Operand onStack(int slot) {
        return new Operand(null, null, slot, -1, true);
    }

    static Operand global(GlobalCache cache) {
        return new Operand(null, cache, -1, -1, false);
    }

    boolean isOnStack() {
        return slot >= 0 && loadedAt < 0;
    }

    boolean isLocal(int index) {
        return slot == index && loadedAt >= 0;
    }

    boolean isLocal() {
        return loadedAt >= 0;
    }

    boolean isGlobal() {
        return global != null;
    }

    /** Whether it can be had later as well: it cannot fail, and nothing but a store to the variable changes it. */
    boolean canWait() {
        return bound;
    }

    /** The value of any but a global. */
    PyObject get(Frame frame, PyObject[] slots) {
        PyObject known = constant;
        if (known != null) {
            return known;
        }
        PyObject value = slots[slot];
        return value != null ? value : unbound(frame);
    }

    /** The value of any. */
    PyObject get(ThreadState thread, Frame frame, PyObject[] slots) {
        return global != null ? global.load(thread, frame) : get(frame, slots);
    }

    private PyObject unbound(Frame frame) {
        frame.lastInstruction = loadedAt;
        throw NameAccess.unboundLocal(frame, slot);
    }
}
