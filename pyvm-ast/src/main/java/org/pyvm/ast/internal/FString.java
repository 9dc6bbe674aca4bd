package org.pyvm.ast.internal;

import org.pyvm.ast.Expr;

/**
 * Cuts one f-string token into text and replacement fields, as CPython did before 3.12: the token is an ordinary string,
 * and expressions are found in it by counting brackets and quotes.
 */
final class FString {
    private static final int MAX_BRACKETS = 200;
    private static final int MAX_NESTING = 2;

    private final StringLowering outer;
    private final StringToken string;
    private final TreeLowering lower;
    private final String text;
    private final int end;
    private int at;

    FString(StringLowering outer, StringToken string, TreeLowering lower) {
        this.outer = outer;
        this.string = string;
        this.lower = lower;
        this.text = string.text();
        this.at = string.start();
        this.end = string.end();
    }

    void addTo(StringLowering parts) {
        if (!lower.context().allows(6)) {
            throw new LiteralException("Format strings are only supported in Python 3.6 and greater");
        }
        parse(parts, 0);
    }

    /** Reads text and fields: to the end of the string, or in a format specification to its closing brace. */
    private void parse(StringLowering parts, int nesting) {
        while (true) {
            boolean doubledBrace = literal(parts, nesting);
            if (doubledBrace) {
                continue;
            }
            if (at >= end || text.charAt(at) == '}') {
                break;
            }
            field(parts, nesting);
        }
        if (nesting > 0 && at >= end) {
            throw new LiteralException("f-string: expecting '}'");
        }
    }

    /** Reads text up to a field or the end; true when it ended at a doubled brace. */
    private boolean literal(StringLowering parts, int nesting) {
        int start = at;
        int i = at;
        while (i < end) {
            char c = text.charAt(i++);
            if (c == '\\' && !string.raw() && i < end) {
                c = text.charAt(i++);
                if (c == 'N') {
                    i = behindName(i);
                    continue;
                }
                if (c == '{') {
                    outer.warn(string.token(), "{");
                }
            }
            if (c != '{' && c != '}') {
                continue;
            }
            if (nesting == 0) {
                if (i < end && text.charAt(i) == c) {
                    at = i + 1;
                    addText(parts, start, i);
                    return true;
                }
                if (c == '}') {
                    throw new LiteralException("f-string: single '}' is not allowed");
                }
            }
            i--;
            break;
        }
        at = i;
        addText(parts, start, i);
        return false;
    }

    /** The braces of {@code \N{name}} are no field. */
    private int behindName(int from) {
        int i = from;
        if (i < end && text.charAt(i++) == '{') {
            while (i < end && text.charAt(i++) != '}') {
                // on to the closing brace
            }
        }
        return i;
    }

    private void addText(StringLowering parts, int from, int to) {
        if (from < to) {
            parts.addText(string, from, to);
        }
    }

    /** Reads a field from its opening brace on. */
    private void field(StringLowering parts, int nesting) {
        if (nesting >= MAX_NESTING) {
            throw new LiteralException("f-string: expressions nested too deeply");
        }
        int start = ++at;
        scanExpression();
        if (at >= end) {
            throw new LiteralException("f-string: expecting '}'");
        }
        Expr value = expression(start, at);
        boolean debug = text.charAt(at) == '=';
        if (debug) {
            if (!lower.context().allows(8)) {
                throw new LiteralException(
                        "f-string: self documenting expressions are only supported in Python 3.8 and greater");
            }
            at++;
            while (at < end && isSpace(text.charAt(at))) {
                at++;
            }
            requireMore();
            parts.addVerbatim(text, start, at);
        }
        int conversion = -1;
        if (text.charAt(at) == '!') {
            conversion = conversion();
        }
        Expr formatSpec = null;
        requireMore();
        if (text.charAt(at) == ':') {
            at++;
            requireMore();
            StringLowering spec = parts.formatSpec();
            parse(spec, nesting + 1);
            formatSpec = spec.finish(string.token());
        }
        if (at >= end || text.charAt(at) != '}') {
            throw new LiteralException("f-string: expecting '}'");
        }
        at++;
        if (debug && formatSpec == null && conversion == -1) {
            conversion = 'r';
        }
        parts.addField(value, conversion, formatSpec);
    }

    private void requireMore() {
        if (at >= end) {
            throw new LiteralException("f-string: expecting '}'");
        }
    }

    private int conversion() {
        at++;
        requireMore();
        char c = text.charAt(at++);
        if (c != 's' && c != 'r' && c != 'a') {
            throw new LiteralException("f-string: invalid conversion character: expected 's', 'r', or 'a'");
        }
        return c;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** Moves to the character that ends the expression: one of {@code ! : = }} outside brackets and quotes. */
    private void scanExpression() {
        char quote = 0;
        boolean triple = false;
        var open = new StringBuilder(0);
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                throw new LiteralException("f-string expression part cannot include a backslash");
            }
            if (quote != 0) {
                if (c == quote && (!triple || isTripled(c))) {
                    at += triple ? 2 : 0;
                    quote = 0;
                }
                continue;
            }
            switch (c) {
                case '\'', '"' -> {
                    triple = isTripled(c);
                    at += triple ? 2 : 0;
                    quote = c;
                }
                case '[', '{', '(' -> {
                    if (open.length() >= MAX_BRACKETS) {
                        throw new LiteralException("f-string: too many nested parenthesis");
                    }
                    open.append(c);
                }
                case '#' -> throw new LiteralException("f-string expression part cannot include '#'");
                default -> {
                    if (open.isEmpty() && endsExpression(c)) {
                        return;
                    }
                    if (c == ']' || c == '}' || c == ')') {
                        close(c, open);
                    }
                }
            }
        }
        if (quote != 0) {
            throw new LiteralException("f-string: unterminated string");
        }
        if (!open.isEmpty()) {
            throw new LiteralException("f-string: unmatched '" + open.charAt(open.length() - 1) + "'");
        }
    }

    private boolean isTripled(char quote) {
        return at + 2 < end && text.charAt(at + 1) == quote && text.charAt(at + 2) == quote;
    }

    /** Of the comparison operators with {@code =} the second character is passed over here. */
    private boolean endsExpression(char c) {
        switch (c) {
            case '!', '=', '<', '>':
                if (at + 1 < end && text.charAt(at + 1) == '=') {
                    at++;
                    return false;
                }
                return c == '!' || c == '=';
            case ':', '}':
                return true;
            default:
                return false;
        }
    }

    private static void close(char c, StringBuilder open) {
        if (open.isEmpty()) {
            throw new LiteralException("f-string: unmatched '" + c + "'");
        }
        char opening = open.charAt(open.length() - 1);
        open.setLength(open.length() - 1);
        if (opening == '(' ? c != ')' : opening == '[' ? c != ']' : c != '}') {
            throw new LiteralException(
                    "f-string: closing parenthesis '" + c + "' does not match opening parenthesis '" + opening + "'");
        }
    }

    private Expr expression(int from, int to) {
        int i = from;
        while (i < to && isBlank(text.charAt(i))) {
            i++;
        }
        if (i == to) {
            char next = text.charAt(to);
            throw new LiteralException(
                    next == '}'
                            ? "f-string: empty expression not allowed"
                            : "f-string: expression required before '" + next + "'");
        }
        return FStringExpression.parse(string.token(), from, to, lower);
    }

    /** What CPython's parser skips. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f';
    }
}
