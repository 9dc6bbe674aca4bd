package org.pyvm.objects.types;

import java.util.concurrent.ThreadLocalRandom;

/**
 * CPython's hash of strings and bytes: SipHash-1-3 over the internal representation, with a key drawn from
 * PYTHONHASHSEED. One key serves the process, since interned strings keep their hash; the launcher hands the seed over in
 * the property {@code pyvm.hashseed} before the first string is made.
 */
public final class StringHash {
    private static final long KEY0;
    private static final long KEY1;

    static {
        String seed = System.getProperty("pyvm.hashseed");
        if (seed == null || seed.equals("random")) {
            KEY0 = ThreadLocalRandom.current().nextLong();
            KEY1 = ThreadLocalRandom.current().nextLong();
        } else {
            int value = Integer.parseUnsignedInt(seed);
            byte[] key = new byte[16];
            // CPython fills its secret with a linear congruential generator, and leaves it zero for seed 0.
            if (value != 0) {
                int x = value;
                for (int i = 0; i < key.length; i++) {
                    x = x * 214013 + 2531011;
                    key[i] = (byte) (x >>> 16);
                }
            }
            KEY0 = littleEndian(key, 0);
            KEY1 = littleEndian(key, 8);
        }
    }

    private StringHash() {}

    private static long littleEndian(byte[] bytes, int at) {
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    /** Hash of text with one char per code point: of bytes when all are below 256, else of 16-bit units. */
    public static long of(String chars) {
        int length = chars.length();
        if (length == 0) {
            return 0;
        }
        State state = new State(KEY0, KEY1);
        int all = 0;
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            long word = 0;
            for (int j = 7; j >= 0; j--) {
                char c = chars.charAt(i + j);
                all |= c;
                word = word << 8 | c;
            }
            state.mix(word);
        }
        long last = (long) length << 56;
        for (int shift = 0; i < length; i++, shift += 8) {
            char c = chars.charAt(i);
            all |= c;
            last |= (long) c << shift;
        }
        return all < 0x100 ? state.finish(last) : ofUnits(chars);
    }

    private static long ofUnits(String chars) {
        int length = chars.length();
        State state = new State(KEY0, KEY1);
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            state.mix(chars.charAt(i)
                    | (long) chars.charAt(i + 1) << 16
                    | (long) chars.charAt(i + 2) << 32
                    | (long) chars.charAt(i + 3) << 48);
        }
        long last = (long) (length * 2) << 56;
        for (int shift = 0; i < length; i++, shift += 16) {
            last |= (long) chars.charAt(i) << shift;
        }
        return state.finish(last);
    }

    /** Hash of text with a non-BMP character: of 32-bit units. */
    public static long of(int[] codePoints) {
        State state = new State(KEY0, KEY1);
        int i = 0;
        for (; i + 2 <= codePoints.length; i += 2) {
            state.mix(codePoints[i] | (long) codePoints[i + 1] << 32);
        }
        long last = (long) (codePoints.length * 4) << 56;
        if (i < codePoints.length) {
            last |= codePoints[i];
        }
        return state.finish(last);
    }

    /** Hash of bytes; equal to that of the string with the same characters. */
    public static long of(byte[] bytes, int length) {
        if (length == 0) {
            return 0;
        }
        return of(bytes, length, KEY0, KEY1);
    }

    /** SipHash-1-3 of bytes under a key. */
    public static long of(byte[] bytes, int length, long key0, long key1) {
        State state = new State(key0, key1);
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            state.mix(littleEndian(bytes, i));
        }
        long last = (long) length << 56;
        for (int shift = 0; i < length; i++, shift += 8) {
            last |= (bytes[i] & 0xFFL) << shift;
        }
        return state.finish(last);
    }

    /** The four words of SipHash. */
    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long key0, long key1) {
            v0 = key0 ^ 0x736f6d6570736575L;
            v1 = key1 ^ 0x646f72616e646f6dL;
            v2 = key0 ^ 0x6c7967656e657261L;
            v3 = key1 ^ 0x7465646279746573L;
        }

        void mix(long word) {
            v3 ^= word;
            round();
            v0 ^= word;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }

        long finish(long last) {
            mix(last);
            v2 ^= 0xFF;
            round();
            round();
            round();
            long hash = v0 ^ v1 ^ v2 ^ v3;
            return hash == -1 ? -2 : hash;
        }
    }
}
