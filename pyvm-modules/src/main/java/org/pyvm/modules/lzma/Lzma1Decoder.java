package org.pyvm.modules.lzma;

/** LZMA without the parts that LZMA2 puts it in: one run of symbols, up to a marker or a known length. */
final class Lzma1Decoder implements BodyDecoder {
    private enum State {
        START,
        SYMBOLS,
        /** All bytes are there; the marker may follow. */
        MARKER,
        END
    }

    /** Where the length is not known. */
    static final long UNKNOWN = -1;

    private static final int ONE = 1;

    private final LzmaDecoder decoder;
    private long left;
    private State state = State.START;

    /** @param length of the decoded data, or {@link #UNKNOWN} */
    Lzma1Decoder(LzmaProperties properties, long length) {
        decoder = new LzmaDecoder(properties, new Window(properties.dictionarySize()));
        left = length;
    }

    @Override
    public boolean isAtEnd() {
        return state == State.END;
    }

    @Override
    public boolean run(ByteInput in, ByteOutput out) throws LzmaFailure {
        while (state != State.END) {
            if (state == State.START) {
                if (in.available() < RangeDecoder.HEADER_SIZE) {
                    return true;
                }
                decoder.start(in);
                state = left == 0 ? State.MARKER : State.SYMBOLS;
            } else if (state == State.SYMBOLS) {
                int before = out.length();
                int most = left == UNKNOWN ? out.room() : (int) Math.min(left, out.room());
                LzmaDecoder.Stop stop = decoder.decode(in, in.end, out, most);
                if (left != UNKNOWN) {
                    left -= out.length() - before;
                }
                if (stop == LzmaDecoder.Stop.MARKER) {
                    if (left > 0) {
                        throw LzmaFailure.corrupt();
                    }
                    endAtMarker(in);
                } else if (left == 0) {
                    state = State.MARKER;
                } else {
                    return stop == LzmaDecoder.Stop.INPUT;
                }
            } else if (!readMarker(in)) {
                return true;
            }
        }
        return false;
    }

    private void endAtMarker(ByteInput in) throws LzmaFailure {
        // The range decoder has nothing left over behind a marker: its last byte came with it.
        if (!decoder.finish(in, in.end) || !decoder.isFinished()) {
            throw LzmaFailure.corrupt();
        }
        state = State.END;
    }

    /** At the known length: the encoder stopped, or wrote the marker. */
    private boolean readMarker(ByteInput in) throws LzmaFailure {
        if (decoder.isInMatch()) {
            throw LzmaFailure.corrupt();
        }
        if (!decoder.finish(in, in.end)) {
            return false;
        }
        if (decoder.isFinished()) {
            state = State.END;
            return true;
        }
        switch (decoder.decode(in, in.end, new ByteOutput(ONE), ONE)) {
            case INPUT -> {
                return false;
            }
            case MARKER -> endAtMarker(in);
            case ROOM -> throw LzmaFailure.corrupt();
        }
        return true;
    }
}
