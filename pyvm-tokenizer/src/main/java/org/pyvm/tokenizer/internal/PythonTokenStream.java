package org.pyvm.tokenizer.internal;

import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompilationContext.Mode;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.Token;
import org.pyvm.tokenizer.TokenAdditions;
import org.pyvm.tokenizer.TokenAdditions.CommentForm;
import org.pyvm.tokenizer.TokenKind;
import org.pyvm.tokenizer.TokenStream;
import org.pyvm.tokenizer.Unicode14;

/** Reads tokens one by one off the text. */
public final class PythonTokenStream implements TokenStream {
    private static final int TAB_SIZE = 8;

    private final CompilationContext context;
    private final Cursor cursor;
    private final char[] chars;
    private final SourceText source;
    private final OperatorTable operators;
    private final TokenAdditions additions;
    private final boolean typeComments;
    private final ErrorReporter errors;
    private final IndentStack indents = new IndentStack();
    private final BracketStack brackets = new BracketStack();
    private final NumberScanner numbers;
    private final StringScanner strings;
    private final NameTable names;

    private boolean atLineStart = true;
    /** Whether the current line holds nothing but space and comments. */
    private boolean blankLine;
    /** INDENTs still to give, or minus the number of DEDENTs. */
    private int pending;
    /** In {@link Mode#SINGLE}: whether a token was given since the start or since the NEWLINE that was added at the end. */
    private boolean started;

    private TokenKind lastKind;
    /** Whether the end was met where a token was wanted. */
    private boolean endSeen;

    /** What {@link #next()} met; null as long as all was well. */
    private CompileException fault;
    /** While looking for what stands behind a string that cannot be decoded. */
    private boolean skippingStrings;

    public PythonTokenStream(
            SourceText source, CompilationContext context, OperatorTable operators, TokenAdditions additions) {
        this.operators = operators;
        this.additions = additions;
        this.context = context;
        this.cursor = new Cursor(source, context.mode() == Mode.FILE);
        this.chars = cursor.chars;
        this.source = source;
        this.typeComments = context.has(CompilationContext.TYPE_COMMENTS);
        this.errors = new ErrorReporter(cursor, context, source);
        this.numbers = new NumberScanner(cursor, errors, context, additions);
        this.strings = new StringScanner(cursor, errors);
        this.names = new NameTable(chars);
    }

    @Override
    public Token next() {
        try {
            return advance();
        } catch (CompileException e) {
            fault = e;
            if (errors.endOfInput() && context.has(CompilationContext.ALLOW_INCOMPLETE)) {
                throw errors.incompleteInput();
            }
            throw e;
        }
    }

    @Override
    public CompileException fault() {
        return fault;
    }

    @Override
    public boolean reachedEnd() {
        return cursor.atEnd() && (endSeen || lastKind == null || looksAhead(lastKind));
    }

    /** Whether the scanner had to see the character behind such a token to know its end. */
    private static boolean looksAhead(TokenKind kind) {
        if (kind == TokenKind.STRING || kind == TokenKind.NEWLINE) {
            return false;
        }
        return kind.spelling() == null || kind.spelling().length() < 3;
    }

    @Override
    public CompileException errorAhead(int errorLine) {
        CompileException error = fault != null ? fault : restFault();
        if (error == null || errors.raised() || error == source.fault()) {
            return error;
        }
        boolean openBefore = brackets.depth() > 0 && errorLine > brackets.innermostLine();
        return openBefore ? errors.neverClosed(brackets) : null;
    }

    /** Reads to the end for what is wrong on the way. */
    private CompileException restFault() {
        try {
            Token token = advance();
            while (token.kind() != TokenKind.ENDMARKER) {
                token = advance();
            }
            return null;
        } catch (CompileException e) {
            return e;
        }
    }

    @Override
    public String errorText(int line) {
        return errors.textOf(line);
    }

    private Token advance() {
        if (lastKind == TokenKind.ENDMARKER) {
            return empty(TokenKind.ENDMARKER);
        }
        Token token = scan();
        if (context.mode() == Mode.SINGLE) {
            token = closeStatement(token);
        }
        lastKind = token.kind();
        return token;
    }

    /** An interactive statement needs no line end: one is put before the end, and what is open is closed. */
    private Token closeStatement(Token token) {
        if (token.kind() != TokenKind.ENDMARKER || !started) {
            started = true;
            return token;
        }
        started = false;
        endSeen = true;
        if (!context.has(CompilationContext.DONT_IMPLY_DEDENT)) {
            pending = -indents.closeAll();
        }
        return empty(TokenKind.NEWLINE);
    }

    private Token scan() {
        while (true) {
            cursor.tokenStart = -1;
            if (atLineStart) {
                atLineStart = false;
                blankLine = false;
                cursor.startLine();
                indentation();
            }
            if (pending != 0) {
                return indentOrDedent();
            }
            Token token = scanLine();
            if (token != null) {
                return token;
            }
        }
    }

    /** The next token of the current line, or null when its end was passed. */
    private Token scanLine() {
        while (true) {
            int p = cursor.position;
            char c = chars[p];
            while (c == ' ' || c == '\t' || c == '\f') {
                c = chars[++p];
            }
            cursor.position = p;
            cursor.tokenStart = p;
            if (additions.hasComments()) {
                CommentForm form = additions.commentAt(cursor.text, p);
                if (form != null && form.end() == null) {
                    return comment(p);
                }
                if (form != null) {
                    blockComment(form);
                    continue;
                }
            }
            switch (Ascii.classOf(c)) {
                case Ascii.NAME:
                    return name(p);
                case Ascii.DIGIT:
                    return number(p);
                case Ascii.LINE_END:
                    return lineEnd(cursor.column(p));
                case Ascii.QUOTE:
                    return string(p);
                case Ascii.COMMENT:
                    return comment(p);
                case Ascii.BACKSLASH:
                    cursor.position++;
                    continuationLine();
                    cursor.tokenStart = -1;
                    break;
                case Ascii.DOT:
                    if (Ascii.classOf(chars[p + 1]) == Ascii.DIGIT) {
                        return number(p);
                    }
                    return operator(p);
                case Ascii.OPEN:
                    return open(p);
                case Ascii.CLOSE:
                    return close(p);
                case Ascii.END:
                    return end();
                case Ascii.CONTROL:
                    cursor.position++;
                    throw errors.raise(refusal(c));
                default:
                    return operator(p);
            }
        }
    }

    /** Measures the space at the start of a line; a line that holds more sets {@link #pending}. */
    private void indentation() {
        int column = 0;
        int tabAsOne = 0;
        int splitColumn = 0;
        while (true) {
            char c = chars[cursor.position];
            if (c == ' ') {
                column++;
                tabAsOne++;
            } else if (c == '\t') {
                column = (column / TAB_SIZE + 1) * TAB_SIZE;
                tabAsOne++;
            } else if (c == '\f') {
                column = 0;
                tabAsOne = 0;
            } else if (c == '\\') {
                // Indentation cannot be split: the space before the first backslash, if any, is all of it.
                splitColumn = splitColumn != 0 ? splitColumn : column;
                cursor.position++;
                continuationLine();
                continue;
            } else {
                if (additions.hasComments() && passBlockComments()) {
                    continue;
                }
                blankLine = c == '#' || c == '\n' || isLineComment();
                break;
            }
            cursor.position++;
        }
        if (!blankLine && brackets.depth() == 0) {
            moveTo(splitColumn != 0 ? splitColumn : column, splitColumn != 0 ? splitColumn : tabAsOne);
        }
    }

    private void moveTo(int column, int tabAsOne) {
        switch (indents.moveTo(column, tabAsOne)) {
            case NONE -> pending += indents.moved;
            case TABS -> throw errors.atLineStart("TabError", "inconsistent use of tabs and spaces in indentation");
            case TOO_DEEP -> throw errors.atLineStart("IndentationError", "too many levels of indentation");
            case NO_SUCH_LEVEL ->
                throw errors.atLineEnd("IndentationError", "unindent does not match any outer indentation level");
        }
    }

    private Token indentOrDedent() {
        if (pending < 0) {
            pending++;
            return empty(TokenKind.DEDENT);
        }
        pending--;
        int column = cursor.column(cursor.position);
        String text = cursor.substring(cursor.lineStart, cursor.position);
        return new Token(TokenKind.INDENT, text, cursor.line, 0, cursor.line, column);
    }

    /** Goes to the next line; the cursor is behind a backslash. */
    private void continuationLine() {
        if (chars[cursor.position] != '\n') {
            throw errors.badContinuation();
        }
        cursor.position++;
        if (cursor.atEnd()) {
            throw errors.endOfInput(brackets);
        }
        cursor.startLine();
    }

    /** Passes the line end at the cursor; null when it ends no statement. */
    private Token lineEnd(int column) {
        int end = cursor.position;
        cursor.position++;
        atLineStart = true;
        if (blankLine || brackets.depth() > 0) {
            return null;
        }
        String text = end < cursor.text.length() ? "\n" : "";
        return new Token(TokenKind.NEWLINE, text, cursor.line, column, cursor.line, cursor.column(end));
    }

    private Token end() {
        if (brackets.depth() > 0) {
            throw errors.endOfInput(brackets);
        }
        return empty(TokenKind.ENDMARKER);
    }

    private Token name(int start) {
        int p = start;
        int hash = 0;
        char c = chars[p];
        while (c < 0x80 && Ascii.isNamePart(c)) {
            hash = 31 * hash + c;
            c = chars[++p];
        }
        cursor.position = p;
        if (c >= 0x80) {
            return wideName(start);
        }
        if ((c == '"' || c == '\'') && isStringPrefix(start, p - start)) {
            return string(start);
        }
        if ((c == '"' || c == '\'') && additions.hasStringPrefixes()) {
            TokenKind prefixed = additions.prefixed(cursor.substring(start, p));
            if (prefixed != null) {
                return string(start, prefixed);
            }
        }
        int column = cursor.column(start);
        return new Token(
                TokenKind.NAME, names.get(start, p, hash), cursor.line, column, cursor.line, column + p - start);
    }

    private boolean isStringPrefix(int start, int length) {
        int first = chars[start] | 0x20;
        if (length == 1) {
            return first == 'r' || first == 'b' || first == 'f' || first == 'u';
        }
        if (length != 2) {
            return false;
        }
        int second = chars[start + 1] | 0x20;
        return first == 'r' ? second == 'b' || second == 'f' : second == 'r' && (first == 'b' || first == 'f');
    }

    /** A name with other characters than ASCII. All of them are taken first, then it is seen whether they may be there. */
    private Token wideName(int start) {
        int p = cursor.position;
        while (chars[p] >= 0x80 || Ascii.isNamePart(chars[p])) {
            p++;
        }
        int column = cursor.column(start);
        String text = cursor.substring(start, p);
        if (source.hasUndecodedBytes()) {
            refuseUndecoded(UndecodedBytes.problemInName(text), p);
        }
        int i = start;
        while (i < p) {
            int c = Character.codePointAt(chars, i, p);
            boolean allowed = i == start ? Unicode14.isNameStart(c) : Unicode14.isNamePart(c);
            i += Character.charCount(c);
            cursor.columnBase += Character.charCount(c) - 1;
            if (!allowed) {
                cursor.position = i;
                throw errors.raise(refusal(c));
            }
        }
        cursor.position = p;
        return new Token(TokenKind.NAME, text, cursor.line, column, cursor.line, cursor.column(p));
    }

    private static String refusal(int codePoint) {
        String number = String.format("U+%04X", codePoint);
        return Unicode14.isPrintable(codePoint)
                ? "invalid character '" + Character.toString(codePoint) + "' (" + number + ")"
                : "invalid non-printable character " + number;
    }

    private Token number(int start) {
        TokenKind suffixed = numbers.scan();
        return token(suffixed == null ? TokenKind.NUMBER : suffixed, start);
    }

    private Token string(int start) {
        return string(start, TokenKind.STRING);
    }

    private Token string(int start, TokenKind kind) {
        int line = cursor.line;
        int column = cursor.column(start);
        strings.scan();
        int end = cursor.position;
        String text = cursor.substring(start, end);
        var token = new Token(kind, text, line, column, cursor.line, cursor.column(end));
        if (source.hasUndecodedBytes() && !skippingStrings) {
            refuseUndecodedString(UndecodedBytes.problemInString(text));
        }
        return token;
    }

    private void refuseUndecoded(String problem, int end) {
        if (problem != null) {
            cursor.position = end;
            throw errors.undecodable(problem);
        }
    }

    /** CPython decodes a string when it has seen that no further string follows, and blames the token that does. */
    private void refuseUndecodedString(String problem) {
        if (problem == null) {
            return;
        }
        skippingStrings = true;
        Token behind = scan();
        while (behind.kind() == TokenKind.STRING) {
            behind = scan();
        }
        throw behind.kind() == TokenKind.ENDMARKER
                ? errors.undecodable(problem)
                : errors.undecodable(problem, behind.range());
    }

    /** Passes a comment and what ends its line; gives a token of its own only for a type comment that is asked for. */
    private Token comment(int start) {
        int startColumn = cursor.column(start);
        cursor.position = commentEnd(start);
        if (typeComments) {
            Token token = TypeComments.scan(cursor, start, startColumn);
            if (token != null) {
                if (token.kind() == TokenKind.TYPE_IGNORE && blankLine && !cursor.atEnd()) {
                    cursor.position++;
                    atLineStart = true;
                }
                // The line end behind a TYPE_COMMENT is a NEWLINE even if there is nothing else in the line.
                blankLine = false;
                return token;
            }
        }
        return cursor.atEnd() ? end() : lineEnd(startColumn);
    }

    /** Passes a comment that may go over several lines. */
    private void blockComment(CommentForm form) {
        int end = cursor.text.indexOf(form.end(), cursor.position + form.start().length());
        if (end < 0) {
            cursor.position++;
            throw errors.raise("unterminated comment");
        }
        for (int p = cursor.position; p < end; p++) {
            if (chars[p] == '\n') {
                cursor.position = p + 1;
                cursor.startLine();
            } else if (Character.isHighSurrogate(chars[p])) {
                cursor.columnBase++;
            }
        }
        cursor.position = end + form.end().length();
    }

    /** At the start of a line: passes a comment. What stands behind it is indented as the comment is. */
    private boolean passBlockComments() {
        CommentForm form = additions.commentAt(cursor.text, cursor.position);
        if (form == null || form.end() == null) {
            return false;
        }
        blockComment(form);
        while (chars[cursor.position] == ' ' || chars[cursor.position] == '\t') {
            cursor.position++;
        }
        return true;
    }

    private boolean isLineComment() {
        return additions.hasComments() && additions.commentAt(cursor.text, cursor.position) != null;
    }

    private int commentEnd(int start) {
        if (source.isAscii()) {
            int end = cursor.text.indexOf('\n', start);
            return end < 0 ? cursor.text.length() : end;
        }
        int end = start;
        while (chars[end] != '\n' && chars[end] != 0) {
            if (Character.isHighSurrogate(chars[end++])) {
                cursor.columnBase++;
            }
        }
        return end;
    }

    private Token open(int start) {
        if (brackets.isFull()) {
            cursor.position++;
            throw errors.raise("too many nested parentheses");
        }
        brackets.open(chars[start], cursor.line, cursor.column(start));
        return operator(start);
    }

    private Token close(int start) {
        char bracket = chars[start];
        cursor.position = start + 1;
        if (brackets.depth() == 0) {
            throw errors.raise("unmatched '" + bracket + "'");
        }
        brackets.close();
        char opened = brackets.closed();
        if (BracketStack.closerOf(opened) != bracket) {
            String message =
                    "closing parenthesis '" + bracket + "' does not match opening parenthesis '" + opened + "'";
            boolean sameLine = brackets.closedLine() == cursor.line;
            throw errors.raise(sameLine ? message : message + " on line " + brackets.closedLine());
        }
        return operator(start);
    }

    private Token operator(int start) {
        TokenKind kind = operators.longest(cursor.text, chars, start);
        if (kind == null) {
            cursor.position = start + 1;
            return token(TokenKind.OP, start);
        }
        String text = kind == TokenKind.NOTEQUAL && chars[start] == '<' ? "<>" : kind.spelling();
        int end = start + text.length();
        if (text.length() > 1 && "([{".indexOf(chars[end - 1]) >= 0) {
            brackets.open(chars[end - 1], cursor.line, cursor.column(end - 1)); // a plugin's ?[
        }
        cursor.position = end;
        int column = cursor.column(start);
        return new Token(kind, text, cursor.line, column, cursor.line, column + text.length());
    }

    private Token token(TokenKind kind, int start) {
        int end = cursor.position;
        return new Token(
                kind, cursor.substring(start, end), cursor.line, cursor.column(start), cursor.line, cursor.column(end));
    }

    private Token empty(TokenKind kind) {
        int column = cursor.column(cursor.position);
        return new Token(kind, "", cursor.line, column, cursor.line, column);
    }
}
