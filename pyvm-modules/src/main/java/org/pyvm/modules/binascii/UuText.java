package org.pyvm.modules.binascii;

import org.pyvm.objects.codecs.ByteSink;

/** Lines of uuencoded data. */
final class UuText {
    private UuText() {}

    static byte[] encode(byte[] data, boolean backtick) throws MalformedText {
        if (data.length > 45) {
            throw new MalformedText("At most 45 bytes at once");
        }
        ByteSink out = new ByteSink(64);
        out.write(character(data.length, backtick));
        int bits = 0;
        int buffer = 0;
        for (int i = 0; i < data.length || bits != 0; i++) {
            buffer = buffer << 8 | (i < data.length ? data[i] & 0xFF : 0);
            for (bits += 8; bits >= 6; bits -= 6) {
                out.write(character(buffer >> bits - 6 & 0x3F, backtick));
            }
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static int character(int value, boolean backtick) {
        return backtick && value == 0 ? '`' : ' ' + value;
    }

    static byte[] decode(byte[] text) throws MalformedText {
        int length = (text.length == 0 ? 0 : text[0] & 0xFF) - ' ' & 0x3F;
        byte[] out = new byte[length];
        int size = 0;
        int buffer = 0;
        int bits = 0;
        int at = 1;
        for (; size < length; at++) {
            int c = at < text.length ? text[at] & 0xFF : '\n';
            int value = 0;
            // What is missing at the end of a line was spaces.
            if (c != '\n' && c != '\r') {
                if (c < ' ' || c > ' ' + 64) {
                    throw new MalformedText("Illegal char");
                }
                value = c - ' ' & 0x3F;
            }
            buffer = buffer << 6 | value;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                out[size++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        for (; at < text.length; at++) {
            int c = text[at];
            if (c != ' ' && c != '`' && c != '\n' && c != '\r') {
                throw new MalformedText("Trailing garbage");
            }
        }
        return out;
    }
}
