package org.pyvm.modules.bzip2;

import java.util.Arrays;

/** Decompresses one stream, whose bytes come in pieces. */
final class Bzip2Decoder {
    private enum State {
        STREAM_HEADER,
        BLOCK_MAGIC,
        BLOCK_HEADER,
        CODES,
        OUTPUT,
        STREAM_END
    }

    private static final int BLOCK_MAGIC_HIGH = 0x314159;
    private static final int BLOCK_MAGIC_LOW = 0x265359;
    private static final int END_MAGIC_HIGH = 0x177245;
    private static final int END_MAGIC_LOW = 0x385090;
    private static final int BLOCK_UNIT = 100_000;

    private final BitSource in = new BitSource();
    private State state = State.STREAM_HEADER;
    private int blockSize;
    private BlockDecoder block;
    private int combined;
    /** Whether what has come breaks off in the middle of something that is read at once. */
    private boolean isStarved;

    boolean isAtEnd() {
        return state == State.STREAM_END;
    }

    /** Whether nothing more can be read before other bytes come. */
    boolean isHungry() {
        return isStarved || in.available() == 0;
    }

    /** What came behind the stream's end. */
    byte[] rest() {
        return in.rest();
    }

    /** Takes bytes in, and gives out what can be had, at most some number. @throws BlockDecoder.DataError */
    byte[] run(byte[] data, int most) {
        in.add(data);
        isStarved = false;
        byte[] out = new byte[(int) Math.min(most, Math.max(8192L, data.length * 4L))];
        int length = 0;
        while (state != State.STREAM_END) {
            if (state == State.OUTPUT) {
                if (length == out.length && length < most) {
                    out = Arrays.copyOf(out, (int) Math.min(most, out.length * 2L));
                }
                length += block.write(out, length, out.length);
                if (!block.isWritten()) {
                    if (length == most) {
                        break;
                    }
                    continue;
                }
                combined = (combined << 1 | combined >>> 31) ^ block.checkedSum();
                block = null;
                state = State.BLOCK_MAGIC;
                continue;
            }
            try {
                in.mark();
                advance();
            } catch (BitSource.Exhausted e) {
                in.reset();
                isStarved = true;
                break;
            }
        }
        return Arrays.copyOf(out, length);
    }

    private void advance() {
        switch (state) {
            case STREAM_HEADER -> {
                boolean isMagic = in.read(8) == 'B' && in.read(8) == 'Z' && in.read(8) == 'h';
                int level = isMagic ? in.read(8) - '0' : 0;
                if (level < 1 || level > 9) {
                    throw new BlockDecoder.DataError();
                }
                blockSize = level * BLOCK_UNIT;
                state = State.BLOCK_MAGIC;
            }
            case BLOCK_MAGIC -> readMagic();
            case BLOCK_HEADER -> {
                block.readHeader(in);
                state = State.CODES;
            }
            case CODES -> {
                block.readCodes(in);
                state = State.OUTPUT;
            }
            case OUTPUT, STREAM_END -> throw new IllegalStateException("nothing to read");
        }
    }

    private void readMagic() {
        int high = in.read(24);
        int low = in.read(24);
        if (high == BLOCK_MAGIC_HIGH && low == BLOCK_MAGIC_LOW) {
            block = new BlockDecoder(blockSize);
            state = State.BLOCK_HEADER;
        } else if (high == END_MAGIC_HIGH && low == END_MAGIC_LOW) {
            if (in.read(32) != combined) {
                throw new BlockDecoder.DataError();
            }
            in.align();
            state = State.STREAM_END;
        } else {
            throw new BlockDecoder.DataError();
        }
    }
}
