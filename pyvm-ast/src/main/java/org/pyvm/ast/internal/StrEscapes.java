package org.pyvm.ast.internal;

import org.pyvm.ast.CharacterNames;

/**
 * Decodes the escapes of a str literal.
 *
 * <p>Errors count in the buffer that CPython decodes: there a character that is not ASCII takes ten bytes ({@code
 * \U000000e9}), and a backslash before one takes six.
 */
final class StrEscapes {
    private static final int ASCII_LIMIT = 0x80;

    private final String text;
    private final int start;
    private final int end;
    private final CharacterNames names;
    private final CodePointBuilder out;
    /** What stands behind the first backslash that makes no proper escape, or null. */
    private String firstInvalid;

    private StrEscapes(String text, int start, int end, CharacterNames names, CodePointBuilder out) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.names = names;
        this.out = out;
    }

    /**
     * Decodes from {@code start} to {@code end}.
     *
     * @return what stands behind the first backslash that makes no proper escape, or null: its character, or the digits of
     *     an octal number above 0o377
     * @throws LiteralException with CPython's words
     */
    static String decode(String text, int start, int end, CharacterNames names, CodePointBuilder out) {
        var escapes = new StrEscapes(text, start, end, names, out);
        escapes.decode();
        return escapes.firstInvalid;
    }

    private void decode() {
        int i = start;
        while (i < end) {
            int backslash = text.indexOf('\\', i, end);
            out.add(text, i, backslash < 0 ? end : backslash);
            if (backslash < 0) {
                return;
            }
            i = escape(backslash);
        }
    }

    /** Decodes one escape and gives the index behind it. */
    private int escape(int backslash) {
        int i = backslash + 1;
        if (i == end) {
            out.add('\\'); // only in a part of an f-string, before a brace
            return i;
        }
        char c = text.charAt(i++);
        switch (c) {
            case '\n' -> {}
            case '\\', '\'', '"' -> out.add(c);
            case 'b' -> out.add('\b');
            case 'f' -> out.add('\f');
            case 't' -> out.add('\t');
            case 'n' -> out.add('\n');
            case 'r' -> out.add('\r');
            case 'v' -> out.add(0x0B);
            case 'a' -> out.add(0x07);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                int value = c - '0';
                for (int last = i + 2; i < end && i < last && isOctal(text.charAt(i)); i++) {
                    value = value << 3 | text.charAt(i) - '0';
                }
                out.add(value);
                if (value > 0xFF) {
                    noteInvalid(text.substring(i - 3, i));
                }
            }
            case 'x' -> i = hexadecimal(backslash, 2, "truncated \\xXX escape");
            case 'u' -> i = hexadecimal(backslash, 4, "truncated \\uXXXX escape");
            case 'U' -> i = hexadecimal(backslash, 8, "truncated \\UXXXXXXXX escape");
            case 'N' -> i = named(backslash);
            default -> {
                out.add('\\');
                if (c >= ASCII_LIMIT) {
                    return i - 1; // copied as it is; CPython does not warn of these
                }
                out.add(c);
                noteInvalid(String.valueOf(c));
            }
        }
        return i;
    }

    private void noteInvalid(String escape) {
        if (firstInvalid == null) {
            firstInvalid = escape;
        }
    }

    private static boolean isOctal(char c) {
        return c >= '0' && c <= '7';
    }

    private int hexadecimal(int backslash, int digits, String truncated) {
        int i = backslash + 2;
        long value = 0;
        for (int last = i + digits; i < last; i++) {
            int digit = i < end ? hexDigit(text.charAt(i)) : -1;
            if (digit < 0) {
                throw error(backslash, i, truncated);
            }
            value = value << 4 | digit;
        }
        if (value > Character.MAX_CODE_POINT) {
            throw error(backslash, i, "illegal Unicode character");
        }
        out.add((int) value);
        return i;
    }

    /** The value of an ASCII hexadecimal digit, or -1. */
    static int hexDigit(char c) {
        return c < ASCII_LIMIT ? Character.digit(c, 16) : -1;
    }

    private int named(int backslash) {
        int open = backslash + 2;
        if (open >= end || text.charAt(open) != '{') {
            throw error(backslash, Math.min(open, end), "malformed \\N character escape");
        }
        int close = text.indexOf('}', open, end);
        if (close < 0) {
            throw error(backslash, end, "malformed \\N character escape");
        }
        if (close == open + 1) {
            throw error(backslash, close, "malformed \\N character escape");
        }
        int codePoint = names.codePoint(text.substring(open + 1, close));
        if (codePoint < 0) {
            throw error(backslash, close + 1, "unknown Unicode character name");
        }
        out.add(codePoint);
        return close + 1;
    }

    private LiteralException error(int from, int to, String reason) {
        int first = bufferOffset(from);
        int last = bufferOffset(to) - 1;
        String where = first == last ? "byte 0x5c in position " + first : "bytes in position " + first + "-" + last;
        return new LiteralException("(unicode error) 'unicodeescape' codec can't decode " + where + ": " + reason);
    }

    private int bufferOffset(int index) {
        int offset = 0;
        boolean escaped = false;
        for (int i = start; i < index; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c >= ASCII_LIMIT) {
                offset += escaped ? 15 : 10; // \u005c for the backslash before it
                escaped = false;
            } else {
                offset++;
                escaped = c == '\\' && !escaped;
            }
        }
        return offset;
    }
}
