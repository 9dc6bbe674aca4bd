package org.pyvm.modules.lzma;

/**
 * Decodes LZMA's symbols: bytes, and matches that repeat some of those before. It stops where the input or the room ends, and goes
 * on from there.
 */
final class LzmaDecoder {
    /** Why it stopped. */
    enum Stop {
        /** The input ends. */
        INPUT,
        /** There is no room left, or the part is complete. */
        ROOM,
        /** The symbol that means the end was read. */
        MARKER
    }

    private static final int STATES = 12;
    private static final int POSITIONS = 16;
    private static final int FIRST_MATCH_STATE = 7;

    private static final int IS_MATCH = 0;
    private static final int IS_REPEAT = IS_MATCH + STATES * POSITIONS;
    private static final int IS_REPEAT_0 = IS_REPEAT + STATES;
    private static final int IS_REPEAT_0_LONG = IS_REPEAT_0 + STATES;
    private static final int IS_REPEAT_1 = IS_REPEAT_0_LONG + STATES * POSITIONS;
    private static final int IS_REPEAT_2 = IS_REPEAT_1 + STATES;
    private static final int SLOT = IS_REPEAT_2 + STATES;
    private static final int SPECIAL = SLOT + 4 * 64;
    private static final int ALIGN = SPECIAL + 128;
    /** Of a length: two choices, short and middle ones by position, long ones. */
    private static final int MATCH_LENGTH = ALIGN + 16;

    private static final int LENGTH_SHORT = 2;
    private static final int LENGTH_MIDDLE = LENGTH_SHORT + POSITIONS * 8;
    private static final int LENGTH_LONG = LENGTH_MIDDLE + POSITIONS * 8;
    private static final int LENGTH_SIZE = LENGTH_LONG + 256;
    private static final int REPEAT_LENGTH = MATCH_LENGTH + LENGTH_SIZE;
    private static final int LITERAL = REPEAT_LENGTH + LENGTH_SIZE;
    private static final int LITERAL_SIZE = 0x300;

    private static final int SHORTEST_MATCH = 2;
    private static final int FIRST_SPECIAL_SLOT = 4;
    private static final int FIRST_DIRECT_SLOT = 14;
    private static final int ALIGN_BITS = 4;

    private final RangeDecoder range;
    private final Window window;
    private final int contextBits;
    private final int literalPositionMask;
    private final int positionMask;

    private int state;
    private int repeat0;
    private int repeat1;
    private int repeat2;
    private int repeat3;
    /** What is left of a match that there was no room for. */
    private int pending;

    LzmaDecoder(LzmaProperties properties, Window window) {
        contextBits = properties.lc();
        literalPositionMask = (1 << properties.lp()) - 1;
        positionMask = (1 << properties.pb()) - 1;
        range = new RangeDecoder(LITERAL + (LITERAL_SIZE << properties.lc() + properties.lp()));
        this.window = window;
        reset();
    }

    void reset() {
        range.resetProbabilities();
        state = 0;
        repeat0 = 0;
        repeat1 = 0;
        repeat2 = 0;
        repeat3 = 0;
        pending = 0;
    }

    void start(ByteInput in) throws LzmaFailure {
        range.start(in);
    }

    boolean isInMatch() {
        return pending > 0;
    }

    /**
     * Decodes at most so many bytes.
     *
     * @param inputEnd where the input ends for now, or where the part of it that is ours ends
     * @param most not more than the output has room for
     */
    Stop decode(ByteInput in, int inputEnd, ByteOutput out, int most) throws LzmaFailure {
        int goal = out.length() + most;
        range.open(in, inputEnd);
        try {
            while (true) {
                int room = goal - out.length();
                if (pending > 0) {
                    int count = Math.min(pending, room);
                    window.repeat(repeat0, count, out);
                    pending -= count;
                    room -= count;
                }
                if (room == 0) {
                    return Stop.ROOM;
                }
                if (!symbol(out)) {
                    return Stop.MARKER;
                }
            }
        } catch (RangeDecoder.Starved e) {
            return Stop.INPUT;
        } finally {
            range.close(in);
        }
    }

    /** Where a part must be complete: reads what belongs to the last symbol. False when more input must come. */
    boolean finish(ByteInput in, int inputEnd) {
        range.open(in, inputEnd);
        try {
            range.normalize();
            return true;
        } catch (RangeDecoder.Starved e) {
            return false;
        } finally {
            range.close(in);
        }
    }

    boolean isFinished() {
        return range.isFinished();
    }

    /** A symbol, of which nothing has happened when the input ends before it. False for the end marker. */
    private boolean symbol(ByteOutput out) throws RangeDecoder.Starved, LzmaFailure {
        range.begin();
        int position = (int) window.total();
        int inPosition = position & positionMask;
        try {
            if (range.bit(IS_MATCH + state * POSITIONS + inPosition) == 0) {
                byte value = (byte) literal(position);
                state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
                window.put(value);
                out.put(value);
                return true;
            }
            if (range.bit(IS_REPEAT + state) == 0) {
                return match(inPosition);
            }
            repetition(inPosition);
        } catch (RangeDecoder.Starved e) {
            range.undo();
            throw e;
        }
        checkDistance();
        return true;
    }

    private void checkDistance() throws LzmaFailure {
        if (!window.reaches(repeat0)) {
            throw LzmaFailure.corrupt();
        }
    }

    private int literal(int position) throws RangeDecoder.Starved {
        int context = (position & literalPositionMask) << contextBits | window.back(0) >>> 8 - contextBits;
        int base = LITERAL + LITERAL_SIZE * context;
        int symbol = 1;
        if (state >= FIRST_MATCH_STATE) {
            // The byte that a match would have brought is a bad guess, and says so for as long as it agrees.
            int guess = window.back(repeat0);
            int half = 0x100;
            while (symbol < 0x100) {
                guess <<= 1;
                int guessed = guess & half;
                int bit = range.bit(base + half + guessed + symbol);
                symbol = symbol << 1 | bit;
                half &= bit == 0 ? ~guessed : guessed;
            }
        }
        while (symbol < 0x100) {
            symbol = symbol << 1 | range.bit(base + symbol);
        }
        return symbol;
    }

    private boolean match(int inPosition) throws RangeDecoder.Starved, LzmaFailure {
        int length = length(MATCH_LENGTH, inPosition);
        int distance = distance(length);
        repeat3 = repeat2;
        repeat2 = repeat1;
        repeat1 = repeat0;
        repeat0 = distance;
        state = state < FIRST_MATCH_STATE ? 7 : 10;
        if (distance == -1) {
            return false;
        }
        checkDistance();
        pending = length;
        return true;
    }

    private void repetition(int inPosition) throws RangeDecoder.Starved {
        int which = 0;
        int length = 1;
        if (range.bit(IS_REPEAT_0 + state) != 0) {
            which = range.bit(IS_REPEAT_1 + state) == 0 ? 1 : 2 + range.bit(IS_REPEAT_2 + state);
        }
        boolean isLong = which > 0 || range.bit(IS_REPEAT_0_LONG + state * POSITIONS + inPosition) != 0;
        if (isLong) {
            length = length(REPEAT_LENGTH, inPosition);
        }
        int distance = which == 0 ? repeat0 : which == 1 ? repeat1 : which == 2 ? repeat2 : repeat3;
        if (which == 3) {
            repeat3 = repeat2;
        }
        if (which >= 2) {
            repeat2 = repeat1;
        }
        if (which >= 1) {
            repeat1 = repeat0;
        }
        repeat0 = distance;
        int base = isLong ? 8 : 9;
        state = state < FIRST_MATCH_STATE ? base : 11;
        pending = length;
    }

    private int length(int base, int inPosition) throws RangeDecoder.Starved {
        if (range.bit(base) == 0) {
            return SHORTEST_MATCH + range.tree(base + LENGTH_SHORT + inPosition * 8, 3);
        }
        if (range.bit(base + 1) == 0) {
            return SHORTEST_MATCH + 8 + range.tree(base + LENGTH_MIDDLE + inPosition * 8, 3);
        }
        return SHORTEST_MATCH + 16 + range.tree(base + LENGTH_LONG, 8);
    }

    /** How far back a match lies; -1 means the end. */
    private int distance(int length) throws RangeDecoder.Starved {
        int slot = range.tree(SLOT + Math.min(length - SHORTEST_MATCH, 3) * 64, 6);
        if (slot < FIRST_SPECIAL_SLOT) {
            return slot;
        }
        int bits = (slot >> 1) - 1;
        int distance = (2 | slot & 1) << bits;
        if (slot < FIRST_DIRECT_SLOT) {
            return distance + range.reverseTree(SPECIAL + distance - slot, bits);
        }
        distance += range.direct(bits - ALIGN_BITS) << ALIGN_BITS;
        return distance + range.reverseTree(ALIGN, ALIGN_BITS);
    }
}
