package org.pyvm.symtable;

import org.pyvm.ast.Mod;
import org.pyvm.tokenizer.CompilationContext;

/**
 * Decides, for every name in every block, where it lives.
 *
 * <p>One instance serves all compilations of an interpreter, from any thread: keep no state between calls.
 */
public interface SymbolTableBuilder {
    /**
     * Builds the table for a whole module, nested blocks included.
     *
     * @throws org.pyvm.tokenizer.CompileException with CPython's text and range, e.g. for {@code nonlocal x} at module
     *     level
     */
    SymbolTable build(Mod module, CompilationContext context);
}
