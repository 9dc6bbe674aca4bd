package org.pyvm.objects;

import java.util.EnumSet;
import java.util.Set;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/**
 * The slots of one type: a virtual method each, which HotSpot can inline at a call site that sees few types. This class
 * is the slots of {@code object}; a built-in type overrides what it fills, {@link ClassSlots} serves classes.
 *
 * <p>A slot that a type leaves empty answers {@code NotImplemented} (binary operations) or null (others), or must not be
 * called unless {@link #has} (those of type {@code void}, {@code boolean} or {@code long}). The protocol classes turn
 * that into Python's errors; code elsewhere calls them and not the slots. Stateless for built-in types, which
 * interpreters share.
 */
public class Slots {
    private static final Set<Slot> OF_OBJECT = java.util.Collections.unmodifiableSet(EnumSet.of(
            Slot.TP_REPR,
            Slot.TP_HASH,
            Slot.TP_STR,
            Slot.TP_GETATTRO,
            Slot.TP_SETATTRO,
            Slot.TP_RICHCOMPARE,
            Slot.TP_INIT,
            Slot.TP_NEW));

    /** A bit for each slot by its place: there are as many as a long has bits. */
    private long filled;

    public Slots() {
        EnumSet<Slot> slots = EnumSet.noneOf(Slot.class);
        fill(slots);
        for (Slot slot : slots) {
            setFilled(slot, true);
        }
    }

    /** Adds the slots that this class fills; overriders call {@code super.fill} first. */
    protected void fill(Set<Slot> slots) {
        slots.add(Slot.TP_REPR);
        slots.add(Slot.TP_HASH);
        slots.add(Slot.TP_STR);
        slots.add(Slot.TP_GETATTRO);
        slots.add(Slot.TP_SETATTRO);
        slots.add(Slot.TP_RICHCOMPARE);
        slots.add(Slot.TP_INIT);
        slots.add(Slot.TP_NEW);
    }

    /** Says whether the type fills a slot. */
    public final boolean has(Slot slot) {
        return (filled >>> slot.ordinal() & 1) != 0;
    }

    /**
     * The slots that this class implements itself, beyond those it inherits: for these its type has special methods of
     * its own in its dictionary. The classes that the build writes override it; so must those that override slots of {@code object}.
     */
    public Set<Slot> declared() {
        Set<Slot> own = EnumSet.allOf(Slot.class);
        own.removeIf(slot -> !has(slot) || OF_OBJECT.contains(slot));
        return own;
    }

    /** Says anew whether a slot is filled; {@link ClassSlots} does when a class gains or loses a special method. */
    protected final void setFilled(Slot slot, boolean isFilled) {
        long bit = 1L << slot.ordinal();
        filled = isFilled ? filled | bit : filled & ~bit;
    }

    /** {@code tp_hash}: any 64-bit value but -1. */
    @SlotMethod(Slot.TP_HASH)
    public long hash(ThreadState thread, PyObject self) {
        return Identity.hash(thread, self);
    }

    /** {@code tp_repr}. */
    @SlotMethod(Slot.TP_REPR)
    public PyObject repr(ThreadState thread, PyObject self) {
        return ObjectDefaults.repr(thread, self);
    }

    /** {@code tp_str}. */
    @SlotMethod(Slot.TP_STR)
    public PyObject str(ThreadState thread, PyObject self) {
        return self.type().slots().repr(thread, self);
    }

    /**
     * {@code tp_call}. {@code args} holds the positional arguments, then the values of the keyword arguments whose names
     * are in {@code names} (null when there are none). The callee must not change or keep {@code args}.
     */
    @SlotMethod(Slot.TP_CALL)
    public PyObject call(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        throw PyErr.typeError("'%T' object is not callable", self);
    }

    /** {@code tp_call} with no argument. */
    @SlotMethod(Slot.TP_CALL)
    public PyObject call(ThreadState thread, PyObject self) {
        return call(thread, self, Calls.NO_ARGS, null);
    }

    /** {@code tp_call} with one positional argument. */
    @SlotMethod(Slot.TP_CALL)
    public PyObject call(ThreadState thread, PyObject self, PyObject a) {
        return call(thread, self, new PyObject[] {a}, null);
    }

    /** {@code tp_call} with two positional arguments. */
    @SlotMethod(Slot.TP_CALL)
    public PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b) {
        return call(thread, self, new PyObject[] {a, b}, null);
    }

    /** {@code tp_call} with three positional arguments. */
    @SlotMethod(Slot.TP_CALL)
    public PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b, PyObject c) {
        return call(thread, self, new PyObject[] {a, b, c}, null);
    }

    /** {@code tp_getattro}. @throws PyErr AttributeError when there is none */
    @SlotMethod(Slot.TP_GETATTRO)
    public PyObject getAttribute(ThreadState thread, PyObject self, PyStr name) {
        PyObject value = Attributes.genericFind(thread, self, name);
        if (value == null) {
            throw Attributes.noAttribute(self, name);
        }
        return value;
    }

    /** As {@link #getAttribute}, with null in place of an AttributeError. */
    @SlotMethod(value = Slot.TP_GETATTRO, orNull = true)
    public PyObject getAttributeOrNull(ThreadState thread, PyObject self, PyStr name) {
        return Attributes.genericGetOrNull(thread, self, name);
    }

    /** {@code tp_setattro}; a null value deletes. */
    @SlotMethod(Slot.TP_SETATTRO)
    public void setAttribute(ThreadState thread, PyObject self, PyStr name, PyObject value) {
        Attributes.genericSet(thread, self, name, value);
    }

    /** {@code tp_richcompare}: any object, or NotImplemented. */
    @SlotMethod(Slot.TP_RICHCOMPARE)
    public PyObject richCompare(ThreadState thread, PyObject self, PyObject other, Comparison op) {
        return ObjectDefaults.richCompare(thread, self, other, op);
    }

    /** {@code tp_descr_set}; a null value deletes. */
    @SlotMethod(Slot.TP_DESCR_SET)
    public void descrSet(ThreadState thread, PyObject self, PyObject object, PyObject value) {
        throw new IllegalStateException("empty slot");
    }

    /** {@code tp_init}. */
    @SlotMethod(Slot.TP_INIT)
    public void init(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        ObjectDefaults.init(self, args, names);
    }

    /** {@code tp_new}: makes an instance of {@code cls}, which is the slots' own type or a subtype. */
    @SlotMethod(Slot.TP_NEW)
    public PyObject newInstance(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        return ObjectDefaults.newInstance(thread, cls, args, names);
    }

    /** {@code tp_finalize}. */
    @SlotMethod(Slot.TP_FINALIZE)
    public void finalizeObject(ThreadState thread, PyObject self) {
        throw new IllegalStateException("empty slot");
    }

    /** {@code nb_bool}. */
    @SlotMethod(Slot.NB_BOOL)
    public boolean isTrue(ThreadState thread, PyObject self) {
        throw new IllegalStateException("empty slot");
    }

    /** {@code sq_length} and {@code mp_length}; -1 when empty. */
    @SlotMethod(Slot.SQ_LENGTH)
    public int length(ThreadState thread, PyObject self) {
        return -1;
    }

    /** The length as Python sees it: differs from {@link #length} for lengths beyond an int, such as a range's. */
    @SlotMethod(Slot.SQ_LENGTH)
    public PyObject longLength(ThreadState thread, PyObject self) {
        return PyInt.of(length(thread, self));
    }

    /** {@code sq_ass_item}; a null value deletes. */
    @SlotMethod(Slot.SQ_ASS_ITEM)
    public void setItem(ThreadState thread, PyObject self, long index, PyObject value) {
        throw new IllegalStateException("empty slot");
    }

    /** {@code sq_contains}. */
    @SlotMethod(Slot.SQ_CONTAINS)
    public boolean contains(ThreadState thread, PyObject self, PyObject value) {
        throw new IllegalStateException("empty slot");
    }

    /** {@code mp_ass_subscript}; a null value deletes. */
    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    public void setSubscript(ThreadState thread, PyObject self, PyObject key, PyObject value) {
        throw new IllegalStateException("empty slot");
    }

    /** {@code tp_iter}. */
    @SlotMethod(Slot.TP_ITER)
    public PyObject iter(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code tp_iternext}: the next item, or null when exhausted. */
    @SlotMethod(Slot.TP_ITERNEXT)
    public PyObject next(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code tp_descr_get}; {@code object} is null when the attribute is read from the type. */
    @SlotMethod(Slot.TP_DESCR_GET)
    public PyObject descrGet(ThreadState thread, PyObject self, PyObject object, PyType owner) {
        return self;
    }

    /** {@code nb_add}. */
    @SlotMethod(Slot.NB_ADD)
    public PyObject add(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_subtract}. */
    @SlotMethod(Slot.NB_SUBTRACT)
    public PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_multiply}. */
    @SlotMethod(Slot.NB_MULTIPLY)
    public PyObject multiply(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_remainder}. */
    @SlotMethod(Slot.NB_REMAINDER)
    public PyObject remainder(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_divmod}. */
    @SlotMethod(Slot.NB_DIVMOD)
    public PyObject divmod(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_power}; {@code modulus} is None for two operands. */
    @SlotMethod(Slot.NB_POWER)
    public PyObject power(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_negative}. */
    @SlotMethod(Slot.NB_NEGATIVE)
    public PyObject negative(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_positive}. */
    @SlotMethod(Slot.NB_POSITIVE)
    public PyObject positive(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_absolute}. */
    @SlotMethod(Slot.NB_ABSOLUTE)
    public PyObject absolute(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_invert}. */
    @SlotMethod(Slot.NB_INVERT)
    public PyObject invert(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_lshift}. */
    @SlotMethod(Slot.NB_LSHIFT)
    public PyObject lshift(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_rshift}. */
    @SlotMethod(Slot.NB_RSHIFT)
    public PyObject rshift(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_and}. */
    @SlotMethod(Slot.NB_AND)
    public PyObject and(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_xor}. */
    @SlotMethod(Slot.NB_XOR)
    public PyObject xor(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_or}. */
    @SlotMethod(Slot.NB_OR)
    public PyObject or(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_int}. */
    @SlotMethod(Slot.NB_INT)
    public PyObject toInt(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_float}. */
    @SlotMethod(Slot.NB_FLOAT)
    public PyObject toFloat(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_inplace_add}. */
    @SlotMethod(Slot.NB_INPLACE_ADD)
    public PyObject inPlaceAdd(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_subtract}. */
    @SlotMethod(Slot.NB_INPLACE_SUBTRACT)
    public PyObject inPlaceSubtract(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_multiply}. */
    @SlotMethod(Slot.NB_INPLACE_MULTIPLY)
    public PyObject inPlaceMultiply(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_remainder}. */
    @SlotMethod(Slot.NB_INPLACE_REMAINDER)
    public PyObject inPlaceRemainder(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_power}. */
    @SlotMethod(Slot.NB_INPLACE_POWER)
    public PyObject inPlacePower(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_lshift}. */
    @SlotMethod(Slot.NB_INPLACE_LSHIFT)
    public PyObject inPlaceLshift(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_rshift}. */
    @SlotMethod(Slot.NB_INPLACE_RSHIFT)
    public PyObject inPlaceRshift(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_and}. */
    @SlotMethod(Slot.NB_INPLACE_AND)
    public PyObject inPlaceAnd(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_xor}. */
    @SlotMethod(Slot.NB_INPLACE_XOR)
    public PyObject inPlaceXor(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_or}. */
    @SlotMethod(Slot.NB_INPLACE_OR)
    public PyObject inPlaceOr(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_floor_divide}. */
    @SlotMethod(Slot.NB_FLOOR_DIVIDE)
    public PyObject floorDivide(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_true_divide}. */
    @SlotMethod(Slot.NB_TRUE_DIVIDE)
    public PyObject trueDivide(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_floor_divide}. */
    @SlotMethod(Slot.NB_INPLACE_FLOOR_DIVIDE)
    public PyObject inPlaceFloorDivide(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_true_divide}. */
    @SlotMethod(Slot.NB_INPLACE_TRUE_DIVIDE)
    public PyObject inPlaceTrueDivide(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_index}. */
    @SlotMethod(Slot.NB_INDEX)
    public PyObject index(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_matrix_multiply}. */
    @SlotMethod(Slot.NB_MATRIX_MULTIPLY)
    public PyObject matrixMultiply(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_matrix_multiply}. */
    @SlotMethod(Slot.NB_INPLACE_MATRIX_MULTIPLY)
    public PyObject inPlaceMatrixMultiply(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code sq_concat}. */
    @SlotMethod(Slot.SQ_CONCAT)
    public PyObject concat(ThreadState thread, PyObject self, PyObject other) {
        return null;
    }

    /** {@code sq_repeat}. */
    @SlotMethod(Slot.SQ_REPEAT)
    public PyObject repeat(ThreadState thread, PyObject self, long count) {
        return null;
    }

    /** {@code sq_item}. */
    @SlotMethod(Slot.SQ_ITEM)
    public PyObject item(ThreadState thread, PyObject self, long index) {
        return null;
    }

    /** {@code sq_inplace_concat}. */
    @SlotMethod(Slot.SQ_INPLACE_CONCAT)
    public PyObject inPlaceConcat(ThreadState thread, PyObject self, PyObject other) {
        return null;
    }

    /** {@code sq_inplace_repeat}. */
    @SlotMethod(Slot.SQ_INPLACE_REPEAT)
    public PyObject inPlaceRepeat(ThreadState thread, PyObject self, long count) {
        return null;
    }

    /** {@code mp_subscript}. */
    @SlotMethod(Slot.MP_SUBSCRIPT)
    public PyObject subscript(ThreadState thread, PyObject self, PyObject key) {
        return null;
    }

    /** {@code am_await}. */
    @SlotMethod(Slot.AM_AWAIT)
    public PyObject await(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code am_aiter}. */
    @SlotMethod(Slot.AM_AITER)
    public PyObject aiter(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code am_anext}. */
    @SlotMethod(Slot.AM_ANEXT)
    public PyObject anext(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code am_send}: the value yielded, or null when finished; then {@link ThreadState#stopValue} holds the result. */
    @SlotMethod(Slot.AM_SEND)
    public PyObject send(ThreadState thread, PyObject self, PyObject value) {
        return null;
    }

    /** {@code bf_getbuffer}. */
    @SlotMethod(Slot.BF_GETBUFFER)
    public PyBuffer buffer(ThreadState thread, PyObject self, int flags) {
        return null;
    }
}
