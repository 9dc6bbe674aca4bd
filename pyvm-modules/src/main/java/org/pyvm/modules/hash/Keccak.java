package org.pyvm.modules.hash;

import java.util.Arrays;

/** SHA-3 and SHAKE (FIPS 202): the sponge over Keccak-f[1600]. */
final class Keccak implements HashFunction {
    private static final int ROUNDS = 24;
    private static final int LANES = 25;
    private static final long[] ROUND_CONSTANTS = roundConstants();
    /** How far each lane turns, and where it goes, in the order in which the steps rho and pi walk through the lanes. */
    private static final int[] ROTATIONS = new int[LANES - 1];

    private static final int[] PLACES = new int[LANES - 1];

    static {
        int x = 1;
        int y = 0;
        for (int t = 0; t < LANES - 1; t++) {
            int newY = (2 * x + 3 * y) % 5;
            x = y;
            y = newY;
            PLACES[t] = x + 5 * y;
            ROTATIONS[t] = (t + 1) * (t + 2) / 2 % 64;
        }
    }

    private final int rate;
    private final byte suffix;
    private final long[] state;
    private int position;

    /**
     * @param rate bytes that a block takes
     * @param suffix the bits that tell the functions of the family apart, and the first bit of the padding
     */
    Keccak(int rate, int suffix) {
        this(rate, (byte) suffix, new long[LANES], 0);
    }

    private Keccak(int rate, byte suffix, long[] state, int position) {
        this.rate = rate;
        this.suffix = suffix;
        this.state = state;
        this.position = position;
    }

    /** From the shift register that the standard defines. */
    private static long[] roundConstants() {
        long[] constants = new long[ROUNDS];
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int j = 0; j < 7; j++) {
                if ((register & 1) != 0) {
                    constants[round] |= 1L << (1 << j) - 1;
                }
                register = register << 1 ^ ((register & 0x80) != 0 ? 0x171 : 0);
            }
        }
        return constants;
    }

    private static void permute(long[] a) {
        long[] c = new long[5];
        for (int round = 0; round < ROUNDS; round++) {
            for (int x = 0; x < 5; x++) {
                c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            }
            for (int x = 0; x < 5; x++) {
                long d = c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
                for (int y = 0; y < LANES; y += 5) {
                    a[x + y] ^= d;
                }
            }
            long moving = a[1];
            for (int t = 0; t < LANES - 1; t++) {
                long next = a[PLACES[t]];
                a[PLACES[t]] = Long.rotateLeft(moving, ROTATIONS[t]);
                moving = next;
            }
            for (int y = 0; y < LANES; y += 5) {
                System.arraycopy(a, y, c, 0, 5);
                for (int x = 0; x < 5; x++) {
                    a[x + y] = c[x] ^ ~c[(x + 1) % 5] & c[(x + 2) % 5];
                }
            }
            a[0] ^= ROUND_CONSTANTS[round];
        }
    }

    private static void xor(long[] state, int at, int value) {
        state[at / 8] ^= (value & 0xffL) << 8 * (at % 8);
    }

    @Override
    public void update(byte[] data) {
        for (byte b : data) {
            xor(state, position++, b);
            if (position == rate) {
                permute(state);
                position = 0;
            }
        }
    }

    @Override
    public byte[] digest(int length) {
        long[] sponge = state.clone();
        xor(sponge, position, suffix);
        xor(sponge, rate - 1, 0x80);
        byte[] result = new byte[length];
        for (int i = 0; i < length; i++) {
            int at = i % rate;
            if (at == 0) {
                permute(sponge);
            }
            result[i] = (byte) (sponge[at / 8] >>> 8 * (at % 8));
        }
        return result;
    }

    @Override
    public HashFunction copy() {
        return new Keccak(rate, suffix, Arrays.copyOf(state, LANES), position);
    }
}
