package org.pyvm.ast.internal;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Stmt;
import org.pyvm.ast.WithItem;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.TokenKind;

/** {@code if}, the loops and {@code with}. */
final class CompoundStatements {
    private CompoundStatements() {}

    /** From the last clause to the first: a long chain of {@code elif} costs no stack. */
    static Stmt ifStmt(ParseTree tree, TreeLowering lower) {
        List<Expr> tests = new ArrayList<>();
        List<List<Stmt>> bodies = new ArrayList<>();
        List<Stmt> orelse = List.of();
        // 'if' test ':' suite ('elif' test ':' suite)* ['else' ':' suite]
        for (int i = 0; i < tree.childCount(); i += 4) {
            if (tree.child(i).isToken("else")) {
                orelse = lower.suite(tree.child(i + 2));
            } else {
                tests.add(lower.expression(tree.child(i + 1)));
                bodies.add(lower.suite(tree.child(i + 3)));
            }
        }
        Stmt statement = null;
        for (int i = tests.size() - 1; i >= 0; i--) {
            SourceRange range = lower.range(tree.child(4 * i), tree);
            statement = new Stmt.If(tests.get(i), bodies.get(i), orelse, range);
            orelse = List.of(statement);
        }
        return statement;
    }

    static Stmt whileStmt(ParseTree tree, TreeLowering lower) {
        return new Stmt.While(
                lower.expression(tree.child(1)),
                lower.suite(tree.child(3)),
                lower.suiteOrEmpty(tree, 6),
                lower.range(tree));
    }

    /** @param whole the node that also has {@code async} */
    static Stmt forStmt(ParseTree tree, ParseTree whole, boolean async, TreeLowering lower) {
        Expr target = lower.target(tree.child(1), ExprContext.STORE);
        Expr iter = lower.expression(tree.child(3));
        int at = 5;
        String typeComment = null;
        if (tree.child(at).isToken(TokenKind.TYPE_COMMENT)) {
            typeComment = tree.child(at++).token().text();
        }
        List<Stmt> body = lower.suite(tree.child(at));
        List<Stmt> orelse = lower.suiteOrEmpty(tree, at + 3);
        return async
                ? new Stmt.AsyncFor(target, iter, body, orelse, typeComment, lower.range(whole))
                : new Stmt.For(target, iter, body, orelse, typeComment, lower.range(whole));
    }

    static Stmt withStmt(ParseTree tree, ParseTree whole, boolean async, TreeLowering lower) {
        List<WithItem> items = new ArrayList<>();
        String typeComment = null;
        int last = tree.childCount() - 1;
        for (int i = 1; i < last; i++) {
            ParseTree child = tree.child(i);
            if (!child.isTerminal() || child.isToken(TokenKind.NAME) || isLiteral(child)) {
                items.add(withItem(child, lower));
            } else if (child.isToken(TokenKind.TYPE_COMMENT)) {
                typeComment = child.token().text();
            }
        }
        List<Stmt> body = lower.suite(tree.child(last));
        return async
                ? new Stmt.AsyncWith(List.copyOf(items), body, typeComment, lower.range(whole))
                : new Stmt.With(List.copyOf(items), body, typeComment, lower.range(whole));
    }

    private static boolean isLiteral(ParseTree leaf) {
        return leaf.isToken(TokenKind.NUMBER) || leaf.isToken(TokenKind.STRING) || leaf.isToken(TokenKind.ELLIPSIS);
    }

    private static WithItem withItem(ParseTree tree, TreeLowering lower) {
        if (tree.isRule("with_item") && tree.childCount() == 3) {
            return new WithItem(lower.expression(tree.child(0)), lower.target(tree.child(2), ExprContext.STORE));
        }
        return new WithItem(lower.expression(tree), null);
    }

    static Stmt asyncStmt(ParseTree tree, TreeLowering lower) {
        ParseTree statement = tree.child(1);
        if (statement.isRule("for_stmt")) {
            return forStmt(statement, tree, true, lower);
        }
        if (statement.isRule("with_stmt")) {
            return withStmt(statement, tree, true, lower);
        }
        return Definitions.undecorated(tree, lower);
    }
}
