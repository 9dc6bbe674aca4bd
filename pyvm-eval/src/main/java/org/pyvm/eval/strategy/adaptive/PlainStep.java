package org.pyvm.eval.strategy.adaptive;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.eval.Frame;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.Lifetimes;
import org.pyvm.eval.Safepoint;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;

/** An instruction as {@link Instructions} does it, on the frame's value stack. */
final class PlainStep extends Step {
    private final int opcode;
    private final int argument;
    private final int behind;
    /** Where the value stack ends before it; -1 when the frame knows. */
    private final int top;

    PlainStep(int opcode, int argument, int behind, int top) {
        this.opcode = opcode;
        this.argument = argument;
        this.behind = behind;
        this.top = top;
    }

    @Override
    int run(ThreadState thread, Frame frame, PyObject[] slots) {
        if (top >= 0) {
            frame.stackTop = top;
        }
        frame.lastInstruction = offset;
        int goesOn = execute(thread, frame, opcode, argument, behind);
        return goesOn == behind ? next : goesOn < 0 ? goesOn : code.entry(goesOn);
    }

    /** As {@link Instructions#execute}, which does not notice what a program lets go of. */
    static int execute(ThreadState thread, Frame frame, int opcode, int argument, int behind) {
        switch (opcode) {
            case POP_TOP -> {
                PyObject value = frame.slots[--frame.stackTop];
                frame.slots[frame.stackTop] = null;
                if (value != Singletons.NONE && Lifetimes.popped(thread, frame, value)) {
                    value = null;
                    Safepoint.poll(thread);
                }
                return behind;
            }
            case STORE_FAST -> {
                PyObject value = frame.slots[--frame.stackTop];
                frame.slots[frame.stackTop] = null;
                ValueStep.store(thread, frame, frame.slots, argument, value, frame.lastInstruction);
                return behind;
            }
            case GET_ITER -> {
                PyObject value = frame.slots[frame.stackTop - 1];
                if (value == thread.lastMade) {
                    Lifetimes.iterated(thread, frame, value);
                }
            }
            default -> {}
        }
        int goesOn = Instructions.execute(thread, frame, opcode, argument, behind);
        if (opcode == CALL_FUNCTION) {
            Safepoint.poll(thread);
        }
        return goesOn;
    }
}
