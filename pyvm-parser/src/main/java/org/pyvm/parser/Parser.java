package org.pyvm.parser;

import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceText;
import org.pyvm.tokenizer.TokenStream;

/**
 * Finds the structure in tokens. A stage: one instance serves all compilations of an interpreter, from any thread; it
 * keeps no state between calls.
 */
public interface Parser {
    /**
     * Parses a whole source; the start rule is that of {@code context.mode()}.
     *
     * @param source what the tokens were cut from, for the text of errors
     * @throws CompileException with CPython's exception name, message and range
     */
    ParseTree parse(SourceText source, TokenStream tokens, CompilationContext context);
}
