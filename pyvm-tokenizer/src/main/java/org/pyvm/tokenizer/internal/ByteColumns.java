package org.pyvm.tokenizer.internal;

import java.util.Arrays;

/**
 * Where code points and UTF-8 bytes of a text stand, so that a column deep in a long line is found without reading the line
 * from its start: a tree of a line of 10 MB asks for millions of them. Immutable.
 */
public final class ByteColumns {
    private static final int STEP = 128;

    private final String text;
    /** Code points, and bytes, before every {@link #STEP}th char (a low surrogate there counts as passed). */
    private final int[] codePoints;

    private final int[] bytes;

    public ByteColumns(String text) {
        this.text = text;
        int marks = text.length() / STEP + 1;
        codePoints = new int[marks];
        bytes = new int[marks];
        int pointsBefore = 0;
        int bytesBefore = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i % STEP == 0) {
                codePoints[i / STEP] = pointsBefore;
                bytes[i / STEP] = bytesBefore;
            }
            if (!isSecondHalf(i)) {
                pointsBefore++;
                bytesBefore += Utf8Text.length(text.codePointAt(i));
            }
        }
        if (text.length() % STEP == 0) {
            codePoints[marks - 1] = pointsBefore;
            bytes[marks - 1] = bytesBefore;
        }
    }

    private boolean isSecondHalf(int index) {
        return index > 0
                && index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
    }

    /** The bytes between the start of a line and a column in code points; what lies behind the text counts one each. */
    public int bytesBefore(int lineStart, int column) {
        if (column <= STEP) {
            return bytesOf(lineStart, column);
        }
        int mark = lineStart / STEP;
        int pointsAtStart = codePoints[mark];
        int bytesAtStart = bytes[mark];
        for (int i = mark * STEP; i < lineStart; i++) {
            if (!isSecondHalf(i)) {
                pointsAtStart++;
                bytesAtStart += Utf8Text.length(text.codePointAt(i));
            }
        }
        int wanted = pointsAtStart + column;
        int found = Arrays.binarySearch(codePoints, wanted);
        int from = found >= 0 ? found : -found - 2;
        int start = from * STEP;
        return bytes[from] - bytesAtStart + bytesOf(isSecondHalf(start) ? start + 1 : start, wanted - codePoints[from]);
    }

    /** Bytes of so many code points from an index. */
    private int bytesOf(int start, int count) {
        int result = 0;
        int index = start;
        for (int i = 0; i < count; i++) {
            if (index >= text.length()) {
                return result + count - i;
            }
            char c = text.charAt(index);
            if (c < 0x80) {
                result++;
                index++;
            } else {
                int codePoint = text.codePointAt(index);
                result += Utf8Text.length(codePoint);
                index += Character.charCount(codePoint);
            }
        }
        return result;
    }
}
