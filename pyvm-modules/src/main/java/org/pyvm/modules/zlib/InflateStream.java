package org.pyvm.modules.zlib;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.pyvm.objects.codecs.ByteSink;

/**
 * A decompressor with its container, fed bit by bit. What was consumed is kept up to a limit, since a copy is made by doing it
 * all again.
 */
final class InflateStream {
    private static final int MOST_HISTORY = 1 << 24;

    private enum State {
        HEADER,
        DATA,
        TRAILER,
        END
    }

    private final Container requested;
    private final int windowBits;
    private final byte[] dictionary;
    private final Inflater inflater = new Inflater(true);
    private Container container;
    private Checksum checksum;
    private State state = State.HEADER;
    /** Bytes of a header or trailer that is not complete yet. */
    private ByteSink pending = new ByteSink(16);

    private long outputSize;
    /** Bytes of the last input that were used. */
    private int consumed;

    private List<Step> history = new ArrayList<>();
    private long historySize;

    private record Step(byte[] data, int most) {}

    /** @param dictionary empty for none */
    InflateStream(Container requested, int windowBits, byte[] dictionary) {
        this.requested = requested;
        this.windowBits = windowBits;
        this.dictionary = dictionary;
        if (requested == Container.RAW) {
            start(Container.RAW);
            if (dictionary.length > 0) {
                inflater.setDictionary(dictionary);
            }
        }
    }

    private void start(Container found) {
        container = found;
        checksum = found == Container.GZIP ? new CRC32() : new Adler32();
        state = State.DATA;
        pending = new ByteSink(16);
    }

    /** The same state once more. @return null when too much has been decompressed already */
    InflateStream copy() throws ZlibFailure {
        if (history == null) {
            return null;
        }
        InflateStream copy = new InflateStream(requested, windowBits, dictionary);
        for (Step step : history) {
            copy.run(step.data, step.most);
        }
        return copy;
    }

    boolean isAtEnd() {
        return state == State.END;
    }

    /** Bytes of the input of the last {@link #run} that were used. */
    int consumed() {
        return consumed;
    }

    /** @param most bytes to produce at most */
    byte[] run(byte[] data, int most) throws ZlibFailure {
        historySize += data.length;
        if (historySize > MOST_HISTORY) {
            history = null;
        }
        consumed = 0;
        while (state == State.HEADER && consumed < data.length) {
            pending.write(data[consumed++]);
            header(pending.toByteArray());
        }
        ByteSink out = new ByteSink(Math.min(most, Math.max(64, data.length * 3)));
        if (state == State.DATA) {
            inflate(data, most, out);
        }
        while (state == State.TRAILER && consumed < data.length && pending.size() < trailerSize()) {
            pending.write(data[consumed++]);
        }
        if (state == State.TRAILER && pending.size() == trailerSize()) {
            trailer(pending.toByteArray());
        }
        if (history != null) {
            history.add(new Step(Arrays.copyOf(data, consumed), most));
        }
        return out.toByteArray();
    }

    private void inflate(byte[] data, int most, ByteSink out) throws ZlibFailure {
        inflater.setInput(data, consumed, data.length - consumed);
        byte[] buffer = new byte[Math.min(most, 1 << 16)];
        try {
            while (out.size() < most && !inflater.finished()) {
                int room = Math.min(buffer.length, most - out.size());
                int count = inflater.inflate(buffer, 0, room);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                out.write(buffer, 0, count);
                checksum.update(buffer, 0, count);
                outputSize += count;
            }
            if (out.size() == most && !inflater.finished() && inflater.getRemaining() > 0) {
                // All may have been written and only the end mark be left, which needs no room.
                inflater.inflate(buffer, 0, 0);
            }
        } catch (DataFormatException e) {
            throw ZlibFailure.data(e.getMessage());
        }
        consumed = data.length - inflater.getRemaining();
        if (inflater.finished()) {
            inflater.end();
            state = container == Container.RAW ? State.END : State.TRAILER;
        }
    }

    private static int unsigned(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    /** Looks at the header so far; goes on to the data when it is complete. */
    private void header(byte[] bytes) throws ZlibFailure {
        if (bytes.length < 2) {
            return;
        }
        boolean gzip = unsigned(bytes, 0) == 0x1F && unsigned(bytes, 1) == 0x8B;
        if (requested == Container.GZIP || requested == Container.AUTOMATIC && gzip) {
            if (!gzip) {
                throw ZlibFailure.data("incorrect header check");
            }
            gzipHeader(bytes);
            return;
        }
        int method = unsigned(bytes, 0);
        int flags = unsigned(bytes, 1);
        if ((method << 8 | flags) % 31 != 0) {
            throw ZlibFailure.data("incorrect header check");
        }
        if ((method & 0xF) != 8) {
            throw ZlibFailure.data("unknown compression method");
        }
        int allowed = windowBits % 16 == 0 ? 15 : windowBits % 16;
        if ((method >> 4) + 8 > allowed) {
            throw ZlibFailure.data("invalid window size");
        }
        if ((flags & 0x20) == 0) {
            start(Container.ZLIB);
        } else if (bytes.length == 6) {
            start(Container.ZLIB);
            useDictionary(bytes);
        }
    }

    private void useDictionary(byte[] header) throws ZlibFailure {
        if (dictionary.length == 0) {
            throw new ZlibFailure(ZlibFailure.NEED_DICTIONARY, null);
        }
        Adler32 id = new Adler32();
        id.update(dictionary);
        if (id.getValue() != big(header, 2)) {
            throw new DictionaryMismatch();
        }
        inflater.setDictionary(dictionary);
    }

    /** The dictionary that was given is not the one that the data was compressed with. */
    static final class DictionaryMismatch extends RuntimeException {
        private static final long serialVersionUID = 1;

        DictionaryMismatch() {
            super(null, null, false, false);
        }
    }

    private static long big(byte[] bytes, int at) {
        long value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | unsigned(bytes, at + i);
        }
        return value;
    }

    private static long little(byte[] bytes, int at) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | unsigned(bytes, at + i);
        }
        return value;
    }

    /** A gzip header: ten bytes, then what its flags announce. */
    private void gzipHeader(byte[] bytes) throws ZlibFailure {
        int size = bytes.length;
        if (size == 3 && bytes[2] != 8) {
            throw ZlibFailure.data("unknown compression method");
        }
        if (size == 4 && (bytes[3] & 0xE0) != 0) {
            throw ZlibFailure.data("unknown header flags set");
        }
        if (size < 10) {
            return;
        }
        int flags = bytes[3];
        int at = 10;
        if ((flags & 4) != 0) {
            if (size < at + 2) {
                return;
            }
            at += 2 + (unsigned(bytes, at) | unsigned(bytes, at + 1) << 8);
        }
        for (int text = 8; text <= 16; text *= 2) {
            if ((flags & text) != 0) {
                while (at < size && bytes[at] != 0) {
                    at++;
                }
                at++;
            }
        }
        if ((flags & 2) != 0) {
            at += 2;
        }
        if (size < at) {
            return;
        }
        if ((flags & 2) != 0) {
            CRC32 crc = new CRC32();
            crc.update(bytes, 0, at - 2);
            if ((crc.getValue() & 0xFFFF) != (unsigned(bytes, at - 2) | unsigned(bytes, at - 1) << 8)) {
                throw ZlibFailure.data("header crc mismatch");
            }
        }
        start(Container.GZIP);
    }

    private int trailerSize() {
        return container == Container.GZIP ? 8 : 4;
    }

    private void trailer(byte[] bytes) throws ZlibFailure {
        boolean gzip = container == Container.GZIP;
        if (checksum.getValue() != (gzip ? little(bytes, 0) : big(bytes, 0))) {
            throw ZlibFailure.data("incorrect data check");
        }
        if (gzip && (outputSize & 0xFFFFFFFFL) != little(bytes, 4)) {
            throw ZlibFailure.data("incorrect length check");
        }
        state = State.END;
    }
}
