package org.pyvm.objects.protocol;

import java.util.function.Consumer;
import org.pyvm.objects.ClassSlots;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PySequenceIterator;

/** Iteration. An exhausted iterator is a null, not an exception. */
public final class Iterators {
    private Iterators() {}

    /** {@code iter(object)}. */
    public static PyObject iter(ThreadState thread, PyObject object) {
        Slots slots = object.type().slots();
        if (slots.has(Slot.TP_ITER)) {
            PyObject iterator = slots.iter(thread, object);
            if (!iterator.type().slots().has(Slot.TP_ITERNEXT)) {
                throw PyErr.typeError("iter() returned non-iterator of type '%T'", iterator);
            }
            return iterator;
        }
        if (Sequences.isSequence(object)) {
            return new PySequenceIterator(object);
        }
        throw PyErr.typeError("'%T' object is not iterable", object);
    }

    /** The next item, or null when the iterator is exhausted. */
    public static PyObject next(ThreadState thread, PyObject iterator) {
        Slots slots = iterator.type().slots();
        if (!slots.has(Slot.TP_ITERNEXT)) {
            throw PyErr.typeError("'%T' object is not an iterator", iterator);
        }
        return slots.next(thread, iterator);
    }

    /** Whether {@link #iter} finds a way; it may still raise. */
    public static boolean isIterable(PyObject object) {
        return object.type().slots().has(Slot.TP_ITER) || Sequences.isSequence(object);
    }

    /** {@code value in object} by going through it, whatever its {@code __contains__}. */
    public static boolean contains(ThreadState thread, PyObject object, PyObject value) {
        PyObject iterator = iter(thread, object);
        for (PyObject item; (item = next(thread, iterator)) != null; ) {
            if (Comparisons.equal(thread, item, value)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@link #next} can be called. */
    public static boolean isIterator(PyObject object) {
        return object.type().slots().has(Slot.TP_ITERNEXT);
    }

    /**
     * Sends a value into an iterator that {@code yield from} delegates to.
     *
     * @param value None to ask for the next item
     * @return the value yielded, or null when finished, its result being in {@link ThreadState#stopValue}
     */
    public static PyObject send(ThreadState thread, PyObject iterator, PyObject value) {
        Slots slots = iterator.type().slots();
        if (slots.has(Slot.AM_SEND)) {
            return slots.send(thread, iterator, value);
        }
        if (value != Singletons.NONE) {
            try {
                return Calls.callMethod(thread, iterator, org.pyvm.objects.Names.SEND_NAME, value);
            } catch (PyErr e) {
                if (!e.matches(org.pyvm.objects.types.Exceptions.STOP_ITERATION)) {
                    throw e;
                }
                thread.stopValue = org.pyvm.objects.types.Exceptions.stopIterationValue(e.value());
                return null;
            }
        }
        PyObject item = next(thread, iterator);
        if (item == null && !(slots instanceof ClassSlots own && own.isOverridden(Slot.TP_ITERNEXT))) {
            thread.stopValue = Singletons.NONE;
        }
        return item;
    }

    /** Calls an action for every item. */
    public static void forEach(ThreadState thread, PyObject iterable, Consumer<PyObject> action) {
        PyObject iterator = iter(thread, iterable);
        for (PyObject item; (item = next(thread, iterator)) != null; ) {
            action.accept(item);
        }
    }
}
