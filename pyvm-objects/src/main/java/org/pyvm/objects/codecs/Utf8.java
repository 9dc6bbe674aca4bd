package org.pyvm.objects.codecs;

import java.nio.charset.StandardCharsets;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** UTF-8. */
public final class Utf8 {
    private static final String NAME = "utf-8";

    private Utf8() {}

    /** Decodes what must be complete. @param errors null for strict */
    public static PyStr decode(ThreadState thread, byte[] bytes, String errors) {
        return decode(thread, bytes, errors, true).text();
    }

    /** @param isFinal whether an incomplete character at the end is an error, and not left for the next call */
    public static Decoded decode(ThreadState thread, byte[] bytes, String errors, boolean isFinal) {
        // Java puts this character in place of what it cannot decode, surrogates included.
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return new Decoded(text.length() == bytes.length ? PyStr.ofBmp(text) : PyStr.of(text), bytes.length);
        }
        int ascii = SingleByte.asciiPrefix(bytes, 0);
        StrBuilder out = new StrBuilder(bytes.length);
        out.append(new String(bytes, 0, ascii, StandardCharsets.ISO_8859_1));
        DecodeErrors handler = null;
        int i = ascii;
        while (i < bytes.length) {
            int c = bytes[i];
            if (c >= 0) {
                out.append(c);
                i++;
                continue;
            }
            int size = sequence(bytes, i);
            if (size > 0) {
                out.append(codePoint(bytes, i, size));
                i += size;
                continue;
            }
            if (!isFinal && (size == INCOMPLETE || isCutSurrogate(bytes, i))) {
                break;
            }
            if (handler == null) {
                handler = new DecodeErrors(thread, NAME, errors, bytes);
            }
            i = switch (size) {
                case INCOMPLETE -> handler.handle(out, i, bytes.length, "unexpected end of data");
                case BAD_START -> handler.handle(out, i, i + 1, "invalid start byte");
                default -> handler.handle(out, i, i - size + BAD_START, "invalid continuation byte");
            };
            bytes = handler.input();
        }
        return new Decoded(out.toPyStr(), i);
    }

    private static final int INCOMPLETE = 0;
    private static final int BAD_START = -1;

    /**
     * Length of the sequence that starts at a position; {@link #INCOMPLETE}, {@link #BAD_START}, or {@code BAD_START - n}
     * when the byte behind the first n of them is wrong.
     */
    private static int sequence(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0xC2 || lead > 0xF4) {
            return BAD_START;
        }
        int size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        for (int i = 1; i < size; i++) {
            if (at + i == bytes.length) {
                return INCOMPLETE;
            }
            int next = bytes[at + i] & 0xFF;
            if (next < low || next > high) {
                return BAD_START - i;
            }
            low = 0x80;
            high = 0xBF;
        }
        return size;
    }

    private static int codePoint(byte[] bytes, int at, int size) {
        int c = bytes[at] & (0xFF >> size + 1);
        for (int i = 1; i < size; i++) {
            c = c << 6 | bytes[at + i] & 0x3F;
        }
        return c;
    }

    /** A surrogate of which the last byte is missing: more bytes are awaited, for {@code surrogatepass}. */
    private static boolean isCutSurrogate(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) == 0xED
                && at + 2 == bytes.length
                && (bytes[at + 1] & 0xFF) >= 0xA0
                && (bytes[at + 1] & 0xFF) <= 0xBF;
    }

    /** @param errors null for strict */
    public static byte[] encode(ThreadState thread, PyStr text, String errors) {
        String chars = text.bmp();
        if (chars != null) {
            byte[] bytes = chars.getBytes(StandardCharsets.UTF_8);
            if (SingleByte.isSame(bytes, chars) || !hasSurrogate(chars)) {
                return bytes;
            }
        }
        ByteSink out = new ByteSink(text.length() * 3);
        EncodeErrors handler = null;
        int length = text.length();
        int i = 0;
        while (i < length) {
            int c = text.codePointAt(i);
            if (c < 0xD800 || c > 0xDFFF) {
                write(out, c);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < length && text.codePointAt(end) >= 0xD800 && text.codePointAt(end) <= 0xDFFF) {
                end++;
            }
            if (handler == null) {
                handler = new EncodeErrors(thread, NAME, errors, text);
            }
            Replacement replacement = handler.handle(i, end, "surrogates not allowed");
            if (replacement.bytes() != null) {
                out.write(replacement.bytes());
            } else if (replacement.text().isAscii()) {
                out.writeLatin1(replacement.text().bmp());
            } else {
                throw handler.error(i, end, "surrogates not allowed");
            }
            i = replacement.position();
        }
        return out.toByteArray();
    }

    private static boolean hasSurrogate(String chars) {
        for (int i = 0; i < chars.length(); i++) {
            if (Character.isSurrogate(chars.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void write(ByteSink out, int c) {
        if (c < 0x80) {
            out.write(c);
        } else if (c < 0x800) {
            out.write(0xC0 | c >> 6);
            out.write(0x80 | c & 0x3F);
        } else if (c < 0x10000) {
            out.write(0xE0 | c >> 12);
            out.write(0x80 | c >> 6 & 0x3F);
            out.write(0x80 | c & 0x3F);
        } else {
            out.write(0xF0 | c >> 18);
            out.write(0x80 | c >> 12 & 0x3F);
            out.write(0x80 | c >> 6 & 0x3F);
            out.write(0x80 | c & 0x3F);
        }
    }
}
