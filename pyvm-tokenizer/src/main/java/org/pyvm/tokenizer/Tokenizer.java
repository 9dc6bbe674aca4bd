package org.pyvm.tokenizer;

/**
 * Cuts source text into tokens. A stage: one instance serves all compilations of an interpreter, from any thread; it
 * keeps no state between calls.
 */
public interface Tokenizer {
    /** Starts on a source. Trivia (COMMENT, NL) is left out. */
    TokenStream tokenize(SourceText source, CompilationContext context);
}
