package org.pyvm.modules.random;

/**
 * The generator MT19937 of M. Matsumoto and T. Nishimura, seeded as their program of 2002 does. Not for use by several
 * threads.
 */
final class MersenneTwister {
    static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int MATRIX = 0x9908b0df;

    final int[] state = new int[SIZE];
    /** How many numbers of the state have been used. */
    int index = SIZE;

    private void seed(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
        index = SIZE;
    }

    /** Seeds with any number of 32-bit words, at least one. */
    void seed(int[] key) {
        seed(19650218);
        int i = 1;
        int j = 0;
        for (int k = Math.max(SIZE, key.length); k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1664525) + key[j] + j;
            i = next(i);
            j = j + 1 == key.length ? 0 : j + 1;
        }
        for (int k = SIZE - 1; k > 0; k--) {
            state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1566083941) - i;
            i = next(i);
        }
        state[0] = 0x80000000;
    }

    /** The next place; past the end the last number stands before the first. */
    private int next(int i) {
        if (i + 1 < SIZE) {
            return i + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    private void generate() {
        for (int i = 0; i < SIZE; i++) {
            int following = state[i + 1 == SIZE ? 0 : i + 1];
            int y = state[i] & 0x80000000 | following & 0x7fffffff;
            int other = i + MIDDLE;
            state[i] = state[other < SIZE ? other : other - SIZE] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : MATRIX);
        }
        index = 0;
    }

    /** 32 random bits. */
    int next() {
        if (index >= SIZE) {
            generate();
        }
        int y = state[index++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    /** A multiple of 2**-53 from 0 to 1. */
    double nextDouble() {
        long high = next() >>> 5;
        long low = next() >>> 6;
        return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
    }
}
