package org.pyvm.tokenizer;

/**
 * A half-open stretch of source. Lines count from 1, columns from 0; the unit of a column (code points in tokens and
 * parse trees, UTF-8 bytes in the AST and in code) is said where the range is kept.
 *
 * @param line first line
 * @param column column of the first character
 * @param endLine line of the end
 * @param endColumn column just behind the last character
 */
public record SourceRange(int line, int column, int endLine, int endColumn) {
    /** The range from the start of {@code first} to the end of {@code last}. */
    public static SourceRange spanning(SourceRange first, SourceRange last) {
        return new SourceRange(first.line, first.column, last.endLine, last.endColumn);
    }

    /** Written out: the JVM links a record's own methods at run time, 10 ms of every start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SourceRange range
                && line == range.line
                && column == range.column
                && endLine == range.endLine
                && endColumn == range.endColumn;
    }

    @Override
    public int hashCode() {
        return ((line * 31 + column) * 31 + endLine) * 31 + endColumn;
    }

    /** Whether both end in the same place. */
    public boolean endsWith(SourceRange other) {
        return endLine == other.endLine && endColumn == other.endColumn;
    }
}
