package org.pyvm.symtable;

import org.pyvm.ast.Mod;
import org.pyvm.symtable.internal.Analyzer;
import org.pyvm.symtable.internal.Collector;
import org.pyvm.tokenizer.CompilationContext;

/**
 * Python's own symbol table in CPython's two passes: collect what each block binds and uses, then decide where each name
 * lives.
 */
public final class TwoPassSymbolTableBuilder implements SymbolTableBuilder {
    private final SymbolHandlers handlers;

    /** For the core language. */
    public TwoPassSymbolTableBuilder() {
        this(SymbolHandlers.NONE);
    }

    /**
     * For the core language and the nodes of plugins.
     *
     * @param handlers one for each class of plugin node that can occur
     */
    public TwoPassSymbolTableBuilder(SymbolHandlers handlers) {
        this.handlers = handlers;
    }

    @Override
    public SymbolTable build(Mod module, CompilationContext context) {
        FutureFeatures futures = FutureFeatures.of(module, context);
        Collector collector = new Collector(context, futures, handlers);
        collector.collect(module);
        return new Analyzer(context).analyze(collector, futures);
    }
}
