package org.pyvm.plugins.noneaware;

import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.PluginExpr;
import org.pyvm.tokenizer.SourceRange;

/** {@code left ?? right}. */
record Coalesce(Expr left, Expr right, SourceRange range) implements PluginExpr {
    static final NodeType TYPE = NodeType.plugin(Coalesce.class, "expr left, expr right");

    @Override
    public NodeType nodeType() {
        return TYPE;
    }
}
