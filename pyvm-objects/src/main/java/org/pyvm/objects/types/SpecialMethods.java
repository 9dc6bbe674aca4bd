package org.pyvm.objects.types;

import static org.pyvm.objects.types.SpecialMethodForms.attributeName;
import static org.pyvm.objects.types.SpecialMethodForms.index;
import static org.pyvm.objects.types.SpecialMethodForms.number;

import java.util.List;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.SpecialMethodForms.Binary;
import org.pyvm.objects.types.SpecialMethodForms.Call;
import org.pyvm.objects.types.SpecialMethodForms.Compare;
import org.pyvm.objects.types.SpecialMethodForms.Delete;
import org.pyvm.objects.types.SpecialMethodForms.DescriptorGet;
import org.pyvm.objects.types.SpecialMethodForms.Power;
import org.pyvm.objects.types.SpecialMethodForms.Store;
import org.pyvm.objects.types.SpecialMethodForms.Unary;

/**
 * The special methods by which Python code calls slots, in the order in which types have them. Where two slots have a method
 * of one name ({@code mp_subscript} and {@code sq_item}) the first that a type fills counts.
 */
final class SpecialMethods {
    static final List<SpecialMethod> ALL = List.of(
            new Unary("__repr__", Slot.TP_REPR, Slots::repr),
            new Unary("__hash__", Slot.TP_HASH, (slots, thread, self) -> PyInt.of(slots.hash(thread, self))),
            new Call("__call__", Slot.TP_CALL),
            new Unary("__str__", Slot.TP_STR, Slots::str),
            new Binary(
                    "__getattribute__",
                    Slot.TP_GETATTRO,
                    "($self, name, /)",
                    false,
                    (slots, thread, self, name) -> slots.getAttribute(thread, self, attributeName(name))),
            new Store("__setattr__", Slot.TP_SETATTRO, "($self, name, value, /)"),
            new Delete("__delattr__", Slot.TP_SETATTRO, "($self, name, /)"),
            new Compare(Comparison.LT),
            new Compare(Comparison.LE),
            new Compare(Comparison.EQ),
            new Compare(Comparison.NE),
            new Compare(Comparison.GT),
            new Compare(Comparison.GE),
            new Unary("__iter__", Slot.TP_ITER, Slots::iter),
            new Unary("__next__", Slot.TP_ITERNEXT, SpecialMethods::next),
            new DescriptorGet(),
            new Store("__set__", Slot.TP_DESCR_SET, "($self, instance, value, /)"),
            new Delete("__delete__", Slot.TP_DESCR_SET, "($self, instance, /)"),
            new Call("__init__", Slot.TP_INIT),
            new Unary("__del__", Slot.TP_FINALIZE, SpecialMethods::finalizeObject),
            new Unary("__await__", Slot.AM_AWAIT, Slots::await),
            new Unary("__aiter__", Slot.AM_AITER, Slots::aiter),
            new Unary("__anext__", Slot.AM_ANEXT, Slots::anext),
            new Binary("__add__", Slot.NB_ADD, "($self, value, /)", false, Slots::add),
            new Binary("__radd__", Slot.NB_ADD, "($self, value, /)", true, Slots::add),
            new Binary("__sub__", Slot.NB_SUBTRACT, "($self, value, /)", false, Slots::subtract),
            new Binary("__rsub__", Slot.NB_SUBTRACT, "($self, value, /)", true, Slots::subtract),
            new Binary("__mul__", Slot.NB_MULTIPLY, "($self, value, /)", false, Slots::multiply),
            new Binary("__rmul__", Slot.NB_MULTIPLY, "($self, value, /)", true, Slots::multiply),
            new Binary("__mod__", Slot.NB_REMAINDER, "($self, value, /)", false, Slots::remainder),
            new Binary("__rmod__", Slot.NB_REMAINDER, "($self, value, /)", true, Slots::remainder),
            new Binary("__divmod__", Slot.NB_DIVMOD, "($self, value, /)", false, Slots::divmod),
            new Binary("__rdivmod__", Slot.NB_DIVMOD, "($self, value, /)", true, Slots::divmod),
            new Power("__pow__", false),
            new Power("__rpow__", true),
            new Unary("__neg__", Slot.NB_NEGATIVE, Slots::negative),
            new Unary("__pos__", Slot.NB_POSITIVE, Slots::positive),
            new Unary("__abs__", Slot.NB_ABSOLUTE, Slots::absolute),
            new Unary("__bool__", Slot.NB_BOOL, (slots, thread, self) -> PyBool.of(slots.isTrue(thread, self))),
            new Unary("__invert__", Slot.NB_INVERT, Slots::invert),
            new Binary("__lshift__", Slot.NB_LSHIFT, "($self, value, /)", false, Slots::lshift),
            new Binary("__rlshift__", Slot.NB_LSHIFT, "($self, value, /)", true, Slots::lshift),
            new Binary("__rshift__", Slot.NB_RSHIFT, "($self, value, /)", false, Slots::rshift),
            new Binary("__rrshift__", Slot.NB_RSHIFT, "($self, value, /)", true, Slots::rshift),
            new Binary("__and__", Slot.NB_AND, "($self, value, /)", false, Slots::and),
            new Binary("__rand__", Slot.NB_AND, "($self, value, /)", true, Slots::and),
            new Binary("__xor__", Slot.NB_XOR, "($self, value, /)", false, Slots::xor),
            new Binary("__rxor__", Slot.NB_XOR, "($self, value, /)", true, Slots::xor),
            new Binary("__or__", Slot.NB_OR, "($self, value, /)", false, Slots::or),
            new Binary("__ror__", Slot.NB_OR, "($self, value, /)", true, Slots::or),
            new Unary("__int__", Slot.NB_INT, Slots::toInt),
            new Unary("__float__", Slot.NB_FLOAT, Slots::toFloat),
            new Binary("__iadd__", Slot.NB_INPLACE_ADD, "($self, value, /)", false, Slots::inPlaceAdd),
            new Binary("__isub__", Slot.NB_INPLACE_SUBTRACT, "($self, value, /)", false, Slots::inPlaceSubtract),
            new Binary("__imul__", Slot.NB_INPLACE_MULTIPLY, "($self, value, /)", false, Slots::inPlaceMultiply),
            new Binary("__imod__", Slot.NB_INPLACE_REMAINDER, "($self, value, /)", false, Slots::inPlaceRemainder),
            new Binary("__ipow__", Slot.NB_INPLACE_POWER, "($self, value, /)", false, Slots::inPlacePower),
            new Binary("__ilshift__", Slot.NB_INPLACE_LSHIFT, "($self, value, /)", false, Slots::inPlaceLshift),
            new Binary("__irshift__", Slot.NB_INPLACE_RSHIFT, "($self, value, /)", false, Slots::inPlaceRshift),
            new Binary("__iand__", Slot.NB_INPLACE_AND, "($self, value, /)", false, Slots::inPlaceAnd),
            new Binary("__ixor__", Slot.NB_INPLACE_XOR, "($self, value, /)", false, Slots::inPlaceXor),
            new Binary("__ior__", Slot.NB_INPLACE_OR, "($self, value, /)", false, Slots::inPlaceOr),
            new Binary("__floordiv__", Slot.NB_FLOOR_DIVIDE, "($self, value, /)", false, Slots::floorDivide),
            new Binary("__rfloordiv__", Slot.NB_FLOOR_DIVIDE, "($self, value, /)", true, Slots::floorDivide),
            new Binary("__truediv__", Slot.NB_TRUE_DIVIDE, "($self, value, /)", false, Slots::trueDivide),
            new Binary("__rtruediv__", Slot.NB_TRUE_DIVIDE, "($self, value, /)", true, Slots::trueDivide),
            new Binary(
                    "__ifloordiv__",
                    Slot.NB_INPLACE_FLOOR_DIVIDE,
                    "($self, value, /)",
                    false,
                    Slots::inPlaceFloorDivide),
            new Binary(
                    "__itruediv__", Slot.NB_INPLACE_TRUE_DIVIDE, "($self, value, /)", false, Slots::inPlaceTrueDivide),
            new Unary("__index__", Slot.NB_INDEX, Slots::index),
            new Binary("__matmul__", Slot.NB_MATRIX_MULTIPLY, "($self, value, /)", false, Slots::matrixMultiply),
            new Binary("__rmatmul__", Slot.NB_MATRIX_MULTIPLY, "($self, value, /)", true, Slots::matrixMultiply),
            new Binary(
                    "__imatmul__",
                    Slot.NB_INPLACE_MATRIX_MULTIPLY,
                    "($self, value, /)",
                    false,
                    Slots::inPlaceMatrixMultiply),
            new Unary("__len__", Slot.SQ_LENGTH, Slots::longLength),
            new Binary("__getitem__", Slot.MP_SUBSCRIPT, "($self, key, /)", false, Slots::subscript),
            new Store("__setitem__", Slot.MP_ASS_SUBSCRIPT, "($self, key, value, /)"),
            new Delete("__delitem__", Slot.MP_ASS_SUBSCRIPT, "($self, key, /)"),
            new Binary("__add__", Slot.SQ_CONCAT, "($self, value, /)", false, Slots::concat),
            new Binary(
                    "__mul__",
                    Slot.SQ_REPEAT,
                    "($self, value, /)",
                    false,
                    (slots, thread, self, count) -> slots.repeat(thread, self, number(thread, count))),
            new Binary(
                    "__rmul__",
                    Slot.SQ_REPEAT,
                    "($self, value, /)",
                    false,
                    (slots, thread, self, count) -> slots.repeat(thread, self, number(thread, count))),
            new Binary(
                    "__getitem__",
                    Slot.SQ_ITEM,
                    "($self, key, /)",
                    false,
                    (slots, thread, self, key) -> slots.item(thread, self, index(thread, slots, self, key))),
            new Store("__setitem__", Slot.SQ_ASS_ITEM, "($self, key, value, /)"),
            new Delete("__delitem__", Slot.SQ_ASS_ITEM, "($self, key, /)"),
            new Binary(
                    "__contains__",
                    Slot.SQ_CONTAINS,
                    "($self, key, /)",
                    false,
                    (slots, thread, self, key) -> PyBool.of(slots.contains(thread, self, key))),
            new Binary("__iadd__", Slot.SQ_INPLACE_CONCAT, "($self, value, /)", false, Slots::inPlaceConcat),
            new Binary(
                    "__imul__",
                    Slot.SQ_INPLACE_REPEAT,
                    "($self, value, /)",
                    false,
                    (slots, thread, self, count) -> slots.inPlaceRepeat(thread, self, number(thread, count))));

    private SpecialMethods() {}

    /** {@code wrap_next}: where a slot answers null, a program sees StopIteration. */
    private static PyObject next(Slots slots, ThreadState thread, PyObject self) {
        if (slots.has(Slot.AM_SEND)) {
            PyObject item = slots.send(thread, self, Singletons.NONE);
            if (item == null) {
                throw PyErr.stopIteration(thread.stopValue);
            }
            return item;
        }
        PyObject item = slots.next(thread, self);
        if (item == null) {
            throw PyErr.stopIteration();
        }
        return item;
    }

    private static PyObject finalizeObject(Slots slots, ThreadState thread, PyObject self) {
        slots.finalizeObject(thread, self);
        return Singletons.NONE;
    }
}
