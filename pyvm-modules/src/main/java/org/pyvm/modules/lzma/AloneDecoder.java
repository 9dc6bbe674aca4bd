package org.pyvm.modules.lzma;

/** The older format .lzma: a header of 13 bytes, then LZMA. */
final class AloneDecoder implements StreamDecoder {
    private static final int HEADER = 13;
    private static final long LARGEST = 1L << 38;
    private static final long LARGEST_DICTIONARY = 0xFFFFFFFFL;

    private final long memoryLimit;
    private final boolean isGuessed;
    private Lzma1Decoder body;

    /** @param isGuessed whether the header must also be plausible, as nobody has said that it is this format */
    AloneDecoder(long memoryLimit, boolean isGuessed) {
        this.memoryLimit = memoryLimit;
        this.isGuessed = isGuessed;
    }

    @Override
    public int check() {
        return isGuessed && body == null ? CHECK_UNKNOWN : CHECK_NONE;
    }

    @Override
    public boolean isAtEnd() {
        return body != null && body.isAtEnd();
    }

    @Override
    public boolean run(ByteInput in, ByteOutput out) throws LzmaFailure {
        if (body == null) {
            if (in.available() > 0 && LzmaProperties.ofByte(in.peek(0), 0) == null) {
                throw LzmaFailure.format();
            }
            if (in.available() < HEADER) {
                return true;
            }
            readHeader(in);
        }
        return body.run(in, out);
    }

    private void readHeader(ByteInput in) throws LzmaFailure {
        int packed = in.next();
        long dictionarySize = in.next(4);
        long length = in.next(8);
        if (isGuessed && !isPlausible(dictionarySize, length)) {
            throw LzmaFailure.format();
        }
        LzmaProperties properties = LzmaProperties.ofByte(packed, dictionarySize);
        StreamDecoder.checkMemory(new Filter.Lzma(Filter.LZMA1, properties).memoryUsage(), memoryLimit);
        if (length < Lzma1Decoder.UNKNOWN) {
            throw LzmaFailure.corrupt();
        }
        body = new Lzma1Decoder(properties, length);
    }

    /** Whether the dictionary is 2^n or 2^n + 2^(n-1) bytes large, and the data less than 256 GiB. */
    private static boolean isPlausible(long dictionarySize, long length) {
        long lowest = Long.lowestOneBit(dictionarySize);
        boolean isRound =
                dictionarySize == LARGEST_DICTIONARY || dictionarySize == lowest || dictionarySize == lowest * 3;
        return isRound && (length == Lzma1Decoder.UNKNOWN || length >= 0 && length < LARGEST);
    }
}
