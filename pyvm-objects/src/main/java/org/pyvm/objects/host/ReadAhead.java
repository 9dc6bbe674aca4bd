package org.pyvm.objects.host;

import java.util.Arrays;

/** What was read of a stream by someone who was only to look at it ({@code MSG_PEEK}): channels and pipes give each byte once. */
public final class ReadAhead {
    private byte[] bytes = {};

    public synchronized boolean isEmpty() {
        return bytes.length == 0;
    }

    public synchronized int size() {
        return bytes.length;
    }

    public synchronized void add(byte[] more, int offset, int length) {
        int before = bytes.length;
        bytes = Arrays.copyOf(bytes, before + length);
        System.arraycopy(more, offset, bytes, before, length);
    }

    /** Copies without taking. @return how many bytes */
    public synchronized int look(byte[] buffer, int offset, int length) {
        int count = Math.min(length, bytes.length);
        System.arraycopy(bytes, 0, buffer, offset, count);
        return count;
    }

    /** @return how many bytes were taken */
    public synchronized int take(byte[] buffer, int offset, int length) {
        int count = look(buffer, offset, length);
        bytes = Arrays.copyOfRange(bytes, count, bytes.length);
        return count;
    }
}
