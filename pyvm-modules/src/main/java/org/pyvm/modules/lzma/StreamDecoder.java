package org.pyvm.modules.lzma;

/** Decodes a whole stream of some format. */
interface StreamDecoder extends BodyDecoder {
    int CHECK_NONE = 0;
    int CHECK_UNKNOWN = 16;

    /** Where the memory is not limited. */
    long NO_LIMIT = -1;

    /** The number of the integrity check, {@link #CHECK_UNKNOWN} before it was read. */
    int check();

    /** Without a container. */
    static StreamDecoder raw(ChainDecoder chain) {
        return new StreamDecoder() {
            @Override
            public int check() {
                return CHECK_NONE;
            }

            @Override
            public boolean run(ByteInput in, ByteOutput out) throws LzmaFailure {
                return chain.run(in, out);
            }

            @Override
            public boolean isAtEnd() {
                return chain.isAtEnd();
            }
        };
    }

    static void checkMemory(long needed, long limit) throws LzmaFailure {
        if (limit != NO_LIMIT && Long.compareUnsigned(needed, limit) > 0) {
            throw LzmaFailure.memoryLimit();
        }
    }
}
