package org.pyvm.eval.strategy.adaptive;

import org.pyvm.eval.Frame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * One thing to do: an instruction with the loads before it and the store behind it, as far as it has them. Steps whose guard
 * has failed too often, or which have seen what they work on, have others put in their place.
 */
abstract class Step {
    /** Wrong guesses after which a step is taken to see too many kinds of objects for guesses. */
    static final int PATIENCE = 16;

    DecodedCode code;
    /** Place among the steps. */
    int index;
    /** Offset of the instruction that may raise. */
    int offset;
    /** The step to go on with. */
    int next;
    /** Offset where another strategy can go on in place of this step; -1 for none. */
    int resumeAt = -1;
    /** What the value stack holds there, bottom first; null when it is in the frame, and the frame knows how high it is. */
    Operand[] before;

    /** @return the step to go on with; negative when the frame is left, its result on top of its stack */
    abstract int run(ThreadState thread, Frame frame, PyObject[] slots);

    /** Jumps are known as offsets first. */
    void resolve() {}

    /** Has another step run from now on where this one is. */
    final void replaceBy(Step other) {
        other.code = code;
        other.index = index;
        other.offset = offset;
        other.next = next;
        other.resumeAt = resumeAt;
        other.before = before;
        code.steps[index] = other;
    }

    /** Puts everything on the frame's value stack, so that another strategy can go on. */
    final void spill(Frame frame) {
        if (before == null) {
            return;
        }
        PyObject[] values = new PyObject[before.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = before[i].get(frame, frame.slots);
        }
        int base = frame.code().stackBase();
        System.arraycopy(values, 0, frame.slots, base, values.length);
        frame.stackTop = base + values.length;
    }
}
