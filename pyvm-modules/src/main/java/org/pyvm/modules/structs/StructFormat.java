package org.pyvm.modules.structs;

import java.util.ArrayList;
import java.util.List;

/**
 * A format string taken apart.
 *
 * @param items those that have values
 * @param size in bytes
 * @param valueCount number of Python values
 */
record StructFormat(String text, Mode mode, List<FormatItem> items, long size, int valueCount) {
    /** Sizes, alignment and byte order, as the first character of a format says. */
    enum Mode {
        NATIVE,
        LITTLE,
        BIG;

        boolean isBig() {
            return this == BIG;
        }

        /** Bytes of a value; 0 for a code that does not exist. */
        int size(char code) {
            return switch (code) {
                case 'x', 'b', 'B', 'c', 's', 'p', '?' -> 1;
                case 'h', 'H', 'e' -> 2;
                case 'i', 'I', 'f' -> 4;
                case 'l', 'L' -> this == NATIVE ? 8 : 4;
                case 'q', 'Q', 'd' -> 8;
                case 'n', 'N', 'P' -> this == NATIVE ? 8 : 0;
                default -> 0;
            };
        }

        private long align(long offset, int size, char code) {
            boolean aligned = this == NATIVE && code != 's' && code != 'p' && code != 'x';
            return aligned ? (offset + size - 1) / size * size : offset;
        }
    }

    /** What is wrong with a format. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    static StructFormat parse(String text) throws Malformed {
        if (text.indexOf('\0') >= 0) {
            throw new Malformed("embedded null character");
        }
        Mode mode = Mode.NATIVE;
        int at = 0;
        if (!text.isEmpty()) {
            switch (text.charAt(0)) {
                case '@' -> at = 1;
                case '=', '<' -> {
                    mode = Mode.LITTLE;
                    at = 1;
                }
                case '>', '!' -> {
                    mode = Mode.BIG;
                    at = 1;
                }
                default -> {}
            }
        }
        return parse(text, mode, at);
    }

    private static StructFormat parse(String text, Mode mode, int start) throws Malformed {
        List<FormatItem> items = new ArrayList<>();
        long offset = 0;
        long values = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c >= '\t' && c <= '\r') {
                continue;
            }
            long count = 1;
            if (c >= '0' && c <= '9') {
                count = 0;
                for (; c >= '0' && c <= '9'; c = text.charAt(i)) {
                    if (count > (Long.MAX_VALUE - 9) / 10) {
                        throw new Malformed("total struct size too long");
                    }
                    count = count * 10 + c - '0';
                    if (++i == text.length()) {
                        throw new Malformed("repeat count given without format specifier");
                    }
                }
            }
            int size = mode.size(c);
            if (size == 0) {
                throw new Malformed("bad char in struct format");
            }
            offset = mode.align(offset, size, c);
            if (offset < 0 || count > (Long.MAX_VALUE - offset) / size) {
                throw new Malformed("total struct size too long");
            }
            if (c == 's' || c == 'p') {
                items.add(new FormatItem(c, clamp(offset), 1, clamp(count)));
                values++;
            } else if (c != 'x' && count > 0) {
                items.add(new FormatItem(c, clamp(offset), clamp(count), size));
                values += count;
            }
            offset += count * size;
        }
        return new StructFormat(text, mode, List.copyOf(items), offset, clamp(values));
    }

    private static int clamp(long number) {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }
}
