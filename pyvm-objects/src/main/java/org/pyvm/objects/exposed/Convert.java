package org.pyvm.objects.exposed;

import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** Arguments as Java values, with the errors that CPython's converters raise. */
public final class Convert {
    private Convert() {}

    /** Never returns: the argument is of the wrong type. */
    public static PyObject badArgument(String function, String argument, String expected, PyObject value) {
        throw value == Singletons.NONE
                ? PyErr.typeError("%s() %s must be %s, not None", function, argument, expected)
                : PyErr.typeError("%s() %s must be %s, not %T", function, argument, expected, value);
    }

    /** A {@code Py_ssize_t}. */
    public static long toLong(ThreadState thread, PyObject value) {
        return Numbers.toLong(Numbers.index(thread, value));
    }

    /** A C {@code int}. */
    public static int toInt(ThreadState thread, PyObject value) {
        PyInt number = Numbers.index(thread, value);
        long wide = number.longValue();
        if (!number.fitsLong() || wide != (int) wide) {
            throw PyErr.overflowError("Python int too large to convert to C int");
        }
        return (int) wide;
    }

    /** A bound of a slice: clamped. */
    public static long toSliceIndex(ThreadState thread, PyObject value) {
        if (!(value instanceof PyInt) && !value.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("slice indices must be integers or have an __index__ method");
        }
        return Numbers.toClampedIndex(thread, value);
    }

    public static double toDouble(ThreadState thread, PyObject value) {
        return Numbers.toDouble(thread, value);
    }

    public static boolean toBoolean(ThreadState thread, PyObject value) {
        return Objects.isTrue(thread, value);
    }

    /** A {@code str} as UTF-16. */
    public static String toString(String function, String argument, String expected, PyObject value) {
        return value instanceof PyStr text
                ? text.toString()
                : badArgument(function, argument, expected, value).toString();
    }

    /** A copy of the bytes of anything that exports a buffer. */
    public static byte[] toByteArray(ThreadState thread, PyObject value) {
        Slots slots = value.type().slots();
        if (!slots.has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("a bytes-like object is required, not '%T'", value);
        }
        PyBuffer buffer = slots.buffer(thread, value, 0);
        try {
            return buffer.toByteArray();
        } finally {
            buffer.release();
        }
    }

    /** What a field of CPython's that is a {@code bool} takes: no other object's truth. */
    public static boolean toBoolField(PyObject value) {
        if (!(value instanceof PyBool)) {
            throw PyErr.typeError("attribute value type must be bool");
        }
        return value == Singletons.TRUE;
    }
}
