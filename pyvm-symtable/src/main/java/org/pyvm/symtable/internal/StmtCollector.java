package org.pyvm.symtable.internal;

import static org.pyvm.symtable.Symbol.DEF_ANNOT;
import static org.pyvm.symtable.Symbol.DEF_GLOBAL;
import static org.pyvm.symtable.Symbol.DEF_IMPORT;
import static org.pyvm.symtable.Symbol.DEF_LOCAL;
import static org.pyvm.symtable.Symbol.DEF_NONLOCAL;
import static org.pyvm.symtable.Symbol.DEF_PARAM;
import static org.pyvm.symtable.Symbol.USE;

import java.util.List;
import org.pyvm.ast.Alias;
import org.pyvm.ast.Arg;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.ExceptHandler;
import org.pyvm.ast.Expr;
import org.pyvm.ast.MatchCase;
import org.pyvm.ast.Node;
import org.pyvm.ast.PluginStmt;
import org.pyvm.ast.Stmt;
import org.pyvm.ast.WithItem;
import org.pyvm.symtable.Scope;
import org.pyvm.tokenizer.SourceRange;

/** Collects the names of statements. The order of the visits is CPython's, as in {@link ExprCollector}. */
final class StmtCollector {
    private final BlockStack blocks;
    private final ExprCollector expressions;
    private final PatternCollector patterns;
    private final PluginCollector plugins;
    private final boolean annotationsAreText;
    private final boolean topLevelAwait;

    /**
     * @param annotationsAreText {@code from __future__ import annotations} is on
     * @param topLevelAwait a module that awaits is a coroutine
     */
    StmtCollector(
            BlockStack blocks,
            ExprCollector expressions,
            PatternCollector patterns,
            PluginCollector plugins,
            boolean annotationsAreText,
            boolean topLevelAwait) {
        this.blocks = blocks;
        this.expressions = expressions;
        this.patterns = patterns;
        this.plugins = plugins;
        this.annotationsAreText = annotationsAreText;
        this.topLevelAwait = topLevelAwait;
    }

    void visitAll(List<Stmt> statements) {
        for (int i = 0, size = statements.size(); i < size; i++) {
            visit(statements.get(i));
        }
    }

    void visit(Stmt statement) {
        blocks.descend();
        switch (statement) {
            case Stmt.ExprStmt expression -> expressions.visit(expression.value());
            case Stmt.Assign assignment -> {
                expressions.visitAll(assignment.targets());
                expressions.visit(assignment.value());
            }
            case Stmt.AugAssign assignment -> {
                expressions.visit(assignment.target());
                expressions.visit(assignment.value());
            }
            case Stmt.AnnAssign assignment -> visitAnnotated(assignment);
            case Stmt.If branch -> {
                expressions.visit(branch.test());
                visitAll(branch.body());
                visitAll(branch.orelse());
            }
            case Stmt.For loop -> visitFor(loop.target(), loop.iter(), loop.body(), loop.orelse());
            case Stmt.AsyncFor loop -> {
                awaitAtTopLevel();
                visitFor(loop.target(), loop.iter(), loop.body(), loop.orelse());
            }
            case Stmt.While loop -> {
                expressions.visit(loop.test());
                visitAll(loop.body());
                visitAll(loop.orelse());
            }
            case Stmt.Return returned -> visitReturn(returned);
            case Stmt.FunctionDef function -> {
                blocks.add(function.name(), DEF_LOCAL, function.range());
                visitFunction(function, function.args(), function.returns(), function.decoratorList(), function.body());
            }
            case Stmt.AsyncFunctionDef function -> {
                blocks.add(function.name(), DEF_LOCAL, function.range());
                visitFunction(function, function.args(), function.returns(), function.decoratorList(), function.body());
            }
            case Stmt.ClassDef definition -> {
                blocks.add(definition.name(), DEF_LOCAL, definition.range());
                visitClass(definition, definition.decoratorList());
            }
            case Stmt.Import imported -> visitAliases(imported.names());
            case Stmt.ImportFrom imported -> visitAliases(imported.names());
            case Stmt.Raise raise -> {
                expressions.visit(raise.exc());
                expressions.visit(raise.cause());
            }
            case Stmt.Try attempt ->
                visitTry(attempt.body(), attempt.orelse(), attempt.handlers(), attempt.finalbody());
            case Stmt.TryStar attempt ->
                visitTry(attempt.body(), attempt.orelse(), attempt.handlers(), attempt.finalbody());
            case Stmt.With with -> visitWith(with.items(), with.body());
            case Stmt.AsyncWith with -> {
                awaitAtTopLevel();
                visitWith(with.items(), with.body());
            }
            case Stmt.Assert assertion -> {
                expressions.visit(assertion.test());
                expressions.visit(assertion.msg());
            }
            case Stmt.Delete deletion -> expressions.visitAll(deletion.targets());
            case Stmt.Match match -> {
                expressions.visit(match.subject());
                match.cases().forEach(this::visitCase);
            }
            case Stmt.Global global -> declare(global.names(), "global", DEF_GLOBAL, global.range());
            case Stmt.Nonlocal nonlocal -> declare(nonlocal.names(), "nonlocal", DEF_NONLOCAL, nonlocal.range());
            case Stmt.Pass pass -> {}
            case Stmt.Break leave -> {}
            case Stmt.Continue next -> {}
            case PluginStmt plugin -> plugins.collect(plugin);
        }
        blocks.ascend();
    }

    private void visitFor(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse) {
        expressions.visit(target);
        expressions.visit(iter);
        visitAll(body);
        visitAll(orelse);
    }

    private void visitTry(List<Stmt> body, List<Stmt> orelse, List<ExceptHandler> handlers, List<Stmt> finalbody) {
        visitAll(body);
        visitAll(orelse);
        handlers.forEach(this::visitHandler);
        visitAll(finalbody);
    }

    void visitHandler(ExceptHandler handler) {
        expressions.visit(handler.type());
        if (handler.name() != null) {
            blocks.add(handler.name(), DEF_LOCAL, handler.range());
        }
        visitAll(handler.body());
    }

    private void visitWith(List<WithItem> items, List<Stmt> body) {
        items.forEach(this::visitItem);
        visitAll(body);
    }

    void visitItem(WithItem item) {
        expressions.visit(item.contextExpr());
        expressions.visit(item.optionalVars());
    }

    void visitCase(MatchCase matchCase) {
        patterns.visit(matchCase.pattern());
        expressions.visit(matchCase.guard());
        visitAll(matchCase.body());
    }

    private void visitReturn(Stmt.Return returned) {
        if (returned.value() != null) {
            expressions.visit(returned.value());
            blocks.current().flags.add(Scope.Flag.RETURNS_VALUE);
        }
    }

    private void awaitAtTopLevel() {
        if (topLevelAwait && blocks.current().type == Scope.Type.MODULE) {
            blocks.current().flags.add(Scope.Flag.COROUTINE);
        }
    }

    /** A definition whose value is wanted, but which binds nothing here; its decorators are evaluated elsewhere. */
    void visitDefinition(Stmt definition) {
        switch (definition) {
            case Stmt.FunctionDef function ->
                visitFunction(function, function.args(), function.returns(), List.of(), function.body());
            case Stmt.AsyncFunctionDef function ->
                visitFunction(function, function.args(), function.returns(), List.of(), function.body());
            case Stmt.ClassDef type -> visitClass(type, List.of());
            default -> throw new IllegalArgumentException(definition.nodeName() + " defines nothing");
        }
    }

    private void visitFunction(Stmt node, Arguments parameters, Expr returns, List<Expr> decorators, List<Stmt> body) {
        expressions.visitDefaults(parameters);
        visitAnnotations(node, parameters, returns);
        expressions.visitAll(decorators);
        switch (node) {
            case Stmt.AsyncFunctionDef async -> enterFunction(node, async.name(), parameters, true);
            case Stmt.FunctionDef function -> enterFunction(node, function.name(), parameters, false);
            default -> throw new IllegalArgumentException(node.nodeName() + " is no function");
        }
        visitAll(body);
        blocks.exit();
    }

    void enterFunction(Node opener, String name, Arguments parameters, boolean async) {
        blocks.enter(Scope.Type.FUNCTION, name, opener, opener.range());
        if (async) {
            blocks.current().flags.add(Scope.Flag.COROUTINE);
        }
        expressions.visitParameters(parameters);
    }

    private void visitAnnotations(Stmt node, Arguments parameters, Expr returns) {
        if (annotationsAreText) {
            blocks.enterAnnotation(node.range());
        }
        visitAnnotationsOf(parameters.posonlyargs());
        visitAnnotationsOf(parameters.args());
        if (parameters.vararg() != null) {
            expressions.visit(parameters.vararg().annotation());
        }
        if (parameters.kwarg() != null) {
            expressions.visit(parameters.kwarg().annotation());
        }
        visitAnnotationsOf(parameters.kwonlyargs());
        if (annotationsAreText) {
            blocks.exit();
        }
        if (returns != null) {
            visitAnnotation(returns);
        }
    }

    private void visitAnnotationsOf(List<Arg> parameters) {
        for (Arg parameter : parameters) {
            expressions.visit(parameter.annotation());
        }
    }

    private void visitAnnotation(Expr annotation) {
        if (annotationsAreText) {
            blocks.enterAnnotation(annotation.range());
            expressions.visit(annotation);
            blocks.exit();
        } else {
            expressions.visit(annotation);
        }
    }

    private void visitClass(Stmt.ClassDef definition, List<Expr> decorators) {
        expressions.visitAll(definition.bases());
        expressions.visitKeywords(definition.keywords());
        expressions.visitAll(decorators);
        blocks.enter(Scope.Type.CLASS, definition.name(), definition, definition.range());
        String outer = blocks.exchangePrivateClass(definition.name());
        visitAll(definition.body());
        blocks.exchangePrivateClass(outer);
        blocks.exit();
    }

    private void visitAnnotated(Stmt.AnnAssign assignment) {
        if (assignment.target() instanceof Expr.Name target) {
            int known = blocks.flagsOf(target.id());
            if (assignment.simple() && (known & (DEF_GLOBAL | DEF_NONLOCAL)) != 0 && blocks.current() != blocks.top()) {
                String declared = (known & DEF_GLOBAL) != 0 ? "global" : "nonlocal";
                throw blocks.error("annotated name '" + target.id() + "' can't be " + declared, assignment.range());
            }
            if (assignment.simple()) {
                blocks.add(target.id(), DEF_ANNOT | DEF_LOCAL, target.range());
            } else if (assignment.value() != null) {
                blocks.add(target.id(), DEF_LOCAL, target.range());
            }
        } else {
            expressions.visit(assignment.target());
        }
        visitAnnotation(assignment.annotation());
        expressions.visit(assignment.value());
    }

    private void visitAliases(List<Alias> aliases) {
        aliases.forEach(this::visitAlias);
    }

    void visitAlias(Alias alias) {
        if (alias.name().equals("*")) {
            if (blocks.current().type != Scope.Type.MODULE) {
                throw blocks.error("import * only allowed at module level", alias.range());
            }
            return;
        }
        String bound = alias.asname();
        if (bound == null) {
            // import a.b binds a.
            int dot = alias.name().indexOf('.');
            bound = dot < 0 ? alias.name() : alias.name().substring(0, dot);
        }
        blocks.add(bound, DEF_IMPORT, alias.range());
    }

    private void declare(List<String> names, String keyword, int flag, SourceRange range) {
        for (String name : names) {
            int known = blocks.flagsOf(name);
            if ((known & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) != 0) {
                throw blocks.error(alreadyKnown(name, known, keyword), range);
            }
            blocks.add(name, flag, range);
            blocks.recordDirective(name, range);
        }
    }

    private static String alreadyKnown(String name, int known, String keyword) {
        if ((known & DEF_PARAM) != 0) {
            return "name '" + name + "' is parameter and " + keyword;
        }
        if ((known & USE) != 0) {
            return "name '" + name + "' is used prior to " + keyword + " declaration";
        }
        if ((known & DEF_ANNOT) != 0) {
            return "annotated name '" + name + "' can't be " + keyword;
        }
        return "name '" + name + "' is assigned to before " + keyword + " declaration";
    }
}
