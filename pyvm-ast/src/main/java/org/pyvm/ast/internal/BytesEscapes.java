package org.pyvm.ast.internal;

import java.util.Arrays;

/** Decodes the escapes of a bytes literal. */
final class BytesEscapes {
    private final String text;
    private final int start;
    private final int end;
    private final byte[] out;
    private int length;
    private String firstInvalid;

    /** @param end from {@code start} to here all is ASCII */
    BytesEscapes(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.out = new byte[end - start];
    }

    /** See {@link StrEscapes#decode}. */
    String firstInvalid() {
        return firstInvalid;
    }

    /** The bytes. */
    byte[] decode() {
        int i = start;
        while (i < end) {
            char c = text.charAt(i++);
            if (c == '\\') {
                i = escape(i);
            } else {
                add(c);
            }
        }
        return Arrays.copyOf(out, length);
    }

    private void add(int value) {
        out[length++] = (byte) value;
    }

    private void noteInvalid(String escape) {
        if (firstInvalid == null) {
            firstInvalid = escape;
        }
    }

    private int escape(int behindBackslash) {
        int i = behindBackslash;
        char c = text.charAt(i++);
        switch (c) {
            case '\n' -> {}
            case '\\', '\'', '"' -> add(c);
            case 'b' -> add('\b');
            case 'f' -> add('\f');
            case 't' -> add('\t');
            case 'n' -> add('\n');
            case 'r' -> add('\r');
            case 'v' -> add(0x0B);
            case 'a' -> add(0x07);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                int value = c - '0';
                for (int last = i + 2; i < end && i < last && text.charAt(i) >= '0' && text.charAt(i) <= '7'; i++) {
                    value = value << 3 | text.charAt(i) - '0';
                }
                add(value); // above 0o377 it wraps round
                if (value > 0xFF) {
                    noteInvalid(text.substring(i - 3, i));
                }
            }
            case 'x' -> {
                int high = i < end ? StrEscapes.hexDigit(text.charAt(i)) : -1;
                int low = i + 1 < end ? StrEscapes.hexDigit(text.charAt(i + 1)) : -1;
                if (high < 0 || low < 0) {
                    throw new LiteralException(
                            "(value error) invalid \\x escape at position " + (behindBackslash - 1 - start));
                }
                add(high << 4 | low);
                i += 2;
            }
            default -> {
                add('\\');
                add(c);
                noteInvalid(String.valueOf(c));
            }
        }
        return i;
    }
}
