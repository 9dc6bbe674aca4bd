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
    private final EnumSet<Slot> filled;

    public Slots() {
        filled = EnumSet.noneOf(Slot.class);
        fill(filled);
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
        return filled.contains(slot);
    }

    /** The filled slots; {@link ClassSlots} changes its own when a class gains or loses a special method. */
    protected final Set<Slot> filled() {
        return filled;
    }

    /** {@code tp_hash}: any 64-bit value but -1. */
    public long hash(ThreadState thread, PyObject self) {
        return ObjectDefaults.identityHash(thread, self);
    }

    /** {@code tp_repr}. */
    public PyObject repr(ThreadState thread, PyObject self) {
        return ObjectDefaults.repr(thread, self);
    }

    /** {@code tp_str}. */
    public PyObject str(ThreadState thread, PyObject self) {
        return self.type().slots().repr(thread, self);
    }

    /**
     * {@code tp_call}. {@code args} holds the positional arguments, then the values of the keyword arguments whose names
     * are in {@code names} (null when there are none). The callee must not change or keep {@code args}.
     */
    public PyObject call(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        throw PyErr.typeError("'%T' object is not callable", self);
    }

    /** {@code tp_call} with no argument. */
    public PyObject call(ThreadState thread, PyObject self) {
        return call(thread, self, Calls.NO_ARGS, null);
    }

    /** {@code tp_call} with one positional argument. */
    public PyObject call(ThreadState thread, PyObject self, PyObject a) {
        return call(thread, self, new PyObject[] {a}, null);
    }

    /** {@code tp_call} with two positional arguments. */
    public PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b) {
        return call(thread, self, new PyObject[] {a, b}, null);
    }

    /** {@code tp_call} with three positional arguments. */
    public PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b, PyObject c) {
        return call(thread, self, new PyObject[] {a, b, c}, null);
    }

    /** {@code tp_getattro}. @throws PyErr AttributeError when there is none */
    public PyObject getAttribute(ThreadState thread, PyObject self, PyStr name) {
        PyObject value = Attributes.genericGetOrNull(thread, self, name);
        if (value == null) {
            throw Attributes.noAttribute(self, name);
        }
        return value;
    }

    /** As {@link #getAttribute}, with null in place of an AttributeError. */
    public PyObject getAttributeOrNull(ThreadState thread, PyObject self, PyStr name) {
        return Attributes.genericGetOrNull(thread, self, name);
    }

    /** {@code tp_setattro}; a null value deletes. */
    public void setAttribute(ThreadState thread, PyObject self, PyStr name, PyObject value) {
        Attributes.genericSet(thread, self, name, value);
    }

    /** {@code tp_richcompare}: any object, or NotImplemented. */
    public PyObject richCompare(ThreadState thread, PyObject self, PyObject other, Comparison op) {
        return ObjectDefaults.richCompare(thread, self, other, op);
    }

    /** {@code tp_descr_set}; a null value deletes. */
    public void descrSet(ThreadState thread, PyObject self, PyObject object, PyObject value) {
        throw new IllegalStateException("empty slot");
    }

    /** {@code tp_init}. */
    public void init(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        ObjectDefaults.init(self, args, names);
    }

    /** {@code tp_new}: makes an instance of {@code cls}, which is the slots' own type or a subtype. */
    public PyObject newInstance(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        return ObjectDefaults.newInstance(thread, cls, args, names);
    }

    /** {@code tp_finalize}. */
    public void finalizeObject(ThreadState thread, PyObject self) {
        throw new IllegalStateException("empty slot");
    }

    /** {@code nb_bool}. */
    public boolean isTrue(ThreadState thread, PyObject self) {
        throw new IllegalStateException("empty slot");
    }

    /** {@code sq_length} and {@code mp_length}; -1 when empty. */
    public int length(ThreadState thread, PyObject self) {
        return -1;
    }

    /** The length as Python sees it: differs from {@link #length} for lengths beyond an int, such as a range's. */
    public PyObject longLength(ThreadState thread, PyObject self) {
        return PyInt.of(length(thread, self));
    }

    /** {@code sq_ass_item}; a null value deletes. */
    public void setItem(ThreadState thread, PyObject self, long index, PyObject value) {
        throw new IllegalStateException("empty slot");
    }

    /** {@code sq_contains}. */
    public boolean contains(ThreadState thread, PyObject self, PyObject value) {
        throw new IllegalStateException("empty slot");
    }

    /** {@code mp_ass_subscript}; a null value deletes. */
    public void setSubscript(ThreadState thread, PyObject self, PyObject key, PyObject value) {
        throw new IllegalStateException("empty slot");
    }

    /** {@code tp_iter}. */
    public PyObject iter(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code tp_iternext}: the next item, or null when exhausted. */
    public PyObject next(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code tp_descr_get}; {@code object} is null when the attribute is read from the type. */
    public PyObject descrGet(ThreadState thread, PyObject self, PyObject object, PyType owner) {
        return self;
    }

    /** {@code nb_add}. */
    public PyObject add(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_subtract}. */
    public PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_multiply}. */
    public PyObject multiply(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_remainder}. */
    public PyObject remainder(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_divmod}. */
    public PyObject divmod(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_power}; {@code modulus} is None for two operands. */
    public PyObject power(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_negative}. */
    public PyObject negative(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_positive}. */
    public PyObject positive(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_absolute}. */
    public PyObject absolute(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_invert}. */
    public PyObject invert(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_lshift}. */
    public PyObject lshift(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_rshift}. */
    public PyObject rshift(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_and}. */
    public PyObject and(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_xor}. */
    public PyObject xor(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_or}. */
    public PyObject or(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_int}. */
    public PyObject toInt(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_float}. */
    public PyObject toFloat(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_inplace_add}. */
    public PyObject inPlaceAdd(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_subtract}. */
    public PyObject inPlaceSubtract(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_multiply}. */
    public PyObject inPlaceMultiply(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_remainder}. */
    public PyObject inPlaceRemainder(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_power}. */
    public PyObject inPlacePower(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_lshift}. */
    public PyObject inPlaceLshift(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_rshift}. */
    public PyObject inPlaceRshift(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_and}. */
    public PyObject inPlaceAnd(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_xor}. */
    public PyObject inPlaceXor(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_or}. */
    public PyObject inPlaceOr(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_floor_divide}. */
    public PyObject floorDivide(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_true_divide}. */
    public PyObject trueDivide(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_floor_divide}. */
    public PyObject inPlaceFloorDivide(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_true_divide}. */
    public PyObject inPlaceTrueDivide(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_index}. */
    public PyObject index(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code nb_matrix_multiply}. */
    public PyObject matrixMultiply(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code nb_inplace_matrix_multiply}. */
    public PyObject inPlaceMatrixMultiply(ThreadState thread, PyObject v, PyObject w) {
        return Singletons.NOT_IMPLEMENTED;
    }

    /** {@code sq_concat}. */
    public PyObject concat(ThreadState thread, PyObject self, PyObject other) {
        return null;
    }

    /** {@code sq_repeat}. */
    public PyObject repeat(ThreadState thread, PyObject self, long count) {
        return null;
    }

    /** {@code sq_item}. */
    public PyObject item(ThreadState thread, PyObject self, long index) {
        return null;
    }

    /** {@code sq_inplace_concat}. */
    public PyObject inPlaceConcat(ThreadState thread, PyObject self, PyObject other) {
        return null;
    }

    /** {@code sq_inplace_repeat}. */
    public PyObject inPlaceRepeat(ThreadState thread, PyObject self, long count) {
        return null;
    }

    /** {@code mp_subscript}. */
    public PyObject subscript(ThreadState thread, PyObject self, PyObject key) {
        return null;
    }

    /** {@code am_await}. */
    public PyObject await(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code am_aiter}. */
    public PyObject aiter(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code am_anext}. */
    public PyObject anext(ThreadState thread, PyObject self) {
        return null;
    }

    /** {@code am_send}: the value yielded, or null when finished; then {@link ThreadState#stopValue} holds the result. */
    public PyObject send(ThreadState thread, PyObject self, PyObject value) {
        return null;
    }

    /** {@code bf_getbuffer}. */
    public PyBuffer buffer(ThreadState thread, PyObject self, int flags) {
        return null;
    }
}
