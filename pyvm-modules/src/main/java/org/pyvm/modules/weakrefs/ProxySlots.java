package org.pyvm.modules.weakrefs;

import java.util.Set;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.BinaryOperator;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyStr;

/** The slots of weak proxies: every operation is done with the object behind. */
final class ProxySlots extends Slots {
    private final boolean callable;

    ProxySlots(boolean callable) {
        this.callable = callable;
        if (callable) {
            setFilled(Slot.TP_CALL, true);
        }
    }

    @Override
    protected void fill(Set<Slot> slots) {
        super.fill(slots);
        slots.add(Slot.NB_ADD);
        slots.add(Slot.NB_SUBTRACT);
        slots.add(Slot.NB_MULTIPLY);
        slots.add(Slot.NB_REMAINDER);
        slots.add(Slot.NB_DIVMOD);
        slots.add(Slot.NB_LSHIFT);
        slots.add(Slot.NB_RSHIFT);
        slots.add(Slot.NB_AND);
        slots.add(Slot.NB_XOR);
        slots.add(Slot.NB_OR);
        slots.add(Slot.NB_FLOOR_DIVIDE);
        slots.add(Slot.NB_TRUE_DIVIDE);
        slots.add(Slot.NB_MATRIX_MULTIPLY);
        slots.add(Slot.NB_INPLACE_ADD);
        slots.add(Slot.NB_INPLACE_SUBTRACT);
        slots.add(Slot.NB_INPLACE_MULTIPLY);
        slots.add(Slot.NB_INPLACE_REMAINDER);
        slots.add(Slot.NB_INPLACE_LSHIFT);
        slots.add(Slot.NB_INPLACE_RSHIFT);
        slots.add(Slot.NB_INPLACE_AND);
        slots.add(Slot.NB_INPLACE_XOR);
        slots.add(Slot.NB_INPLACE_OR);
        slots.add(Slot.NB_INPLACE_FLOOR_DIVIDE);
        slots.add(Slot.NB_INPLACE_TRUE_DIVIDE);
        slots.add(Slot.NB_INPLACE_MATRIX_MULTIPLY);
        slots.add(Slot.NB_POWER);
        slots.add(Slot.NB_NEGATIVE);
        slots.add(Slot.NB_POSITIVE);
        slots.add(Slot.NB_ABSOLUTE);
        slots.add(Slot.NB_BOOL);
        slots.add(Slot.NB_INVERT);
        slots.add(Slot.NB_INT);
        slots.add(Slot.NB_FLOAT);
        slots.add(Slot.NB_INDEX);
        slots.add(Slot.SQ_LENGTH);
        slots.add(Slot.SQ_CONTAINS);
        slots.add(Slot.MP_SUBSCRIPT);
        slots.add(Slot.MP_ASS_SUBSCRIPT);
        slots.add(Slot.TP_ITER);
        slots.add(Slot.TP_ITERNEXT);
    }

    private static PyObject of(PyObject object) {
        return object instanceof PyWeakProxy proxy ? proxy.object() : object;
    }

    @Override
    public PyObject call(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        return callable ? Calls.call(thread, of(self), args, names) : super.call(thread, self, args, names);
    }

    @Override
    public PyObject getAttribute(ThreadState thread, PyObject self, PyStr name) {
        return Attributes.get(thread, of(self), name);
    }

    @Override
    public PyObject getAttributeOrNull(ThreadState thread, PyObject self, PyStr name) {
        return Attributes.getOrNull(thread, of(self), name);
    }

    @Override
    public void setAttribute(ThreadState thread, PyObject self, PyStr name, PyObject value) {
        PyObject object = of(self);
        object.type().slots().setAttribute(thread, object, name, value);
    }

    @Override
    public PyObject repr(ThreadState thread, PyObject self) {
        PyObject object = of(self);
        return PyStr.of("<weakproxy at " + Identity.address(self) + " to "
                + object.type().name() + " at " + Identity.address(object) + ">");
    }

    @Override
    public PyObject str(ThreadState thread, PyObject self) {
        return Objects.str(thread, of(self));
    }

    @Override
    public long hash(ThreadState thread, PyObject self) {
        throw PyErr.typeError("unhashable type: '%T'", self);
    }

    @Override
    public PyObject richCompare(ThreadState thread, PyObject self, PyObject other, Comparison op) {
        return Comparisons.compare(thread, of(self), of(other), op);
    }

    @Override
    public boolean isTrue(ThreadState thread, PyObject self) {
        return Objects.isTrue(thread, of(self));
    }

    @Override
    public int length(ThreadState thread, PyObject self) {
        return Objects.length(thread, of(self));
    }

    @Override
    public boolean contains(ThreadState thread, PyObject self, PyObject value) {
        return Sequences.contains(thread, of(self), value);
    }

    @Override
    public PyObject subscript(ThreadState thread, PyObject self, PyObject key) {
        return Objects.getItem(thread, of(self), key);
    }

    @Override
    public void setSubscript(ThreadState thread, PyObject self, PyObject key, PyObject value) {
        if (value == null) {
            Objects.deleteItem(thread, of(self), key);
        } else {
            Objects.setItem(thread, of(self), key, value);
        }
    }

    @Override
    public PyObject iter(ThreadState thread, PyObject self) {
        return Iterators.iter(thread, of(self));
    }

    @Override
    public PyObject next(ThreadState thread, PyObject self) {
        PyObject object = of(self);
        if (!Iterators.isIterator(object)) {
            throw PyErr.typeError("Weakref proxy referenced a non-iterator '%T' object", object);
        }
        return Iterators.next(thread, object);
    }

    @Override
    public PyObject power(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        return Numbers.power(thread, of(v), of(w), of(modulus));
    }

    @Override
    public PyObject negative(ThreadState thread, PyObject self) {
        return Numbers.negative(thread, of(self));
    }

    @Override
    public PyObject positive(ThreadState thread, PyObject self) {
        return Numbers.positive(thread, of(self));
    }

    @Override
    public PyObject absolute(ThreadState thread, PyObject self) {
        return Numbers.absolute(thread, of(self));
    }

    @Override
    public PyObject invert(ThreadState thread, PyObject self) {
        return Numbers.invert(thread, of(self));
    }

    @Override
    public PyObject toInt(ThreadState thread, PyObject self) {
        return Numbers.toIntOrNull(thread, of(self));
    }

    @Override
    public PyObject toFloat(ThreadState thread, PyObject self) {
        return org.pyvm.objects.types.PyFloat.of(Numbers.toDouble(thread, of(self)));
    }

    @Override
    public PyObject index(ThreadState thread, PyObject self) {
        return Numbers.index(thread, of(self));
    }

    @Override
    public PyObject add(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.ADD, of(v), of(w));
    }

    @Override
    public PyObject inPlaceAdd(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.ADD, of(v), of(w));
    }

    @Override
    public PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.SUBTRACT, of(v), of(w));
    }

    @Override
    public PyObject inPlaceSubtract(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.SUBTRACT, of(v), of(w));
    }

    @Override
    public PyObject multiply(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.MULTIPLY, of(v), of(w));
    }

    @Override
    public PyObject inPlaceMultiply(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.MULTIPLY, of(v), of(w));
    }

    @Override
    public PyObject remainder(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.REMAINDER, of(v), of(w));
    }

    @Override
    public PyObject inPlaceRemainder(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.REMAINDER, of(v), of(w));
    }

    @Override
    public PyObject divmod(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.DIVMOD, of(v), of(w));
    }

    @Override
    public PyObject lshift(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.LSHIFT, of(v), of(w));
    }

    @Override
    public PyObject inPlaceLshift(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.LSHIFT, of(v), of(w));
    }

    @Override
    public PyObject rshift(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.RSHIFT, of(v), of(w));
    }

    @Override
    public PyObject inPlaceRshift(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.RSHIFT, of(v), of(w));
    }

    @Override
    public PyObject and(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.AND, of(v), of(w));
    }

    @Override
    public PyObject inPlaceAnd(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.AND, of(v), of(w));
    }

    @Override
    public PyObject xor(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.XOR, of(v), of(w));
    }

    @Override
    public PyObject inPlaceXor(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.XOR, of(v), of(w));
    }

    @Override
    public PyObject or(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.OR, of(v), of(w));
    }

    @Override
    public PyObject inPlaceOr(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.OR, of(v), of(w));
    }

    @Override
    public PyObject floorDivide(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.FLOOR_DIVIDE, of(v), of(w));
    }

    @Override
    public PyObject inPlaceFloorDivide(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.FLOOR_DIVIDE, of(v), of(w));
    }

    @Override
    public PyObject trueDivide(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.TRUE_DIVIDE, of(v), of(w));
    }

    @Override
    public PyObject inPlaceTrueDivide(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.TRUE_DIVIDE, of(v), of(w));
    }

    @Override
    public PyObject matrixMultiply(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.binary(thread, BinaryOperator.MATRIX_MULTIPLY, of(v), of(w));
    }

    @Override
    public PyObject inPlaceMatrixMultiply(ThreadState thread, PyObject v, PyObject w) {
        return Numbers.inPlace(thread, BinaryOperator.MATRIX_MULTIPLY, of(v), of(w));
    }
}
