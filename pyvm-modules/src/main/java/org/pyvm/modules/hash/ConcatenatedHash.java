package org.pyvm.modules.hash;

import java.util.Arrays;

/** Two hashes of the same bytes, one behind the other. */
record ConcatenatedHash(HashFunction first, int firstSize, HashFunction second) implements HashFunction {
    private static final int MD5_SIZE = 16;

    /** What SSL 3.0 signs. */
    static HashFunction md5AndSha1() {
        return new ConcatenatedHash(JavaDigest.of("MD5"), MD5_SIZE, JavaDigest.of("SHA-1"));
    }

    @Override
    public void update(byte[] data) {
        first.update(data);
        second.update(data);
    }

    @Override
    public byte[] digest(int length) {
        byte[] both = Arrays.copyOf(first.digest(firstSize), length);
        System.arraycopy(second.digest(length - firstSize), 0, both, firstSize, length - firstSize);
        return both;
    }

    @Override
    public HashFunction copy() {
        return new ConcatenatedHash(first.copy(), firstSize, second.copy());
    }
}
