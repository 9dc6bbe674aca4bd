package org.pyvm.symtable.internal;

import static org.pyvm.symtable.Symbol.DEF_LOCAL;
import static org.pyvm.symtable.Symbol.USE;

import java.util.List;
import org.pyvm.ast.Alias;
import org.pyvm.ast.Arg;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Comprehension;
import org.pyvm.ast.ExceptHandler;
import org.pyvm.ast.Expr;
import org.pyvm.ast.Keyword;
import org.pyvm.ast.MatchCase;
import org.pyvm.ast.Mod;
import org.pyvm.ast.Node;
import org.pyvm.ast.Pattern;
import org.pyvm.ast.Stmt;
import org.pyvm.ast.TypeIgnore;
import org.pyvm.ast.WithItem;
import org.pyvm.symtable.NameCollector;
import org.pyvm.symtable.Scope;
import org.pyvm.symtable.SymbolHandlers;
import org.pyvm.tokenizer.CompileException;
import org.pyvm.tokenizer.SourceRange;

/** The door between the pass and the handlers of plugin nodes. */
final class PluginCollector implements NameCollector {
    private final BlockStack blocks;
    private final SymbolHandlers handlers;
    private ExprCollector expressions;
    private StmtCollector statements;
    private PatternCollector patterns;

    PluginCollector(BlockStack blocks, SymbolHandlers handlers) {
        this.blocks = blocks;
        this.handlers = handlers;
    }

    /** The collectors know this door and it knows them, so one side comes later. */
    void connect(ExprCollector expressionCollector, StmtCollector stmtCollector, PatternCollector patternCollector) {
        this.expressions = expressionCollector;
        this.statements = stmtCollector;
        this.patterns = patternCollector;
    }

    void collect(Node node) {
        handlers.collect(node, this);
    }

    @Override
    public void bind(String name, SourceRange range) {
        blocks.add(name, DEF_LOCAL, range);
    }

    @Override
    public void use(String name, SourceRange range) {
        blocks.add(name, USE, range);
    }

    @Override
    public void visit(Node node) {
        switch (node) {
            case null -> {}
            case Stmt statement -> statements.visit(statement);
            case Expr expression -> expressions.visit(expression);
            case Pattern pattern -> patterns.visit(pattern);
            case Keyword keyword -> expressions.visit(keyword.value());
            case Alias alias -> statements.visitAlias(alias);
            case WithItem item -> statements.visitItem(item);
            case ExceptHandler handler -> statements.visitHandler(handler);
            case MatchCase matchCase -> statements.visitCase(matchCase);
            case Mod module -> throw notAlone(module);
            case Arguments parameters -> throw notAlone(parameters);
            case Arg parameter -> throw notAlone(parameter);
            case Comprehension clause -> throw notAlone(clause);
            case TypeIgnore ignore -> throw notAlone(ignore);
        }
    }

    private static IllegalArgumentException notAlone(Node node) {
        return new IllegalArgumentException(node.nodeName() + " has no names of its own to collect");
    }

    @Override
    public void visitAll(List<? extends Node> nodes) {
        nodes.forEach(this::visit);
    }

    @Override
    public void visitDefaults(Arguments parameters) {
        expressions.visitDefaults(parameters);
    }

    @Override
    public void function(Node opener, String name, Arguments parameters, boolean async, List<? extends Node> body) {
        statements.enterFunction(opener, name, parameters, async);
        visitAll(body);
        blocks.exit();
    }

    @Override
    public void annotationScope(Node opener, String name, Arguments parameters, Runnable body) {
        boolean seesClass =
                blocks.current().type == Scope.Type.CLASS || blocks.current().is(Scope.Flag.SEES_CLASS);
        statements.enterFunction(opener, name, parameters, false);
        if (seesClass) {
            blocks.current().flags.add(Scope.Flag.SEES_CLASS);
            blocks.add(Scope.CLASS_NAMESPACE, USE, opener.range());
        }
        body.run();
        blocks.exit();
    }

    @Override
    public void definition(Stmt definition) {
        statements.visitDefinition(definition);
    }

    @Override
    public void classBody(Node opener, String name, List<? extends Node> body) {
        blocks.enter(Scope.Type.CLASS, name, opener, opener.range());
        String outer = blocks.exchangePrivateClass(name);
        visitAll(body);
        blocks.exchangePrivateClass(outer);
        blocks.exit();
    }

    @Override
    public CompileException error(String message, SourceRange range) {
        return blocks.error(message, range);
    }
}
