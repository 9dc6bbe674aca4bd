package org.pyvm.modules.hash;

/** A hash being computed. */
interface HashFunction {
    void update(byte[] data);

    /** The hash of what was given so far; more may follow. @param length in bytes, for those that can have any */
    byte[] digest(int length);

    HashFunction copy();
}
