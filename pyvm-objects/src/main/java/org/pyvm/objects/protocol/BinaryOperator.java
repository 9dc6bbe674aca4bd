package org.pyvm.objects.protocol;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;

/** The binary operators that have a number slot, with their in-place forms; power has its own code, taking three. */
public enum BinaryOperator {
    ADD("+", Slot.NB_ADD, Slot.NB_INPLACE_ADD, Slots::add, Slots::inPlaceAdd),
    SUBTRACT("-", Slot.NB_SUBTRACT, Slot.NB_INPLACE_SUBTRACT, Slots::subtract, Slots::inPlaceSubtract),
    MULTIPLY("*", Slot.NB_MULTIPLY, Slot.NB_INPLACE_MULTIPLY, Slots::multiply, Slots::inPlaceMultiply),
    REMAINDER("%", Slot.NB_REMAINDER, Slot.NB_INPLACE_REMAINDER, Slots::remainder, Slots::inPlaceRemainder),
    DIVMOD("divmod()", Slot.NB_DIVMOD, null, Slots::divmod, null),
    LSHIFT("<<", Slot.NB_LSHIFT, Slot.NB_INPLACE_LSHIFT, Slots::lshift, Slots::inPlaceLshift),
    RSHIFT(">>", Slot.NB_RSHIFT, Slot.NB_INPLACE_RSHIFT, Slots::rshift, Slots::inPlaceRshift),
    AND("&", Slot.NB_AND, Slot.NB_INPLACE_AND, Slots::and, Slots::inPlaceAnd),
    XOR("^", Slot.NB_XOR, Slot.NB_INPLACE_XOR, Slots::xor, Slots::inPlaceXor),
    OR("|", Slot.NB_OR, Slot.NB_INPLACE_OR, Slots::or, Slots::inPlaceOr),
    FLOOR_DIVIDE(
            "//", Slot.NB_FLOOR_DIVIDE, Slot.NB_INPLACE_FLOOR_DIVIDE, Slots::floorDivide, Slots::inPlaceFloorDivide),
    TRUE_DIVIDE("/", Slot.NB_TRUE_DIVIDE, Slot.NB_INPLACE_TRUE_DIVIDE, Slots::trueDivide, Slots::inPlaceTrueDivide),
    MATRIX_MULTIPLY(
            "@",
            Slot.NB_MATRIX_MULTIPLY,
            Slot.NB_INPLACE_MATRIX_MULTIPLY,
            Slots::matrixMultiply,
            Slots::inPlaceMatrixMultiply);

    /** One slot as a function. */
    @FunctionalInterface
    interface Function {
        PyObject apply(Slots slots, ThreadState thread, PyObject v, PyObject w);
    }

    private final String symbol;
    private final Slot slot;
    private final Slot inPlaceSlot;
    private final Function function;
    private final Function inPlaceFunction;

    BinaryOperator(String symbol, Slot slot, Slot inPlaceSlot, Function function, Function inPlaceFunction) {
        this.symbol = symbol;
        this.slot = slot;
        this.inPlaceSlot = inPlaceSlot;
        this.function = function;
        this.inPlaceFunction = inPlaceFunction;
    }

    /** As error texts show it. */
    public String symbol() {
        return symbol;
    }

    public Slot slot() {
        return slot;
    }

    /** Null for divmod. */
    public Slot inPlaceSlot() {
        return inPlaceSlot;
    }

    PyObject apply(Slots slots, ThreadState thread, PyObject v, PyObject w) {
        return function.apply(slots, thread, v, w);
    }

    PyObject applyInPlace(Slots slots, ThreadState thread, PyObject v, PyObject w) {
        return inPlaceFunction.apply(slots, thread, v, w);
    }
}
