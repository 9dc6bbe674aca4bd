package org.pyvm.objects.codecs;

import java.nio.charset.StandardCharsets;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** ASCII and Latin-1: a byte is the code point. */
public final class SingleByte {
    private SingleByte() {}

    /** Position of the first byte from a position on that is not ASCII, or the length. */
    static int asciiPrefix(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    public static PyStr decodeLatin1(byte[] bytes) {
        return PyStr.ofBmp(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** @param errors null for strict */
    public static PyStr decodeAscii(ThreadState thread, byte[] bytes, String errors) {
        // Java puts this character in place of what it cannot decode.
        String text = new String(bytes, StandardCharsets.US_ASCII);
        if (text.indexOf('\uFFFD') < 0) {
            return PyStr.ofBmp(text);
        }
        StrBuilder out = new StrBuilder(bytes.length);
        DecodeErrors handler = new DecodeErrors(thread, "ascii", errors, bytes);
        for (int i = 0; i < handler.input().length; ) {
            int c = handler.input()[i];
            if (c >= 0) {
                out.append(c);
                i++;
            } else {
                i = handler.handle(out, i, i + 1, "ordinal not in range(128)");
            }
        }
        return out.toPyStr();
    }

    public static byte[] encodeAscii(ThreadState thread, PyStr text, String errors) {
        return encode(thread, text, errors, "ascii", 0x80, "ordinal not in range(128)");
    }

    public static byte[] encodeLatin1(ThreadState thread, PyStr text, String errors) {
        return encode(thread, text, errors, "latin-1", 0x100, "ordinal not in range(256)");
    }

    private static byte[] encode(
            ThreadState thread, PyStr text, String errors, String encoding, int limit, String reason) {
        int length = text.length();
        if (text.bmp() != null) {
            byte[] bytes = text.bmp().getBytes(limit == 0x80 ? StandardCharsets.US_ASCII : StandardCharsets.ISO_8859_1);
            if (isSame(bytes, text.bmp())) {
                return bytes;
            }
        }
        ByteSink out = new ByteSink(length);
        EncodeErrors handler = new EncodeErrors(thread, encoding, errors, text);
        int i = 0;
        while (i < length) {
            int c = text.codePointAt(i);
            if (c < limit) {
                out.write(c);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < length && text.codePointAt(end) >= limit) {
                end++;
            }
            Replacement replacement = handler.handle(i, end, reason);
            if (replacement.bytes() != null) {
                out.write(replacement.bytes());
            } else {
                PyStr stands = replacement.text();
                for (int j = 0; j < stands.length(); j++) {
                    if (stands.codePointAt(j) >= limit) {
                        throw handler.error(i, end, reason);
                    }
                    out.write(stands.codePointAt(j));
                }
            }
            i = replacement.position();
        }
        return out.toByteArray();
    }

    /** Whether each character is the byte: none was replaced. No loop over characters is as quick. */
    static boolean isSame(byte[] bytes, String chars) {
        return bytes.length == chars.length() && new String(bytes, StandardCharsets.ISO_8859_1).equals(chars);
    }
}
