package org.pyvm.objects.codecs;

import java.util.Arrays;
import org.pyvm.objects.PyErr;

/** A growing array of bytes. */
public final class ByteSink {
    private byte[] bytes;
    private int size;

    public ByteSink(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    public void write(int b) {
        if (size == bytes.length) {
            grow(1);
        }
        bytes[size++] = (byte) b;
    }

    public void write(byte[] more) {
        write(more, 0, more.length);
    }

    public void write(byte[] more, int from, int count) {
        if (count > bytes.length - size) {
            grow(count);
        }
        System.arraycopy(more, from, bytes, size, count);
        size += count;
    }

    /** Writes characters that are below 256. */
    public void writeLatin1(String chars) {
        for (int i = 0; i < chars.length(); i++) {
            write(chars.charAt(i));
        }
    }

    private void grow(int more) {
        long wanted = Math.max((long) size + more, size * 2L);
        if ((long) size + more > Integer.MAX_VALUE - 16) {
            throw PyErr.memoryError();
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - 16));
    }

    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
