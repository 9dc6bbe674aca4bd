package org.pyvm.plugins.noneaware;

import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.PluginExpr;
import org.pyvm.tokenizer.SourceRange;

/** {@code value?.rest}: the rest begins with a {@link org.pyvm.ast.StackValue} that is the value. */
record NoneAware(Expr value, Expr rest, SourceRange range) implements PluginExpr {
    static final NodeType TYPE = NodeType.plugin(
            "NoneAware",
            "expr",
            "expr value, expr rest",
            (values, range) -> new NoneAware(values.at(0), values.at(1), range));

    @Override
    public NodeType nodeType() {
        return TYPE;
    }

    @Override
    public java.util.List<Object> fields() {
        return java.util.List.of(value, rest);
    }
}
