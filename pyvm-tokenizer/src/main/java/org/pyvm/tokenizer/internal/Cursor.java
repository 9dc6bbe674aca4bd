package org.pyvm.tokenizer.internal;

import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceText;

/**
 * Where the scanner is in the source. The text ends in a NUL as sentinel, so that looking one character ahead needs no
 * check of bounds; NUL is no character of a source.
 *
 * <p>As in CPython a line is entered when its first character is looked at, not when the line end before it is passed:
 * at the end of input the last line is still the current one.
 */
final class Cursor {
    final String text;
    final char[] chars;
    /** Index of the sentinel. */
    final int limit;
    /** Index of the next character. */
    int position;
    /** The current line, from 1; 0 before the first. */
    int line;

    int lineStart;
    /** What to subtract from an index to get a column in code points: the line's start plus the surrogate pairs passed. */
    int columnBase;
    /** Start of the token being read, or -1 between tokens. */
    int tokenStart = -1;
    /**
     * Start of what CPython holds in its buffer: the current line, or further lines before it while a string or
     * backslashes joined them. Error texts are cut from here.
     */
    int bufferStart;

    /** From where on the text cannot be read, and why. */
    private final int faultIndex;

    private final CompileException fault;

    /**
     * @param closeLastLine whether to add the line end that the last line lacks
     */
    Cursor(SourceText source, boolean closeLastLine) {
        text = source.text();
        faultIndex = source.faultIndex();
        fault = source.fault();
        int length = text.length();
        boolean add = closeLastLine && (length == 0 || text.charAt(length - 1) != '\n');
        limit = add ? length + 1 : length;
        // Two characters of sentinel: operators look at two more characters than they may have.
        chars = new char[limit + 2];
        text.getChars(0, length, chars, 0);
        if (add) {
            chars[length] = '\n';
        }
    }

    boolean atEnd() {
        return position >= limit;
    }

    /** Enters the line that starts here, if there is one. */
    void startLine() {
        if (position >= faultIndex) {
            throw fault;
        }
        if (position < limit) {
            line++;
            lineStart = position;
            columnBase = position;
            if (tokenStart < 0) {
                bufferStart = position;
            }
        }
    }

    /** Code points before an index of the current line that the scanner has passed or stands at. */
    int column(int index) {
        return index - columnBase;
    }

    /** Index just behind the line end of the current line. */
    int lineEnd() {
        int end = lineStart;
        while (end < limit && chars[end++] != '\n') {
            // Only looks for the end.
        }
        return end;
    }

    String substring(int start, int end) {
        return end <= text.length() ? text.substring(start, end) : new String(chars, start, end - start);
    }
}
