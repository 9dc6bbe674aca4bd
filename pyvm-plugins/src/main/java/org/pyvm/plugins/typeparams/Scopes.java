package org.pyvm.plugins.typeparams;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pyvm.ast.Arguments;
import org.pyvm.ast.Expr;
import org.pyvm.ast.Node;
import org.pyvm.compiler.CodeEmitter;
import org.pyvm.compiler.Opcodes;
import org.pyvm.symtable.NameCollector;

/** What aliases and definitions share: the scope of type parameters, and functions that evaluate later. */
final class Scopes {
    private Scopes() {}

    static String scopeOf(String name) {
        return "<generic parameters of " + name + ">";
    }

    /** Makes a function that evaluates a value. */
    static void lazily(Node opener, String name, Expr value, CodeEmitter out) {
        out.annotationScope(opener, name, Arguments.NONE, () -> {
            out.expression(value);
            out.emit(Opcodes.RETURN_VALUE);
        });
    }

    static void collect(List<Expr> parameters, NameCollector names) {
        Set<String> known = new HashSet<>();
        for (Expr each : parameters) {
            if (each instanceof TypeParam parameter && !known.add(parameter.name())) {
                throw names.error("duplicate type parameter '" + parameter.name() + "'", each.range());
            }
            names.visit(each);
        }
    }

    /** What suspends or binds has no meaning in a scope that is entered later or out of sight. */
    static void forbid(Node node, String where, NameCollector names) {
        String what = switch (node) {
            case Expr.Yield _, Expr.YieldFrom _ -> "yield";
            case Expr.Await _ -> "await";
            case Expr.NamedExpr _ -> "named";
            default -> null;
        };
        if (what != null) {
            throw names.error(what + " expression cannot be used within " + where, node.range());
        }
        if (!(node instanceof Expr.Lambda)) {
            node.children().forEach(child -> forbid(child, where, names));
        }
    }
}
