package org.pyvm.eval.strategy.closure;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import org.pyvm.compiler.Opcodes;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.Unwinding;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyListIterator;
import org.pyvm.objects.types.PyRangeIterator;

/** The ends of blocks. */
final class Exits {
    private Exits() {}

    static void push(Frame frame, PyObject value) {
        frame.slots[frame.stackTop++] = value;
    }

    static void drop(Frame frame) {
        frame.slots[--frame.stackTop] = null;
    }

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

        @Override
        void emit(Emitter emitter) {
            emitter.go(next);
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

        @Override
        void emit(Emitter emitter) {
            emitter.goBack(top, pc);
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
            if (condition.test(thread, frame, pc)) {
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

        @Override
        void emit(Emitter emitter) {
            condition.emitTest(emitter, pc);
            Label otherwise = emitter.code().newLabel();
            emitter.code().ifeq(otherwise);
            go(emitter, ifTrue, trueIsBack);
            emitter.code().labelBinding(otherwise);
            go(emitter, ifFalse, falseIsBack);
        }

        private void go(Emitter emitter, Block block, boolean back) {
            if (back) {
                emitter.goBack(block, pc);
            } else {
                emitter.go(block);
            }
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

        @Override
        void emit(Emitter emitter) {
            CodeBuilder code = emitter.code();
            Label drop = code.newLabel();
            int value = emitter.variable();
            condition.emit(emitter);
            code.dup().astore(value);
            Node.emitTruth(emitter, pc);
            if (wanted) {
                code.ifeq(drop);
            } else {
                code.ifne(drop);
            }
            emitter.frame();
            emitter.take(value);
            emitter.call(Exits.class, "push", void.class, Frame.class, PyObject.class);
            if (target.offset <= pc) {
                emitter.goBack(target, pc);
            } else {
                emitter.go(target);
            }
            code.labelBinding(drop);
            code.aconst_null().astore(value);
            emitter.go(next);
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
            PyObject item = item(thread, iterator);
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

        static PyObject item(ThreadState thread, PyObject iterator) {
            if (iterator instanceof PyRangeIterator range) {
                return range.next();
            }
            return iterator instanceof PyListIterator list ? list.next() : Iterators.next(thread, iterator);
        }

        @Override
        void emit(Emitter emitter) {
            CodeBuilder code = emitter.code();
            Label exhausted = code.newLabel();
            emitter.at(pc);
            emitter.thread().slots().stackTop().integer(1);
            code.isub().aaload();
            emitter.call(ForEach.class, "item", PyObject.class, ThreadState.class, PyObject.class);
            code.dup().ifnull(exhausted);
            if (local >= 0) {
                Statements.emitStore(emitter, local, pc + 2);
            } else {
                int item = emitter.variable();
                code.astore(item);
                emitter.frame();
                emitter.take(item);
                emitter.call(Exits.class, "push", void.class, Frame.class, PyObject.class);
            }
            emitter.go(body);
            code.labelBinding(exhausted);
            code.pop();
            emitter.frame();
            emitter.call(Exits.class, "drop", void.class, Frame.class);
            emitter.go(end);
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

        @Override
        void emit(Emitter emitter) {
            value.emit(emitter);
            emitter.at(pc);
            emitter.thread().frame().constant(code);
            emitter.call(
                    Return.class,
                    "leave",
                    Object.class,
                    PyObject.class,
                    ThreadState.class,
                    Frame.class,
                    ClosureCode.class);
            emitter.code().areturn();
        }

        static Object leave(PyObject result, ThreadState thread, Frame frame, ClosureCode code) {
            if (frame.blockCount() == 0) {
                frame.finish();
                return result;
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

        @Override
        void emit(Emitter emitter) {
            emitter.frame();
            value.emit(emitter);
            emitter.at(pc);
            emitter.call(Instructions.class, "yieldValue", PyObject.class, Frame.class, PyObject.class);
            emitter.code().areturn();
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

        @Override
        void emit(Emitter emitter) {
            if (opcode != Opcodes.BREAK_LOOP && opcode != Opcodes.CONTINUE_LOOP && opcode != Opcodes.END_FINALLY) {
                super.emit(emitter);
                return;
            }
            emitter.at(pc);
            emitter.thread().frame().integer(opcode).integer(argument).integer(pc + 2);
            emitter.call(
                    Instructions.class,
                    "execute",
                    int.class,
                    ThreadState.class,
                    Frame.class,
                    int.class,
                    int.class,
                    int.class);
            emitter.goWhere(code.continuations(opcode, argument, pc));
        }
    }
}
