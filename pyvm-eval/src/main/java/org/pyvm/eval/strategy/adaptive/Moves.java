package org.pyvm.eval.strategy.adaptive;

import org.pyvm.eval.Frame;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.Unwinding;
import org.pyvm.eval.semantics.NameAccess;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** Steps that bring values and control from one place to another. */
final class Moves {
    private Moves() {}

    /** A load that waits no longer, or an assignment of a variable or constant. */
    static final class Move extends ValueStep {
        private final Operand operand;

        Move(Operand operand) {
            this.operand = operand;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            return done(thread, frame, slots, operand.get(thread, frame, slots));
        }
    }

    /** Several at once, since one may lie where another belongs. */
    static final class Arrange extends Step {
        private final Operand[] operands;
        private final int base;
        private final int[] taken;

        /** @param taken places that hold nothing afterwards */
        Arrange(Operand[] operands, int base, int[] taken) {
            this.operands = operands;
            this.base = base;
            this.taken = taken;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject[] values = new PyObject[operands.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = operands[i].get(thread, frame, slots);
            }
            System.arraycopy(values, 0, slots, base, values.length);
            ValueStep.clear(slots, taken);
            return next;
        }
    }

    /** Tells the frame where its value stack ends: behind it comes code that nobody else knows that of. */
    static final class SetTop extends Step {
        private final int top;

        SetTop(int top) {
            this.top = top;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            frame.stackTop = top;
            return next;
        }
    }

    static final class LoadDeref extends ValueStep {
        private final int cell;

        LoadDeref(int cell) {
            this.cell = cell;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            frame.lastInstruction = offset;
            return done(thread, frame, slots, NameAccess.loadDeref(frame, cell));
        }
    }

    static final class StoreDeref extends ValueStep {
        private final int cell;
        private final Operand value;

        StoreDeref(int cell, Operand value) {
            this.cell = cell;
            this.value = value;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            NameAccess.storeDeref(frame, value.get(frame, slots), cell);
            return done(slots);
        }
    }

    /** JUMP_FORWARD, JUMP_ABSOLUTE. */
    static final class Jump extends Step {
        private final int target;
        private final boolean back;
        private int step;

        Jump(int target, boolean back) {
            this.target = target;
            this.back = back;
        }

        @Override
        void resolve() {
            step = code.entry(target);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            if (back) {
                frame.lastInstruction = offset;
                Safepoint.poll(thread);
            }
            return step;
        }
    }

    static final class PushBlock extends Step {
        private final int kind;
        private final int handler;
        private final int level;

        PushBlock(int kind, int handler, int level) {
            this.kind = kind;
            this.handler = handler;
            this.level = level;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            frame.pushBlock(kind, handler, level);
            return next;
        }
    }

    static final class PopBlock extends Step {
        private final int top;

        PopBlock(int top) {
            this.top = top;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            frame.popBlock(top);
            return next;
        }
    }

    static final class Return extends Step {
        private final Operand operand;
        /** Where the value stack ends without the value. */
        private final int top;

        Return(Operand operand, int top) {
            this.operand = operand;
            this.top = top;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject value = operand.get(thread, frame, slots);
            frame.lastInstruction = offset;
            frame.stackTop = top;
            if (frame.blockCount() > 0) {
                int goesOn = Unwinding.returning(thread, frame, value);
                return goesOn < 0 ? goesOn : code.entry(goesOn);
            }
            slots[top] = value;
            frame.stackTop = top + 1;
            return Instructions.LEAVE;
        }
    }

    static final class Yield extends Step {
        private final Operand operand;
        private final int top;

        Yield(Operand operand, int top) {
            this.operand = operand;
            this.top = top;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject value = operand.get(thread, frame, slots);
            frame.lastInstruction = offset;
            slots[top] = Instructions.yieldValue(frame, value);
            frame.stackTop = top + 1;
            return Instructions.SUSPEND;
        }
    }
}
