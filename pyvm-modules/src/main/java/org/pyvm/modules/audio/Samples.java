package org.pyvm.modules.audio;

import org.pyvm.objects.ThreadState;

/**
 * A fragment of sound: signed numbers of one to four bytes each, in the order of bytes that x86 and ARM have. What codecs and a
 * change of rate work on are <em>full</em> samples, which are those scaled to 32 bits.
 */
final class Samples {
    private static final int MAX_WIDTH = 4;

    private final byte[] bytes;
    private final int width;

    private Samples(byte[] bytes, int width) {
        this.bytes = bytes;
        this.width = width;
    }

    /** @throws org.pyvm.objects.PyErr for a width that there is not, or bytes that are left over */
    static Samples of(ThreadState thread, byte[] bytes, int width) {
        checkWidth(thread, width);
        checkWhole(thread, bytes.length, width);
        return new Samples(bytes, width);
    }

    /** Those of two bytes, for the functions that take no others. */
    static Samples ofShorts(ThreadState thread, byte[] bytes) {
        if (bytes.length % 2 != 0) {
            throw AudioErrors.error(thread, "Strings should be even-sized");
        }
        return new Samples(bytes, 2);
    }

    /** Silence, to be filled. */
    static Samples make(int count, int width) {
        return new Samples(new byte[Math.multiplyExact(count, width)], width);
    }

    static void checkWidth(ThreadState thread, int width) {
        if (width < 1 || width > MAX_WIDTH) {
            throw AudioErrors.error(thread, "Size should be 1, 2, 3 or 4");
        }
    }

    static void checkWhole(ThreadState thread, int length, int frame) {
        if (length % frame != 0) {
            throw AudioErrors.error(thread, "not a whole number of frames");
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int width() {
        return width;
    }

    int count() {
        return bytes.length / width;
    }

    int get(int index) {
        return full(index) >> unused();
    }

    /** @param value its upper bits are cut off */
    void set(int index, int value) {
        int at = index * width;
        for (int i = 0; i < width; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }

    int full(int index) {
        int at = index * width;
        int value = 0;
        for (int i = 0; i < width; i++) {
            value |= (bytes[at + i] & 0xFF) << 8 * i + unused();
        }
        return value;
    }

    void setFull(int index, int value) {
        set(index, value >> unused());
    }

    private int unused() {
        return Integer.SIZE - 8 * width;
    }

    int highest() {
        return Integer.MAX_VALUE >> unused();
    }

    int lowest() {
        return Integer.MIN_VALUE >> unused();
    }

    /** Sets a sample to what was computed for it: rounded down, and at the limit when it is louder than a sample can be. */
    void setClipped(int index, double value) {
        double clipped = Math.floor(Math.clamp(value, (double) lowest(), (double) highest()));
        // A C compiler's conversion has this for what is no number, Java's has 0.
        set(index, Double.isNaN(clipped) ? Integer.MIN_VALUE : (int) clipped);
    }
}
