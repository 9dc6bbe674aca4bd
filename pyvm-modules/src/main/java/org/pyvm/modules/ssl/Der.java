package org.pyvm.modules.ssl;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** Reads and writes the little of DER (X.690) that keys and names need: one element after the other. */
final class Der {
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int BMP_STRING = 0x1E;
    static final int SEQUENCE = 0x30;

    private final byte[] bytes;
    private int at;
    private final int end;

    Der(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Der(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** An element: its tag, and what is in it. */
    record Element(int tag, byte[] content) {
        Der inside() {
            return new Der(content);
        }
    }

    boolean hasMore() {
        return at < end;
    }

    /** The next element. @throws IllegalArgumentException when it is cut off */
    Element next() {
        if (end - at < 2) {
            throw new IllegalArgumentException("DER ends early");
        }
        int tag = bytes[at++] & 0xFF;
        int length = bytes[at++] & 0xFF;
        if (length >= 0x80) {
            int count = length & 0x7F;
            length = 0;
            for (; count > 0 && at < end; count--) {
                length = length << 8 | bytes[at++] & 0xFF;
            }
        }
        if (length < 0 || length > end - at) {
            throw new IllegalArgumentException("DER ends early");
        }
        at += length;
        return new Element(tag, Arrays.copyOfRange(bytes, at - length, at));
    }

    /** Content of an OBJECT IDENTIFIER in dotted form. */
    static String objectIdentifier(byte[] content) {
        StringBuilder text = new StringBuilder();
        BigInteger value = BigInteger.ZERO;
        for (byte b : content) {
            value = value.shiftLeft(7).or(BigInteger.valueOf(b & 0x7F));
            if (b < 0) {
                continue;
            }
            if (text.isEmpty()) {
                // The first two numbers share one: 40 times the first, which is at most 2, plus the second.
                int first = Math.min(value.intValue() / 40, 2);
                text.append(first);
                value = value.subtract(BigInteger.valueOf(40L * first));
            }
            text.append('.').append(value);
            value = BigInteger.ZERO;
        }
        return text.toString();
    }

    /** An element of the parts given, one behind the other. */
    static byte[] element(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            int count = length < 0x100 ? 1 : length < 0x10000 ? 2 : length < 0x1000000 ? 3 : 4;
            out.write(0x80 | count);
            for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
                out.write(length >> shift);
            }
        }
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
