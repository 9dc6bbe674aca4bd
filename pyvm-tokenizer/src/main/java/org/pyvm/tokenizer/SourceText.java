package org.pyvm.tokenizer;

import java.util.Arrays;
import org.pyvm.tokenizer.internal.ByteColumns;
import org.pyvm.tokenizer.internal.Utf8Text;

/**
 * The text of one source file with its line map. Line ends are {@code \n} (the decoder has translated {@code \r\n} and
 * {@code \r}); the text is well-formed UTF-16, but for bytes that are no UTF-8 (see {@link #hasUndecodedBytes}).
 * Immutable. {@link SourceDecoding} makes it from what was read.
 */
public final class SourceText {
    private final String text;
    private final int[] lineStarts;
    private final boolean ascii;
    private final boolean encodingDeclared;
    private final boolean undecodedBytes;
    /** Null when all units of columns agree. */
    private final ByteColumns columns;

    private final int faultIndex;
    private final CompileException fault;

    private SourceText(String text, boolean encodingDeclared, int faultIndex, CompileException fault) {
        this.text = text;
        this.encodingDeclared = encodingDeclared;
        this.faultIndex = faultIndex;
        this.fault = fault;
        int lines = 1;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bits |= c;
            if (c == '\n') {
                lines++;
            }
        }
        int[] starts = new int[lines];
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts[line++] = i + 1;
        }
        this.lineStarts = starts;
        this.ascii = bits < 0x80;
        this.columns = ascii ? null : new ByteColumns(text);
        this.undecodedBytes = bits >= Character.MIN_SURROGATE && Utf8Text.hasEscapes(text);
    }

    /** Wraps text whose line ends are {@code \n}. */
    public static SourceText of(String text) {
        return new SourceText(text, true, Integer.MAX_VALUE, null);
    }

    /** Wraps text of which nothing says what encoding it was in: that of an expression in an f-string. */
    public static SourceText withoutEncoding(String text) {
        return new SourceText(text, false, Integer.MAX_VALUE, null);
    }

    /** Text that came as bytes. */
    static SourceText decoded(String text, boolean encodingDeclared) {
        return new SourceText(text, encodingDeclared, Integer.MAX_VALUE, null);
    }

    /** Text of which a line cannot be read. */
    static SourceText faulty(String text, boolean encodingDeclared, int faultIndex, CompileException fault) {
        return new SourceText(text, encodingDeclared, faultIndex, fault);
    }

    /** The same source with other text before an index: line ends only, as many as there are, so that lines keep their numbers. */
    public SourceText blankUntil(int index, String lineEnds) {
        int fault = faultIndex == Integer.MAX_VALUE ? faultIndex : faultIndex - index + lineEnds.length();
        return new SourceText(lineEnds + text.substring(index), encodingDeclared, fault, this.fault);
    }

    public String text() {
        return text;
    }

    /** Whether every character is below U+0080, so that all units of columns agree. */
    public boolean isAscii() {
        return ascii;
    }

    /** Whether a BOM, a cookie or the source being a {@code str} said what encoding it is in. */
    public boolean isEncodingDeclared() {
        return encodingDeclared;
    }

    /**
     * Whether the source holds bytes that are no UTF-8, each kept as the lone surrogate U+DC00 plus the byte. CPython
     * looks at them only when it makes a name or a string of them; in a comment they do no harm.
     */
    public boolean hasUndecodedBytes() {
        return undecodedBytes;
    }

    /** Start of the first line that cannot be read, or {@link Integer#MAX_VALUE}. */
    public int faultIndex() {
        return faultIndex;
    }

    /** What a tokenizer throws when it comes to {@link #faultIndex}; errors before it are found first, as in CPython. */
    public CompileException fault() {
        return fault;
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
        if (ascii || line < 1 || line > lineStarts.length) {
            return column;
        }
        return columns.bytesBefore(lineStarts[line - 1], column);
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

    /**
     * Turns a column in code points, from 0, into the unit of the columns in errors of CPython's parser: code points as a
     * rule, but UTF-8 bytes for a file or bytes object without BOM and encoding cookie. Errors worded by the tokenizer
     * always have code points.
     */
    public int errorColumn(int line, int column) {
        return encodingDeclared ? column : utf8Column(line, column);
    }
}
