package org.pyvm.objects.types;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slots;
import org.pyvm.tokenizer.CodePoints;

/**
 * {@code str}: an immutable sequence of code points, in the form of {@link CodePoints}: one {@code char} a code point
 * while there is no non-BMP character, else an array of code points. So indexing is O(1) and lone surrogates are exact.
 */
public class PyStr extends PyObject {
    public static final PyType TYPE = PyType.builtin("builtins", "str", new Slots(), null);
    public static final PyStr EMPTY = new PyStr("", null);

    /** Interned names of all interpreters; interning is invisible but for identity, so one pool serves them all. */
    private static final ConcurrentMap<String, PyStr> POOL = new ConcurrentHashMap<>(4096);

    private final String chars;
    private final int[] wide;
    /** 0 until computed; the hash of the empty string is 0 and computed each time. */
    private long hash;

    private PyStr(String chars, int[] wide) {
        this(TYPE, chars, wide);
    }

    /** Exactly one of {@code chars} and {@code wide} is not null; {@code wide} holds a non-BMP character. */
    protected PyStr(PyType type, String chars, int[] wide) {
        super(type);
        this.chars = chars;
        this.wide = wide;
    }

    /** From a Java string in which surrogate pairs mean one code point. */
    public static PyStr of(String utf16) {
        for (int i = 0; i < utf16.length(); i++) {
            if (Character.isSurrogate(utf16.charAt(i))) {
                return ofCodePoints(utf16.codePoints().toArray());
            }
        }
        return ofBmp(utf16);
    }

    /** From a Java string in which every {@code char} is one code point. */
    public static PyStr ofBmp(String chars) {
        return chars.isEmpty() ? EMPTY : new PyStr(chars, null);
    }

    /** From code points, surrogates included; the array must not be changed afterwards. */
    public static PyStr ofCodePoints(int[] codePoints) {
        return of(CodePoints.ofCodePoints(codePoints));
    }

    /** From a constant of the front end. */
    public static PyStr of(CodePoints text) {
        return text.bmp() != null ? ofBmp(text.bmp()) : new PyStr(null, text.wide());
    }

    /** One character. */
    public static PyStr ofCodePoint(int codePoint) {
        return codePoint < 0x10000 ? ofBmp(String.valueOf((char) codePoint)) : new PyStr(null, new int[] {codePoint});
    }

    /** The one string of all interpreters with this text; for names that code looks up. */
    public static PyStr intern(String utf16) {
        PyStr known = POOL.get(utf16);
        return known != null ? known : internNew(of(utf16), utf16);
    }

    /** The interned string equal to this exact {@code str}. */
    public static PyStr intern(PyStr text) {
        if (text.wide != null || text.getClass() != PyStr.class) {
            return text;
        }
        PyStr known = POOL.get(text.chars);
        return known != null ? known : internNew(text, text.chars);
    }

    private static PyStr internNew(PyStr text, String key) {
        PyStr raced = POOL.putIfAbsent(key, text);
        return raced == null ? text : raced;
    }

    /** One char per code point, or null when there is a non-BMP character. */
    public final String bmp() {
        return chars;
    }

    /** The code points, not to be changed, or null when there is no non-BMP character. */
    public final int[] wide() {
        return wide;
    }

    /** In code points. */
    public final int length() {
        return chars != null ? chars.length() : wide.length;
    }

    public final int codePointAt(int index) {
        return chars != null ? chars.charAt(index) : wide[index];
    }

    /** A fresh array of the code points. */
    public final int[] toCodePoints() {
        return toCodePointsText().toArray();
    }

    /** The same text as the front end has it. */
    public final CodePoints toCodePointsText() {
        return chars != null ? CodePoints.ofBmp(chars) : CodePoints.ofCodePoints(wide);
    }

    /** Equality of text, whatever the types. */
    public final boolean sameText(PyStr other) {
        if (this == other) {
            return true;
        }
        if (hash != 0 && other.hash != 0 && hash != other.hash) {
            return false;
        }
        return chars != null ? chars.equals(other.chars) : other.wide != null && Arrays.equals(wide, other.wide);
    }

    /** Whether the text is this ASCII text. */
    public final boolean is(String ascii) {
        return ascii.equals(chars);
    }

    /** Whether the text is framed by double underscores, as names of special methods are. */
    public final boolean isSpecial() {
        return chars != null && chars.length() > 4 && chars.startsWith("__") && chars.endsWith("__");
    }

    /** CPython's hash of the text: SipHash-1-3 keyed by PYTHONHASHSEED; never -1. */
    public final long hash() {
        long known = hash;
        if (known == 0) {
            known = chars != null ? StringHash.of(chars) : StringHash.of(wide);
            hash = known;
        }
        return known;
    }

    /** Orders by code points. */
    public final int compareText(PyStr other) {
        if (chars != null && other.chars != null) {
            return chars.compareTo(other.chars);
        }
        int shorter = Math.min(length(), other.length());
        for (int i = 0; i < shorter; i++) {
            int difference = codePointAt(i) - other.codePointAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return length() - other.length();
    }

    /** The text with everything but ASCII as escapes, as {@code ascii()} shows it. */
    public final PyStr escapeNonAscii() {
        boolean ascii = chars != null && chars.chars().allMatch(c -> c < 0x80);
        if (ascii) {
            return this;
        }
        StringBuilder escaped = new StringBuilder(length() + 16);
        for (int i = 0; i < length(); i++) {
            int c = codePointAt(i);
            if (c < 0x80) {
                escaped.append((char) c);
            } else if (c < 0x100) {
                escaped.append(String.format("\\x%02x", c));
            } else if (c < 0x10000) {
                escaped.append(String.format("\\u%04x", c));
            } else {
                escaped.append(String.format("\\U%08x", c));
            }
        }
        return ofBmp(escaped.toString());
    }

    /** An exact {@code str} of the same text. */
    public final PyStr exact() {
        return getClass() == PyStr.class ? this : new PyStr(chars, wide);
    }

    /** UTF-16; not injective when lone surrogates stand side by side. */
    @Override
    public String toString() {
        return chars != null ? chars : new String(wide, 0, wide.length);
    }
}
