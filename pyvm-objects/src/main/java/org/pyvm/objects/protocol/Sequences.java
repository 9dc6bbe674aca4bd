package org.pyvm.objects.protocol;

import java.util.Arrays;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyTuple;

/** {@code PySequence_*}. */
public final class Sequences {
    private Sequences() {}

    /** {@code PySequence_Check}: has items by index and is no dict. */
    public static boolean isSequence(PyObject object) {
        return !(object instanceof PyDict) && object.type().slots().has(Slot.SQ_ITEM);
    }

    /** {@code PySequence_GetItem}; a negative index counts from the end. */
    public static PyObject getItem(ThreadState thread, PyObject object, long index) {
        Slots slots = object.type().slots();
        if (slots.has(Slot.SQ_ITEM)) {
            return slots.item(thread, object, fromEnd(thread, slots, object, index));
        }
        throw PyErr.typeError(
                slots.has(Slot.MP_SUBSCRIPT) ? "%T is not a sequence" : "'%T' object does not support indexing",
                object);
    }

    /** {@code PySequence_SetItem} and, with a null value, {@code PySequence_DelItem}. */
    static void storeItem(ThreadState thread, PyObject object, long index, PyObject value) {
        Slots slots = object.type().slots();
        slots.setItem(thread, object, fromEnd(thread, slots, object, index), value);
    }

    private static long fromEnd(ThreadState thread, Slots slots, PyObject object, long index) {
        return index < 0 && slots.has(Slot.SQ_LENGTH) ? index + slots.length(thread, object) : index;
    }

    /** {@code value in object}. */
    public static boolean contains(ThreadState thread, PyObject object, PyObject value) {
        Slots slots = object.type().slots();
        if (slots.has(Slot.SQ_CONTAINS)) {
            return slots.contains(thread, object, value);
        }
        if (!slots.has(Slot.TP_ITER) && !isSequence(object)) {
            throw PyErr.typeError("argument of type '%T' is not iterable", object);
        }
        return Iterators.contains(thread, object, value);
    }

    /** {@code PySequence_Concat}: {@code operator.concat}. */
    public static PyObject concat(ThreadState thread, PyObject v, PyObject w) {
        Slots slots = v.type().slots();
        if (slots.has(Slot.SQ_CONCAT)) {
            return slots.concat(thread, v, w);
        }
        if (isSequence(v) && isSequence(w)) {
            PyObject result = Numbers.tryBinary(thread, BinaryOperator.ADD, v, w);
            if (result != Singletons.NOT_IMPLEMENTED) {
                return result;
            }
        }
        throw PyErr.typeError("'%T' object can't be concatenated", v);
    }

    /** {@code PySequence_InPlaceConcat}: {@code operator.iconcat}. */
    public static PyObject inPlaceConcat(ThreadState thread, PyObject v, PyObject w) {
        Slots slots = v.type().slots();
        if (slots.has(Slot.SQ_INPLACE_CONCAT)) {
            return slots.inPlaceConcat(thread, v, w);
        }
        if (slots.has(Slot.SQ_CONCAT)) {
            return slots.concat(thread, v, w);
        }
        if (isSequence(v) && isSequence(w)) {
            return Numbers.inPlace(thread, BinaryOperator.ADD, v, w);
        }
        throw PyErr.typeError("'%T' object can't be concatenated", v);
    }

    /** {@code PySequence_Tuple}: {@code tuple(object)}. */
    public static PyTuple toTuple(ThreadState thread, PyObject object) {
        if (object.getClass() == PyTuple.class) {
            return (PyTuple) object;
        }
        return PyTuple.of(toArray(thread, object));
    }

    /** The items of any iterable in a fresh array. */
    public static PyObject[] toArray(ThreadState thread, PyObject object) {
        if (object.getClass() == PyTuple.class) {
            return ((PyTuple) object).toArray();
        }
        if (object.type() == PyList.TYPE) {
            return ((PyList) object).toArray();
        }
        PyObject iterator = Iterators.iter(thread, object);
        PyObject[] items = new PyObject[Math.max(8, Objects.lengthHint(thread, object, 8))];
        int count = 0;
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (count == items.length) {
                items = Arrays.copyOf(items, count + (count >> 1) + 8);
            }
            items[count++] = item;
        }
        return count == items.length ? items : Arrays.copyOf(items, count);
    }

    /** {@code PySequence_List}: a new list. */
    public static PyList toList(ThreadState thread, PyObject object) {
        return PyList.of(toArray(thread, object));
    }

    /** Items of a list or tuple, or of any iterable; for {@code a, b = object}. The array must not be changed. */
    public static PyObject[] fast(ThreadState thread, PyObject object, String refusal) {
        if (!object.type().slots().has(Slot.TP_ITER) && !isSequence(object)) {
            throw PyErr.typeError(refusal, object);
        }
        return toArray(thread, object);
    }

    /** {@code PySequence_Repeat} by an int-like object, for types whose sq_repeat is filled. */
    static PyObject repeat(ThreadState thread, Slots slots, PyObject sequence, PyObject count) {
        if (!count.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("can't multiply sequence by non-int of type '%T'", count);
        }
        return slots.repeat(thread, sequence, repeatCount(thread, count));
    }

    static long repeatCount(ThreadState thread, PyObject count) {
        PyInt number = Numbers.index(thread, count);
        if (!number.fitsLong()) {
            throw PyErr.overflowError("cannot fit '%T' into an index-sized integer", count);
        }
        return number.longValue();
    }

    /** {@code seq.count(value)}. */
    public static int count(ThreadState thread, PyObject object, PyObject value) {
        int count = 0;
        PyObject iterator = searchable(thread, object);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (Comparisons.equal(thread, item, value)) {
                count++;
            }
        }
        return count;
    }

    /** {@code operator.indexOf(object, value)}: position of the first equal item. @throws PyErr ValueError if none */
    public static long index(ThreadState thread, PyObject object, PyObject value) {
        PyObject iterator = searchable(thread, object);
        long index = 0;
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; index++) {
            if (Comparisons.equal(thread, item, value)) {
                return index;
            }
        }
        throw PyErr.valueError("sequence.index(x): x not in sequence");
    }

    private static PyObject searchable(ThreadState thread, PyObject object) {
        if (!Iterators.isIterable(object)) {
            throw PyErr.typeError("argument of type '%T' is not iterable", object);
        }
        return Iterators.iter(thread, object);
    }

    /** {@code NotImplemented} as a Java boolean: whether a result was given. */
    static boolean answered(PyObject result) {
        return result != Singletons.NOT_IMPLEMENTED;
    }
}
