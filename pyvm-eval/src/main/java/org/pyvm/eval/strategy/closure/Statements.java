package org.pyvm.eval.strategy.closure;

import java.util.Arrays;
import org.pyvm.compiler.InstructionSet;
import org.pyvm.compiler.Opcode;
import org.pyvm.compiler.Opcodes;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.Lifetimes;
import org.pyvm.eval.OpcodeSemantics;
import org.pyvm.eval.PluginOpcodes;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.semantics.Arithmetic;
import org.pyvm.eval.semantics.Containers;
import org.pyvm.eval.semantics.NameAccess;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The statements. */
final class Statements {
    private Statements() {}

    static final class StoreLocal extends Statement {
        private final int index;
        private final Node value;
        private final int pc;

        StoreLocal(int index, Node value, int pc) {
            this.index = index;
            this.value = value;
            this.pc = pc;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            store(thread, frame, index, value.get(thread, frame), pc);
        }

        @Override
        void emit(Emitter emitter) {
            value.emit(emitter);
            emitStore(emitter, index, pc);
        }

        @Override
        boolean mayCall() {
            return !value.isStable();
        }
    }

    /** Stores the value on the operand stack, in the frame too. */
    static void emitStore(Emitter emitter, int index, int pc) {
        emitter.code().dup();
        emitter.storeLocal(index);
        emitter.thread().frame().integer(index).integer(pc);
        emitter.call(
                Statements.class,
                "store",
                void.class,
                PyObject.class,
                ThreadState.class,
                Frame.class,
                int.class,
                int.class);
    }

    static void store(PyObject value, ThreadState thread, Frame frame, int index, int pc) {
        store(thread, frame, index, value, pc);
    }

    /** Sets a local variable; what it held before may have been lost by that. */
    static void store(ThreadState thread, Frame frame, int index, PyObject value, int pc) {
        PyObject old = frame.slots[index];
        frame.slots[index] = value;
        if (old != null
                && (value == Singletons.NONE || thread.watch > 0)
                && Lifetimes.localChanged(thread, frame, index, old, value)) {
            old = null;
            frame.lastInstruction = pc;
            Safepoint.poll(thread);
        }
    }

    static final class StoreDeref extends Statement {
        private final int index;
        private final Node value;

        StoreDeref(int index, Node value) {
            this.index = index;
            this.value = value;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            NameAccess.storeDeref(frame, value.get(thread, frame), index);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.frame();
            value.emit(emitter);
            emitter.integer(index);
            emitter.call(NameAccess.class, "storeDeref", void.class, Frame.class, PyObject.class, int.class);
        }
    }

    static final class StoreName extends Statement {
        private final PyStr name;
        private final Node value;
        private final int pc;

        StoreName(PyStr name, Node value, int pc) {
            this.name = name;
            this.value = value;
            this.pc = pc;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            PyObject stored = value.get(thread, frame);
            frame.lastInstruction = pc;
            NameAccess.storeName(thread, frame, stored, name);
        }
    }

    static final class StoreItem extends Statement {
        private final Node value;
        private final Node container;
        private final Node key;
        private final int pc;

        StoreItem(Node value, Node container, Node key, int pc) {
            this.value = value;
            this.container = container;
            this.key = key;
            this.pc = pc;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            PyObject stored = value.get(thread, frame);
            PyObject target = container.get(thread, frame);
            PyObject index = key.get(thread, frame);
            frame.lastInstruction = pc;
            Arithmetic.storeSubscr(thread, stored, target, index);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.thread();
            value.emit(emitter);
            container.emit(emitter);
            key.emit(emitter);
            emitter.at(pc);
            emitter.call(
                    Arithmetic.class,
                    "storeSubscr",
                    void.class,
                    ThreadState.class,
                    PyObject.class,
                    PyObject.class,
                    PyObject.class);
        }
    }

    /** An expression whose value nobody wants. */
    static final class Drop extends Statement {
        private final Node value;
        private final int pc;

        Drop(Node value, int pc) {
            this.value = value;
            this.pc = pc;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            drop(value.get(thread, frame), thread, frame, pc);
        }

        @Override
        void emit(Emitter emitter) {
            value.emit(emitter);
            emitter.thread().frame().integer(pc);
            emitter.call(Drop.class, "drop", void.class, PyObject.class, ThreadState.class, Frame.class, int.class);
        }

        static void drop(PyObject value, ThreadState thread, Frame frame, int pc) {
            if (value != Singletons.NONE) {
                frame.lastInstruction = pc;
                if (Lifetimes.popped(thread, frame, value)) {
                    // The collection that follows is to find it unreachable.
                    value = null;
                    Safepoint.poll(thread);
                }
            }
        }
    }

    /** LIST_APPEND, with the list on the value stack. */
    static final class Append extends Statement {
        private final Node list;
        private final Node item;

        Append(Node list, Node item) {
            this.list = list;
            this.item = item;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            PyObject value = item.get(thread, frame);
            Containers.listAppend(list.get(thread, frame), value);
        }

        @Override
        void emit(Emitter emitter) {
            item.emit(emitter);
            list.emit(emitter);
            emitter.call(Append.class, "append", void.class, PyObject.class, PyObject.class);
        }

        static void append(PyObject value, PyObject list) {
            Containers.listAppend(list, value);
        }
    }

    /** Puts a value on its place on the value stack, counted from the frame's top. */
    static final class Spill extends Statement {
        private final int offset;
        private final Node value;

        Spill(int offset, Node value) {
            this.offset = offset;
            this.value = value;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            PyObject spilled = value.get(thread, frame);
            frame.slots[frame.stackTop + offset] = spilled;
        }

        @Override
        void emit(Emitter emitter) {
            int spilled = emitter.variable();
            value.emit(emitter);
            emitter.code().astore(spilled);
            emitter.slots().stackTop().integer(offset);
            emitter.code().iadd();
            emitter.take(spilled);
            emitter.code().aastore();
        }

        @Override
        boolean mayCall() {
            return false;
        }
    }

    /** Turns the top items over by one place: ROT_TWO and its kin. */
    static final class Rotate extends Statement {
        private final int top;
        private final int count;

        /** @param top one past the topmost item, counted from the frame's top */
        Rotate(int top, int count) {
            this.top = top;
            this.count = count;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            rotate(frame, top, count);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.frame().integer(top).integer(count);
            emitter.call(Rotate.class, "rotate", void.class, Frame.class, int.class, int.class);
        }

        @Override
        boolean mayCall() {
            return false;
        }

        static void rotate(Frame frame, int top, int count) {
            PyObject[] slots = frame.slots;
            int last = frame.stackTop + top - 1;
            PyObject moved = slots[last];
            // The usual two and three without a call of arraycopy.
            slots[last] = slots[last - 1];
            if (count == 3) {
                slots[last - 1] = slots[last - 2];
            } else if (count > 3) {
                System.arraycopy(slots, last - count + 1, slots, last - count + 2, count - 2);
            }
            slots[last - count + 1] = moved;
        }
    }

    /** Moves the frame's top to where the stack ends now, and clears what lies behind it. */
    static final class MoveTop extends Statement {
        private final int distance;
        /** One past the highest place that may hold something, counted from the old top. */
        private final int used;

        MoveTop(int distance, int used) {
            this.distance = distance;
            this.used = used;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            move(frame, distance, used);
        }

        @Override
        void emit(Emitter emitter) {
            if (used > distance) {
                emitter.frame().integer(distance).integer(used);
                emitter.call(MoveTop.class, "move", void.class, Frame.class, int.class, int.class);
            } else {
                emitter.frame().stackTop().integer(distance);
                emitter.code().iadd();
                emitter.setStackTop();
            }
        }

        @Override
        boolean mayCall() {
            return false;
        }

        static void move(Frame frame, int distance, int used) {
            int old = frame.stackTop;
            int top = old + distance;
            if (used > distance) {
                Arrays.fill(frame.slots, top, old + used, null);
            }
            frame.stackTop = top;
        }
    }

    /** SETUP_LOOP and its kin. The stack is in the frame. */
    static final class PushBlock extends Statement {
        private final int kind;
        private final int handler;

        PushBlock(int kind, int handler) {
            this.kind = kind;
            this.handler = handler;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            push(frame, kind, handler);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.frame().integer(kind).integer(handler);
            emitter.call(PushBlock.class, "push", void.class, Frame.class, int.class, int.class);
        }

        @Override
        boolean mayCall() {
            return false;
        }

        static void push(Frame frame, int kind, int handler) {
            frame.pushBlock(kind, handler, frame.stackTop);
        }
    }

    /** POP_BLOCK. */
    static final class PopBlock extends Statement {
        @Override
        void execute(ThreadState thread, Frame frame) {
            pop(frame);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.frame();
            emitter.call(PopBlock.class, "pop", void.class, Frame.class);
        }

        @Override
        boolean mayCall() {
            return false;
        }

        static void pop(Frame frame) {
            frame.stackTop = frame.popBlock(frame.stackTop);
        }
    }

    /** UNPACK_SEQUENCE: the items go to the value stack, the first on top. */
    static final class Unpack extends Statement {
        private final Node sequence;
        private final int count;
        private final int offset;
        private final int pc;

        /** @param offset place of the last item, counted from the frame's top */
        Unpack(Node sequence, int count, int offset, int pc) {
            this.sequence = sequence;
            this.count = count;
            this.offset = offset;
            this.pc = pc;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            PyObject items = sequence.get(thread, frame);
            frame.lastInstruction = pc;
            unpack(items, thread, frame, count, offset);
        }

        @Override
        void emit(Emitter emitter) {
            sequence.emit(emitter);
            emitter.at(pc);
            emitter.thread().frame().integer(count).integer(offset);
            emitter.call(
                    Unpack.class,
                    "unpack",
                    void.class,
                    PyObject.class,
                    ThreadState.class,
                    Frame.class,
                    int.class,
                    int.class);
        }

        static void unpack(PyObject sequence, ThreadState thread, Frame frame, int count, int offset) {
            PyObject[] slots = frame.slots;
            int at = frame.stackTop + offset + count;
            if (sequence.getClass() == PyTuple.class && ((PyTuple) sequence).size() == count) {
                PyTuple tuple = (PyTuple) sequence;
                for (int i = 0; i < count; i++) {
                    slots[--at] = tuple.get(i);
                }
                return;
            }
            PyObject[] items = Containers.unpackSequence(thread, sequence, count);
            for (int i = 0; i < count; i++) {
                slots[--at] = items[i];
            }
        }
    }

    /** A plugin's instruction in the form that it has here, on the frame's stack. */
    static final class PluginForm extends Statement {
        private final Opcode row;
        private final OpcodeSemantics form;
        private final int argument;
        private final int pc;

        PluginForm(Opcode row, OpcodeSemantics form, int argument, int pc) {
            this.row = row;
            this.form = form;
            this.argument = argument;
            this.pc = pc;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            frame.lastInstruction = pc;
            PluginOpcodes.execute(thread, frame, row, form, argument, pc + 2);
        }

        @Override
        void emit(Emitter emitter) {
            super.emit(emitter);
            emitter.reloadLocals();
        }
    }

    /** An instruction that has no node of its own, on the frame's stack. */
    static final class Generic extends Statement {
        private final int opcode;
        private final int argument;
        private final int pc;

        Generic(int opcode, int argument, int pc) {
            this.opcode = opcode;
            this.argument = argument;
            this.pc = pc;
        }

        @Override
        void execute(ThreadState thread, Frame frame) {
            frame.lastInstruction = pc;
            Instructions.execute(thread, frame, opcode, argument, pc + 2);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.at(pc);
            emitter.thread().frame().integer(opcode).integer(argument).integer(pc + 2);
            emitter.call(
                    Instructions.class,
                    "executeBlock",
                    int.class,
                    ThreadState.class,
                    Frame.class,
                    int.class,
                    int.class,
                    int.class);
            emitter.code().pop();
            if (opcode == Opcodes.DELETE_FAST) {
                emitter.reload(argument);
            } else if (opcode >= InstructionSet.FIRST_PLUGIN) {
                emitter.reloadLocals();
            }
        }
    }
}
