package org.pyvm.plugins.sexpr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.TokenStream;

/** The tokens of one source: brackets, which it also balances, strings and numbers as in Python, and symbols: all else. */
final class SexprScanner {
    private static final Pattern TRIVIA = Pattern.compile("(?:[\\s,]|;[^\n]*)*");
    private static final Pattern STRING =
            Pattern.compile("[A-Za-z]{0,2}(?:\"\"\"(?s:\\\\.|[^\\\\])*?\"\"\"|\"(?!\"\")(?:\\\\.|[^\"\\\\\n])*\")");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\.?[0-9][\\w.]*(?:(?<=[eE])[+-][0-9_]+)?");
    private static final Pattern SYMBOL = Pattern.compile("[^\\s,()\\[\\]{}\";]+");
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final SourceText source;
    private final CompilationContext context;
    private final String text;
    private int at;

    SexprScanner(SourceText source, CompilationContext context) {
        this.source = source;
        this.context = context;
        this.text = source.text();
    }

    TokenStream all() {
        List<Token> tokens = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        Token token;
        do {
            token = next();
            tokens.add(token);
            int closes = token.text().length() == 1 ? CLOSING.indexOf(token.text()) : -1;
            if (token.text().length() == 1 && OPENING.contains(token.text())) {
                open.add(token);
            } else if (closes >= 0
                    && (open.isEmpty() || OPENING.indexOf(open.removeLast().text()) != closes)) {
                throw error("unmatched '" + token.text() + "'", token, token, source, context);
            }
        } while (token.kind() != TokenKind.ENDMARKER);
        if (!open.isEmpty()) {
            boolean more = context.has(CompilationContext.ALLOW_INCOMPLETE);
            String message = more ? "incomplete input" : "'" + open.getLast().text() + "' was never closed";
            throw error(message, open.getLast(), open.getLast(), source, context);
        }
        int[] given = {0};
        return () -> tokens.get(Math.min(given[0]++, tokens.size() - 1));
    }

    private Token next() {
        Matcher trivia = TRIVIA.matcher(text).region(at, text.length());
        at = trivia.lookingAt() ? trivia.end() : at;
        if (at == text.length()) {
            return token(TokenKind.ENDMARKER, at);
        }
        if ((OPENING + CLOSING).indexOf(text.charAt(at)) >= 0) {
            return token(TokenKind.ofSpelling(text.substring(at, at + 1)), at + 1);
        }
        Token literal = matched(STRING, TokenKind.STRING);
        literal = literal == null ? matched(NUMBER, TokenKind.NUMBER) : literal;
        literal = literal == null ? matched(SYMBOL, TokenKind.NAME) : literal;
        if (literal == null) {
            Token quote = token(TokenKind.STRING, at + 1);
            throw error("unterminated string literal", quote, quote, source, context);
        }
        return literal;
    }

    private Token matched(Pattern pattern, TokenKind kind) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? token(kind, matcher.end()) : null;
    }

    private Token token(TokenKind kind, int end) {
        int line = source.lineOf(at);
        int endLine = source.lineOf(end);
        int column = text.codePointCount(source.lineStart(line), at);
        int endColumn = text.codePointCount(source.lineStart(endLine), end);
        Token token = new Token(kind, text.substring(at, end), line, column, endLine, endColumn);
        at = end;
        return token;
    }

    static CompileException error(
            String message, Token first, Token last, SourceText source, CompilationContext context) {
        SourceRange shown = new SourceRange(first.line(), first.column() + 1, last.endLine(), last.endColumn() + 1);
        return new CompileException("SyntaxError", message, context.fileName(), shown, source.line(first.line()));
    }
}
