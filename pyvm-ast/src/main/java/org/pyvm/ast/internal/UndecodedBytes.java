package org.pyvm.ast.internal;

/** Finds bytes that are no UTF-8, which the source keeps as lone surrogates (U+DC00 plus the byte). */
final class UndecodedBytes {
    private UndecodedBytes() {}

    /** @throws LiteralException in the words of CPython's decoder when there is one */
    static void check(String text, int from, int to) {
        int position = 0;
        for (int i = from; i < to; ) {
            int codePoint = text.codePointAt(i);
            if (codePoint >= 0xDC80 && codePoint <= 0xDCFF) {
                throw error(codePoint - 0xDC00, position, text, i, to);
            }
            position += Positions.utf8Length(codePoint);
            i += Character.charCount(codePoint);
        }
    }

    private static LiteralException error(int first, int position, String text, int at, int to) {
        int expected = first >= 0xF0 && first <= 0xF4
                ? 3
                : first >= 0xE0 && first < 0xF0 ? 2 : first >= 0xC2 && first < 0xE0 ? 1 : 0;
        String reason = "invalid start byte";
        int bytes = 1;
        if (expected > 0) {
            while (bytes <= expected && isContinuation(text, at + bytes, to) && fits(first, bytes, text, at)) {
                bytes++;
            }
            reason = at + bytes >= to ? "unexpected end of data" : "invalid continuation byte";
        }
        String where = bytes == 1
                ? "byte 0x" + Integer.toHexString(first) + " in position " + position
                : "bytes in position " + position + "-" + (position + bytes - 1);
        return new LiteralException("(unicode error) 'utf-8' codec can't decode " + where + ": " + reason);
    }

    private static boolean isContinuation(String text, int index, int to) {
        return index < to && text.charAt(index) >= 0xDC80 && text.charAt(index) < 0xDCC0;
    }

    /** Whether the second byte of a sequence is one that the first allows. */
    private static boolean fits(int first, int index, String text, int at) {
        if (index != 1) {
            return true;
        }
        int second = text.charAt(at + 1) - 0xDC00;
        return switch (first) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second < 0xA0;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second < 0x90;
            default -> true;
        };
    }
}
