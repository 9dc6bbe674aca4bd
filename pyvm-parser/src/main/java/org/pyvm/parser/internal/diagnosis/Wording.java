package org.pyvm.parser.internal.diagnosis;

import org.pyvm.parser.internal.TokenBuffer;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/** Makes the parser's errors, with CPython's rules for columns and text. */
final class Wording {
    private final TokenBuffer tokens;
    private final SourceText source;
    private final CompilationContext context;
    /** One more than the index of the last token that CPython's parser would have fetched by now. */
    private int fetched;

    Wording(TokenBuffer tokens, SourceText source, CompilationContext context, int fetched) {
        this.tokens = tokens;
        this.source = source;
        this.context = context;
        this.fetched = fetched;
    }

    /** An error of the parser, on its way out of the second pass. */
    static final class Verdict extends RuntimeException {
        final transient CompileException error;

        Verdict(CompileException error) {
            super(null, null, false, false);
            this.error = error;
        }
    }

    /** Notes that the second pass has looked at a token. */
    void looked(int index) {
        fetched = Math.max(fetched, index + 1);
    }

    int fetched() {
        return fetched;
    }

    Token lastFetched() {
        return tokens.at(fetched - 1);
    }

    /** An error that spans what was found. */
    Verdict at(Found place, String message) {
        return between(place, place, message);
    }

    /** An error from the beginning of one thing to the end of another. */
    Verdict between(Found first, Found last, String message) {
        Token from = tokens.at(first.from());
        Token to = tokens.at(last.to() - 1);
        return raise("SyntaxError", message, from.line(), start(from) + 1, to.endLine(), end(to) + 1);
    }

    /** An error from the beginning of something to where the tokenizer is. */
    Verdict from(Found first, String message) {
        Token from = tokens.at(first.from());
        Token to = lastFetched();
        int end = to.endColumn();
        if (to.kind() == TokenKind.NEWLINE && !to.text().isEmpty()) {
            end = source.line(to.line())
                            .codePointCount(0, source.line(to.line()).length())
                    + 1;
        }
        return raise("SyntaxError", message, from.line(), start(from) + 1, to.endLine(), end);
    }

    /** An error just before the end of something, with no end of its own. */
    Verdict beforeEndOf(Found place, String message) {
        Token first = tokens.at(place.from());
        Token last = tokens.at(place.to() - 1);
        return raise("SyntaxError", message, first.line(), end(last), last.endLine(), 0);
    }

    /** An error at the last token that was looked at. */
    Verdict atLastToken(String message) {
        return atLastToken("SyntaxError", message);
    }

    Verdict indentation(String message) {
        return atLastToken("IndentationError", message);
    }

    private Verdict atLastToken(String exceptionName, String message) {
        Token last = lastFetched();
        boolean placed = hasColumns(last);
        int column = placed ? last.column() + 1 : last.endColumn();
        int endColumn = placed ? last.endColumn() + 1 : -1;
        return raise(exceptionName, message, last.line(), column, last.endLine(), endColumn);
    }

    Verdict atToken(Token token, String message) {
        return raise("SyntaxError", message, token.line(), start(token) + 1, token.endLine(), end(token) + 1);
    }

    Verdict tooDeep() {
        return new Verdict(new CompileException("MemoryError", "", context.fileName(), null, null));
    }

    private int start(Token token) {
        return hasColumns(token) ? token.column() : -1;
    }

    private int end(Token token) {
        return hasColumns(token) ? token.endColumn() : -1;
    }

    /** For CPython, tokens that stand for no text have no column. */
    private boolean hasColumns(Token token) {
        TokenKind kind = token.kind();
        return kind != TokenKind.INDENT
                && kind != TokenKind.DEDENT
                && kind != TokenKind.ENDMARKER
                && !(kind == TokenKind.NEWLINE && token.text().isEmpty() && context.mode() == Mode.SINGLE);
    }

    /** Columns are in code points from 1. */
    private Verdict raise(String exceptionName, String message, int line, int column, int endLine, int endColumn) {
        String text = textOf(line);
        if (!source.isEncodingDeclared()) {
            var range = new SourceRange(line, inBytes(line, column), endLine, inBytes(endLine, endColumn));
            return new Verdict(new CompileException(exceptionName, message, context.fileName(), range, text));
        }
        int end = endLine == line || endColumn <= 0 ? endColumn : endInFirstLine(text, endLine, endColumn);
        return new Verdict(new CompileException(
                exceptionName, message, context.fileName(), new SourceRange(line, column, endLine, end), text));
    }

    private int inBytes(int line, int column) {
        return column > 0 ? source.errorColumn(line, column - 1) + 1 : column;
    }

    /** With its line end if the tokenizer would still be in that line. */
    private String textOf(int line) {
        String known = fetched == tokens.count() ? tokens.stream().errorText(line) : null;
        if (known != null) {
            return known;
        }
        boolean current = lastFetched().endLine() <= line;
        boolean ends = line < source.lineCount() || context.mode() == Mode.FILE;
        return current && ends ? source.line(line) + "\n" : source.line(line);
    }

    /** CPython counts the end's column in the text of the first line, byte by byte, and no further than that goes. */
    private int endInFirstLine(String text, int endLine, int endColumn) {
        int bytes = source.utf8Column(endLine, endColumn - 1) + 1;
        int column = 0;
        for (int i = 0; i < text.length() && bytes > 0; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            bytes -= c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            column++;
        }
        return bytes > 0 ? column + 1 : column;
    }
}
