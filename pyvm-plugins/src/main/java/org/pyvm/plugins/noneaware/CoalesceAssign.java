package org.pyvm.plugins.noneaware;

import java.util.List;
import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeType;
import org.pyvm.ast.PluginStmt;
import org.pyvm.tokenizer.SourceRange;

/** {@code target ??= value}. */
record CoalesceAssign(Expr target, Expr value, SourceRange range) implements PluginStmt {
    static final NodeType TYPE = NodeType.plugin(
            "CoalesceAssign",
            "stmt",
            "expr target, expr value",
            (values, range) -> new CoalesceAssign(values.at(0), values.at(1), range));

    @Override
    public NodeType nodeType() {
        return TYPE;
    }

    @Override
    public List<Object> fields() {
        return List.of(target, value);
    }
}
