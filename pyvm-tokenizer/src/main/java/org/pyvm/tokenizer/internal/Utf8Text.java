package org.pyvm.tokenizer.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 in which a byte that is none decodes to a lone surrogate (Python's "surrogateescape"), with CPython's idea of
 * which bytes belong to one error and its words for them.
 */
public final class Utf8Text {
    private static final int ESCAPE = 0xDC00;

    private Utf8Text() {}

    /** Decodes all of {@code bytes} from an index. */
    public static String decode(byte[] bytes, int from) {
        String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : decodeEscaping(bytes, from);
    }

    private static String decodeEscaping(byte[] bytes, int from) {
        var text = new StringBuilder(bytes.length);
        int i = from;
        while (i < bytes.length) {
            int length = sequence(bytes, i);
            if (length > 0) {
                text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
                i += length;
            } else {
                for (int end = i - length; i < end; i++) {
                    text.append((char) (ESCAPE + (bytes[i] & 0xFF)));
                }
            }
        }
        return text.toString();
    }

    /** Length of the character at an index, or minus the number of bytes that CPython takes as one error. */
    private static int sequence(byte[] bytes, int i) {
        int lead = bytes[i] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return -1;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        for (int k = 1; k < length; k++) {
            int next = i + k < bytes.length ? bytes[i + k] & 0xFF : 0;
            if (next < low || next > high) {
                return -k;
            }
            low = 0x80;
            high = 0xBF;
        }
        return length;
    }

    /** Whether a character stands for a byte that was no UTF-8, given that no high surrogate is before it. */
    public static boolean isEscape(int codePoint) {
        return codePoint >= ESCAPE + 0x80 && codePoint <= ESCAPE + 0xFF;
    }

    /** Whether the text holds such a character. */
    public static boolean hasEscapes(String text) {
        return firstEscape(text) >= 0;
    }

    /** Index of the first such character, or -1. */
    public static int firstEscape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                i++;
            } else if (isEscape(c)) {
                return i;
            }
        }
        return -1;
    }

    /** Bytes of a code point. */
    public static int length(int codePoint) {
        return codePoint < 0x80 || isEscape(codePoint) ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** The bytes that decoded to a text. */
    public static byte[] encode(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isEscape(codePoint)) {
                bytes.write(codePoint - ESCAPE);
            } else {
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** The text with U+FFFD for each error, as error messages show it. */
    public static String replaceEscapes(String text) {
        if (!hasEscapes(text)) {
            return text;
        }
        byte[] bytes = encode(text);
        var shown = new StringBuilder();
        int i = 0;
        while (i < bytes.length) {
            int length = sequence(bytes, i);
            shown.append(length > 0 ? new String(bytes, i, length, StandardCharsets.UTF_8) : "\uFFFD");
            i += Math.abs(length);
        }
        return shown.toString();
    }

    /** What CPython says of the first bytes that are no UTF-8; null when all are. */
    public static String problemOf(byte[] bytes) {
        int i = 0;
        while (i < bytes.length) {
            int length = sequence(bytes, i);
            if (length <= 0) {
                return problem(bytes, i, -length);
            }
            i += length;
        }
        return null;
    }

    private static String problem(byte[] bytes, int start, int length) {
        int lead = bytes[start] & 0xFF;
        boolean truncated = start + length == bytes.length && lead >= 0xC2 && lead <= 0xF4;
        String reason = truncated
                ? "unexpected end of data"
                : lead < 0xC2 || lead > 0xF4 ? "invalid start byte" : "invalid continuation byte";
        String where = length == 1
                ? String.format("byte 0x%02x in position %d", lead, start)
                : "bytes in position " + start + "-" + (start + length - 1);
        return "'utf-8' codec can't decode " + where + ": " + reason;
    }
}
