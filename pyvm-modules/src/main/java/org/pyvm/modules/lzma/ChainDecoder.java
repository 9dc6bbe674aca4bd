package org.pyvm.modules.lzma;

import java.util.ArrayList;
import java.util.List;

/** Decodes LZMA1 or LZMA2, and then the filters that were applied before it. */
final class ChainDecoder implements BodyDecoder {
    private static final int PIECE = 1 << 15;

    private final BodyDecoder inner;
    /** In the order of decoding. */
    private final List<FilterDecoder> filters = new ArrayList<>();

    private final ByteOutput piece = new ByteOutput(PIECE);
    private byte[] ready = {};
    private int given;
    private boolean isFlushed;

    /** @param chain in the order of encoding: the last one compresses */
    ChainDecoder(List<Filter> chain) throws LzmaFailure {
        if (chain.isEmpty() || chain.size() > Filter.MOST) {
            throw LzmaFailure.usage();
        }
        if (!(chain.getLast() instanceof Filter.Lzma lzma)) {
            throw LzmaFailure.options();
        }
        LzmaProperties properties = lzma.properties();
        if (lzma.id() == Filter.LZMA1 && !properties.isValid()) {
            throw LzmaFailure.options();
        }
        inner = lzma.id() == Filter.LZMA1
                ? new Lzma1Decoder(properties, Lzma1Decoder.UNKNOWN)
                : new Lzma2Decoder(properties.dictionarySize());
        for (Filter filter : chain.subList(0, chain.size() - 1).reversed()) {
            // Checks the values.
            filter.options();
            filters.add(
                    switch (filter) {
                        case Filter.Lzma misplaced -> throw LzmaFailure.options();
                        case Filter.Delta delta -> FilterDecoder.of(delta);
                        case Filter.Branches branches -> FilterDecoder.of(branches);
                    });
        }
    }

    static long memoryUsage(List<Filter> chain) {
        return chain.stream().mapToLong(Filter::memoryUsage).sum();
    }

    @Override
    public boolean isAtEnd() {
        return inner.isAtEnd() && (filters.isEmpty() || isFlushed && given == ready.length);
    }

    @Override
    public boolean run(ByteInput in, ByteOutput out) throws LzmaFailure {
        if (filters.isEmpty()) {
            return inner.run(in, out);
        }
        while (true) {
            int count = Math.min(out.room(), ready.length - given);
            out.put(ready, given, count);
            given += count;
            if (given < ready.length || out.room() == 0 || isFlushed) {
                return false;
            }
            piece.clear();
            boolean isStarved = inner.run(in, piece);
            isFlushed = inner.isAtEnd();
            ready = piece.toByteArray();
            given = 0;
            for (FilterDecoder filter : filters) {
                ready = filter.run(ready, isFlushed);
            }
            if (isStarved && ready.length == 0) {
                return true;
            }
        }
    }
}
