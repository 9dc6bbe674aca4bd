package org.pyvm.modules.lzma;

import java.util.Arrays;

/** Bytes that have come and were not read yet. Readers look whether there are enough before they take some. */
final class ByteInput {
    byte[] bytes = {};
    int at;
    int end;

    /** Adds bytes behind those that were not read. The array must not be changed afterwards. */
    void add(byte[] more) {
        if (at == end) {
            bytes = more;
        } else if (more.length > 0) {
            byte[] all = Arrays.copyOfRange(bytes, at, end + more.length);
            System.arraycopy(more, 0, all, end - at, more.length);
            bytes = all;
        } else {
            return;
        }
        at = 0;
        end = bytes.length;
    }

    int available() {
        return end - at;
    }

    /** A byte that is not read yet. */
    int peek(int ahead) {
        return bytes[at + ahead] & 0xFF;
    }

    int next() {
        return bytes[at++] & 0xFF;
    }

    /** A little-endian number. */
    long next(int count) {
        long number = littleEndian(bytes, at, count);
        at += count;
        return number;
    }

    byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return taken;
    }

    byte[] takeAll() {
        return take(available());
    }

    static long littleEndian(byte[] bytes, int from, int count) {
        long number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | bytes[from + i] & 0xFF;
        }
        return number;
    }
}
