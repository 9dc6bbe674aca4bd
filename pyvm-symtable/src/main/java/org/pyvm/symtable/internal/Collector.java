package org.pyvm.symtable.internal;

import java.util.Map;
import org.pyvm.ast.Mod;
import org.pyvm.symtable.FutureFeatures;
import org.pyvm.symtable.SymbolHandlers;
import org.pyvm.tokenizer.CompilationContext;
import org.pyvm.tokenizer.CompileException;

/** The first pass: walks the tree and records, block by block, how each name occurs. One instance for one module. */
public final class Collector {
    private final CompilationContext context;
    private final BlockStack blocks;
    private final ExprCollector expressions;
    private final StmtCollector statements;

    public Collector(CompilationContext context, FutureFeatures futures, SymbolHandlers handlers) {
        this.context = context;
        this.blocks = new BlockStack(context);
        PluginCollector plugins = new PluginCollector(blocks, handlers);
        this.expressions = new ExprCollector(blocks, plugins);
        PatternCollector patterns = new PatternCollector(blocks, expressions, plugins);
        this.statements = new StmtCollector(
                blocks,
                expressions,
                patterns,
                plugins,
                futures.names().contains("annotations"),
                context.has(CompilationContext.TOP_LEVEL_AWAIT));
        plugins.connect(expressions, statements, patterns);
    }

    public void collect(Mod module) {
        blocks.enterModule(module);
        switch (module) {
            case Mod.Module file -> statements.visitAll(file.body());
            case Mod.Interactive interactive -> statements.visitAll(interactive.body());
            case Mod.Expression expression -> expressions.visit(expression.body());
            case Mod.FunctionType type ->
                throw new CompileException(
                        "RuntimeError", "this compiler does not handle FunctionTypes", context.fileName(), null, null);
        }
        blocks.exit();
    }

    Block top() {
        return blocks.top();
    }

    Map<Object, Block> byNode() {
        return blocks.byNode();
    }
}
