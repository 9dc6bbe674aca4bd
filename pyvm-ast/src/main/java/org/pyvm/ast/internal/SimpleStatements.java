package org.pyvm.ast.internal;

import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Stmt;
import org.pyvm.parser.ParseTree;

/** The statements of one line that begin with a keyword, imports excepted. */
final class SimpleStatements {
    private SimpleStatements() {}

    static Stmt passStmt(ParseTree tree, TreeLowering lower) {
        return new Stmt.Pass(lower.range(tree));
    }

    static Stmt breakStmt(ParseTree tree, TreeLowering lower) {
        return new Stmt.Break(lower.range(tree));
    }

    static Stmt continueStmt(ParseTree tree, TreeLowering lower) {
        return new Stmt.Continue(lower.range(tree));
    }

    static Stmt returnStmt(ParseTree tree, TreeLowering lower) {
        return new Stmt.Return(expressionOrNull(tree, 1, lower), lower.range(tree));
    }

    static Stmt raiseStmt(ParseTree tree, TreeLowering lower) {
        return new Stmt.Raise(expressionOrNull(tree, 1, lower), expressionOrNull(tree, 3, lower), lower.range(tree));
    }

    static Stmt assertStmt(ParseTree tree, TreeLowering lower) {
        return new Stmt.Assert(lower.expression(tree.child(1)), expressionOrNull(tree, 3, lower), lower.range(tree));
    }

    static Stmt delStmt(ParseTree tree, TreeLowering lower) {
        ParseTree targets = tree.child(1);
        List<Expr> items = targets.isRule("exprlist")
                ? Targets.items(targets, ExprContext.DEL, lower)
                : List.of(lower.target(targets, ExprContext.DEL));
        return new Stmt.Delete(items, lower.range(tree));
    }

    static Stmt globalStmt(ParseTree tree, TreeLowering lower) {
        return new Stmt.Global(names(tree, lower), lower.range(tree));
    }

    static Stmt nonlocalStmt(ParseTree tree, TreeLowering lower) {
        return new Stmt.Nonlocal(names(tree, lower), lower.range(tree));
    }

    private static List<String> names(ParseTree tree, TreeLowering lower) {
        String[] names = new String[tree.childCount() / 2];
        for (int i = 0; i < names.length; i++) {
            names[i] = lower.identifier(tree.child(2 * i + 1));
        }
        return List.of(names);
    }

    static Expr expressionOrNull(ParseTree tree, int index, TreeLowering lower) {
        return index < tree.childCount() ? lower.expression(tree.child(index)) : null;
    }
}
