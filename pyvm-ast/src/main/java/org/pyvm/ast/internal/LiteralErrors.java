package org.pyvm.ast.internal;

import java.util.List;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/**
 * Makes the errors of literals. CPython finds them while it parses and shows them where its parser is: at the token
 * behind the literal.
 */
final class LiteralErrors {
    private final List<Token> tokens;
    private final SourceText source;
    private final Positions positions;
    private final boolean inFString;
    private final CompilationContext context;

    LiteralErrors(
            List<Token> tokens, SourceText source, Positions positions, boolean inFString, CompilationContext context) {
        this.tokens = tokens;
        this.source = source;
        this.positions = positions;
        this.inFString = inFString;
        this.context = context;
    }

    /** An error at the token that follows. */
    CompileException behind(Token token, String message) {
        int at = 0;
        while (!tokens.get(at).range().equals(token.range())) { // a plugin may have respelled it
            at++;
        }
        Token next = tokens.get(Math.min(at + 1, tokens.size() - 1));
        if (!hasColumns(next)) {
            // CPython then takes where its tokenizer stands.
            return error(message, next.line(), next.endColumn(), next.endLine(), -1);
        }
        return spanning(next, next, message);
    }

    /** For CPython, tokens that stand for no text have no columns. */
    private boolean hasColumns(Token token) {
        TokenKind kind = token.kind();
        boolean implied =
                kind == TokenKind.NEWLINE && token.text().isEmpty() && context.mode() == CompilationContext.Mode.SINGLE;
        return !implied && kind != TokenKind.ENDMARKER && kind != TokenKind.INDENT && kind != TokenKind.DEDENT;
    }

    /** An error from the start of one token to the end of another. */
    CompileException spanning(Token first, Token last, String message) {
        return error(
                message,
                first.line(),
                column(first.line(), first.column()) + 1,
                last.endLine(),
                column(last.endLine(), last.endColumn()) + 1);
    }

    /** An error somewhere in the token's line. */
    CompileException inLine(Token token, String message) {
        int column = inFString ? positions.errorColumn(0, 0) : 0; // never that of a first line
        return error(message, token.line(), column, token.endLine(), column);
    }

    /**
     * CPython counts characters in the text that it shows, which begins on an earlier line when a token reaches over
     * lines.
     */
    private int column(int line, int column) {
        int column0 = source.errorColumn(line, column);
        if (source.isAscii() || !source.isEncodingDeclared() || firstLine(line) == line) {
            return column0;
        }
        String text = lineText(line);
        int bytes = source.utf8Column(line, column) + 1;
        int index = 0;
        int characters = 0;
        while (bytes > 0 && index < text.length()) {
            int codePoint = text.codePointAt(index);
            bytes -= Positions.utf8Length(codePoint);
            index += Character.charCount(codePoint);
            characters++;
        }
        return characters - 1;
    }

    private CompileException error(String message, int line, int column, int endLine, int endColumn) {
        if (!inFString) {
            return new CompileException(
                    "SyntaxError",
                    message,
                    context.fileName(),
                    new SourceRange(line, column, endLine, endColumn),
                    lineText(line));
        }
        int shift = positions.line(0);
        return new CompileException(
                "SyntaxError",
                "f-string: " + message,
                context.fileName(),
                new SourceRange(
                        line + shift,
                        positions.errorColumn(line, column),
                        endLine + shift,
                        positions.errorColumn(endLine, endColumn)),
                lineText(line));
    }

    /** What CPython's tokenizer has in its buffer then: the line, and those before it that are joined to it. */
    private String lineText(int line) {
        var text = new StringBuilder();
        for (int i = firstLine(line); i <= line; i++) {
            text.append(source.line(i));
            if (i < source.lineCount() || context.mode() == CompilationContext.Mode.FILE) {
                text.append('\n'); // in a file, CPython adds the line end that its last line lacks
            }
        }
        return text.toString();
    }

    /** The line that a line is joined to by tokens that reach over line ends, and by backslashes before them. */
    private int firstLine(int line) {
        int first = line;
        for (Token token : tokens.reversed()) {
            if (token.endLine() == first - 1 && isContinued(token)) {
                first = token.endLine();
            }
            if (token.endLine() == first) {
                first = token.line();
            }
        }
        return first;
    }

    private boolean isContinued(Token last) {
        String line = source.line(last.endLine());
        int behind = line.offsetByCodePoints(0, Math.min(last.endColumn(), line.codePointCount(0, line.length())));
        return line.substring(behind).strip().equals("\\");
    }
}
