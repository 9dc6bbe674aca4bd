package org.pyvm.modules.io;

import java.math.BigInteger;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.types.PyInt;

/**
 * What {@code TextIOWrapper.tell} packs into an int: where in the file a decoder in a known state must be fed, with how many
 * bytes, and how many of the characters are then to be dropped.
 */
record TextPosition(long start, int decoderFlags, int bytesToFeed, int charsToSkip, boolean needEnd) {
    private static final int WIDTH = 64 + 3 * 32 + 8;

    static TextPosition at(long start, int flags) {
        return new TextPosition(start, flags, 0, 0, false);
    }

    PyInt toInt() {
        BigInteger cookie = BigInteger.valueOf(needEnd ? 1 : 0)
                .shiftLeft(32)
                .or(unsigned(charsToSkip))
                .shiftLeft(32)
                .or(unsigned(bytesToFeed))
                .shiftLeft(32)
                .or(unsigned(decoderFlags))
                .shiftLeft(64)
                .or(BigInteger.valueOf(start));
        return PyInt.of(cookie);
    }

    private static BigInteger unsigned(int value) {
        return BigInteger.valueOf(value & 0xFFFFFFFFL);
    }

    static TextPosition of(PyInt cookie) {
        if (cookie.fitsLong()) {
            return at(cookie.longValue(), 0);
        }
        BigInteger number = cookie.bigValue();
        if (number.bitLength() > WIDTH) {
            throw PyErr.overflowError("int too big to convert");
        }
        return new TextPosition(
                number.longValue(),
                number.shiftRight(64).intValue(),
                number.shiftRight(96).intValue(),
                number.shiftRight(128).intValue(),
                number.shiftRight(160).signum() != 0);
    }
}
