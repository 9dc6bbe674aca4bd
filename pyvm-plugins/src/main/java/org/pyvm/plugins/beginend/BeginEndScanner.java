package org.pyvm.plugins.beginend;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenKind;

/**
 * Scans one source by regular expressions. Leading blanks mean nothing; a line that is only {@code begin} opens a block,
 * one that is only {@code end} closes it. Line ends inside brackets are skipped, as in Python.
 */
final class BeginEndScanner {
    private static final Pattern BLANKS = Pattern.compile("(?:[ \\t\\f]|\\\\\\n)+");
    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern NUMBER = Pattern.compile(
            "0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d[\\d_]*)?[jJ]?");
    private static final Pattern STRING = Pattern.compile(
            "[rRbBuUfF]{0,2}(?:\"\"\"(?:[^\\\\]|\\\\.)*?\"\"\"|'''(?:[^\\\\]|\\\\.)*?'''|\"(?:[^\\\\\"\\n"
                    + "]|\\\\.)*\"|'(?:[^\\\\'\\n"
                    + "]|\\\\.)*')",
            Pattern.DOTALL);
    private static final Pattern OPERATOR = Pattern.compile(
            "\\*\\*=|//=|>>=|<<=|\\.\\.\\.|:=|->|\\*\\*|//|>>|<<|<=|>=|==|!=|[-+*/%&|^@]=|[-+*/%&|^~<>()\\[\\]{},:;.=@]");

    private final String text;
    private final String fileName;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int brackets;
    private int depth;

    BeginEndScanner(String text, String fileName) {
        this.text = text;
        this.fileName = fileName;
    }

    List<Token> scan() {
        while (at < text.length()) {
            if (skip(BLANKS) || skip(COMMENT)) {
                continue;
            }
            if (text.charAt(at) == '\n') {
                lineEnd();
            } else if (!literal(STRING, TokenKind.STRING)
                    && !word()
                    && !literal(NUMBER, TokenKind.NUMBER)
                    && !operator()) {
                throw error("invalid character '" + text.charAt(at) + "'");
            }
        }
        newline();
        if (depth > 0) {
            throw error("'begin' without 'end'");
        }
        add(TokenKind.ENDMARKER, "", at);
        return tokens;
    }

    private Matcher match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher : null;
    }

    private boolean skip(Pattern pattern) {
        Matcher matcher = match(pattern);
        if (matcher == null) {
            return false;
        }
        advance(matcher.end());
        return true;
    }

    /** Moves on, counting the lines passed. */
    private void advance(int end) {
        for (; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private void lineEnd() {
        if (brackets == 0) {
            newline();
        }
        advance(at + 1);
    }

    /** Ends a logical line that has tokens. The one with {@code :} before a block ends in NEWLINE INDENT at begin. */
    private void newline() {
        if (!tokens.isEmpty() && !isLast(TokenKind.NEWLINE) && !isLast(TokenKind.INDENT) && !isLast(TokenKind.DEDENT)) {
            add(TokenKind.NEWLINE, "", at);
        }
    }

    private boolean isLast(TokenKind kind) {
        return tokens.get(tokens.size() - 1).kind() == kind;
    }

    private boolean word() {
        Matcher matcher = match(NAME);
        if (matcher == null) {
            return false;
        }
        String word = matcher.group();
        if (brackets == 0 && word.equals("begin")) {
            newline();
            depth++;
            add(TokenKind.INDENT, word, matcher.end());
        } else if (brackets == 0 && word.equals("end")) {
            newline();
            if (--depth < 0) {
                throw error("'end' without 'begin'");
            }
            add(TokenKind.DEDENT, "", at);
            advance(matcher.end());
        } else {
            add(TokenKind.NAME, word, matcher.end());
        }
        return true;
    }

    private boolean literal(Pattern pattern, TokenKind kind) {
        Matcher matcher = match(pattern);
        if (matcher == null || matcher.end() == at) {
            return false;
        }
        add(kind, matcher.group(), matcher.end());
        return true;
    }

    private boolean operator() {
        Matcher matcher = match(OPERATOR);
        if (matcher == null) {
            return false;
        }
        String spelling = matcher.group();
        switch (spelling) {
            case "(", "[", "{" -> brackets++;
            case ")", "]", "}" -> brackets--;
            default -> {
                // No bracket.
            }
        }
        add(TokenKind.ofSpelling(spelling), spelling, matcher.end());
        return true;
    }

    private int column(int index) {
        return text.codePointCount(lineStart, index);
    }

    private void add(TokenKind kind, String spelling, int end) {
        int startLine = line;
        int startColumn = column(at);
        advance(end);
        tokens.add(new Token(kind, spelling, startLine, startColumn, line, column(at)));
    }

    private CompileException error(String message) {
        int column = column(at) + 1;
        int end = text.indexOf('\n', lineStart);
        String shown = text.substring(lineStart, end < 0 ? text.length() : end);
        return new CompileException(
                "SyntaxError", message, fileName, new SourceRange(line, column, line, column), shown);
    }
}
