package org.pyvm.modules.bzip2;

import java.util.Arrays;

/** Bits of bytes that come in pieces, highest first. A byte counts as read when its first bit is. */
final class BitSource {
    /** Thrown when the bits that were asked for have not come yet; the reader goes back to {@link #mark}. Stackless. */
    static final class Exhausted extends RuntimeException {
        static final Exhausted INSTANCE = new Exhausted();

        private Exhausted() {
            super(null, null, false, false);
        }
    }

    private byte[] bytes = new byte[0];
    private int at;
    private long bits;
    private int count;

    private int markAt;
    private long markBits;
    private int markCount;

    /** Adds bytes behind those that have not been read. */
    void add(byte[] more) {
        if (more.length == 0) {
            return;
        }
        byte[] all = new byte[bytes.length - at + more.length];
        System.arraycopy(bytes, at, all, 0, bytes.length - at);
        System.arraycopy(more, 0, all, bytes.length - at, more.length);
        bytes = all;
        at = 0;
    }

    /** Remembers this place; valid until bytes are added. */
    void mark() {
        markAt = at;
        markBits = bits;
        markCount = count;
    }

    void reset() {
        at = markAt;
        bits = markBits;
        count = markCount;
    }

    /** Whole bytes not read yet. */
    int available() {
        return bytes.length - at;
    }

    byte[] rest() {
        return Arrays.copyOfRange(bytes, at, bytes.length);
    }

    /** Up to 32 bits. @throws Exhausted when they are not there */
    int read(int wanted) {
        while (count < wanted) {
            if (at == bytes.length) {
                throw Exhausted.INSTANCE;
            }
            bits = bits << 8 | bytes[at++] & 0xFF;
            count += 8;
        }
        count -= wanted;
        return (int) (bits >>> count & (1L << wanted) - 1);
    }

    boolean readBit() {
        return read(1) != 0;
    }

    /** Drops the bits up to the next whole byte. */
    void align() {
        count -= count % 8;
    }
}
