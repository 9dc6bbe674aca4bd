package org.pyvm.modules.hash;

import java.util.Arrays;

/** HMAC (RFC 2104) with any hash: an inner one of the message and an outer one of the inner's digest. */
final class Hmac implements HashFunction {
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5C;

    private final HashFunction inner;
    private final HashFunction outer;

    private Hmac(HashFunction inner, HashFunction outer) {
        this.inner = inner;
        this.outer = outer;
    }

    static Hmac of(OpenSslAlgorithm algorithm, byte[] key) {
        byte[] shortKey = key;
        if (key.length > algorithm.blockSize()) {
            HashFunction hash = algorithm.start();
            hash.update(key);
            shortKey = hash.digest(algorithm.digestSize());
        }
        return new Hmac(start(algorithm, shortKey, INNER), start(algorithm, shortKey, OUTER));
    }

    private static HashFunction start(OpenSslAlgorithm algorithm, byte[] key, int pad) {
        byte[] block = Arrays.copyOf(key, algorithm.blockSize());
        for (int i = 0; i < block.length; i++) {
            block[i] ^= (byte) pad;
        }
        HashFunction hash = algorithm.start();
        hash.update(block);
        return hash;
    }

    @Override
    public void update(byte[] data) {
        inner.update(data);
    }

    @Override
    public byte[] digest(int length) {
        HashFunction end = outer.copy();
        end.update(inner.digest(length));
        return end.digest(length);
    }

    /** The outer hash is copied before it goes on, so two may share it. */
    @Override
    public HashFunction copy() {
        return new Hmac(inner.copy(), outer);
    }
}
