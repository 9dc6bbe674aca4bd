package org.pyvm.modules.sre;

import org.pyvm.objects.types.PyStr;

/** The text or the bytes that a pattern is matched against. */
abstract class Subject {
    abstract int length();

    /** The code point or the byte at a position. */
    abstract int at(int index);

    /** Position from one to another of a character, or -1. */
    int indexOf(int c, int from, int to) {
        for (int i = from; i < to; i++) {
            if (at(i) == c) {
                return i;
            }
        }
        return -1;
    }

    /** Position of the first occurrence of some characters that lies between two positions, or -1. */
    int indexOf(int[] literal, int from, int to) {
        for (int i = from; i <= to - literal.length; i++) {
            i = indexOf(literal[0], i, to - literal.length + 1);
            if (i < 0) {
                return -1;
            }
            if (matches(literal, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether characters stand at a position; there is room for them. */
    final boolean matches(int[] literal, int at) {
        for (int i = 0; i < literal.length; i++) {
            if (at(at + i) != literal[i]) {
                return false;
            }
        }
        return true;
    }

    static Subject of(PyStr text) {
        return text.bmp() != null ? new Bmp(text.bmp()) : new Wide(text.wide());
    }

    static Subject of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** Text without characters beyond the BMP. */
    private static final class Bmp extends Subject {
        private final String chars;

        Bmp(String chars) {
            this.chars = chars;
        }

        @Override
        int length() {
            return chars.length();
        }

        @Override
        int at(int index) {
            return chars.charAt(index);
        }

        @Override
        int indexOf(int c, int from, int to) {
            return c < 0x10000 && from < to ? chars.indexOf(c, from, to) : -1;
        }

        @Override
        int indexOf(int[] literal, int from, int to) {
            if (literal.length == 1) {
                return indexOf(literal[0], from, to);
            }
            for (int c : literal) {
                if (c >= 0x10000) {
                    return -1;
                }
            }
            return from <= to ? chars.indexOf(new String(literal, 0, literal.length), from, to) : -1;
        }
    }

    /** Text with characters beyond the BMP. */
    private static final class Wide extends Subject {
        private final int[] codePoints;

        Wide(int[] codePoints) {
            this.codePoints = codePoints;
        }

        @Override
        int length() {
            return codePoints.length;
        }

        @Override
        int at(int index) {
            return codePoints[index];
        }
    }

    /** Bytes. */
    private static final class Bytes extends Subject {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        int length() {
            return bytes.length;
        }

        @Override
        int at(int index) {
            return bytes[index] & 0xFF;
        }
    }
}
