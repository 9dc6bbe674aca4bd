package org.pyvm.modules.zlib;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import java.util.zip.Deflater;
import org.pyvm.objects.codecs.ByteSink;

/** A compressor with its container. What went in is kept up to a limit, since a copy is made by doing it all again. */
final class DeflateStream {
    static final int NO_FLUSH = 0;
    static final int FULL_FLUSH = 3;
    static final int FINISH = 4;

    /** Bytes of input that are kept for copies. */
    private static final int MOST_HISTORY = 1 << 24;

    private final Container container;
    private final int level;
    private final int windowBits;
    private final int strategy;
    private final byte[] dictionary;
    private final Deflater deflater;
    private final Checksum checksum;
    private boolean headerWritten;
    private boolean finished;
    private long inputSize;

    /** What was done so far; null when it was too much to keep. */
    private List<Step> history = new ArrayList<>();

    private record Step(byte[] data, int flush) {}

    /** @param dictionary null for none */
    DeflateStream(Container container, int level, int windowBits, int strategy, byte[] dictionary) {
        this.container = container;
        this.level = level;
        this.windowBits = windowBits;
        this.strategy = strategy;
        this.dictionary = dictionary;
        this.checksum = container == Container.GZIP ? new CRC32() : new Adler32();
        deflater = new Deflater(level, true);
        // The JDK knows three strategies; the others compress worse or differently, and to the same format.
        deflater.setStrategy(
                strategy == 3 ? Deflater.DEFAULT_STRATEGY : strategy == 4 ? Deflater.HUFFMAN_ONLY : strategy);
        if (dictionary != null) {
            deflater.setDictionary(dictionary);
        }
    }

    /** The same state once more. @return null when too much has been compressed already */
    DeflateStream copy() throws ZlibFailure {
        if (history == null || finished) {
            return null;
        }
        DeflateStream copy = new DeflateStream(container, level, windowBits, strategy, dictionary);
        for (Step step : history) {
            copy.run(step.data, step.flush);
        }
        return copy;
    }

    byte[] run(byte[] data, int flush) throws ZlibFailure {
        if (finished || flush < NO_FLUSH || flush > 6) {
            throw ZlibFailure.stream();
        }
        inputSize += data.length;
        if (inputSize > MOST_HISTORY) {
            history = null;
        } else if (history != null) {
            history.add(new Step(data, flush));
        }
        ByteSink out = new ByteSink(data.length / 2 + 64);
        if (!headerWritten) {
            headerWritten = true;
            writeHeader(out);
        }
        checksum.update(data);
        deflater.setInput(data);
        if (flush == FINISH) {
            deflater.finish();
        }
        int mode = flush == NO_FLUSH || flush == FINISH
                ? Deflater.NO_FLUSH
                : flush == FULL_FLUSH ? Deflater.FULL_FLUSH : Deflater.SYNC_FLUSH;
        byte[] buffer = new byte[Math.min(Math.max(64, data.length), 1 << 16)];
        int written;
        do {
            written = deflater.deflate(buffer, 0, buffer.length, mode);
            out.write(buffer, 0, written);
            // A strategy of its own takes a call by itself before any data are.
        } while (written == buffer.length || (flush == FINISH ? !deflater.finished() : !deflater.needsInput()));
        if (flush == FINISH) {
            finished = true;
            deflater.end();
            writeTrailer(out);
        }
        return out.toByteArray();
    }

    private void writeHeader(ByteSink out) {
        switch (container) {
            case ZLIB -> {
                int info = Math.max(9, windowBits) - 8;
                int speed =
                        strategy >= 2 || level == 0 || level == 1 ? 0 : level > 0 && level < 6 ? 1 : level > 6 ? 3 : 2;
                int header = (info << 4 | 8) << 8 | speed << 6 | (dictionary != null ? 0x20 : 0);
                header += 31 - header % 31;
                writeBig(out, header, 2);
                if (dictionary != null) {
                    Adler32 id = new Adler32();
                    id.update(dictionary);
                    writeBig(out, id.getValue(), 4);
                }
            }
            case GZIP -> {
                out.write(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0});
                out.write(level == 9 ? 2 : strategy >= 2 || level == 0 || level == 1 ? 4 : 0);
                out.write(3);
            }
            case RAW, AUTOMATIC -> {}
        }
    }

    private static void writeBig(ByteSink out, long value, int size) {
        for (int shift = 8 * size - 8; shift >= 0; shift -= 8) {
            out.write((int) (value >> shift));
        }
    }

    private void writeTrailer(ByteSink out) {
        switch (container) {
            case ZLIB -> writeBig(out, checksum.getValue(), 4);
            case GZIP -> {
                for (int shift = 0; shift < 32; shift += 8) {
                    out.write((int) (checksum.getValue() >> shift));
                }
                for (int shift = 0; shift < 32; shift += 8) {
                    out.write((int) (inputSize >> shift));
                }
            }
            case RAW, AUTOMATIC -> {}
        }
    }
}
