package org.pyvm.objects.types;

import java.lang.foreign.MemorySegment;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;

/** A view of an array of bytes that stays where it is while the view lives. */
public final class ArrayBuffer extends PyBuffer {
    private final byte[] array;
    private final int length;
    private final boolean readOnly;
    private final String format;
    private final int itemSize;
    /** Null for memory that is never resized. */
    private final ExportCount exports;

    private ArrayBuffer(
            PyObject exporter,
            byte[] array,
            int length,
            boolean readOnly,
            String format,
            int itemSize,
            ExportCount exports) {
        super(exporter);
        this.array = array;
        this.length = length;
        this.readOnly = readOnly;
        this.format = format;
        this.itemSize = itemSize;
        this.exports = exports;
    }

    /** {@code PyBuffer_FillInfo} for memory that may not be changed. */
    static ArrayBuffer readOnly(PyObject exporter, byte[] array, int flags) {
        if ((flags & WRITABLE) != 0) {
            throw PyErr.bufferError("Object is not writable.");
        }
        return new ArrayBuffer(exporter, array, array.length, true, "B", 1, null);
    }

    static ArrayBuffer writable(PyObject exporter, byte[] array, int length, ExportCount exports) {
        return new ArrayBuffer(exporter, array, length, false, "B", 1, exports);
    }

    /** A view of items of a format. */
    public static ArrayBuffer writable(
            PyObject exporter, byte[] array, int length, String format, int itemSize, ExportCount exports) {
        return new ArrayBuffer(exporter, array, length, false, format, itemSize, exports);
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public int itemSize() {
        return itemSize;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public byte get(int index) {
        return array[index];
    }

    @Override
    public void set(int index, byte value) {
        array[index] = value;
    }

    @Override
    public void read(int from, byte[] target, int at, int count) {
        System.arraycopy(array, from, target, at, count);
    }

    @Override
    public void write(int to, byte[] source, int from, int count) {
        System.arraycopy(source, from, array, to, count);
    }

    @Override
    public MemorySegment memory() {
        return MemorySegment.ofArray(array).asSlice(0, length);
    }

    @Override
    public void release() {
        if (exports != null) {
            exports.remove(this);
        }
    }
}
