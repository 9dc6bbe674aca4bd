package org.pyvm.plugins.pipe;

import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.PluginExpr;
import org.pyvm.tokenizer.SourceRange;

/** {@code value |> call}: the call gets the value as its first argument. */
record Pipe(Expr value, Expr.Call call, SourceRange range) implements PluginExpr {
    static final NodeType TYPE = NodeType.plugin(
            "Pipe", "expr", "expr value, expr call", (values, range) -> new Pipe(values.at(0), values.at(1), range));

    @Override
    public NodeType nodeType() {
        return TYPE;
    }

    @Override
    public java.util.List<Object> fields() {
        return java.util.List.of(value, call);
    }
}
