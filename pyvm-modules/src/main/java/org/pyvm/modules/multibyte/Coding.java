package org.pyvm.modules.multibyte;

import java.io.ByteArrayOutputStream;
import org.pyvm.objects.types.StrBuilder;

/** Codes one character at a time. It has no state of its own: what must be remembered is in an array of {@link #STATE_SIZE} bytes. */
abstract class Coding {
    static final int STATE_SIZE = 8;
    /** What comes next decides; at the end of all it is an error. */
    static final int INCOMPLETE = 0;

    private final String name;

    Coding(String name) {
        this.name = name;
    }

    final String name() {
        return name;
    }

    /**
     * Decodes from {@code at} on, where there is at least one byte.
     *
     * @return how many bytes were taken, {@link #INCOMPLETE}, or minus the number of illegal bytes
     */
    abstract int decode(byte[] in, int at, byte[] state, StrBuilder out);

    /**
     * Encodes from {@code at} on, where there is at least one character.
     *
     * @param isLast whether no more will come behind this text
     * @return how many characters were taken, {@link #INCOMPLETE}, or minus the number of characters that cannot be encoded
     */
    abstract int encode(int[] text, int at, boolean isLast, byte[] state, ByteArrayOutputStream out);

    void startEncoding(byte[] state) {}

    void startDecoding(byte[] state) {}

    /** Writes what leads back to the state of the beginning. */
    void endEncoding(byte[] state, ByteArrayOutputStream out) {}

    /** Writes a code of one to three bytes. */
    static void put(int code, ByteArrayOutputStream out) {
        if (code >= 0x10000) {
            out.write(code >> 16);
        }
        if (code >= 0x100) {
            out.write(code >> 8);
        }
        out.write(code);
    }
}
