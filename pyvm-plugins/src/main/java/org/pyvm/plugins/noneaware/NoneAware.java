package org.pyvm.plugins.noneaware;

import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.PluginExpr;
import org.pyvm.tokenizer.SourceRange;

/** {@code value?.rest}: the rest begins with a {@link org.pyvm.ast.StackValue} that is the value. */
record NoneAware(Expr value, Expr rest, SourceRange range) implements PluginExpr {
    static final NodeType TYPE = NodeType.plugin(NoneAware.class, "expr value, expr rest");

    @Override
    public NodeType nodeType() {
        return TYPE;
    }
}
