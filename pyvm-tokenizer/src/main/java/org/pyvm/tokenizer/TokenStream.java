package org.pyvm.tokenizer;

/**
 * The tokens of one source, made as they are asked for. Not thread-safe.
 *
 * <p>Only {@link #next()} must be implemented. The rest helps a parser to report errors as CPython does.
 */
@FunctionalInterface
public interface TokenStream {
    /**
     * The next token; ENDMARKER is the last, and is given again when asked further.
     *
     * @throws CompileException when the text at this place is no token; so a parser that stops earlier never sees it. The
     *     stream is of no use afterwards
     */
    Token next();

    /**
     * Whether the end of the source has been looked at: what then is wrong may be cured by more input. With
     * {@link CompilationContext#ALLOW_INCOMPLETE} a parser that fails then says "incomplete input" at the last token.
     */
    default boolean reachedEnd() {
        return false;
    }

    /**
     * The error for which {@link #next()} threw; it may have thrown "incomplete input" instead, which a parser that has met
     * another error before does not want to say. Null when not known, or when there was none.
     */
    default CompileException fault() {
        return null;
    }

    /**
     * Reads on to the end after the parser has failed at a line, for an error that goes before the parser's own: any that
     * the tokenizer words itself, or a bracket opened before that line and never closed. Null when there is none. May be
     * asked after {@link #next()} has thrown: the parser may have failed before, for CPython.
     */
    default CompileException errorAhead(int errorLine) {
        return null;
    }

    /**
     * The text that CPython attaches to an error of the parser at a line (from 1) when it cannot read the source file:
     * with its line end when it is the line that is being read, without when it lies before. Ask before
     * {@link #errorAhead}. Null when not known.
     */
    default String errorText(int line) {
        return null;
    }
}
