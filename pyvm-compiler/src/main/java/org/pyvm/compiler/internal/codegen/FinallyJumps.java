package org.pyvm.compiler.internal.codegen;

import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.Node;
import org.pyvm.ast.Stmt;

/** Finds finally clauses that a {@code continue} may leave from inside a try or with statement. */
final class FinallyJumps {
    private FinallyJumps() {}

    static boolean needExits(List<Stmt> finalBody) {
        return finalBody.stream().anyMatch(each -> continues(each, false));
    }

    private static boolean continues(Node node, boolean inTry) {
        return switch (node) {
            case Stmt.Continue found -> inTry;
            case Stmt.FunctionDef other -> false;
            case Stmt.AsyncFunctionDef other -> false;
            case Stmt.ClassDef other -> false;
            case Expr other -> false;
            case Stmt.For loop -> any(loop.orelse(), inTry);
            case Stmt.AsyncFor loop -> any(loop.orelse(), inTry);
            case Stmt.While loop -> any(loop.orelse(), inTry);
            case Stmt.Try inner -> any(inner.children(), true);
            case Stmt.TryStar inner -> any(inner.children(), true);
            case Stmt.With inner -> any(inner.children(), true);
            case Stmt.AsyncWith inner -> any(inner.children(), true);
            case Stmt.If inner -> any(inner.body(), inTry) || any(inner.orelse(), inTry);
            case Node other -> any(other.children(), inTry);
        };
    }

    private static boolean any(List<? extends Node> nodes, boolean inTry) {
        return nodes.stream().anyMatch(each -> continues(each, inTry));
    }
}
