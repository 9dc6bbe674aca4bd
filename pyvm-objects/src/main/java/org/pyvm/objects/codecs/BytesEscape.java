package org.pyvm.objects.codecs;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.ThreadState;

/** Bytes with the escapes of bytes literals: {@code _codecs.escape_decode}, which pickle uses. */
public final class BytesEscape {
    private static final String HEX = "0123456789abcdef";

    private BytesEscape() {}

    /** @param errors null for strict */
    public static byte[] decode(ThreadState thread, byte[] bytes, String errors) {
        ByteSink out = new ByteSink(bytes.length);
        // Where the first escape goes on behind its backslash that is none, or whose number is too large.
        int invalid = -1;
        for (int i = 0; i < bytes.length; ) {
            int c = bytes[i++];
            if (c != '\\') {
                out.write(c);
                continue;
            }
            if (i == bytes.length) {
                throw PyErr.valueError("Trailing \\ in string");
            }
            c = bytes[i++];
            switch (c) {
                case '\n' -> {}
                case '\\', '\'', '"' -> out.write(c);
                case 'b' -> out.write('\b');
                case 'f' -> out.write('\f');
                case 't' -> out.write('\t');
                case 'n' -> out.write('\n');
                case 'r' -> out.write('\r');
                case 'v' -> out.write(0x0B);
                case 'a' -> out.write(0x07);
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    int start = i - 1;
                    int value = c - '0';
                    for (int n = 0; n < 2 && i < bytes.length && bytes[i] >= '0' && bytes[i] <= '7'; n++) {
                        value = value * 8 + bytes[i++] - '0';
                    }
                    if (value > 0xFF && invalid < 0) {
                        invalid = start;
                    }
                    out.write(value);
                }
                case 'x' -> {
                    int high = digit(bytes, i);
                    int low = digit(bytes, i + 1);
                    if (high >= 0 && low >= 0) {
                        out.write(high << 4 | low);
                        i += 2;
                    } else {
                        badHex(out, i - 2, errors);
                        i += high >= 0 ? 1 : 0;
                    }
                }
                default -> {
                    if (invalid < 0) {
                        invalid = i - 1;
                    }
                    out.write('\\');
                    out.write(c);
                }
            }
        }
        if (invalid >= 0) {
            UnicodeEscape.warnOfInvalid(thread, bytes, invalid);
        }
        return out.toByteArray();
    }

    private static int digit(byte[] bytes, int at) {
        return at < bytes.length && bytes[at] >= 0 ? Character.digit(bytes[at], 16) : -1;
    }

    private static void badHex(ByteSink out, int position, String errors) {
        if (errors == null || errors.equals("strict")) {
            throw PyErr.valueError("invalid \\x escape at position %d", position);
        }
        if (errors.equals("replace")) {
            out.write('?');
        } else if (!errors.equals("ignore")) {
            throw PyErr.valueError("decoding error; unknown error handling code: %s", errors);
        }
    }

    /** Escapes what is not printable ASCII, quotes and backslashes. */
    public static byte[] encode(byte[] bytes) {
        ByteSink out = new ByteSink(bytes.length);
        for (byte b : bytes) {
            switch (b) {
                case '\'' -> out.writeLatin1("\\'");
                case '\\' -> out.writeLatin1("\\\\");
                case '\t' -> out.writeLatin1("\\t");
                case '\n' -> out.writeLatin1("\\n");
                case '\r' -> out.writeLatin1("\\r");
                default -> {
                    if (b >= ' ' && b < 0x7F) {
                        out.write(b);
                    } else {
                        out.writeLatin1("\\x");
                        out.write(HEX.charAt(b >> 4 & 0xF));
                        out.write(HEX.charAt(b & 0xF));
                    }
                }
            }
        }
        return out.toByteArray();
    }
}
