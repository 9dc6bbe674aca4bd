package org.pyvm.objects.types;

/**
 * The buffer behind texts of which each is the one before with something appended. Texts share its beginning, which never
 * changes; only the longest of them can be appended to in place.
 */
final class GrowingText {
    /** Shorter texts are copied. */
    static final int LEAST = 256;
    /** With fewer appendices from one look at the text to the next, the buffer saves no work. */
    private static final int WORTHWHILE = 3;
    /** Concatenations by copying after a buffer that was of no use. */
    private static final int PAUSE = 32;
    /** What texts have that concatenations by copying made: how many of these are to follow. */
    private static final Piece[] SETTLED = new Piece[PAUSE + 1];

    static {
        for (int i = 0; i < SETTLED.length; i++) {
            SETTLED[i] = new Piece(null, i);
        }
    }

    private final StringBuilder text;
    private int appended;

    private GrowingText(int capacity) {
        text = new StringBuilder(capacity);
    }

    /** What a text has after a concatenation by copying of one that had this; null for none. */
    static Piece copied(Piece before) {
        return SETTLED[before == null || before.buffer != null ? 0 : Math.max(0, before.length - 1)];
    }

    /** A text that begins to grow. */
    static Piece of(String first, String second) {
        int length = first.length() + second.length();
        GrowingText buffer = new GrowingText((int) Math.min(2L * length, Integer.MAX_VALUE - 16));
        buffer.text.append(first).append(second);
        return new Piece(buffer, length);
    }

    /** The first characters of a buffer; or none, and a number of concatenations by copying. */
    record Piece(GrowingText buffer, int length) {
        /** Whether the text is worth a buffer. */
        boolean mayGrow() {
            return buffer != null || length == 0;
        }

        /** The piece with a text appended; null when the buffer has gone on in another way. */
        Piece append(PyStr more) {
            return buffer == null || !buffer.append(length, more.bmp())
                    ? null
                    : new Piece(buffer, length + more.length());
        }

        String take() {
            return buffer.take(length);
        }

        /** What remains of this once the text is known: a pause where that came too soon for the buffer to be of use. */
        Piece afterwards() {
            return SETTLED[buffer.isWorthwhile() ? 0 : PAUSE];
        }
    }

    private synchronized boolean append(int length, String more) {
        if (text.length() != length) {
            return false;
        }
        text.append(more);
        appended++;
        return true;
    }

    private synchronized String take(int length) {
        return text.substring(0, length);
    }

    private synchronized boolean isWorthwhile() {
        return appended >= WORTHWHILE;
    }
}
