package org.pyvm.modules.lzma;

import java.util.Arrays;
import org.tukaani.xz.delta.DeltaDecoder;
import org.tukaani.xz.simple.SimpleFilter;

/** Undoes what a filter did to the bytes before they were compressed. */
interface FilterDecoder {
    /**
     * Answers the bytes that are ready.
     *
     * @param bytes the next ones; the decoder may change them
     * @param isLast whether no more will come
     */
    byte[] run(byte[] bytes, boolean isLast);

    static FilterDecoder of(Filter.Delta filter) {
        DeltaDecoder decoder = new DeltaDecoder((int) filter.distance());
        return (bytes, isLast) -> {
            decoder.decode(bytes, 0, bytes.length);
            return bytes;
        };
    }

    static FilterDecoder of(Filter.Branches filter) {
        return new OfBranches(filter.decoder());
    }

    /** An instruction may be cut in two: its beginning waits for the rest. */
    final class OfBranches implements FilterDecoder {
        private final SimpleFilter filter;
        private byte[] waiting = {};

        private OfBranches(SimpleFilter filter) {
            this.filter = filter;
        }

        @Override
        public byte[] run(byte[] bytes, boolean isLast) {
            byte[] all = Arrays.copyOf(waiting, waiting.length + bytes.length);
            System.arraycopy(bytes, 0, all, waiting.length, bytes.length);
            int ready = filter.code(all, 0, all.length);
            if (isLast) {
                waiting = new byte[0];
                return all;
            }
            waiting = Arrays.copyOfRange(all, ready, all.length);
            return Arrays.copyOf(all, ready);
        }
    }
}
