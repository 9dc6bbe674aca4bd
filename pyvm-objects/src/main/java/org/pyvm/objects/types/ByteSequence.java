package org.pyvm.objects.types;

import org.pyvm.objects.PyObject;

/** {@code bytes} or {@code bytearray}: what the methods that both have work on. */
interface ByteSequence {
    /** The array that holds the bytes, and perhaps more behind them; not to be changed. */
    byte[] array();

    /** Number of bytes. */
    int size();

    /** A new object of the exact type, to which the array then belongs. */
    PyObject create(byte[] bytes);

    /** What a method answers that has nothing to change: the object itself if it is immutable and of exact type. */
    PyObject unchanged();

    /** Some of the bytes as a new object. */
    default PyObject part(int start, int end) {
        return start == 0 && end == size() ? unchanged() : create(java.util.Arrays.copyOfRange(array(), start, end));
    }
}
