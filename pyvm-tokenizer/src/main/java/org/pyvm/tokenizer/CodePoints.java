package org.pyvm.tokenizer;

import java.util.Arrays;

/**
 * An immutable sequence of code points in which lone surrogates are exact: {@code '\ud83d' + '\ude00'} has length 2 and
 * differs from {@code '\U0001f600'}. String literals of tokens, AST constants and code constants are kept in this form.
 *
 * <p>Text free of non-BMP characters is a {@link String} whose every {@code char} is one code point; other text is an
 * array of code points. Exactly one of {@link #bmp()} and {@link #wide()} is non-null.
 */
public final class CodePoints {
    public static final CodePoints EMPTY = new CodePoints("", null);

    private final String bmp;
    private final int[] wide;

    private CodePoints(String bmp, int[] wide) {
        this.bmp = bmp;
        this.wide = wide;
    }

    /** Reads a Java string in which surrogate pairs mean one code point. */
    public static CodePoints of(String utf16) {
        for (int i = 0; i < utf16.length(); i++) {
            if (Character.isSurrogate(utf16.charAt(i))) {
                return ofCodePoints(utf16.codePoints().toArray());
            }
        }
        return utf16.isEmpty() ? EMPTY : new CodePoints(utf16, null);
    }

    /** Takes a Java string in which every {@code char} is one code point, surrogates being lone ones. */
    public static CodePoints ofBmp(String chars) {
        return chars.isEmpty() ? EMPTY : new CodePoints(chars, null);
    }

    /** Takes code points, 0 to 0x10FFFF, surrogates included; the array must not be changed afterwards. */
    public static CodePoints ofCodePoints(int[] codePoints) {
        for (int codePoint : codePoints) {
            if (codePoint > 0xFFFF) {
                return new CodePoints(null, codePoints);
            }
        }
        char[] chars = new char[codePoints.length];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) codePoints[i];
        }
        return ofBmp(new String(chars));
    }

    /** One char per code point, or null when the text holds a non-BMP character. */
    public String bmp() {
        return bmp;
    }

    /** The code points, not to be changed, or null when the text holds no non-BMP character. */
    public int[] wide() {
        return wide;
    }

    public int length() {
        return bmp != null ? bmp.length() : wide.length;
    }

    public int codePointAt(int index) {
        return bmp != null ? bmp.charAt(index) : wide[index];
    }

    public CodePoints concat(CodePoints other) {
        if (bmp != null && other.bmp != null) {
            return ofBmp(bmp.concat(other.bmp));
        }
        int[] both = Arrays.copyOf(toArray(), length() + other.length());
        System.arraycopy(other.toArray(), 0, both, length(), other.length());
        return ofCodePoints(both);
    }

    /** A fresh array of the code points. */
    public int[] toArray() {
        if (wide != null) {
            return wide.clone();
        }
        int[] result = new int[bmp.length()];
        for (int i = 0; i < result.length; i++) {
            result[i] = bmp.charAt(i);
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodePoints that
                && (bmp != null ? bmp.equals(that.bmp) : Arrays.equals(wide, that.wide));
    }

    @Override
    public int hashCode() {
        return bmp != null ? bmp.hashCode() : Arrays.hashCode(wide);
    }

    /** UTF-16; not injective when lone surrogates stand side by side. */
    @Override
    public String toString() {
        return bmp != null ? bmp : new String(wide, 0, wide.length);
    }
}
