package org.pyvm.eval.strategy.adaptive;

import static org.pyvm.compiler.Opcodes.*;

import org.pyvm.eval.Frame;
import org.pyvm.eval.Instructions;
import org.pyvm.eval.semantics.Arithmetic;
import org.pyvm.eval.semantics.fast.Floats;
import org.pyvm.eval.semantics.fast.Ints;
import org.pyvm.eval.semantics.fast.Items;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PySmallInt;
import org.pyvm.objects.types.PyTuple;

/**
 * Operators of two operands. {@link Any} looks at the first operands and makes way for a class that is for one operator, and for
 * ints, floats, or a kind of container, as long as these come; each is a class of its own, so that HotSpot sees one kind of
 * work in its method.
 */
final class Operators {
    private Operators() {}

    abstract static class Binary extends ValueStep {
        final int opcode;
        final Operand left;
        final Operand right;
        private int misses;

        Binary(int opcode, Operand left, Operand right) {
            this.opcode = opcode;
            this.left = left;
            this.right = right;
        }

        Binary(Binary like) {
            this(like.opcode, like.left, like.right);
            misses = like.misses;
        }

        /** What to do when operands are not what was expected. */
        final PyObject missed(ThreadState thread, PyObject v, PyObject w) {
            if (++misses == PATIENCE) {
                replaceBy(general(this));
            }
            return Instructions.binary(thread, opcode, v, w);
        }
    }

    /** An operator that has not run yet. */
    static final class Any extends Binary {
        Any(int opcode, Operand left, Operand right) {
            super(opcode, left, right);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            replaceBy(special(this, v, w));
            frame.lastInstruction = offset;
            return done(thread, frame, slots, Instructions.binary(thread, opcode, v, w));
        }
    }

    private static Binary special(Binary of, PyObject v, PyObject w) {
        if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
            return ofInts(of);
        }
        if (v.getClass() == PyFloat.class && w.getClass() == PyFloat.class) {
            return ofFloats(of);
        }
        if (of.opcode == BINARY_SUBSCR) {
            if (v.getClass() == PyList.class && w.getClass() == PySmallInt.class) {
                return new ListItem(of);
            }
            if (v.getClass() == PyTuple.class && w.getClass() == PySmallInt.class) {
                return new TupleItem(of);
            }
            if (v.getClass() == PyDict.class) {
                return new DictItem(of);
            }
        }
        return general(of);
    }

    private static Binary ofInts(Binary of) {
        return switch (of.opcode) {
            case BINARY_ADD, INPLACE_ADD -> new AddInts(of);
            case BINARY_SUBTRACT, INPLACE_SUBTRACT -> new SubtractInts(of);
            case BINARY_MULTIPLY, INPLACE_MULTIPLY -> new MultiplyInts(of);
            case BINARY_MODULO, INPLACE_MODULO -> new ModuloInts(of);
            case BINARY_FLOOR_DIVIDE, INPLACE_FLOOR_DIVIDE -> new FloorDivideInts(of);
            case BINARY_AND, INPLACE_AND -> new AndInts(of);
            case BINARY_RSHIFT, INPLACE_RSHIFT -> new ShiftRightInts(of);
            default -> general(of);
        };
    }

    private static Binary ofFloats(Binary of) {
        return switch (of.opcode) {
            case BINARY_ADD, INPLACE_ADD -> new AddFloats(of);
            case BINARY_SUBTRACT, INPLACE_SUBTRACT -> new SubtractFloats(of);
            case BINARY_MULTIPLY, INPLACE_MULTIPLY -> new MultiplyFloats(of);
            case BINARY_TRUE_DIVIDE, INPLACE_TRUE_DIVIDE -> new DivideFloats(of);
            default -> general(of);
        };
    }

    private static Binary general(Binary of) {
        return switch (of.opcode) {
            case BINARY_ADD -> new AddAny(of);
            case INPLACE_ADD -> new AddInPlaceAny(of);
            case BINARY_SUBTRACT -> new SubtractAny(of);
            case BINARY_MULTIPLY -> new MultiplyAny(of);
            case BINARY_TRUE_DIVIDE -> new DivideAny(of);
            case BINARY_MODULO -> new ModuloAny(of);
            case BINARY_POWER -> new PowerAny(of);
            case BINARY_SUBSCR -> new ItemAny(of);
            default -> new OtherAny(of);
        };
    }

    private static final class AddInts extends Binary {
        AddInts(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Ints.add(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class SubtractInts extends Binary {
        SubtractInts(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Ints.subtract(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class MultiplyInts extends Binary {
        MultiplyInts(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Ints.multiply(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class ModuloInts extends Binary {
        ModuloInts(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Ints.modulo(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class FloorDivideInts extends Binary {
        FloorDivideInts(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Ints.floorDivide(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class AndInts extends Binary {
        AndInts(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Ints.and(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class ShiftRightInts extends Binary {
        ShiftRightInts(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Ints.shiftRight(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class AddFloats extends Binary {
        AddFloats(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Floats.add(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class SubtractFloats extends Binary {
        SubtractFloats(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Floats.subtract(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class MultiplyFloats extends Binary {
        MultiplyFloats(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Floats.multiply(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class DivideFloats extends Binary {
        DivideFloats(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Floats.divide(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class ListItem extends Binary {
        ListItem(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Items.ofList(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class TupleItem extends Binary {
        TupleItem(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Items.ofTuple(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class DictItem extends Binary {
        DictItem(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            PyObject result = Items.ofDict(v, w);
            return done(thread, frame, slots, result != null ? result : missed(thread, v, w));
        }
    }

    private static final class AddAny extends Binary {
        AddAny(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, Arithmetic.binaryAdd(thread, v, w));
        }
    }

    private static final class AddInPlaceAny extends Binary {
        AddInPlaceAny(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, Arithmetic.inPlaceAdd(thread, v, w));
        }
    }

    private static final class SubtractAny extends Binary {
        SubtractAny(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, Arithmetic.binarySubtract(thread, v, w));
        }
    }

    private static final class MultiplyAny extends Binary {
        MultiplyAny(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, Arithmetic.binaryMultiply(thread, v, w));
        }
    }

    private static final class DivideAny extends Binary {
        DivideAny(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, Arithmetic.binaryTrueDivide(thread, v, w));
        }
    }

    private static final class ModuloAny extends Binary {
        ModuloAny(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, Arithmetic.binaryModulo(thread, v, w));
        }
    }

    private static final class PowerAny extends Binary {
        PowerAny(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, Arithmetic.binaryPower(thread, v, w));
        }
    }

    private static final class ItemAny extends Binary {
        ItemAny(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, Arithmetic.binarySubscr(thread, v, w));
        }
    }

    private static final class OtherAny extends Binary {
        OtherAny(Binary like) {
            super(like);
        }

        @Override
        int run(ThreadState thread, Frame frame, PyObject[] slots) {
            PyObject v = left.get(frame, slots);
            PyObject w = right.get(frame, slots);
            frame.lastInstruction = offset;
            return done(thread, frame, slots, Instructions.binary(thread, opcode, v, w));
        }
    }
}
