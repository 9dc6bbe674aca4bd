package org.pyvm.objects;

import java.lang.foreign.MemorySegment;

/**
 * A view of an object's memory (PEP 3118): bytes that follow each other, read as items of a format in one or more
 * dimensions. The exporter decides what {@link #get} reads; a view must be released, after which it must not be used.
 * Multi-byte items are little-endian.
 */
public abstract class PyBuffer {
    /** What a consumer asks of {@code bf_getbuffer}, with CPython's numbers. */
    public static final int SIMPLE = 0;

    public static final int WRITABLE = 1;
    public static final int FORMAT = 4;
    public static final int ND = 8;
    public static final int STRIDES = 0x10 | ND;
    public static final int C_CONTIGUOUS = 0x20 | STRIDES;
    public static final int F_CONTIGUOUS = 0x40 | STRIDES;
    public static final int ANY_CONTIGUOUS = 0x80 | STRIDES;
    public static final int INDIRECT = 0x100 | STRIDES;
    public static final int FULL_RO = INDIRECT | FORMAT;
    public static final int FULL = FULL_RO | WRITABLE;

    private final PyObject exporter;

    protected PyBuffer(PyObject exporter) {
        this.exporter = exporter;
    }

    /** The object that was asked. */
    public final PyObject exporter() {
        return exporter;
    }

    /** Length in bytes. */
    public abstract int length();

    public abstract boolean isReadOnly();

    public abstract byte get(int index);

    /** Only for views that are not read-only. */
    public abstract void set(int index, byte value);

    /** Item format in {@code struct}'s notation. */
    public String format() {
        return "B";
    }

    /** Bytes of one item. */
    public int itemSize() {
        return 1;
    }

    /** Lengths by dimension, in items. */
    public int[] shape() {
        return new int[] {length() / itemSize()};
    }

    /** Copies some bytes into an array. */
    public void read(int from, byte[] target, int at, int count) {
        for (int i = 0; i < count; i++) {
            target[at + i] = get(from + i);
        }
    }

    /** Copies some bytes from an array; only for views that are not read-only. */
    public void write(int to, byte[] source, int from, int count) {
        for (int i = 0; i < count; i++) {
            set(to + i, source[from + i]);
        }
    }

    /** A copy of the bytes, in C order. */
    public byte[] toByteArray() {
        byte[] bytes = new byte[length()];
        read(0, bytes, 0, bytes.length);
        return bytes;
    }

    /**
     * The bytes themselves, {@link #length} of them, where they lie behind each other in an array or in native memory and stay
     * there until the view is released; null where they do not. What is read and written there is read and written here.
     */
    public MemorySegment memory() {
        return null;
    }

    /** Gives the view back; an exporter counts its views and refuses to be resized while there are some. */
    public void release() {}
}
