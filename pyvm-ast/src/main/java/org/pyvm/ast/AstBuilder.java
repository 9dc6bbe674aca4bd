package org.pyvm.ast;

import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.SourceText;

/**
 * Turns a parse tree into an abstract syntax tree. A stage: one instance serves all compilations of an interpreter, from
 * any thread; it keeps no state between calls.
 */
public interface AstBuilder {
    /**
     * Builds the tree for everything that was parsed.
     *
     * @throws org.pyvm.tokenizer.CompileException for literals that cannot be read, with CPython's text and range
     */
    Mod build(ParseTree tree, SourceText source, CompilationContext context);
}
