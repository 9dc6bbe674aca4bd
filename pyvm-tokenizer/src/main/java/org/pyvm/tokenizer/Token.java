package org.pyvm.tokenizer;

/**
 * One token. Immutable.
 *
 * @param kind what it is
 * @param text its source text, exactly as written (a NAME is not yet normalised); {@code ""} for DEDENT, ENDMARKER and
 *     a NEWLINE that the end of input implies
 * @param line first line, from 1
 * @param column code points before it in that line
 * @param endLine line of its end
 * @param endColumn code points before its end in that line
 */
public record Token(TokenKind kind, String text, int line, int column, int endLine, int endColumn) {
    /** In code points. */
    public SourceRange range() {
        return new SourceRange(line, column, endLine, endColumn);
    }

    /** The same token with another text, in the same place. */
    public Token withText(String other) {
        return new Token(kind, other, line, column, endLine, endColumn);
    }
}
