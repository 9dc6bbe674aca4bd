package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;

/** {@code bytes}. */
public class PyBytes extends PyObject {
    public static final PyType TYPE = PyType.builtin("builtins", "bytes", new Slots(), null);
    public static final PyBytes EMPTY = new PyBytes(TYPE, new byte[0]);

    private final byte[] bytes;

    /** The array must not be changed afterwards. */
    protected PyBytes(PyType type, byte[] bytes) {
        super(type);
        this.bytes = bytes;
    }

    /** The array must not be changed afterwards. */
    public static PyBytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new PyBytes(TYPE, bytes);
    }

    public final int size() {
        return bytes.length;
    }

    public final byte get(int index) {
        return bytes[index];
    }

    /** A fresh array. */
    public final byte[] toByteArray() {
        return bytes.clone();
    }

    /** The bytes themselves: never to be changed. */
    public final byte[] bytesUnsafe() {
        return bytes;
    }
}
