package org.pyvm.ast.internal;

import java.nio.charset.StandardCharsets;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;

/**
 * Turns the places of tokens into those of nodes: columns in UTF-8 bytes, and for the expressions of f-strings, which are
 * read as sources of their own, the place in the file.
 */
final class Positions {
    private final SourceText source;
    /** Added to each line. */
    private final int lineShift;
    /** Added to columns in the first line. */
    private final int columnShift;
    /** Bytes before each code point, for the lines asked for so far that are not ASCII. */
    private int[][] bytesBefore;

    Positions(SourceText source, int lineShift, int columnShift) {
        this.source = source;
        this.lineShift = lineShift;
        this.columnShift = columnShift;
    }

    /** The file's line for one of the source. */
    int line(int line) {
        return line + lineShift;
    }

    int line(Token token) {
        return token.line() + lineShift;
    }

    /** CPython takes the shift of the first line from the columns of errors in every line. */
    int errorColumn(int line, int column) {
        return line == 1 ? column : column - columnShift;
    }

    int endLine(Token token) {
        return token.endLine() + lineShift;
    }

    /** CPython shifts a token's columns when the token <em>ends</em> in the first line, both of them. */
    int column(Token token) {
        int column = utf8(token.line(), token.column());
        return token.endLine() == 1 ? column + columnShift : column;
    }

    int endColumn(Token token) {
        int column = utf8(token.endLine(), token.endColumn());
        return token.endLine() == 1 ? column + columnShift : column;
    }

    SourceRange range(Token token) {
        return range(token, token);
    }

    SourceRange range(Token first, Token last) {
        return new SourceRange(line(first), column(first), endLine(last), endColumn(last));
    }

    /** The text at the place of a node, line ends included. */
    String text(SourceRange range) {
        StringBuilder text = new StringBuilder();
        for (int line = range.line(); line <= range.endLine(); line++) {
            byte[] bytes = source.line(line).getBytes(StandardCharsets.UTF_8);
            int from = line == range.line() ? range.column() : 0;
            int to = line == range.endLine() ? range.endColumn() : bytes.length;
            text.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            text.append(line < range.endLine() && bytes[bytes.length - 1] != '\n' ? "\n" : "");
        }
        return text.toString();
    }

    private int utf8(int line, int column) {
        return source.isAscii() ? column : utf8InLine(line, column);
    }

    private int utf8InLine(int line, int column) {
        if (bytesBefore == null) {
            bytesBefore = new int[source.lineCount() + 1][];
        }
        if (line >= bytesBefore.length) {
            return column;
        }
        int[] known = bytesBefore[line];
        if (known == null) {
            known = countBytes(source.line(line));
            bytesBefore[line] = known;
        }
        int beyond = column - (known.length - 1);
        return beyond <= 0 ? known[column] : known[known.length - 1] + beyond;
    }

    private static int[] countBytes(String line) {
        int[] before = new int[line.codePointCount(0, line.length()) + 1];
        int index = 0;
        for (int i = 1; i < before.length; i++) {
            int codePoint = line.codePointAt(index);
            before[i] = before[i - 1] + utf8Length(codePoint);
            index += Character.charCount(codePoint);
        }
        return before;
    }

    /** A lone surrogate stands for one byte that is no UTF-8. */
    static int utf8Length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        if (codePoint < 0x10000) {
            return Character.isSurrogate((char) codePoint) ? 1 : 3;
        }
        return 4;
    }
}
