package org.pyvm.eval.strategy.closure;

import java.util.Arrays;
import org.pyvm.eval.Frame;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.Lifetimes;
import org.pyvm.eval.Safepoint;
import org.pyvm.eval.semantics.Containers;
import org.pyvm.eval.semantics.NameAccess;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyStr;

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
            Objects.setItem(thread, target, index, stored);
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
            PyObject dropped = value.get(thread, frame);
            if (dropped != Singletons.NONE) {
                frame.lastInstruction = pc;
                if (Lifetimes.popped(thread, frame, dropped)) {
                    dropped = null;
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
            PyObject[] slots = frame.slots;
            int last = frame.stackTop + top - 1;
            PyObject moved = slots[last];
            System.arraycopy(slots, last - count + 1, slots, last - count + 2, count - 1);
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
            int old = frame.stackTop;
            int top = old + distance;
            if (used > distance) {
                Arrays.fill(frame.slots, top, old + used, null);
            }
            frame.stackTop = top;
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
    }
}
