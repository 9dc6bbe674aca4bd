package org.pyvm.modules.lzma;

import java.util.Arrays;

/** The last bytes that were decoded, which matches repeat. It takes memory only as it fills. */
final class Window {
    private static final int SMALLEST = 4096;
    private static final int FIRST = 1 << 16;
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private final int size;
    private byte[] bytes;
    private int position;
    /** Bytes since the last reset. */
    private long total;

    /** @param size of the dictionary, an unsigned 32-bit number */
    Window(long size) {
        this.size = Math.clamp(size, SMALLEST, LARGEST);
        bytes = new byte[Math.min(this.size, FIRST)];
    }

    void reset() {
        position = 0;
        total = 0;
    }

    long total() {
        return total;
    }

    /** Whether a match may lie so far back; 0 is the last byte. @param distance unsigned */
    boolean reaches(int distance) {
        return distance >= 0 && distance < Math.min(total, size);
    }

    /** The byte so far back; 0 before the first. */
    int back(int distance) {
        int at = position - 1 - distance;
        if (at < 0) {
            at += bytes.length;
        }
        return total == 0 ? 0 : bytes[at] & 0xFF;
    }

    void put(byte value) {
        if (position == bytes.length) {
            turn();
        }
        bytes[position++] = value;
        total++;
    }

    private void turn() {
        if (bytes.length < size) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(size, bytes.length * 2L));
        } else {
            position = 0;
        }
    }

    /** Repeats what lies so far back, here and in the output. */
    void repeat(int distance, int count, ByteOutput out) {
        for (int i = 0; i < count; i++) {
            int at = position - 1 - distance;
            byte value = bytes[at < 0 ? at + bytes.length : at];
            put(value);
            out.put(value);
        }
    }
}
