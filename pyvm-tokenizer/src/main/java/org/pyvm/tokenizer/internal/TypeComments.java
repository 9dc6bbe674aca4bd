package org.pyvm.tokenizer.internal;

import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/** Comments of the form {@code # type: ...}, which are tokens when a caller asks for them. */
final class TypeComments {
    private static final String PREFIX = "# type: ";
    private static final String IGNORE = "ignore";

    private TypeComments() {}

    /** The token in a comment that ends at the cursor, or null. */
    static Token scan(Cursor cursor, int start, int startColumn) {
        int end = cursor.position;
        int from = behindPrefix(cursor.chars, start, end);
        if (from < 0) {
            return null;
        }
        boolean ignore = isIgnore(cursor.chars, from, end);
        // Only ASCII can stand before the text of the token, so columns go with indices.
        int textStart = ignore ? from + IGNORE.length() : from;
        return new Token(
                ignore ? TokenKind.TYPE_IGNORE : TokenKind.TYPE_COMMENT,
                cursor.substring(textStart, end),
                cursor.line,
                startColumn + textStart - start,
                cursor.line,
                cursor.column(end));
    }

    /** Each space of the prefix stands for any number of spaces and tabs. */
    private static int behindPrefix(char[] chars, int start, int end) {
        int p = start;
        for (int i = 0; i < PREFIX.length(); i++) {
            if (PREFIX.charAt(i) == ' ') {
                while (p < end && (chars[p] == ' ' || chars[p] == '\t')) {
                    p++;
                }
            } else if (p < end && chars[p] == PREFIX.charAt(i)) {
                p++;
            } else {
                return -1;
            }
        }
        return p;
    }

    private static boolean isIgnore(char[] chars, int from, int end) {
        int behind = from + IGNORE.length();
        if (behind > end || !IGNORE.contentEquals(new String(chars, from, IGNORE.length()))) {
            return false;
        }
        return behind == end || chars[behind] < 0x80 && !Character.isLetterOrDigit(chars[behind]);
    }
}
