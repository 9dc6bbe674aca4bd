package org.pyvm.eval.strategy.adaptive;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.eval.Frame;
import org.pyvm.eval.semantics.Arithmetic;
import org.pyvm.eval.semantics.Containers;
import org.pyvm.eval.semantics.Formatting;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PySlice;
import org.pyvm.objects.types.PyTuple;

/** Containers: made, unpacked, and changed. */
final class Displays {
    private Displays() {}

    /** What is made of some operands. */
    static final class Build extends ValueStep {
        private final int opcode;
        private final int argument;
        private final Operand[] operands;

        Build(int opcode, int argument, Operand[] operands) {
            this.opcode = opcode;
            this.argument = argument;
            this.operands = operands;
        }

        /** How many operands such an instruction takes, or -1 when this class has nothing to do with it. */
        static int operands(int opcode, int argument) {
            return switch (opcode) {
                case BUILD_TUPLE, BUILD_LIST, BUILD_STRING, BUILD_SET, BUILD_SLICE -> argument;
                case BUILD_MAP -> 2 * argument;
                case FORMAT_VALUE -> (argument & 4) != 0 ? 2 : 1;
                case UNARY_NEGATIVE, UNARY_INVERT, UNARY_POSITIVE -> 1;
                default -> -1;
            };
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject[] values = CallSteps.values(frame, slots, operands);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, make(thread, values));
        }

        private PyObject make(ThreadState thread, PyObject[] values) {
            return switch (opcode) {
                case BUILD_TUPLE -> Containers.buildTuple(values);
                case BUILD_LIST -> Containers.buildList(values);
                case BUILD_STRING -> Containers.buildString(values);
                case BUILD_SET -> Containers.buildSet(thread, values);
                case BUILD_MAP -> Containers.buildMap(thread, values);
                case BUILD_SLICE -> new PySlice(values[0], values[1], argument == 3 ? values[2] : Singletons.NONE);
                case FORMAT_VALUE ->
                    Formatting.formatValue(thread, values[0], values.length > 1 ? values[1] : null, argument);
                case UNARY_NEGATIVE -> Arithmetic.unaryNegative(thread, values[0]);
                case UNARY_INVERT -> Arithmetic.unaryInvert(thread, values[0]);
                default -> Arithmetic.unaryPositive(thread, values[0]);
            };
        }
    }

    static final class StoreItem extends ValueStep {
        private final Operand value;
        private final Operand container;
        private final Operand key;

        StoreItem(Operand value, Operand container, Operand key) {
            this.value = value;
            this.container = container;
            this.key = key;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject stored = value.get(frame, slots);
            PyObject target = container.get(frame, slots);
            PyObject index = key.get(frame, slots);
            frame.lastInstruction = offset;
            Arithmetic.storeSubscr(thread, stored, target, index);
            return done(slots);
        }
    }

    /** LIST_APPEND. */
    static final class Append extends ValueStep {
        private final int list;
        private final Operand item;

        Append(int list, Operand item) {
            this.list = list;
            this.item = item;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            Containers.listAppend(slots[list], item.get(frame, slots));
            return done(slots);
        }
    }

    /** UNPACK_SEQUENCE; to variables, when these follow. */
    static final class Unpack extends ValueStep {
        private final Operand sequence;
        /** Where the items belong, the first of them first. */
        private final int[] targets;
        /** Offset of the first STORE_FAST; -1 when the targets are on the value stack. */
        private final int storedAt;

        Unpack(Operand sequence, int[] targets, int storedAt) {
            this.sequence = sequence;
            this.targets = targets;
            this.storedAt = storedAt;
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject value = sequence.get(frame, slots);
            frame.lastInstruction = offset;
            if (value.getClass() == PyTuple.class && ((PyTuple) value).size() == targets.length) {
                PyTuple tuple = (PyTuple) value;
                release(slots);
                for (int i = 0; i < targets.length; i++) {
                    put(thread, frame, slots, i, tuple.get(i));
                }
            } else {
                PyObject[] items = Containers.unpackSequence(thread, value, targets.length);
                release(slots);
                for (int i = 0; i < targets.length; i++) {
                    put(thread, frame, slots, i, items[i]);
                }
            }
            return next;
        }

        private void put(ThreadState thread, Frame frame, PyObject[] slots, int i, PyObject item) {
            if (storedAt < 0) {
                slots[targets[i]] = item;
            } else {
                store(thread, frame, slots, targets[i], item, storedAt + 2 * i);
            }
        }
    }
}
