package org.pyvm.modules.lzma;

import java.util.Arrays;

/**
 * Decodes bits by their probabilities, which it adapts. A symbol is many bits, and the input may break off between two of them:
 * {@link #begin} says that one begins, {@link #undo} goes back to there. What must be put back is only written down where the input
 * is about to end, as no symbol takes more than {@link #LONGEST_SYMBOL} bytes.
 */
final class RangeDecoder {
    /** Thrown where the input ends in the middle of a symbol. */
    static final class Starved extends Exception {
        private static final long serialVersionUID = 1;

        private Starved() {
            super(null, null, false, false);
        }
    }

    static final int HEADER_SIZE = 5;
    private static final int LONGEST_SYMBOL = 24;
    private static final int MOST_BITS = 64;

    private static final Starved STARVED = new Starved();

    private static final int TOP = 0xFF000000;
    private static final int TOTAL_BITS = 11;
    private static final short EVEN = 1 << TOTAL_BITS - 1;
    private static final int MOVE_BITS = 5;

    private final short[] probabilities;

    private int range;
    private int code;
    private byte[] bytes;
    private int at;
    private int end;

    private boolean isRecording;
    private int recorded;
    private final int[] changed = new int[MOST_BITS];
    private final short[] before = new short[MOST_BITS];
    private int rangeBefore;
    private int codeBefore;
    private int atBefore;

    RangeDecoder(int probabilityCount) {
        probabilities = new short[probabilityCount];
    }

    void resetProbabilities() {
        Arrays.fill(probabilities, EVEN);
    }

    /** Reads the five bytes that come first. */
    void start(ByteInput in) throws LzmaFailure {
        if (in.next() != 0) {
            throw LzmaFailure.corrupt();
        }
        code = 0;
        for (int i = 1; i < HEADER_SIZE; i++) {
            code = code << 8 | in.next();
        }
        range = -1;
    }

    /** @param to where the input ends for now */
    void open(ByteInput in, int to) {
        bytes = in.bytes;
        at = in.at;
        end = to;
    }

    /** Says in the input how far it was read. */
    void close(ByteInput in) {
        in.at = at;
        bytes = null;
    }

    void begin() {
        isRecording = end - at < LONGEST_SYMBOL;
        recorded = 0;
        rangeBefore = range;
        codeBefore = code;
        atBefore = at;
    }

    void undo() {
        while (recorded > 0) {
            recorded--;
            probabilities[changed[recorded]] = before[recorded];
        }
        range = rangeBefore;
        code = codeBefore;
        at = atBefore;
    }

    /** Reads the byte that is due before the next bit; at the end of a stream it belongs to the last one. */
    void normalize() throws Starved {
        if ((range & TOP) == 0) {
            if (at == end) {
                throw STARVED;
            }
            code = code << 8 | bytes[at++] & 0xFF;
            range <<= 8;
        }
    }

    /** Whether the encoder can have ended here. */
    boolean isFinished() {
        return code == 0;
    }

    int bit(int index) throws Starved {
        if ((range & TOP) == 0) {
            normalize();
        }
        int probability = probabilities[index];
        if (isRecording) {
            changed[recorded] = index;
            before[recorded++] = (short) probability;
        }
        int bound = (range >>> TOTAL_BITS) * probability;
        if (code + Integer.MIN_VALUE < bound + Integer.MIN_VALUE) {
            range = bound;
            probabilities[index] = (short) (probability + ((1 << TOTAL_BITS) - probability >>> MOVE_BITS));
            return 0;
        }
        range -= bound;
        code -= bound;
        probabilities[index] = (short) (probability - (probability >>> MOVE_BITS));
        return 1;
    }

    /** A number of some bits, highest first; the probabilities of each are chosen by those before it. */
    int tree(int base, int bits) throws Starved {
        int node = 1;
        for (int i = 0; i < bits; i++) {
            node = node << 1 | bit(base + node);
        }
        return node - (1 << bits);
    }

    /** The same, lowest first. */
    int reverseTree(int base, int bits) throws Starved {
        int node = 1;
        int number = 0;
        for (int i = 0; i < bits; i++) {
            int bit = bit(base + node);
            node = node << 1 | bit;
            number |= bit << i;
        }
        return number;
    }

    /** A number of bits that are as often 0 as 1. */
    int direct(int bits) throws Starved {
        int number = 0;
        for (int i = 0; i < bits; i++) {
            normalize();
            range >>>= 1;
            code -= range;
            int isBelow = code >> 31;
            code += range & isBelow;
            number = number << 1 | isBelow + 1;
        }
        return number;
    }
}
