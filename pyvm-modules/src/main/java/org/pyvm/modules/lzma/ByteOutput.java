package org.pyvm.modules.lzma;

import java.util.Arrays;

/** Bytes that are given out, up to a limit. */
final class ByteOutput {
    private static final int FIRST = 8192;

    private final int limit;
    private byte[] bytes;
    private int length;

    ByteOutput(int limit) {
        this.limit = limit;
        bytes = new byte[Math.min(limit, FIRST)];
    }

    int length() {
        return length;
    }

    /** How many bytes are still wanted. */
    int room() {
        return limit - length;
    }

    void put(byte value) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = value;
    }

    void put(byte[] source, int from, int count) {
        if (count > bytes.length - length) {
            grow(count);
        }
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    private void grow(int count) {
        long wanted = Math.max(length + (long) count, bytes.length * 2L);
        bytes = Arrays.copyOf(bytes, (int) Math.min(limit, wanted));
    }

    void clear() {
        length = 0;
    }

    /** The array itself: valid up to {@link #length}. */
    byte[] array() {
        return bytes;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }
}
