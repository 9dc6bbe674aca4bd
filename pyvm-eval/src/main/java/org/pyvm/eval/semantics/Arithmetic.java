package org.pyvm.eval.semantics;

import org.pyvm.eval.semantics.fast.Floats;
import org.pyvm.eval.semantics.fast.Ints;
import org.pyvm.eval.semantics.fast.Items;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.BinaryOperator;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PySmallInt;

/** Operators. Exact ints and floats are dealt with first, before the slots are asked. */
public final class Arithmetic {
    private Arithmetic() {}

    @Semantics("BINARY_ADD")
    public static PyObject binaryAdd(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.add(v, w);
        result = result != null ? result : Floats.add(v, w);
        return result != null ? result : Numbers.add(thread, v, w);
    }

    @Semantics("INPLACE_ADD")
    public static PyObject inPlaceAdd(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.add(v, w);
        result = result != null ? result : Floats.add(v, w);
        return result != null ? result : Numbers.inPlace(thread, BinaryOperator.ADD, v, w);
    }

    @Semantics("BINARY_SUBTRACT")
    public static PyObject binarySubtract(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.subtract(v, w);
        result = result != null ? result : Floats.subtract(v, w);
        return result != null ? result : Numbers.binary(thread, BinaryOperator.SUBTRACT, v, w);
    }

    @Semantics("INPLACE_SUBTRACT")
    public static PyObject inPlaceSubtract(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.subtract(v, w);
        result = result != null ? result : Floats.subtract(v, w);
        return result != null ? result : Numbers.inPlace(thread, BinaryOperator.SUBTRACT, v, w);
    }

    @Semantics("BINARY_MULTIPLY")
    public static PyObject binaryMultiply(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.multiply(v, w);
        result = result != null ? result : Floats.multiply(v, w);
        return result != null ? result : Numbers.multiply(thread, v, w);
    }

    @Semantics("INPLACE_MULTIPLY")
    public static PyObject inPlaceMultiply(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.multiply(v, w);
        result = result != null ? result : Floats.multiply(v, w);
        return result != null ? result : Numbers.inPlace(thread, BinaryOperator.MULTIPLY, v, w);
    }

    @Semantics("BINARY_MODULO")
    public static PyObject binaryModulo(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.modulo(v, w);
        result = result != null ? result : Floats.modulo(v, w);
        return result != null ? result : Numbers.binary(thread, BinaryOperator.REMAINDER, v, w);
    }

    @Semantics("INPLACE_MODULO")
    public static PyObject inPlaceModulo(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.modulo(v, w);
        result = result != null ? result : Floats.modulo(v, w);
        return result != null ? result : Numbers.inPlace(thread, BinaryOperator.REMAINDER, v, w);
    }

    @Semantics("BINARY_FLOOR_DIVIDE")
    public static PyObject binaryFloorDivide(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.floorDivide(v, w);
        return result != null ? result : Numbers.binary(thread, BinaryOperator.FLOOR_DIVIDE, v, w);
    }

    @Semantics("INPLACE_FLOOR_DIVIDE")
    public static PyObject inPlaceFloorDivide(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.floorDivide(v, w);
        return result != null ? result : Numbers.inPlace(thread, BinaryOperator.FLOOR_DIVIDE, v, w);
    }

    @Semantics("BINARY_TRUE_DIVIDE")
    public static PyObject binaryTrueDivide(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Floats.divide(v, w);
        return result != null ? result : Numbers.binary(thread, BinaryOperator.TRUE_DIVIDE, v, w);
    }

    @Semantics("INPLACE_TRUE_DIVIDE")
    public static PyObject inPlaceTrueDivide(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Floats.divide(v, w);
        return result != null ? result : Numbers.inPlace(thread, BinaryOperator.TRUE_DIVIDE, v, w);
    }

    @Semantics("BINARY_AND")
    public static PyObject binaryAnd(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.and(v, w);
        return result != null ? result : Numbers.binary(thread, BinaryOperator.AND, v, w);
    }

    @Semantics("INPLACE_AND")
    public static PyObject inPlaceAnd(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.and(v, w);
        return result != null ? result : Numbers.inPlace(thread, BinaryOperator.AND, v, w);
    }

    @Semantics("BINARY_OR")
    public static PyObject binaryOr(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.or(v, w);
        return result != null ? result : Numbers.binary(thread, BinaryOperator.OR, v, w);
    }

    @Semantics("INPLACE_OR")
    public static PyObject inPlaceOr(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.or(v, w);
        return result != null ? result : Numbers.inPlace(thread, BinaryOperator.OR, v, w);
    }

    @Semantics("BINARY_XOR")
    public static PyObject binaryXor(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.xor(v, w);
        return result != null ? result : Numbers.binary(thread, BinaryOperator.XOR, v, w);
    }

    @Semantics("INPLACE_XOR")
    public static PyObject inPlaceXor(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.xor(v, w);
        return result != null ? result : Numbers.inPlace(thread, BinaryOperator.XOR, v, w);
    }

    @Semantics("BINARY_RSHIFT")
    public static PyObject binaryRshift(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.shiftRight(v, w);
        return result != null ? result : Numbers.binary(thread, BinaryOperator.RSHIFT, v, w);
    }

    @Semantics("INPLACE_RSHIFT")
    public static PyObject inPlaceRshift(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.shiftRight(v, w);
        return result != null ? result : Numbers.inPlace(thread, BinaryOperator.RSHIFT, v, w);
    }

    @Semantics("BINARY_LSHIFT")
    public static PyObject binaryLshift(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.shiftLeft(v, w);
        return result != null ? result : Numbers.binary(thread, BinaryOperator.LSHIFT, v, w);
    }

    @Semantics("INPLACE_LSHIFT")
    public static PyObject inPlaceLshift(ThreadState thread, PyObject v, PyObject w) {
        PyObject result = Ints.shiftLeft(v, w);
        return result != null ? result : Numbers.inPlace(thread, BinaryOperator.LSHIFT, v, w);
    }

    @Semantics("BINARY_MATRIX_MULTIPLY")
    public static PyObject binaryMatrixMultiply(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.MATRIX_MULTIPLY, v, w);
    }

    @Semantics("INPLACE_MATRIX_MULTIPLY")
    public static PyObject inPlaceMatrixMultiply(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.MATRIX_MULTIPLY, v, w);
    }

    @Semantics("BINARY_POWER")
    public static PyObject binaryPower(ThreadState thread, PyObject v, PyObject w) {
        if (v.getClass() == PyFloat.class && w.getClass() == PySmallInt.class && ((PySmallInt) w).value() == 2) {
            double square = ((PyFloat) v).value() * ((PyFloat) v).value();
            if (Double.isFinite(square)) {
                return PyFloat.of(square);
            }
        }
        return Numbers.power(thread, v, w, Singletons.NONE);
    }

    @Semantics("INPLACE_POWER")
    public static PyObject inPlacePower(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlacePower(thread, v, w);
    }

    @Semantics("UNARY_NEGATIVE")
    public static PyObject unaryNegative(ThreadState thread, PyObject v) {
        return Numbers.negative(thread, v);
    }

    @Semantics("UNARY_POSITIVE")
    public static PyObject unaryPositive(ThreadState thread, PyObject v) {
        return Numbers.positive(thread, v);
    }

    @Semantics("UNARY_INVERT")
    public static PyObject unaryInvert(ThreadState thread, PyObject v) {
        return Numbers.invert(thread, v);
    }

    @Semantics("UNARY_NOT")
    public static PyObject unaryNot(ThreadState thread, PyObject v) {
        return PyBool.of(!Objects.isTrue(thread, v));
    }

    /** @param op the instruction's argument: 0 to 5 a rich comparison, then in, not in, is, is not, exception match */
    @Semantics("COMPARE_OP")
    public static PyObject compareOp(ThreadState thread, PyObject v, PyObject w, int op) {
        if (op < 6) {
            if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
                return PyBool.of(compare(((PySmallInt) v).value(), ((PySmallInt) w).value(), op));
            }
            if (v.getClass() == PyFloat.class && w.getClass() == PyFloat.class) {
                return PyBool.of(compare(((PyFloat) v).value(), ((PyFloat) w).value(), op));
            }
            return Comparisons.compare(thread, v, w, COMPARISONS[op]);
        }
        return PyBool.of(test(thread, v, w, op));
    }

    /** The truth of {@link #compareOp}. */
    public static boolean compareTest(ThreadState thread, PyObject v, PyObject w, int op) {
        if (op < 6) {
            if (v.getClass() == PySmallInt.class && w.getClass() == PySmallInt.class) {
                return compare(((PySmallInt) v).value(), ((PySmallInt) w).value(), op);
            }
            if (v.getClass() == PyFloat.class && w.getClass() == PyFloat.class) {
                return compare(((PyFloat) v).value(), ((PyFloat) w).value(), op);
            }
            PyObject answer = Comparisons.compare(thread, v, w, COMPARISONS[op]);
            return answer == Singletons.TRUE || answer != Singletons.FALSE && Objects.isTrue(thread, answer);
        }
        return test(thread, v, w, op);
    }

    private static final Comparison[] COMPARISONS = Comparison.values();

    /** Compares by one of the first six operators of COMPARE_OP. */
    public static boolean compare(long a, long b, int op) {
        return switch (op) {
            case 0 -> a < b;
            case 1 -> a <= b;
            case 2 -> a == b;
            case 3 -> a != b;
            case 4 -> a > b;
            default -> a >= b;
        };
    }

    /** As above. */
    public static boolean compare(double a, double b, int op) {
        return switch (op) {
            case 0 -> a < b;
            case 1 -> a <= b;
            case 2 -> a == b;
            case 3 -> a != b;
            case 4 -> a > b;
            default -> a >= b;
        };
    }

    private static boolean test(ThreadState thread, PyObject v, PyObject w, int op) {
        return switch (op) {
            case 6 -> Sequences.contains(thread, w, v);
            case 7 -> !Sequences.contains(thread, w, v);
            case 8 -> v == w;
            case 9 -> v != w;
            case 10 -> org.pyvm.eval.Raising.matches(thread, v, w);
            default -> throw new IllegalStateException("comparison " + op);
        };
    }

    @Semantics("BINARY_SUBSCR")
    public static PyObject binarySubscr(ThreadState thread, PyObject container, PyObject key) {
        PyObject item = key.getClass() == PySmallInt.class
                ? itemAt(container, ((PySmallInt) key).value())
                : Items.ofDict(container, key);
        return item != null ? item : Objects.getItem(thread, container, key);
    }

    /** The item of a list or tuple; null for other objects and beyond the ends. */
    public static PyObject itemAt(PyObject container, long index) {
        return container.getClass() == PyList.class ? Items.ofList(container, index) : Items.ofTuple(container, index);
    }

    @Semantics("STORE_SUBSCR")
    public static void storeSubscr(ThreadState thread, PyObject value, PyObject container, PyObject key) {
        if (!Items.setOfList(value, container, key)) {
            Objects.setItem(thread, container, key, value);
        }
    }
}
