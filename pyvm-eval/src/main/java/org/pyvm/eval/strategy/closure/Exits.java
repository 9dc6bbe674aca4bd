package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.Frame;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.Unwinding;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyRangeIterator;

/** The ends of blocks. */
final class Exits {
    private Exits() {}

    /** Goes on in the block behind. */
    static final class Fall extends Exit {
        private final Block next;

        Fall(Block next) {
            this.next = next;
        }

        @Override
        Block next(ThreadState thread, Frame frame) {
            return next;
        }
    }

    /** A jump back, at which the interpreter lock may be given up. */
    static final class Back extends Exit {
        private final Block top;
        private final int pc;

        Back(Block top, int pc) {
            this.top = top;
            this.pc = pc;
        }

        @Override
        Block next(ThreadState thread, Frame frame) {
            frame.lastInstruction = pc;
            Safepoint.poll(thread);
            return top;
        }
    }

    /** A conditional jump that drops the condition. */
    static final class Branch extends Exit {
        private final Node condition;
        private final Block ifTrue;
        private final Block ifFalse;
        private final int pc;
        private final boolean trueIsBack;
        private final boolean falseIsBack;

        Branch(Node condition, Block ifTrue, Block ifFalse, int pc) {
            this.condition = condition;
            this.ifTrue = ifTrue;
            this.ifFalse = ifFalse;
            this.pc = pc;
            this.trueIsBack = ifTrue.offset <= pc;
            this.falseIsBack = ifFalse.offset <= pc;
        }

        @Override
        Block next(ThreadState thread, Frame frame) {
            if (condition.test(thread, frame)) {
                if (trueIsBack) {
                    frame.lastInstruction = pc;
                    Safepoint.poll(thread);
                }
                return ifTrue;
            }
            if (falseIsBack) {
                frame.lastInstruction = pc;
                Safepoint.poll(thread);
            }
            return ifFalse;
        }
    }

    /** A conditional jump that keeps the condition when it jumps. */
    static final class JumpOrPop extends Exit {
        private final Node condition;
        private final boolean wanted;
        private final Block target;
        private final Block next;
        private final int pc;

        JumpOrPop(Node condition, boolean wanted, Block target, Block next, int pc) {
            this.condition = condition;
            this.wanted = wanted;
            this.target = target;
            this.next = next;
            this.pc = pc;
        }

        @Override
        Block next(ThreadState thread, Frame frame) {
            PyObject value = condition.get(thread, frame);
            frame.lastInstruction = pc;
            if (Objects.isTrue(thread, value) != wanted) {
                return next;
            }
            frame.slots[frame.stackTop++] = value;
            if (target.offset <= pc) {
                Safepoint.poll(thread);
            }
            return target;
        }
    }

    /** FOR_ITER; the iterator is on top of the stack. */
    static final class ForEach extends Exit {
        private final int local;
        private final Block body;
        private final Block end;
        private final int pc;

        /** @param local index of the variable that takes the item, or -1 to push it */
        ForEach(int local, Block body, Block end, int pc) {
            this.local = local;
            this.body = body;
            this.end = end;
            this.pc = pc;
        }

        @Override
        Block next(ThreadState thread, Frame frame) {
            frame.lastInstruction = pc;
            PyObject iterator = frame.slots[frame.stackTop - 1];
            PyObject item = iterator instanceof PyRangeIterator range ? range.next() : Iterators.next(thread, iterator);
            if (item == null) {
                frame.slots[--frame.stackTop] = null;
                return end;
            }
            if (local >= 0) {
                Statements.store(thread, frame, local, item, pc + 2);
            } else {
                frame.slots[frame.stackTop++] = item;
            }
            return body;
        }
    }

    /** RETURN_VALUE. */
    static final class Return extends Exit {
        private final Node value;
        private final ClosureCode code;
        private final int pc;

        Return(Node value, ClosureCode code, int pc) {
            this.value = value;
            this.code = code;
            this.pc = pc;
        }

        @Override
        Block next(ThreadState thread, Frame frame) {
            PyObject result = value.get(thread, frame);
            frame.lastInstruction = pc;
            if (frame.blockCount() == 0) {
                frame.slots[frame.stackTop++] = result;
                return Block.LEAVE;
            }
            return code.after(Unwinding.returning(thread, frame, result));
        }
    }

    /** YIELD_VALUE. */
    static final class Yield extends Exit {
        private final Node value;
        private final int pc;

        Yield(Node value, int pc) {
            this.value = value;
            this.pc = pc;
        }

        @Override
        Block next(ThreadState thread, Frame frame) {
            PyObject result = value.get(thread, frame);
            frame.lastInstruction = pc;
            frame.slots[frame.stackTop++] = Instructions.yieldValue(frame, result);
            return Block.SUSPEND;
        }
    }

    /** An instruction that has no node of its own and may jump, on the frame's stack. */
    static final class Generic extends Exit {
        private final int opcode;
        private final int argument;
        private final ClosureCode code;
        private final int pc;

        Generic(int opcode, int argument, ClosureCode code, int pc) {
            this.opcode = opcode;
            this.argument = argument;
            this.code = code;
            this.pc = pc;
        }

        @Override
        Block next(ThreadState thread, Frame frame) {
            frame.lastInstruction = pc;
            return code.after(Instructions.execute(thread, frame, opcode, argument, pc + 2));
        }
    }
}
