package org.pyvm.ast.internal;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.ast.ExceptHandler;
import org.pyvm.ast.Expr;
import org.pyvm.ast.Stmt;
import org.pyvm.parser.ParseTree;

/** {@code try} with {@code except} or {@code except*}. */
final class TryStatements {
    private TryStatements() {}

    static Stmt tryStmt(ParseTree tree, TreeLowering lower) {
        List<Stmt> body = lower.suite(tree.child(2));
        List<ExceptHandler> handlers = new ArrayList<>();
        List<Stmt> orelse = List.of();
        List<Stmt> finalbody = List.of();
        boolean star = false;
        // Each clause is a head, ':' and a suite.
        for (int i = 3; i < tree.childCount(); i += 3) {
            ParseTree head = tree.child(i);
            ParseTree suite = tree.child(i + 2);
            if (head.isToken("else")) {
                orelse = lower.suite(suite);
            } else if (head.isToken("finally")) {
                finalbody = lower.suite(suite);
            } else {
                star = head.isRule("except_star_clause");
                handlers.add(handler(head, suite, star ? 2 : 1, lower));
            }
        }
        List<ExceptHandler> all = List.copyOf(handlers);
        return star
                ? new Stmt.TryStar(body, all, orelse, finalbody, lower.range(tree))
                : new Stmt.Try(body, all, orelse, finalbody, lower.range(tree));
    }

    private static ExceptHandler handler(ParseTree head, ParseTree suite, int typeAt, TreeLowering lower) {
        Expr type = SimpleStatements.expressionOrNull(head, typeAt, lower);
        String name = typeAt + 2 < head.childCount() ? lower.identifier(head.child(typeAt + 2)) : null;
        return new ExceptHandler(type, name, lower.suite(suite), lower.range(head, suite));
    }
}
