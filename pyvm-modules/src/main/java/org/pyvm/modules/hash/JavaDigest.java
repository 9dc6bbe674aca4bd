package org.pyvm.modules.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash that the Java platform knows. */
final class JavaDigest implements HashFunction {
    private final MessageDigest digest;

    private JavaDigest(MessageDigest digest) {
        this.digest = digest;
    }

    static JavaDigest of(String algorithm) {
        try {
            return new JavaDigest(MessageDigest.getInstance(algorithm));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private MessageDigest cloned() {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void update(byte[] data) {
        digest.update(data);
    }

    @Override
    public byte[] digest(int length) {
        return cloned().digest();
    }

    @Override
    public HashFunction copy() {
        return new JavaDigest(cloned());
    }
}
