package org.pyvm.modules.sre;

import org.pyvm.objects.types.PyStr;

/**
 * The text or the bytes that a pattern is matched against.
 *
 * <p>One class for the three kinds: with one each, the matcher's calls would be megamorphic in a program that searches both
 * text and bytes, while the tests of one object's fields are always answered alike.
 */
final class Subject {
    /** Text without characters beyond the BMP; else null. */
    private final String chars;
    /** Null for text. */
    private final byte[] bytes;
    /** Text with characters beyond the BMP; else null. */
    private final int[] wide;

    private Subject(String chars, byte[] bytes, int[] wide) {
        this.chars = chars;
        this.bytes = bytes;
        this.wide = wide;
    }

    static Subject of(PyStr text) {
        return text.bmp() != null ? new Subject(text.bmp(), null, null) : new Subject(null, null, text.wide());
    }

    static Subject of(byte[] bytes) {
        return new Subject(null, bytes, null);
    }

    int length() {
        if (chars != null) {
            return chars.length();
        }
        return bytes != null ? bytes.length : wide.length;
    }

    /** The code point or the byte at a position. */
    int at(int index) {
        if (chars != null) {
            return chars.charAt(index);
        }
        return bytes != null ? bytes[index] & 0xFF : wide[index];
    }

    /** Position from one to another of a character, or -1. */
    int indexOf(int c, int from, int to) {
        if (from >= to) {
            return -1;
        }
        if (chars != null) {
            return c < 0x10000 ? chars.indexOf(c, from, to) : -1;
        }
        for (int i = from; i < to; i++) {
            if (at(i) == c) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Position of the first occurrence of some characters that lies between two positions, or -1.
     *
     * @param sameText the characters as a Java string, or null when one of them is not in the BMP
     */
    int indexOf(int[] literal, String sameText, int from, int to) {
        int last = to - literal.length;
        if (chars != null) {
            return sameText == null || from > last ? -1 : chars.indexOf(sameText, from, to);
        }
        for (int i = from; i <= last; i++) {
            i = indexOf(literal[0], i, last + 1);
            if (i < 0) {
                return -1;
            }
            if (matches(literal, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Position of the first character from one position to another that passes a test, or -1. */
    int find(CharTest test, int from, int to) {
        for (int i = from; i < to; i++) {
            if (test.test(at(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Position of the first character from one position to another that fails a test, or the latter. */
    int span(CharTest test, int from, int to) {
        int i = from;
        while (i < to && test.test(at(i))) {
            i++;
        }
        return i;
    }

    /** Whether characters stand at a position; there is room for them. */
    boolean matches(int[] literal, int at) {
        for (int i = 0; i < literal.length; i++) {
            if (at(at + i) != literal[i]) {
                return false;
            }
        }
        return true;
    }
}
