package org.pyvm.tokenizer;

import java.util.Arrays;

/**
 * The text of one source file with its line map. Line ends are {@code \n} (the decoder has translated {@code \r\n} and
 * {@code \r}); the text is well-formed UTF-16. Immutable.
 */
public final class SourceText {
    private final String text;
    private final int[] lineStarts;
    private final boolean ascii;

    private SourceText(String text) {
        this.text = text;
        int lines = 1;
        boolean onlyAscii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lines++;
            }
            onlyAscii &= c < 0x80;
        }
        int[] starts = new int[lines];
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts[line++] = i + 1;
        }
        this.lineStarts = starts;
        this.ascii = onlyAscii;
    }

    /** Wraps text whose line ends are {@code \n}. */
    public static SourceText of(String text) {
        return new SourceText(text);
    }

    public String text() {
        return text;
    }

    /** Whether every character is below U+0080, so that all units of columns agree. */
    public boolean isAscii() {
        return ascii;
    }

    /** Number of lines; text that ends in a line end has an empty last line. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** Index in {@link #text()} of the first character of a line, counted from 1. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** A line, counted from 1, without its line end; {@code ""} behind the last. */
    public String line(int line) {
        if (line < 1 || line > lineStarts.length) {
            return "";
        }
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
        return text.substring(start, end);
    }

    /** The line, from 1, that holds an index of {@link #text()}. */
    public int lineOf(int index) {
        int found = Arrays.binarySearch(lineStarts, index);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Turns a column in code points into one in UTF-8 bytes. */
    public int utf8Column(int line, int column) {
        if (ascii || line > lineStarts.length) {
            return column;
        }
        int bytes = 0;
        int index = lineStarts[line - 1];
        for (int i = 0; i < column && index < text.length(); i++) {
            int codePoint = text.codePointAt(index);
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            index += Character.charCount(codePoint);
        }
        return bytes;
    }

    /** Turns a range in code points into one in UTF-8 bytes. */
    public SourceRange utf8Range(SourceRange range) {
        return ascii
                ? range
                : new SourceRange(
                        range.line(),
                        utf8Column(range.line(), range.column()),
                        range.endLine(),
                        utf8Column(range.endLine(), range.endColumn()));
    }
}
