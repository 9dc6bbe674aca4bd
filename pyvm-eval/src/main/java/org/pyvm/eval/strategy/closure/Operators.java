package org.pyvm.eval.strategy.closure;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.eval.Frame;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.semantics.Arithmetic;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBool;

/** Operators. Each that runs often is a class of its own, so that HotSpot sees one kind of work in its method. */
final class Operators {
    private Operators() {}

    /** The node of an operator of two operands. */
    static Node binary(int opcode, Node left, Node right, int pc) {
        return switch (opcode) {
            case BINARY_ADD -> new Add(left, right, pc);
            case INPLACE_ADD -> new AddInPlace(left, right, pc);
            case BINARY_SUBTRACT -> new Subtract(left, right, pc);
            case BINARY_MULTIPLY -> new Multiply(left, right, pc);
            case BINARY_MODULO -> new Modulo(left, right, pc);
            case BINARY_TRUE_DIVIDE -> new Divide(left, right, pc);
            case BINARY_SUBSCR -> new Subscript(left, right, pc);
            default -> new Other(opcode, left, right, pc);
        };
    }

    abstract static class Binary extends Node {
        /** Runs that are looked at to learn which numbers come. */
        private static final int SAMPLES = 100;

        /** More than one kind of operands, or others than numbers. */
        private static final int ANYTHING = -1;

        final int opcode;
        final Node left;
        final Node right;
        final int pc;
        private int samples;
        private int seen;

        Binary(int opcode, Node left, Node right, int pc) {
            this.opcode = opcode;
            this.left = left;
            this.right = right;
            this.pc = pc;
        }

        /** Looks at the operands of one of the first runs. */
        final void note(PyObject v, PyObject w) {
            if (samples < SAMPLES) {
                samples++;
                int kind = Numeric.common(v, left instanceof Values.Constant, w, right instanceof Values.Constant);
                if (kind == Numeric.NOTHING || seen != 0 && seen != kind) {
                    kind = ANYTHING;
                }
                seen = kind;
            }
        }

        /** The kind of numbers that both operands were; else nothing. */
        final int seen() {
            return Math.max(seen, Numeric.NOTHING);
        }

        /** The kind of numbers that it works on, as far as it has been seen, and has code for; else nothing. */
        int numbers() {
            return NumericCode.supported(opcode, seen());
        }

        /** A call of a static method with the thread and the operands. */
        final void emit(Emitter emitter, Class<?> owner, String method) {
            if (NumericCode.pays(emitter, this, numbers())) {
                NumericCode.emit(emitter, this);
                return;
            }
            operands(emitter);
            emitter.call(owner, method, PyObject.class, ThreadState.class, PyObject.class, PyObject.class);
        }

        final void operands(Emitter emitter) {
            emitter.thread();
            left.emit(emitter);
            right.emit(emitter);
            emitter.at(pc);
        }
    }

    static final class Add extends Binary {
        Add(Node left, Node right, int pc) {
            super(BINARY_ADD, left, right, pc);
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject v = left.get(thread, frame);
            PyObject w = right.get(thread, frame);
            frame.lastInstruction = pc;
            note(v, w);
            return Arithmetic.binaryAdd(thread, v, w);
        }

        @Override
        void emit(Emitter emitter) {
            emit(emitter, Arithmetic.class, "binaryAdd");
        }
    }

    private static final class AddInPlace extends Binary {
        AddInPlace(Node left, Node right, int pc) {
            super(INPLACE_ADD, left, right, pc);
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject v = left.get(thread, frame);
            PyObject w = right.get(thread, frame);
            frame.lastInstruction = pc;
            note(v, w);
            return Arithmetic.inPlaceAdd(thread, v, w);
        }

        @Override
        void emit(Emitter emitter) {
            emit(emitter, Arithmetic.class, "inPlaceAdd");
        }
    }

    private static final class Subtract extends Binary {
        Subtract(Node left, Node right, int pc) {
            super(BINARY_SUBTRACT, left, right, pc);
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject v = left.get(thread, frame);
            PyObject w = right.get(thread, frame);
            frame.lastInstruction = pc;
            note(v, w);
            return Arithmetic.binarySubtract(thread, v, w);
        }

        @Override
        void emit(Emitter emitter) {
            emit(emitter, Arithmetic.class, "binarySubtract");
        }
    }

    private static final class Multiply extends Binary {
        Multiply(Node left, Node right, int pc) {
            super(BINARY_MULTIPLY, left, right, pc);
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject v = left.get(thread, frame);
            PyObject w = right.get(thread, frame);
            frame.lastInstruction = pc;
            note(v, w);
            return Arithmetic.binaryMultiply(thread, v, w);
        }

        @Override
        void emit(Emitter emitter) {
            emit(emitter, Arithmetic.class, "binaryMultiply");
        }
    }

    private static final class Modulo extends Binary {
        Modulo(Node left, Node right, int pc) {
            super(BINARY_MODULO, left, right, pc);
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject v = left.get(thread, frame);
            PyObject w = right.get(thread, frame);
            frame.lastInstruction = pc;
            note(v, w);
            return Arithmetic.binaryModulo(thread, v, w);
        }

        @Override
        void emit(Emitter emitter) {
            emit(emitter, Arithmetic.class, "binaryModulo");
        }
    }

    private static final class Divide extends Binary {
        Divide(Node left, Node right, int pc) {
            super(BINARY_TRUE_DIVIDE, left, right, pc);
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject v = left.get(thread, frame);
            PyObject w = right.get(thread, frame);
            frame.lastInstruction = pc;
            note(v, w);
            return Arithmetic.binaryTrueDivide(thread, v, w);
        }

        @Override
        void emit(Emitter emitter) {
            emit(emitter, Arithmetic.class, "binaryTrueDivide");
        }
    }

    static final class Subscript extends Binary {
        Subscript(Node left, Node right, int pc) {
            super(BINARY_SUBSCR, left, right, pc);
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject container = left.get(thread, frame);
            PyObject key = right.get(thread, frame);
            frame.lastInstruction = pc;
            return Arithmetic.binarySubscr(thread, container, key);
        }

        @Override
        void emit(Emitter emitter) {
            if (NumericCode.isItem(emitter, this)) {
                NumericCode.emitSubscript(emitter, this);
            } else {
                emit(emitter, Arithmetic.class, "binarySubscr");
            }
        }
    }

    private static final class Other extends Binary {
        Other(int opcode, Node left, Node right, int pc) {
            super(opcode, left, right, pc);
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject v = left.get(thread, frame);
            PyObject w = right.get(thread, frame);
            frame.lastInstruction = pc;
            note(v, w);
            return Instructions.binary(thread, opcode, v, w);
        }

        @Override
        void emit(Emitter emitter) {
            emit(emitter, Arithmetic.class, OperatorNames.method(opcode));
        }
    }

    /** The node of COMPARE_OP. */
    static Node compare(int operator, Node left, Node right, int pc) {
        return switch (operator) {
            case IS -> new Identity(left, right, true);
            case IS_NOT -> new Identity(left, right, false);
            default -> new Compare(operator, left, right, pc);
        };
    }

    /** The first comparison that is not of the six. */
    private static final int IN = 6;

    private static final int IS = 8;
    private static final int IS_NOT = 9;

    private static final class Compare extends Binary {
        private final int operator;

        Compare(int operator, Node left, Node right, int pc) {
            super(COMPARE_OP, left, right, pc);
            this.operator = operator;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject v = left.get(thread, frame);
            PyObject w = right.get(thread, frame);
            frame.lastInstruction = pc;
            note(v, w);
            return Arithmetic.compareOp(thread, v, w, operator);
        }

        @Override
        boolean test(ThreadState thread, Frame frame, int asking) {
            return holds(thread, frame);
        }

        /** Called by the bytecode of {@link NumericCode} too. */
        boolean holds(ThreadState thread, Frame frame) {
            PyObject v = left.get(thread, frame);
            PyObject w = right.get(thread, frame);
            frame.lastInstruction = pc;
            note(v, w);
            return Arithmetic.compareTest(thread, v, w, operator);
        }

        @Override
        void emit(Emitter emitter) {
            operands(emitter);
            emitter.integer(operator);
            emitter.call(
                    Arithmetic.class,
                    "compareOp",
                    PyObject.class,
                    ThreadState.class,
                    PyObject.class,
                    PyObject.class,
                    int.class);
        }

        @Override
        void emitTest(Emitter emitter, int asking) {
            int kind = operator < IN ? seen() : Numeric.NOTHING;
            if (NumericCode.pays(emitter, this, kind)) {
                NumericCode.emitTest(emitter, this, operator, kind);
                return;
            }
            operands(emitter);
            emitter.integer(operator);
            emitter.call(
                    Arithmetic.class,
                    "compareTest",
                    boolean.class,
                    ThreadState.class,
                    PyObject.class,
                    PyObject.class,
                    int.class);
        }
    }

    private static final class Identity extends Binary {
        private final boolean same;

        Identity(Node left, Node right, boolean same) {
            super(COMPARE_OP, left, right, -1);
            this.same = same;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            return PyBool.of(test(thread, frame, pc));
        }

        @Override
        boolean test(ThreadState thread, Frame frame, int asking) {
            PyObject v = left.get(thread, frame);
            return v == right.get(thread, frame) == same;
        }

        @Override
        void emit(Emitter emitter) {
            emitTest(emitter, pc);
            emitter.call(PyBool.class, "of", PyBool.class, boolean.class);
        }

        @Override
        void emitTest(Emitter emitter, int asking) {
            left.emit(emitter);
            right.emit(emitter);
            emitter.call(Operators.class, same ? "is" : "isNot", boolean.class, PyObject.class, PyObject.class);
        }
    }

    static boolean is(PyObject v, PyObject w) {
        return v == w;
    }

    static boolean isNot(PyObject v, PyObject w) {
        return v != w;
    }

    /** The node of an operator of one operand. */
    static Node unary(int opcode, Node operand, int pc) {
        return opcode == UNARY_NOT ? new Not(operand, pc) : new Unary(opcode, operand, pc);
    }

    private static final class Not extends Node {
        private final Node operand;
        private final int pc;

        Not(Node operand, int pc) {
            this.operand = operand;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject value = operand.get(thread, frame);
            frame.lastInstruction = pc;
            return Arithmetic.unaryNot(thread, value);
        }

        @Override
        void emit(Emitter emitter) {
            emitTest(emitter, pc);
            emitter.call(PyBool.class, "of", PyBool.class, boolean.class);
        }

        @Override
        void emitTest(Emitter emitter, int asking) {
            operand.emit(emitter);
            emitTruth(emitter, pc);
            emitter.integer(1);
            emitter.code().ixor();
        }
    }

    private static final class Unary extends Node {
        private final int opcode;
        private final Node operand;
        private final int pc;

        Unary(int opcode, Node operand, int pc) {
            this.opcode = opcode;
            this.operand = operand;
            this.pc = pc;
        }

        @Override
        PyObject get(ThreadState thread, Frame frame) {
            PyObject value = operand.get(thread, frame);
            frame.lastInstruction = pc;
            if (opcode == UNARY_NEGATIVE) {
                return Arithmetic.unaryNegative(thread, value);
            }
            return opcode == UNARY_INVERT
                    ? Arithmetic.unaryInvert(thread, value)
                    : Arithmetic.unaryPositive(thread, value);
        }

        @Override
        void emit(Emitter emitter) {
            emitter.thread();
            operand.emit(emitter);
            emitter.at(pc);
            String method = opcode == UNARY_NEGATIVE
                    ? "unaryNegative"
                    : opcode == UNARY_INVERT ? "unaryInvert" : "unaryPositive";
            emitter.call(Arithmetic.class, method, PyObject.class, ThreadState.class, PyObject.class);
        }
    }
}
