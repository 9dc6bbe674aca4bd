package org.pyvm.eval.strategy.adaptive;

import org.pyvm.eval.Frame;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.semantics.Arithmetic;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PySmallInt;

/** Comparisons, and the jumps that depend on a value. */
final class Tests {
    private static final int FIRST_OTHER = 6;
    private static final int IS = 8;
    private static final int IS_NOT = 9;

    private Tests() {}

    /** COMPARE_OP whose result is kept. */
    static final class Compare extends ValueStep {
        private final int operator;
        private final Operand left;
        private final Operand right;

        Compare(int operator, Operand left, Operand right) {
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, Arithmetic.compareOp(thread, v, w, operator));
        }
    }

    /** UNARY_NOT. */
    static final class Not extends ValueStep {
        private final Operand operand;

        Not(Operand operand) {
            this.operand = operand;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject value = operand.get(frame, slots);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, PyBool.of(!isTrue(thread, value)));
        }
    }

    private static boolean isTrue(ThreadState thread, PyObject value) {
        return value == Singletons.TRUE || value != Singletons.FALSE && Objects.isTrue(thread, value);
    }

    /** A step that goes one of two ways. */
    abstract static class Branch extends Step {
        private final int target;
        private final boolean sense;
        private final boolean back;
        private int step;
        /** Places on the value stack that the step has taken its operands from; null for none. */
        int[] taken;
        /** Offset of the jump. */
        int jumpAt;

        /**
         * @param sense which truth jumps
         * @param back whether the target is before the instruction
         */
        Branch(int target, boolean sense, boolean back) {
            this.target = target;
            this.sense = sense;
            this.back = back;
        }

        Branch(Branch like) {
            this(like.target, like.sense, like.back);
            taken = like.taken;
            jumpAt = like.jumpAt;
        }

        @Override
        final void resolve() {
            step = code.entry(target);
        }

        final void replaceBy(Branch other) {
            super.replaceBy(other);
            other.resolve();
        }

        final int decide(ThreadState thread, Frame frame, PyObject[] slots, boolean truth) {
            if (taken != null) {
                ValueStep.clear(slots, taken);
            }
            if (truth != sense) {
                return next;
            }
            if (back) {
                frame.lastInstruction = jumpAt;
                Safepoint.poll(thread);
            }
            return step;
        }
    }

    /** POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE. */
    static final class BranchOnTruth extends Branch {
        private final Operand operand;

        BranchOnTruth(Operand operand, int target, boolean sense, boolean back) {
            super(target, sense, back);
            this.operand = operand;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject value = operand.get(frame, slots);
            frame.lastInstruction = offset;
            return decide(thread, frame, slots, isTrue(thread, value));
        }
    }

    /** COMPARE_OP and a jump; looks at its first operands. */
    static class CompareAndBranch extends Branch {
        final int operator;
        final Operand left;
        final Operand right;
        int misses;

        CompareAndBranch(int operator, Operand left, Operand right, int target, boolean sense, boolean back) {
            super(target, sense, back);
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        CompareAndBranch(CompareAndBranch like) {
            super(like);
            operator = like.operator;
            left = like.left;
            right = like.right;
            misses = like.misses;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            replaceBy(special(this, v, w));
            frame.lastInstruction = offset;
            return decide(thread, frame, slots, Arithmetic.compareTest(thread, v, w, operator));
        }

        final int missed(ThreadState thread, Frame frame, PyObject[] slots, PyObject v, PyObject w) {
            if (++misses == PATIENCE) {
                replaceBy(new CompareAnyAndBranch(this));
            }
            return decide(thread, frame, slots, Arithmetic.compareTest(thread, v, w, operator));
        }
    }

    private static Branch special(CompareAndBranch of, PyObject v, PyObject w) {
        if (of.operator == IS || of.operator == IS_NOT) {
            return new IsAndBranch(of);
        }
        if (of.operator < FIRST_OTHER) {
            if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
                return new CompareIntsAndBranch(of);
            }
            if (v.getClass() == PyFloat.class && w.getClass() == PyFloat.class) {
                return new CompareFloatsAndBranch(of);
            }
        }
        return new CompareAnyAndBranch(of);
    }

    private static final class CompareIntsAndBranch extends CompareAndBranch {
        CompareIntsAndBranch(CompareAndBranch like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            if (v.getClass() != PySmallInt.class || w.getClass() != PySmallInt.class) {
                return missed(thread, frame, slots, v, w);
            }
            boolean truth = Arithmetic.compare(((PySmallInt) v).value(), ((PySmallInt) w).value(), operator);
            return decide(thread, frame, slots, truth);
        }
    }

    private static final class CompareFloatsAndBranch extends CompareAndBranch {
        CompareFloatsAndBranch(CompareAndBranch like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            if (v.getClass() != PyFloat.class || w.getClass() != PyFloat.class) {
                return missed(thread, frame, slots, v, w);
            }
            boolean truth = Arithmetic.compare(((PyFloat) v).value(), ((PyFloat) w).value(), operator);
            return decide(thread, frame, slots, truth);
        }
    }

    private static final class CompareAnyAndBranch extends CompareAndBranch {
        CompareAnyAndBranch(CompareAndBranch like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            return decide(thread, frame, slots, Arithmetic.compareTest(thread, v, w, operator));
        }
    }

    private static final class IsAndBranch extends CompareAndBranch {
        IsAndBranch(CompareAndBranch like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            boolean same = left.get(frame, slots) == right.get(frame, slots);
            frame.lastInstruction = offset;
            return decide(thread, frame, slots, same == (operator == IS));
        }
    }

    /** JUMP_IF_FALSE_OR_POP, JUMP_IF_TRUE_OR_POP: the value stays where it is when they jump. */
    static final class BranchOrPop extends Branch {
        private final int slot;
        private final boolean sense;

        BranchOrPop(int slot, int target, boolean sense, boolean back) {
            super(target, sense, back);
            this.slot = slot;
            this.sense = sense;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            frame.lastInstruction = offset;
            boolean truth = isTrue(thread, slots[slot]);
            if (truth != sense) {
                slots[slot] = null;
            }
            return decide(thread, frame, slots, truth);
        }
    }
}
