package org.pyvm.compiler.internal.codegen;

import java.util.List;
import org.pyvm.ast.Stmt;

/** Whether a body needs {@code __annotations__}. */
final class Annotations {
    private Annotations() {}

    /** Looks into compound statements, but not into functions and classes. */
    static boolean occurIn(List<Stmt> body) {
        for (Stmt statement : body) {
            boolean found = switch (statement) {
                case Stmt.AnnAssign node -> true;
                case Stmt.For node -> occurIn(node.body()) || occurIn(node.orelse());
                case Stmt.AsyncFor node -> occurIn(node.body()) || occurIn(node.orelse());
                case Stmt.While node -> occurIn(node.body()) || occurIn(node.orelse());
                case Stmt.If node -> occurIn(node.body()) || occurIn(node.orelse());
                case Stmt.Match node -> node.cases().stream().anyMatch(each -> occurIn(each.body()));
                case Stmt.With node -> occurIn(node.body());
                case Stmt.AsyncWith node -> occurIn(node.body());
                case Stmt.Try node ->
                    occurIn(node.body())
                            || occurIn(node.orelse())
                            || occurIn(node.finalbody())
                            || node.handlers().stream().anyMatch(each -> occurIn(each.body()));
                case Stmt.TryStar node ->
                    occurIn(node.body())
                            || occurIn(node.orelse())
                            || occurIn(node.finalbody())
                            || node.handlers().stream().anyMatch(each -> occurIn(each.body()));
                default -> false;
            };
            if (found) {
                return true;
            }
        }
        return false;
    }
}
