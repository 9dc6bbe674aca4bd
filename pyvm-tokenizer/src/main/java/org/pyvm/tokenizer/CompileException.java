package org.pyvm.tokenizer;

/**
 * What a front-end stage throws for source that is not Python: it becomes a {@code SyntaxError} (or the named exception)
 * at the boundary to Python code. Carries no Java stack trace.
 */
public final class CompileException extends RuntimeException {
    /** An end column for which CPython's exception has {@code None}. */
    public static final int NO_COLUMN = Integer.MIN_VALUE;

    private final String exceptionName;
    private final String fileName;
    private final transient SourceRange range;
    private final String lineText;

    /**
     * @param exceptionName a built-in exception: SyntaxError, IndentationError, TabError, ValueError, MemoryError,
     *     RecursionError, OverflowError, UnicodeEncodeError
     * @param message CPython's words
     * @param fileName as the user named it; null where CPython sets none
     * @param range as in a SyntaxError's attributes: lines from 1, columns in code points from 1 (0 and -1 where CPython
     *     gives them; an end line of -1 where CPython sets no end), or null when the error has no place
     * @param lineText text of the first line, or null to have it read from the source file
     */
    public CompileException(String exceptionName, String message, String fileName, SourceRange range, String lineText) {
        super(message, null, false, false);
        this.exceptionName = exceptionName;
        this.fileName = fileName;
        this.range = range;
        this.lineText = lineText;
    }

    public String exceptionName() {
        return exceptionName;
    }

    public String fileName() {
        return fileName;
    }

    public SourceRange range() {
        return range;
    }

    public String lineText() {
        return lineText;
    }
}
