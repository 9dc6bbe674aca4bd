package org.pyvm.modules.lzma;

/** LZMA2: parts of LZMA and of uncompressed bytes, each with its lengths. */
final class Lzma2Decoder implements BodyDecoder {
    private enum State {
        CONTROL,
        START,
        SYMBOLS,
        PLAIN,
        END
    }

    private static final int END = 0;
    private static final int PLAIN_AND_RESET = 1;
    private static final int PLAIN = 2;
    private static final int FIRST_LZMA = 0x80;
    private static final int RESET_STATE = 0xA0;
    private static final int NEW_PROPERTIES = 0xC0;
    private static final int RESET_ALL = 0xE0;

    private static final int PLAIN_HEADER = 3;
    private static final int LZMA_HEADER = 5;

    private final Window window;
    private final long dictionarySize;
    private LzmaDecoder decoder;
    private State state = State.CONTROL;
    private boolean needsReset = true;
    private boolean needsProperties = true;
    private int compressedLeft;
    private int left;

    Lzma2Decoder(long dictionarySize) {
        this.dictionarySize = dictionarySize;
        window = new Window(dictionarySize);
    }

    @Override
    public boolean isAtEnd() {
        return state == State.END;
    }

    @Override
    public boolean run(ByteInput in, ByteOutput out) throws LzmaFailure {
        while (state != State.END) {
            boolean goesOn = switch (state) {
                case CONTROL -> readControl(in);
                case START -> readStart(in);
                case SYMBOLS -> readSymbols(in, out);
                case PLAIN -> copy(in, out);
                case END -> true;
            };
            if (!goesOn) {
                return out.room() > 0 || state == State.CONTROL || state == State.START;
            }
        }
        return false;
    }

    private boolean readControl(ByteInput in) throws LzmaFailure {
        if (in.available() == 0) {
            return false;
        }
        int control = in.peek(0);
        if (control == END) {
            in.next();
            state = State.END;
            return true;
        }
        int header = control < FIRST_LZMA ? PLAIN_HEADER : control < NEW_PROPERTIES ? LZMA_HEADER : LZMA_HEADER + 1;
        if (control > PLAIN && control < FIRST_LZMA) {
            throw LzmaFailure.corrupt();
        }
        if (in.available() < header) {
            return false;
        }
        in.next();
        if (control == PLAIN_AND_RESET || control >= RESET_ALL) {
            needsReset = false;
            needsProperties = true;
            window.reset();
        } else if (needsReset) {
            throw LzmaFailure.corrupt();
        }
        left = (in.next() << 8 | in.next()) + 1;
        if (control <= PLAIN) {
            state = State.PLAIN;
            return true;
        }
        left += (control & 0x1F) << 16;
        compressedLeft = (in.next() << 8 | in.next()) + 1;
        prepare(control, in);
        state = State.START;
        return true;
    }

    private void prepare(int control, ByteInput in) throws LzmaFailure {
        if (control >= NEW_PROPERTIES) {
            LzmaProperties properties = LzmaProperties.ofByte(in.next(), dictionarySize);
            if (properties == null) {
                throw LzmaFailure.corrupt();
            }
            decoder = new LzmaDecoder(properties, window);
            needsProperties = false;
        } else if (needsProperties) {
            throw LzmaFailure.corrupt();
        } else if (control >= RESET_STATE) {
            decoder.reset();
        }
    }

    private boolean readStart(ByteInput in) throws LzmaFailure {
        if (compressedLeft < RangeDecoder.HEADER_SIZE) {
            throw LzmaFailure.corrupt();
        }
        if (in.available() < RangeDecoder.HEADER_SIZE) {
            return false;
        }
        decoder.start(in);
        compressedLeft -= RangeDecoder.HEADER_SIZE;
        state = State.SYMBOLS;
        return true;
    }

    private boolean readSymbols(ByteInput in, ByteOutput out) throws LzmaFailure {
        int at = in.at;
        int written = out.length();
        int end = Math.min(in.end, at + compressedLeft);
        boolean isComplete = end == at + compressedLeft;
        LzmaDecoder.Stop stop = decoder.decode(in, end, out, Math.min(left, out.room()));
        left -= out.length() - written;
        boolean isDone = left == 0 && stop == LzmaDecoder.Stop.ROOM && decoder.finish(in, end);
        compressedLeft -= in.at - at;
        if (isDone) {
            if (compressedLeft > 0 || decoder.isInMatch() || !decoder.isFinished()) {
                throw LzmaFailure.corrupt();
            }
            state = State.CONTROL;
            return true;
        }
        boolean isStarved = stop == LzmaDecoder.Stop.INPUT || left == 0;
        if (stop == LzmaDecoder.Stop.MARKER || isStarved && isComplete) {
            throw LzmaFailure.corrupt();
        }
        return false;
    }

    private boolean copy(ByteInput in, ByteOutput out) {
        int count = Math.min(Math.min(left, in.available()), out.room());
        for (int i = 0; i < count; i++) {
            window.put(in.bytes[in.at + i]);
        }
        out.put(in.bytes, in.at, count);
        in.at += count;
        left -= count;
        if (left > 0) {
            return false;
        }
        state = State.CONTROL;
        return true;
    }
}
