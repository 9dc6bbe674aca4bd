package org.pyvm.modules.hash;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys from passwords: PBKDF2 (RFC 8018) and scrypt (RFC 7914). */
final class KeyDerivation {
    private KeyDerivation() {}

    static byte[] pbkdf2(OpenSslAlgorithm algorithm, byte[] password, byte[] salt, int iterations, int length) {
        UnaryOperator<byte[]> mac = mac(algorithm, password);
        byte[] key = new byte[length];
        ByteBuffer first = ByteBuffer.allocate(salt.length + Integer.BYTES).put(salt);
        for (int block = 1, at = 0; at < length; block++) {
            byte[] step = mac.apply(first.putInt(salt.length, block).array());
            byte[] sum = step.clone();
            for (int i = 1; i < iterations; i++) {
                step = mac.apply(step);
                for (int k = 0; k < sum.length; k++) {
                    sum[k] ^= step[k];
                }
            }
            int count = Math.min(sum.length, length - at);
            System.arraycopy(sum, 0, key, at, count);
            at += count;
        }
        return key;
    }

    /** HMAC with a key. The platform's is several times as fast where it has one. */
    private static UnaryOperator<byte[]> mac(OpenSslAlgorithm algorithm, byte[] key) {
        if (algorithm.javaMac() == null) {
            Hmac start = Hmac.of(algorithm, key);
            return message -> {
                HashFunction mac = start.copy();
                mac.update(message);
                return mac.digest(algorithm.digestSize());
            };
        }
        try {
            Mac mac = Mac.getInstance(algorithm.javaMac());
            // Keys are filled up with zeros, so one of them is as good as none, which Java does not take for a key.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm.javaMac()));
            return mac::doFinal;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What scrypt with these costs takes may be no more than {@code memory} bytes, and it is defined for some only.
     *
     * @param n a power of 2
     */
    static boolean fits(long n, long r, long p, long memory) {
        long mostOfBoth = (1L << 30) - 1;
        if (p > mostOfBoth / r || 16 * r < Long.SIZE - 1 && n >= 1L << 16 * r) {
            return false;
        }
        long blocks = p * 128 * r;
        return n + 2 <= Long.MAX_VALUE / (128 * r) && blocks + 128 * r * (n + 2) <= memory;
    }

    static byte[] scrypt(byte[] password, byte[] salt, int n, int r, int p, int length) {
        byte[] blocks = pbkdf2(OpenSslAlgorithm.SHA256, password, salt, 1, p * 128 * r);
        var words = ByteBuffer.wrap(blocks).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int[] block = new int[32 * r];
        int[] table = new int[n * 32 * r];
        for (int i = 0; i < p; i++) {
            words.get(i * block.length, block);
            mix(block, table, n, r);
            words.put(i * block.length, block);
        }
        return pbkdf2(OpenSslAlgorithm.SHA256, password, blocks, 1, length);
    }

    /** scryptROMix: fills the table with what the block goes through, and then mixes it with entries that it chooses itself. */
    private static void mix(int[] block, int[] table, int n, int r) {
        int[] other = new int[block.length];
        for (int i = 0; i < n; i++) {
            System.arraycopy(block, 0, table, i * block.length, block.length);
            mixBlock(block, other, r);
        }
        for (int i = 0; i < n; i++) {
            int entry = (block[16 * (2 * r - 1)] & n - 1) * block.length;
            for (int k = 0; k < block.length; k++) {
                block[k] ^= table[entry + k];
            }
            mixBlock(block, other, r);
        }
    }

    /** scryptBlockMix: the even results of Salsa come first. */
    private static void mixBlock(int[] block, int[] other, int r) {
        int[] x = new int[16];
        int[] sum = new int[16];
        System.arraycopy(block, block.length - 16, x, 0, 16);
        for (int i = 0; i < 2 * r; i++) {
            for (int k = 0; k < 16; k++) {
                x[k] ^= block[16 * i + k];
            }
            salsa(x, sum);
            System.arraycopy(x, 0, other, 16 * (i / 2 + (i & 1) * r), 16);
        }
        System.arraycopy(other, 0, block, 0, block.length);
    }

    /** Salsa20/8: rounds of columns and rows in turn. */
    private static void salsa(int[] x, int[] before) {
        System.arraycopy(x, 0, before, 0, 16);
        for (int round = 0; round < 4; round++) {
            quarter(x, 0, 4, 8, 12);
            quarter(x, 5, 9, 13, 1);
            quarter(x, 10, 14, 2, 6);
            quarter(x, 15, 3, 7, 11);
            quarter(x, 0, 1, 2, 3);
            quarter(x, 5, 6, 7, 4);
            quarter(x, 10, 11, 8, 9);
            quarter(x, 15, 12, 13, 14);
        }
        for (int k = 0; k < 16; k++) {
            x[k] += before[k];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
