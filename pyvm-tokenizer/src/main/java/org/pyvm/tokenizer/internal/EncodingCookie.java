package org.pyvm.tokenizer.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What the start of a source says of its encoding: a byte order mark, and PEP 263's {@code coding: name} in a comment
 * that is alone on the first or second line, the first being blank or a comment too.
 *
 * @param encoding the name, {@code utf-8} and {@code iso-8859-1} in that form however written; null when not given
 * @param bomLength 3 or 0
 */
public record EncodingCookie(String encoding, int bomLength) {
    private static final String UTF8 = "utf-8";
    private static final String LATIN1 = "iso-8859-1";
    private static final String KEY = "coding";

    /**
     * @param lastLineCounts whether a line that ends with the source is looked at
     */
    public static EncodingCookie find(byte[] source, boolean lastLineCounts) {
        boolean bom =
                source.length >= 3 && source[0] == (byte) 0xEF && source[1] == (byte) 0xBB && source[2] == (byte) 0xBF;
        int start = bom ? 3 : 0;
        String encoding = null;
        for (int line = 0; line < 2 && encoding == null && start < source.length; line++) {
            int end = start;
            while (end < source.length && source[end] != '\n' && source[end] != '\r') {
                end++;
            }
            if (end == source.length && !lastLineCounts) {
                break;
            }
            String text = new String(source, start, end - start, StandardCharsets.ISO_8859_1);
            if (!isBlankOrComment(text)) {
                break;
            }
            encoding = cookieIn(text);
            boolean twoCharacters = end + 1 < source.length && source[end] == '\r' && source[end + 1] == '\n';
            start = end + (twoCharacters ? 2 : 1);
        }
        return new EncodingCookie(encoding, bom ? 3 : 0);
    }

    public boolean isUtf8() {
        return encoding == null || encoding.equals(UTF8);
    }

    /** Whether anything was said. */
    public boolean isDeclared() {
        return encoding != null || bomLength > 0;
    }

    public boolean contradictsBom() {
        return bomLength > 0 && !isUtf8();
    }

    private static boolean isBlankOrComment(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '#') {
                return true;
            }
            if (c != ' ' && c != '\t' && c != '\f') {
                return false;
            }
        }
        return true;
    }

    private static String cookieIn(String line) {
        int at = line.indexOf(KEY);
        while (at >= 0) {
            int p = at + KEY.length();
            if (p < line.length() && (line.charAt(p) == ':' || line.charAt(p) == '=')) {
                do {
                    p++;
                } while (p < line.length() && (line.charAt(p) == ' ' || line.charAt(p) == '\t'));
                int start = p;
                while (p < line.length() && isNamePart(line.charAt(p))) {
                    p++;
                }
                if (p > start) {
                    return normal(line.substring(start, p));
                }
            }
            at = line.indexOf(KEY, at + 1);
        }
        return null;
    }

    private static boolean isNamePart(char c) {
        return c < 0x80 && Ascii.isNamePart(c) || c == '-' || c == '.';
    }

    /** Only the first twelve characters count, so that {@code utf-8-unix} and the like, which editors write, are known. */
    private static String normal(String name) {
        String start = name.substring(0, Math.min(12, name.length()))
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        if (start.equals(UTF8) || start.startsWith("utf-8-")) {
            return UTF8;
        }
        for (String latin : new String[] {"latin-1", LATIN1, "iso-latin-1"}) {
            if (start.equals(latin) || start.startsWith(latin + "-")) {
                return LATIN1;
            }
        }
        return name;
    }
}
