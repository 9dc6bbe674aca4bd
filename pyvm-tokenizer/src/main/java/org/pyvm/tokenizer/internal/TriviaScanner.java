package org.pyvm.tokenizer.internal;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/**
 * Puts comments and line ends between the tokens of a parser's stream, and brings these into the form of Python's
 * {@code tokenize} module: with the line ends of the file, and with the columns that CPython's parser leaves out.
 */
public final class TriviaScanner {
    private final SourceText source;
    private final List<Token> out;
    /** The line ends of the source in order; null when all are {@code \n}. */
    private final List<String> lineEnds;

    private int line = 1;
    private int column;

    /**
     * @param bytes what the text was decoded from
     * @param out takes the tokens
     */
    public TriviaScanner(SourceText source, byte[] bytes, List<Token> out) {
        this.source = source;
        this.out = out;
        this.lineEnds = lineEndsOf(bytes);
    }

    /** Adds {@code tokens}, which are without ENDMARKER, with all that lies between and behind them. */
    public void fill(List<Token> tokens) {
        int closing = tokens.size();
        while (closing > 0 && tokens.get(closing - 1).kind() == TokenKind.DEDENT) {
            closing--;
        }
        for (Token token : tokens.subList(0, closing)) {
            add(token);
        }
        int lastLine = source.lineCount();
        String rest = source.line(lastLine);
        passTo(lastLine, length(rest));
        // A last line of nothing but space is not counted.
        int endLine = rest.isBlank() ? lastLine : lastLine + 1;
        for (int i = closing; i < tokens.size(); i++) {
            out.add(new Token(TokenKind.DEDENT, "", endLine, 0, endLine, 0));
        }
        out.add(new Token(TokenKind.ENDMARKER, "", endLine, 0, endLine, 0));
    }

    private void add(Token token) {
        TokenKind kind = token.kind();
        if (kind == TokenKind.NEWLINE) {
            passTo(token.endLine(), token.endColumn());
            String end = token.text().isEmpty() ? "" : lineEnd(line);
            out.add(new Token(kind, end, line, column, line, column + Math.max(end.length(), 1)));
            line++;
            column = 0;
        } else if (kind == TokenKind.OP) {
            passAsErrors(token);
            take(new Token(TokenKind.ERRORTOKEN, token.text(), line, column, token.endLine(), token.endColumn()));
        } else {
            passTo(token.line(), token.column());
            if (kind == TokenKind.NAME && !TokenizeNames.isOneWord(token.text())) {
                TokenizeNames.split(token).forEach(this::take);
            } else {
                take(withLineEnds(token));
            }
        }
    }

    private void take(Token token) {
        out.add(token);
        line = token.endLine();
        column = token.endColumn();
    }

    /** A string over several lines keeps the line ends of the file. */
    private Token withLineEnds(Token token) {
        if (lineEnds == null || token.line() == token.endLine()) {
            return token;
        }
        var text = new StringBuilder();
        int at = token.line();
        for (String part : token.text().split("(?<=\n)", -1)) {
            boolean ended = part.endsWith("\n");
            text.append(ended ? part.substring(0, part.length() - 1) + lineEnd(at++) : part);
        }
        return new Token(
                token.kind(), text.toString(), token.line(), token.column(), token.endLine(), token.endColumn());
    }

    /** Goes on to a place, with a token for each comment and line end on the way. */
    private void passTo(int toLine, int toColumn) {
        while (line < toLine) {
            passRestOfLine();
        }
        passComment(toColumn);
        column = toColumn;
    }

    private void passRestOfLine() {
        boolean joined = passComment(Integer.MAX_VALUE);
        if (!joined) {
            addLineEnd();
        }
        line++;
        column = 0;
    }

    private void addLineEnd() {
        String end = lineEnd(line);
        out.add(new Token(TokenKind.NL, end, line, column, line, column + end.length()));
    }

    /** Passes space and a comment up to a column, and says whether a backslash ends the line. */
    private boolean passComment(int toColumn) {
        String text = source.line(line);
        int index = text.offsetByCodePoints(0, Math.min(column, length(text)));
        while (index < text.length() && column < toColumn && text.charAt(index) != '#') {
            if (text.charAt(index) == '\\') {
                return true;
            }
            index++;
            column++;
        }
        if (index < text.length() && column < toColumn) {
            addComment(text.substring(index));
        }
        return false;
    }

    private void addComment(String comment) {
        int start = column;
        column += length(comment);
        out.add(new Token(TokenKind.COMMENT, comment, line, start, line, column));
        if (line == source.lineCount() && isAlone(start)) {
            // tokenize gives a comment line its NL even where the file ends before the line does.
            out.add(new Token(TokenKind.NL, "", line, column, line, column));
        }
    }

    private boolean isAlone(int commentColumn) {
        return source.line(line).substring(0, commentColumn).isBlank();
    }

    /** Where a character is no token, tokenize does not take the space before it for space either. */
    private void passAsErrors(Token token) {
        while (line < token.line()) {
            passRestOfLine();
        }
        while (column < token.column()) {
            String space = source.line(line).substring(column, column + 1);
            take(new Token(TokenKind.ERRORTOKEN, space, line, column, line, column + 1));
        }
    }

    private String lineEnd(int lineNumber) {
        if (lineNumber >= source.lineCount()) {
            return "";
        }
        return lineEnds == null ? "\n" : lineEnds.get(lineNumber - 1);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static List<String> lineEndsOf(byte[] bytes) {
        List<String> ends = new ArrayList<>();
        boolean plain = true;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                ends.add("\n");
            } else if (bytes[i] == '\r') {
                plain = false;
                boolean pair = i + 1 < bytes.length && bytes[i + 1] == '\n';
                ends.add(pair ? "\r\n" : "\r");
                i += pair ? 1 : 0;
            }
        }
        return plain ? null : ends;
    }
}
