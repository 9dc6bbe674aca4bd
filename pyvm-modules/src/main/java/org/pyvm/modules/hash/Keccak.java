package org.pyvm.modules.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** SHA-3 and SHAKE (FIPS 202): the sponge over Keccak-f[1600]. */
final class Keccak implements HashFunction {
    private static final int ROUNDS = 24;
    private static final int LANES = 25;
    private static final long[] ROUND_CONSTANTS = roundConstants();
    private static final VarHandle LANE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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

    /**
     * The permutation, with the lanes in local variables, which HotSpot keeps in registers as far as there are any. Lane x, y is
     * number x + 5 y; {@code c} and {@code d} are of the step theta, {@code b} are the lanes after rho and pi, and chi and iota
     * give the lanes of the next round.
     */
    private static void permute(long[] a) {
        long a0 = a[0];
        long a1 = a[1];
        long a2 = a[2];
        long a3 = a[3];
        long a4 = a[4];
        long a5 = a[5];
        long a6 = a[6];
        long a7 = a[7];
        long a8 = a[8];
        long a9 = a[9];
        long a10 = a[10];
        long a11 = a[11];
        long a12 = a[12];
        long a13 = a[13];
        long a14 = a[14];
        long a15 = a[15];
        long a16 = a[16];
        long a17 = a[17];
        long a18 = a[18];
        long a19 = a[19];
        long a20 = a[20];
        long a21 = a[21];
        long a22 = a[22];
        long a23 = a[23];
        long a24 = a[24];
        for (int round = 0; round < ROUNDS; round++) {
            long c0 = a0 ^ a5 ^ a10 ^ a15 ^ a20;
            long c1 = a1 ^ a6 ^ a11 ^ a16 ^ a21;
            long c2 = a2 ^ a7 ^ a12 ^ a17 ^ a22;
            long c3 = a3 ^ a8 ^ a13 ^ a18 ^ a23;
            long c4 = a4 ^ a9 ^ a14 ^ a19 ^ a24;
            long d0 = c4 ^ Long.rotateLeft(c1, 1);
            long d1 = c0 ^ Long.rotateLeft(c2, 1);
            long d2 = c1 ^ Long.rotateLeft(c3, 1);
            long d3 = c2 ^ Long.rotateLeft(c4, 1);
            long d4 = c3 ^ Long.rotateLeft(c0, 1);
            long b0 = a0 ^ d0;
            long b1 = Long.rotateLeft(a6 ^ d1, 44);
            long b2 = Long.rotateLeft(a12 ^ d2, 43);
            long b3 = Long.rotateLeft(a18 ^ d3, 21);
            long b4 = Long.rotateLeft(a24 ^ d4, 14);
            long b5 = Long.rotateLeft(a3 ^ d3, 28);
            long b6 = Long.rotateLeft(a9 ^ d4, 20);
            long b7 = Long.rotateLeft(a10 ^ d0, 3);
            long b8 = Long.rotateLeft(a16 ^ d1, 45);
            long b9 = Long.rotateLeft(a22 ^ d2, 61);
            long b10 = Long.rotateLeft(a1 ^ d1, 1);
            long b11 = Long.rotateLeft(a7 ^ d2, 6);
            long b12 = Long.rotateLeft(a13 ^ d3, 25);
            long b13 = Long.rotateLeft(a19 ^ d4, 8);
            long b14 = Long.rotateLeft(a20 ^ d0, 18);
            long b15 = Long.rotateLeft(a4 ^ d4, 27);
            long b16 = Long.rotateLeft(a5 ^ d0, 36);
            long b17 = Long.rotateLeft(a11 ^ d1, 10);
            long b18 = Long.rotateLeft(a17 ^ d2, 15);
            long b19 = Long.rotateLeft(a23 ^ d3, 56);
            long b20 = Long.rotateLeft(a2 ^ d2, 62);
            long b21 = Long.rotateLeft(a8 ^ d3, 55);
            long b22 = Long.rotateLeft(a14 ^ d4, 39);
            long b23 = Long.rotateLeft(a15 ^ d0, 41);
            long b24 = Long.rotateLeft(a21 ^ d1, 2);
            a0 = b0 ^ ~b1 & b2 ^ ROUND_CONSTANTS[round];
            a1 = b1 ^ ~b2 & b3;
            a2 = b2 ^ ~b3 & b4;
            a3 = b3 ^ ~b4 & b0;
            a4 = b4 ^ ~b0 & b1;
            a5 = b5 ^ ~b6 & b7;
            a6 = b6 ^ ~b7 & b8;
            a7 = b7 ^ ~b8 & b9;
            a8 = b8 ^ ~b9 & b5;
            a9 = b9 ^ ~b5 & b6;
            a10 = b10 ^ ~b11 & b12;
            a11 = b11 ^ ~b12 & b13;
            a12 = b12 ^ ~b13 & b14;
            a13 = b13 ^ ~b14 & b10;
            a14 = b14 ^ ~b10 & b11;
            a15 = b15 ^ ~b16 & b17;
            a16 = b16 ^ ~b17 & b18;
            a17 = b17 ^ ~b18 & b19;
            a18 = b18 ^ ~b19 & b15;
            a19 = b19 ^ ~b15 & b16;
            a20 = b20 ^ ~b21 & b22;
            a21 = b21 ^ ~b22 & b23;
            a22 = b22 ^ ~b23 & b24;
            a23 = b23 ^ ~b24 & b20;
            a24 = b24 ^ ~b20 & b21;
        }
        a[0] = a0;
        a[1] = a1;
        a[2] = a2;
        a[3] = a3;
        a[4] = a4;
        a[5] = a5;
        a[6] = a6;
        a[7] = a7;
        a[8] = a8;
        a[9] = a9;
        a[10] = a10;
        a[11] = a11;
        a[12] = a12;
        a[13] = a13;
        a[14] = a14;
        a[15] = a15;
        a[16] = a16;
        a[17] = a17;
        a[18] = a18;
        a[19] = a19;
        a[20] = a20;
        a[21] = a21;
        a[22] = a22;
        a[23] = a23;
        a[24] = a24;
    }

    private static void xor(long[] state, int at, int value) {
        state[at / 8] ^= (value & 0xffL) << 8 * (at % 8);
    }

    @Override
    public void update(byte[] data) {
        int at = 0;
        while (at < data.length) {
            if (position % Long.BYTES == 0 && data.length - at >= Long.BYTES) {
                state[position / Long.BYTES] ^= (long) LANE.get(data, at);
                position += Long.BYTES;
                at += Long.BYTES;
            } else {
                xor(state, position++, data[at++]);
            }
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
