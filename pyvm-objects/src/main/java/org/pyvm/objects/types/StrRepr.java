package org.pyvm.objects.types;

import org.pyvm.tokenizer.Unicode14;

/** How strings show themselves: {@code repr} and {@code ascii}. */
final class StrRepr {
    private static final String HEX = "0123456789abcdef";

    private StrRepr() {}

    /** In single quotes, or in double ones when that saves escapes; what is not printable is escaped. */
    static PyStr repr(PyStr text) {
        int length = text.length();
        int single = 0;
        int doubled = 0;
        boolean plain = true;
        for (int i = 0; i < length; i++) {
            int c = text.codePointAt(i);
            if (c == '\'') {
                single++;
            } else if (c == '"') {
                doubled++;
            } else if (c == '\\' || c < ' ' || c >= 0x7F) {
                plain = false;
            }
        }
        char quote = single > 0 && doubled == 0 ? '"' : '\'';
        if (plain && (single == 0 || quote == '"')) {
            return PyStr.ofBmp(quote + text.bmp() + quote);
        }
        StrBuilder out = new StrBuilder();
        out.append(quote);
        for (int i = 0; i < length; i++) {
            int c = text.codePointAt(i);
            if (c == quote || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7F) {
                out.append(c);
            } else {
                switch (c) {
                    case '\t' -> out.append("\\t");
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    default -> {
                        if (Unicode14.isPrintable(c)) {
                            out.append(c);
                        } else {
                            StringBuilder escape = new StringBuilder(10);
                            escape(escape, c);
                            out.append(escape.toString());
                        }
                    }
                }
            }
        }
        return out.append(quote).toPyStr();
    }

    /** Appends <code>&#92;xhh</code>, <code>&#92;uhhhh</code> or <code>&#92;Uhhhhhhhh</code>, whichever is shortest. */
    static void escape(StringBuilder out, int c) {
        int digits;
        if (c < 0x100) {
            out.append("\\x");
            digits = 2;
        } else if (c < 0x10000) {
            out.append("\\u");
            digits = 4;
        } else {
            out.append("\\U");
            digits = 8;
        }
        for (int shift = digits * 4 - 4; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }

    static String escapeNonAscii(PyStr text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (c < 0x80) {
                out.append((char) c);
            } else {
                escape(out, c);
            }
        }
        return out.toString();
    }

    /** Bytes that CPython needs for the text. */
    static int sizeOf(PyStr text) {
        int length = text.length();
        if (text.bmp() == null) {
            return 72 + 4 * (length + 1);
        }
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= text.bmp().charAt(i);
        }
        if (all < 0x80) {
            return 48 + length + 1;
        }
        return 72 + (all < 0x100 ? 1 : 2) * (length + 1);
    }
}
