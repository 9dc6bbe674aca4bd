package org.pyvm.compiler;

import org.pyvm.ast.Mod;
import org.pyvm.symtable.SymbolTable;
import org.pyvm.tokenizer.CompilationContext;

/**
 * Turns a syntax tree into code.
 *
 * <p>One instance serves all compilations of an interpreter, from any thread: keep no state between calls.
 */
public interface Compiler {
    /**
     * Compiles a whole module, interactive statement or expression, nested blocks included.
     *
     * @param symbols of this very tree: scopes are found by the identity of nodes
     * @throws org.pyvm.tokenizer.CompileException with CPython's text and range, e.g. for {@code 'return' outside function}
     */
    CodeObject compile(Mod module, SymbolTable symbols, CompilationContext context);
}
