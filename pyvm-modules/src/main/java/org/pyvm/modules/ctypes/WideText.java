package org.pyvm.modules.ctypes;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.types.PyStr;

/** Texts of {@code wchar_t}, which has four bytes. */
final class WideText {
    static final int SIZE = 4;

    private WideText() {}

    static PyStr character(int codePoint) {
        return PyStr.ofCodePoint(checked(codePoint));
    }

    private static int checked(int codePoint) {
        if (codePoint < 0 || codePoint > Character.MAX_CODE_POINT) {
            throw PyErr.valueError("character U+%s is not in range [U+0000; U+10ffff]", Integer.toHexString(codePoint));
        }
        return codePoint;
    }

    /** A number of characters. */
    static PyStr text(MemorySegment memory, long at, int count) {
        int[] codePoints = new int[count];
        for (int i = 0; i < count; i++) {
            codePoints[i] = checked(memory.get(JAVA_INT_UNALIGNED, at + (long) SIZE * i));
        }
        return PyStr.ofCodePoints(codePoints);
    }

    /** The characters in front of the first zero, at most some. */
    static int length(MemorySegment memory, long at, int most) {
        int count = 0;
        while (count < most && memory.get(JAVA_INT_UNALIGNED, at + (long) SIZE * count) != 0) {
            count++;
        }
        return count;
    }

    /** Writes a text, with a zero behind it where there is room. */
    static void write(PyStr text, MemorySegment memory, long at, long room) {
        for (int i = 0; i < text.length(); i++) {
            memory.set(JAVA_INT_UNALIGNED, at + (long) SIZE * i, text.codePointAt(i));
        }
        if (text.length() < room) {
            memory.set(JAVA_INT_UNALIGNED, at + (long) SIZE * text.length(), 0);
        }
    }
}
