package org.pyvm.ast.internal;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.ExprContext;
import org.pyvm.ast.Stmt;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.SourceRange;
import org.pyvm.tokenizer.TokenKind;

/** Expression statements and assignments of all sorts. */
final class Assignments {
    private Assignments() {}

    static Stmt exprStmt(ParseTree tree, TreeLowering lower) {
        ParseTree first = tree.child(0);
        SourceRange range = lower.range(tree);
        if (tree.childCount() == 1) {
            return new Stmt.ExprStmt(lower.expression(first), range);
        }
        ParseTree second = tree.child(1);
        if (second.isRule("annassign")) {
            return annotated(first, second, range, lower);
        }
        if (!second.isToken(TokenKind.EQUAL)) {
            ParseTree operator = second.isTerminal() ? second : second.child(0);
            return new Stmt.AugAssign(
                    lower.target(first, ExprContext.STORE),
                    Operators.operator(operator),
                    lower.expression(tree.child(2)),
                    range);
        }
        int last = tree.childCount() - 1;
        String typeComment = null;
        if (tree.child(last).isToken(TokenKind.TYPE_COMMENT)) {
            typeComment = tree.child(last--).token().text();
        }
        List<Expr> targets = new ArrayList<>(last / 2);
        for (int i = 0; i < last; i += 2) {
            targets.add(lower.target(tree.child(i), ExprContext.STORE));
        }
        return new Stmt.Assign(List.copyOf(targets), lower.expression(tree.child(last)), typeComment, range);
    }

    private static Stmt annotated(ParseTree first, ParseTree rest, SourceRange range, TreeLowering lower) {
        Expr target = lower.target(first, ExprContext.STORE);
        Expr annotation = lower.expression(rest.child(1));
        Expr value = rest.childCount() == 4 ? lower.expression(rest.child(3)) : null;
        boolean simple =
                target instanceof Expr.Name && !first.firstToken().kind().equals(TokenKind.LPAR);
        return new Stmt.AnnAssign(target, annotation, value, simple, range);
    }
}
