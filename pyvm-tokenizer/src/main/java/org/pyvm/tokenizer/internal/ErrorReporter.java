package org.pyvm.tokenizer.internal;

import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.SourceText;

/**
 * Makes the tokenizer's errors. CPython has two sorts: those that the tokenizer words itself, with the column of the last
 * character it took, and those of which it only notes a code, to be worded by the parser with other rules for columns
 * and text. Only the first sort goes before an error of the parser's own.
 */
final class ErrorReporter {
    private final Cursor cursor;
    private final CompilationContext context;
    private final SourceText source;
    /** Whether the last error was worded by the tokenizer. */
    private boolean raised;
    /** Whether the last error was that the input ended. */
    private boolean endOfInput;
    /** End of the line at which a string was given up, or -1: the cursor then is back at its start. */
    private int readTo = -1;

    ErrorReporter(Cursor cursor, CompilationContext context, SourceText source) {
        this.cursor = cursor;
        this.source = source;
        this.context = context;
    }

    boolean raised() {
        return raised;
    }

    boolean endOfInput() {
        return endOfInput;
    }

    /** An error at the last character taken. */
    CompileException raise(String message) {
        int column = cursor.column(cursor.position);
        return raise(message, column, column);
    }

    /** An error from one index to another, the columns of which CPython does not turn from bytes into characters. */
    CompileException raiseInBytes(String message, int start, int end) {
        int column = source.utf8Column(cursor.line, cursor.column(start));
        return raise(message, column + 1, column + 1 + end - start);
    }

    private CompileException raise(String message, int column, int endColumn) {
        raised = true;
        int end = cursor.lineEnd();
        if (end > cursor.lineStart && cursor.chars[end - 1] == '\n') {
            end--;
        }
        return error("SyntaxError", message, column, endColumn, cursor.substring(cursor.lineStart, end));
    }

    /** An error of the sort worded by the parser, with a column from 1. */
    CompileException note(String exceptionName, String message, int column, int endColumn) {
        return error(exceptionName, message, column, endColumn, buffer());
    }

    /** "Too deep" and inconsistent tabs are reported at the start of the line. */
    CompileException atLineStart(String exceptionName, String message) {
        return note(exceptionName, message, 1, 0);
    }

    /** An error at the end of the current line, with which the cursor is moved. */
    CompileException atLineEnd(String exceptionName, String message) {
        cursor.position = cursor.lineEnd();
        return note(exceptionName, message, cursorColumn(), -1);
    }

    /** The column is counted from the start of the buffer, not of the line, as CPython does it. */
    CompileException badContinuation() {
        if (!cursor.atEnd()) {
            cursor.position++;
        }
        String read = cursor.substring(cursor.bufferStart, cursor.position);
        int column = source.isEncodingDeclared() ? read.codePointCount(0, read.length()) : Utf8Text.encode(read).length;
        return note("SyntaxError", "unexpected character after line continuation character", column, 0);
    }

    CompileException unterminatedString(int start, int startLine, int startColumn, int startLineStart, int quotes) {
        String what = quotes == 3 ? "unterminated triple-quoted string literal" : "unterminated string literal";
        String message = what + " (detected at line " + cursor.line + ")";
        // A line end is curable by more input only in a triple-quoted string, where it is not what stopped us.
        endOfInput = cursor.atEnd();
        readTo = cursor.lineEnd();
        cursor.position = start + 1;
        cursor.line = startLine;
        cursor.lineStart = startLineStart;
        cursor.columnBase = start - startColumn;
        return raise(message);
    }

    /** Bytes that are no UTF-8 end at the cursor. */
    CompileException undecodable(String message) {
        raised = true;
        int column = UndecodedBytes.errorColumn(source, buffer(), cursor.line, cursor.column(cursor.position) - 1);
        return note("SyntaxError", message, column, -1);
    }

    /** Bytes that are no UTF-8 before a token. */
    CompileException undecodable(String message, SourceRange token) {
        raised = true;
        String text = buffer();
        int column = UndecodedBytes.errorColumn(source, text, token.line(), token.column());
        int endColumn = UndecodedBytes.errorColumn(source, text, token.endLine(), token.endColumn());
        return note("SyntaxError", message, column, endColumn);
    }

    /** The input ended in the middle of something. */
    CompileException endOfInput(BracketStack brackets) {
        endOfInput = true;
        cursor.position = cursor.limit;
        return brackets.depth() > 0
                ? neverClosed(brackets)
                : note("SyntaxError", "unexpected EOF while parsing", cursorColumn(), -1);
    }

    CompileException neverClosed(BracketStack brackets) {
        int line = brackets.innermostLine();
        int column = source.errorColumn(line, brackets.innermostColumn());
        var range = new SourceRange(line, column + 1, line, 0);
        return new CompileException(
                "SyntaxError",
                "'" + brackets.innermost() + "' was never closed",
                context.fileName(),
                range,
                Utf8Text.replaceEscapes(textOf(line)));
    }

    /** Replaces an error that more input may cure, when the caller wants to know of that. */
    CompileException incompleteInput() {
        return note("SyntaxError", "incomplete input", cursorColumn(), -1);
    }

    /** See {@link org.pyvm.tokenizer.TokenStream#errorText}. */
    String textOf(int line) {
        if (cursor.line <= line) {
            return buffer();
        }
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = cursor.text.indexOf('\n', start) + 1;
        }
        int end = cursor.text.indexOf('\n', start);
        return cursor.text.substring(start, end < 0 ? cursor.text.length() : end);
    }

    private String buffer() {
        return cursor.substring(cursor.bufferStart, readTo >= 0 ? readTo : cursor.lineEnd());
    }

    private int cursorColumn() {
        return source.errorColumn(cursor.line, cursor.column(cursor.position));
    }

    private CompileException error(String exceptionName, String message, int column, int endColumn, String text) {
        return new CompileException(
                exceptionName,
                message,
                context.fileName(),
                new SourceRange(cursor.line, column, cursor.line, endColumn),
                Utf8Text.replaceEscapes(text));
    }
}
