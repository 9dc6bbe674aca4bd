package org.pyvm.modules.json;

import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** Writes strings in quotes. */
enum JsonEscapes {
    /** Escapes quotes, backslashes, control characters, and everything that is not ASCII, as UTF-16. */
    ASCII(0x7e),
    /** Escapes quotes, backslashes and control characters only. */
    CONTROL(Integer.MAX_VALUE);

    private static final String HEX = "0123456789abcdef";

    private final int lastPlain;

    JsonEscapes(int lastPlain) {
        this.lastPlain = lastPlain;
    }

    void write(PyStr text, StrBuilder out) {
        out.append('"');
        int length = text.length();
        int from = 0;
        for (int i = 0; i < length; i++) {
            int c = text.codePointAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && c <= lastPlain) {
                continue;
            }
            if (from < i) {
                out.append(text, from, i);
            }
            from = i + 1;
            escape(c, out);
        }
        if (from == 0) {
            out.append(text);
        } else if (from < length) {
            out.append(text, from, length);
        }
        out.append('"');
    }

    private static void escape(int c, StrBuilder out) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append((char) c);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c >= 0x10000) {
                    unit(Character.highSurrogate(c), out);
                    unit(Character.lowSurrogate(c), out);
                } else {
                    unit(c, out);
                }
            }
        }
    }

    private static void unit(int c, StrBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
