package org.pyvm.tokenizer.internal;

/** Finds the end of a string literal. What is in it, the AST builder decodes. */
final class StringScanner {
    private final Cursor cursor;
    private final char[] chars;
    private final ErrorReporter errors;

    StringScanner(Cursor cursor, ErrorReporter errors) {
        this.cursor = cursor;
        this.chars = cursor.chars;
        this.errors = errors;
    }

    /** Moves the cursor, which stands at the opening quote, behind the closing one. {@link Cursor#tokenStart} is set. */
    void scan() {
        int quoteAt = cursor.position;
        char quote = chars[quoteAt];
        if (chars[quoteAt + 1] != quote) {
            single(quote);
        } else if (chars[quoteAt + 2] != quote) {
            cursor.position = quoteAt + 2;
        } else {
            triple(quote);
        }
    }

    private void single(char quote) {
        int startLine = cursor.line;
        int startLineStart = cursor.lineStart;
        int startColumn = cursor.column(cursor.tokenStart);
        int p = cursor.position + 1;
        while (true) {
            char c = chars[p++];
            if (c == quote) {
                cursor.position = p;
                return;
            }
            if (c == '\\') {
                p = skipEscaped(p);
            } else if (c == '\n' || c == 0) {
                cursor.position = p - 1;
                throw errors.unterminatedString(cursor.tokenStart, startLine, startColumn, startLineStart, 1);
            } else if (Character.isHighSurrogate(c)) {
                cursor.columnBase++;
            }
        }
    }

    private void triple(char quote) {
        int startLine = cursor.line;
        int startLineStart = cursor.lineStart;
        int startColumn = cursor.column(cursor.tokenStart);
        int p = cursor.position + 3;
        while (true) {
            char c = chars[p++];
            if (c == quote && chars[p] == quote && chars[p + 1] == quote) {
                cursor.position = p + 2;
                return;
            }
            if (c == '\\') {
                p = skipEscaped(p);
            } else if (c == '\n') {
                enterLine(p);
            } else if (c == 0) {
                cursor.position = p - 1;
                throw errors.unterminatedString(cursor.tokenStart, startLine, startColumn, startLineStart, 3);
            } else if (Character.isHighSurrogate(c)) {
                cursor.columnBase++;
            }
        }
    }

    /** The index behind the character that a backslash protects; a pair of surrogates is left to be counted. */
    private int skipEscaped(int p) {
        char c = chars[p];
        if (c == 0 || Character.isHighSurrogate(c)) {
            return p;
        }
        if (c == '\n') {
            enterLine(p + 1);
        }
        return p + 1;
    }

    private void enterLine(int start) {
        cursor.position = start;
        cursor.startLine();
    }
}
