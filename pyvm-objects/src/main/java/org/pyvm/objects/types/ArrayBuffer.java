package org.pyvm.objects.types;

import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;

/** A view of an array of bytes that stays where it is while the view lives. */
final class ArrayBuffer extends PyBuffer {
    private final byte[] array;
    private final int length;
    private final boolean readOnly;
    /** Null for memory that is never resized. */
    private final ExportCount exports;

    private ArrayBuffer(PyObject exporter, byte[] array, int length, boolean readOnly, ExportCount exports) {
        super(exporter);
        this.array = array;
        this.length = length;
        this.readOnly = readOnly;
        this.exports = exports;
    }

    /** {@code PyBuffer_FillInfo} for memory that may not be changed. */
    static ArrayBuffer readOnly(PyObject exporter, byte[] array, int flags) {
        if ((flags & WRITABLE) != 0) {
            throw PyErr.bufferError("Object is not writable.");
        }
        return new ArrayBuffer(exporter, array, array.length, true, null);
    }

    static ArrayBuffer writable(PyObject exporter, byte[] array, int length, ExportCount exports) {
        return new ArrayBuffer(exporter, array, length, false, exports);
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
    public void release() {
        if (exports != null) {
            exports.remove(this);
        }
    }
}
