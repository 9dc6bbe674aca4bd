package org.pyvm.modules.lzma;

/**
 * What a decoder of LZMA must know.
 *
 * @param lc how many bits of the byte before choose the probabilities of a byte
 * @param lp how many bits of the position do so
 * @param pb how many bits of the position choose those of everything else
 * @param dictionarySize an unsigned 32-bit number
 */
record LzmaProperties(int lc, int lp, int pb, long dictionarySize) {
    private static final int MOST_LITERAL_BITS = 4;
    private static final int FIRST_INVALID = 9 * 5 * 5;

    boolean isValid() {
        return lc <= MOST_LITERAL_BITS && lp <= MOST_LITERAL_BITS && lc + lp <= MOST_LITERAL_BITS && pb <= 4;
    }

    /** @return null when the byte says nothing valid */
    static LzmaProperties ofByte(int packed, long dictionarySize) {
        if (packed >= FIRST_INVALID) {
            return null;
        }
        LzmaProperties properties = new LzmaProperties(packed % 9, packed / 9 % 5, packed / (9 * 5), dictionarySize);
        return properties.isValid() ? properties : null;
    }

    int toByte() {
        return (pb * 5 + lp) * 9 + lc;
    }

    /** The size that LZMA2 writes in a byte; -1 when there is no such size. */
    static long dictionarySizeOf(int packed) {
        if (packed > 40) {
            return -1;
        }
        return packed == 40 ? 0xFFFFFFFFL : (2L | packed & 1) << packed / 2 + 11;
    }

    /** The byte that stands for a size, or the next one above it. */
    static int dictionaryByte(long size) {
        int packed = 0;
        while (dictionarySizeOf(packed) < size) {
            packed++;
        }
        return packed;
    }
}
