package org.pyvm.plugins.noneaware;

import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.PluginExpr;
import org.pyvm.tokenizer.SourceRange;

/** {@code left ?? right}. */
record Coalesce(Expr left, Expr right, SourceRange range) implements PluginExpr {
    static final NodeType TYPE = NodeType.plugin(
            "Coalesce",
            "expr",
            "expr left, expr right",
            (values, range) -> new Coalesce(values.at(0), values.at(1), range));

    @Override
    public NodeType nodeType() {
        return TYPE;
    }

    @Override
    public java.util.List<Object> fields() {
        return java.util.List.of(left, right);
    }
}
