package org.pyvm.objects.types;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;

/** Assignment to slices of a {@code bytearray}, and their deletion. */
final class ByteArraySlices {
    private ByteArraySlices() {}

    /** @param value null deletes */
    static void store(ThreadState thread, PyByteArray target, PySlice slice, PyObject value) {
        PySlice.Unpacked unpacked = slice.unpack(thread);
        byte[] source = value == null ? new byte[0] : source(thread, value);
        SliceBounds bounds = unpacked.forLength(target.size());
        if (bounds.step() == 1) {
            int end = Math.max(bounds.start(), bounds.stop());
            target.replace(bounds.start(), end, source, source.length);
        } else if (value == null || source.length == 0) {
            delete(target, bounds);
        } else if (source.length != bounds.count()) {
            throw PyErr.valueError(
                    "attempt to assign bytes of size %d to extended slice of size %d", source.length, bounds.count());
        } else {
            for (int i = 0; i < source.length; i++) {
                target.set(bounds.at(i), source[i]);
            }
        }
    }

    private static byte[] source(ThreadState thread, PyObject value) {
        if (value instanceof PyByteArray array) {
            return array.toByteArray();
        }
        if (value instanceof PyBytes bytes) {
            return bytes.bytesUnsafe();
        }
        boolean number = value.type().slots().has(Slot.NB_INDEX);
        if (number || value instanceof PyStr) {
            throw PyErr.typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        }
        if (value.type().slots().has(Slot.BF_GETBUFFER)) {
            return BytesConversion.copyOf(thread, value);
        }
        if (!value.type().slots().has(Slot.TP_ITER) && !value.type().slots().has(Slot.SQ_ITEM)) {
            throw PyErr.typeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        }
        return BytesConversion.ofIterable(thread, value, "byte");
    }

    private static void delete(PyByteArray target, SliceBounds bounds) {
        if (bounds.count() == 0) {
            return;
        }
        SliceBounds up = bounds.ascending();
        byte[] kept = new byte[target.size() - up.count()];
        int size = 0;
        int next = 0;
        for (int i = 0; i < target.size(); i++) {
            if (next < up.count() && i == up.at(next)) {
                next++;
            } else {
                kept[size++] = target.array()[i];
            }
        }
        target.replace(0, target.size(), kept, size);
    }
}
