package org.pyvm.modules.hash;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** BLAKE2 (RFC 7693) with its parameter block: BLAKE2b on words of 64 bits, BLAKE2s on words of 32. */
final class Blake2 implements HashFunction {
    private static final long[] IV = {
        0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
        0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
    };

    private static final byte[][] SIGMA = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
        {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
        {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
        {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
        {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
        {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
        {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
        {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
        {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}
    };

    private final boolean wide;
    private final boolean lastNode;
    private final int blockSize;
    private final long[] state;
    private final byte[] block;
    private int filled;
    private long counter;

    private Blake2(boolean wide, boolean lastNode, long[] state, byte[] block, int filled, long counter) {
        this.wide = wide;
        this.lastNode = lastNode;
        this.blockSize = wide ? 128 : 64;
        this.state = state;
        this.block = block;
        this.filled = filled;
        this.counter = counter;
    }

    /**
     * @param wide whether it is BLAKE2b
     * @param parameters the parameter block: 64 bytes, or 32
     * @param key empty for none
     */
    static Blake2 of(boolean wide, byte[] parameters, byte[] key, boolean lastNode) {
        long[] state = new long[8];
        ByteBuffer words = ByteBuffer.wrap(parameters).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 8; i++) {
            state[i] = wide ? IV[i] ^ words.getLong(8 * i) : IV[i] >>> 32 ^ words.getInt(4 * i) & 0xffffffffL;
        }
        Blake2 blake = new Blake2(wide, lastNode, state, new byte[wide ? 128 : 64], 0, 0);
        if (key.length > 0) {
            byte[] padded = new byte[blake.blockSize];
            System.arraycopy(key, 0, padded, 0, key.length);
            blake.update(padded);
        }
        return blake;
    }

    @Override
    public void update(byte[] data) {
        int at = 0;
        while (at < data.length) {
            // The last block is compressed with a mark of its own, so a full one waits for more.
            if (filled == blockSize) {
                counter += blockSize;
                compress(false);
                filled = 0;
            }
            int count = Math.min(blockSize - filled, data.length - at);
            System.arraycopy(data, at, block, filled, count);
            filled += count;
            at += count;
        }
    }

    private void compress(boolean last) {
        if (wide) {
            compressWide(last);
        } else {
            compressNarrow(last);
        }
    }

    private void compressWide(boolean last) {
        long[] m = new long[16];
        ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(m);
        long[] v = new long[16];
        System.arraycopy(state, 0, v, 0, 8);
        System.arraycopy(IV, 0, v, 8, 8);
        v[12] ^= counter;
        v[14] ^= last ? -1 : 0;
        v[15] ^= last && lastNode ? -1 : 0;
        for (int round = 0; round < 12; round++) {
            byte[] s = SIGMA[round % 10];
            for (int i = 0; i < 8; i++) {
                mixWide(v, i & 3, i < 4 ? 0 : 1, m[s[2 * i]], m[s[2 * i + 1]]);
            }
        }
        for (int i = 0; i < 8; i++) {
            state[i] ^= v[i] ^ v[i + 8];
        }
    }

    /** @param shift 0 for a column of the matrix, which begins at {@code a}, and 1 for a diagonal */
    private static void mixWide(long[] v, int a, int shift, long x, long y) {
        int b = 4 + (a + shift & 3);
        int c = 8 + (a + 2 * shift & 3);
        int d = 12 + (a + 3 * shift & 3);
        v[a] += v[b] + x;
        v[d] = Long.rotateRight(v[d] ^ v[a], 32);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 24);
        v[a] += v[b] + y;
        v[d] = Long.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 63);
    }

    private void compressNarrow(boolean last) {
        int[] m = new int[16];
        ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(m);
        int[] v = new int[16];
        for (int i = 0; i < 8; i++) {
            v[i] = (int) state[i];
            v[i + 8] = (int) (IV[i] >>> 32);
        }
        v[12] ^= (int) counter;
        v[13] ^= (int) (counter >>> 32);
        v[14] ^= last ? -1 : 0;
        v[15] ^= last && lastNode ? -1 : 0;
        for (int round = 0; round < 10; round++) {
            byte[] s = SIGMA[round];
            for (int i = 0; i < 8; i++) {
                mixNarrow(v, i & 3, i < 4 ? 0 : 1, m[s[2 * i]], m[s[2 * i + 1]]);
            }
        }
        for (int i = 0; i < 8; i++) {
            state[i] = (state[i] ^ v[i] ^ v[i + 8]) & 0xffffffffL;
        }
    }

    private static void mixNarrow(int[] v, int a, int shift, int x, int y) {
        int b = 4 + (a + shift & 3);
        int c = 8 + (a + 2 * shift & 3);
        int d = 12 + (a + 3 * shift & 3);
        v[a] += v[b] + x;
        v[d] = Integer.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Integer.rotateRight(v[b] ^ v[c], 12);
        v[a] += v[b] + y;
        v[d] = Integer.rotateRight(v[d] ^ v[a], 8);
        v[c] += v[d];
        v[b] = Integer.rotateRight(v[b] ^ v[c], 7);
    }

    @Override
    public byte[] digest(int length) {
        Blake2 end = (Blake2) copy();
        end.counter += filled;
        java.util.Arrays.fill(end.block, filled, blockSize, (byte) 0);
        end.compress(true);
        byte[] result = new byte[length];
        int wordSize = wide ? 8 : 4;
        for (int i = 0; i < length; i++) {
            result[i] = (byte) (end.state[i / wordSize] >>> 8 * (i % wordSize));
        }
        return result;
    }

    @Override
    public HashFunction copy() {
        return new Blake2(wide, lastNode, state.clone(), block.clone(), filled, counter);
    }
}
