package org.pyvm.plugins.noneaware;

import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.PluginStmt;
import org.pyvm.tokenizer.SourceRange;

/** {@code target ??= value}. */
record CoalesceAssign(Expr target, Expr value, SourceRange range) implements PluginStmt {
    static final NodeType TYPE = NodeType.plugin(CoalesceAssign.class, "expr target, expr value");

    @Override
    public NodeType nodeType() {
        return TYPE;
    }
}
