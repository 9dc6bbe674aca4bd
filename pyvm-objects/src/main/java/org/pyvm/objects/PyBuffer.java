package org.pyvm.objects;

/**
 * A view of an object's memory (PEP 3118). The exporter decides what {@link #get} reads; a view must be released, after
 * which it must not be used. Multi-byte items are little-endian.
 */
public abstract class PyBuffer {
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

    /** A copy of the bytes, in C order. */
    public byte[] toByteArray() {
        byte[] bytes = new byte[length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = get(i);
        }
        return bytes;
    }

    /** Gives the view back; an exporter counts its views and refuses to be resized while there are some. */
    public void release() {}
}
