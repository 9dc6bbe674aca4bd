package org.pyvm.modules.io;

import java.util.Arrays;
import org.pyvm.objects.types.PyStr;

/** Text that can be changed in the middle: as chars while all code points are in the BMP, then as code points. */
final class TextStore {
    private char[] chars = new char[16];
    private int[] wide;
    private int size;

    int size() {
        return size;
    }

    int codePointAt(int index) {
        return wide == null ? chars[index] : wide[index];
    }

    /** Writes over what is at a position, filling with NULs what lies between the end and it. */
    void put(int position, PyStr text) {
        int end = position + text.length();
        if (wide == null && text.bmp() == null) {
            widen(end);
        }
        reserve(end);
        if (position > size) {
            fill(size, position);
        }
        if (wide == null) {
            text.bmp().getChars(0, text.length(), chars, position);
        } else {
            for (int i = 0; i < text.length(); i++) {
                wide[position + i] = text.codePointAt(i);
            }
        }
        size = Math.max(size, end);
    }

    private void fill(int from, int to) {
        if (wide == null) {
            Arrays.fill(chars, from, to, '\0');
        } else {
            Arrays.fill(wide, from, to, 0);
        }
    }

    private void widen(int least) {
        wide = new int[Math.max(least, chars.length)];
        for (int i = 0; i < size; i++) {
            wide[i] = chars[i];
        }
        chars = null;
    }

    private void reserve(int length) {
        int room = wide == null ? chars.length : wide.length;
        if (length > room) {
            int grown = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(length, room * 2L));
            if (wide == null) {
                chars = Arrays.copyOf(chars, grown);
            } else {
                wide = Arrays.copyOf(wide, grown);
            }
        }
    }

    void truncate(int length) {
        size = Math.min(size, length);
    }

    PyStr slice(int from, int to) {
        return wide == null
                ? PyStr.ofBmp(new String(chars, from, to - from))
                : PyStr.ofCodePoints(Arrays.copyOfRange(wide, from, to));
    }
}
