package org.pyvm.tokenizer;

/** The tokens of one source, made as they are asked for. Not thread-safe. */
@FunctionalInterface
public interface TokenStream {
    /**
     * The next token; ENDMARKER is the last, and is given again when asked further.
     *
     * @throws CompileException when the text at this place is no token; so a parser that stops earlier never sees it
     */
    Token next();
}
