package org.pyvm.objects.types;

import java.util.Arrays;

/** Builds a {@code str} piece by piece: as Java chars while all code points are in the BMP, then as code points. */
public final class StrBuilder {
    private StringBuilder chars;
    private int[] wide;
    private int wideLength;

    public StrBuilder() {
        chars = new StringBuilder();
    }

    /** An empty builder with room for some code points. */
    public StrBuilder(int capacity) {
        chars = new StringBuilder(capacity);
    }

    /** Appends a Java string in which surrogate pairs mean one code point. */
    public StrBuilder append(String utf16) {
        for (int i = 0; i < utf16.length(); i++) {
            if (Character.isSurrogate(utf16.charAt(i))) {
                utf16.codePoints().forEach(this::append);
                return this;
            }
        }
        return appendBmp(utf16);
    }

    public StrBuilder append(PyStr text) {
        if (text.bmp() != null) {
            return appendBmp(text.bmp());
        }
        return appendWide(text.wide(), 0, text.wide().length);
    }

    /** Appends the code points from one position to another. */
    public StrBuilder append(PyStr text, int start, int end) {
        if (text.bmp() == null) {
            return appendWide(text.wide(), start, end);
        }
        if (wide == null) {
            chars.append(text.bmp(), start, end);
        } else {
            for (int i = start; i < end; i++) {
                append((int) text.bmp().charAt(i));
            }
        }
        return this;
    }

    /** Appends the first of some characters, each of them one code point. */
    public StrBuilder append(char[] characters, int count) {
        if (wide == null) {
            chars.append(characters, 0, count);
        } else {
            for (int i = 0; i < count; i++) {
                append((int) characters[i]);
            }
        }
        return this;
    }

    private StrBuilder appendWide(int[] codePoints, int start, int end) {
        if (wide == null) {
            widen();
        }
        int newLength = wideLength + end - start;
        if (newLength > wide.length) {
            wide = Arrays.copyOf(wide, Math.max(newLength, wideLength * 2));
        }
        System.arraycopy(codePoints, start, wide, wideLength, end - start);
        wideLength = newLength;
        return this;
    }

    /** Appends a code point some number of times; none for a negative number. */
    public StrBuilder repeat(int codePoint, int count) {
        if (wide == null && codePoint < 0x10000 && count > 0) {
            chars.repeat((char) codePoint, count);
            return this;
        }
        for (int i = 0; i < count; i++) {
            append(codePoint);
        }
        return this;
    }

    private StrBuilder appendBmp(String text) {
        if (wide == null) {
            chars.append(text);
        } else {
            for (int i = 0; i < text.length(); i++) {
                append((int) text.charAt(i));
            }
        }
        return this;
    }

    /** Appends one ASCII character. */
    public StrBuilder append(char c) {
        return append((int) c);
    }

    /** Appends one code point; a surrogate stays alone. */
    public StrBuilder append(int codePoint) {
        if (wide == null) {
            if (codePoint < 0x10000) {
                chars.append((char) codePoint);
                return this;
            }
            widen();
        }
        if (wideLength == wide.length) {
            wide = Arrays.copyOf(wide, wideLength * 2);
        }
        wide[wideLength++] = codePoint;
        return this;
    }

    private void widen() {
        wideLength = chars.length();
        wide = new int[Math.max(16, wideLength * 2)];
        for (int i = 0; i < wideLength; i++) {
            wide[i] = chars.charAt(i);
        }
        chars = null;
    }

    /** In code points. */
    public int length() {
        return wide == null ? chars.length() : wideLength;
    }

    public PyStr toPyStr() {
        return wide == null ? PyStr.ofBmp(chars.toString()) : PyStr.ofCodePoints(Arrays.copyOf(wide, wideLength));
    }
}
