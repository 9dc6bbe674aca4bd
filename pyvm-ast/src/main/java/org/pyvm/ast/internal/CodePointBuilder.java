package org.pyvm.ast.internal;

import java.util.Arrays;
import org.pyvm.tokenizer.CodePoints;

/** Collects the code points of a string. Chars as long as all fit in one, ints from the first that does not. */
final class CodePointBuilder {
    private final StringBuilder chars = new StringBuilder();
    private int[] wide;
    private int length;

    boolean isEmpty() {
        return wide == null ? chars.isEmpty() : length == 0;
    }

    void add(int codePoint) {
        if (wide == null && codePoint <= 0xFFFF) {
            chars.append((char) codePoint);
        } else {
            addWide(codePoint);
        }
    }

    private void addWide(int codePoint) {
        if (wide == null) {
            length = chars.length();
            wide = new int[Math.max(16, length * 2)];
            for (int i = 0; i < length; i++) {
                wide[i] = chars.charAt(i);
            }
        }
        if (length == wide.length) {
            wide = Arrays.copyOf(wide, length * 2);
        }
        wide[length++] = codePoint;
    }

    /** Adds well-formed UTF-16. */
    void add(String text, int from, int to) {
        int i = from;
        while (i < to) {
            int codePoint = text.codePointAt(i);
            add(codePoint);
            i += Character.charCount(codePoint);
        }
    }

    void add(CodePoints text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.codePointAt(i));
        }
    }

    /** What was added since the last call. */
    CodePoints take() {
        CodePoints result = wide == null
                ? CodePoints.ofBmp(chars.toString())
                : CodePoints.ofCodePoints(Arrays.copyOf(wide, length));
        chars.setLength(0);
        wide = null;
        length = 0;
        return result;
    }
}
