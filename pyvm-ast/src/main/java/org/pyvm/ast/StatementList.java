package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/**
 * What a lowering gives that makes any number of statements of one. The builder puts the statements in its place; no tree
 * that it has finished holds one.
 */
public record StatementList(List<Stmt> statements, SourceRange range) implements PluginStmt {
    private static final NodeType TYPE = NodeType.plugin(
            "StatementList", "stmt", "stmt* statements", (values, range) -> new StatementList(values.at(0), range));

    public StatementList {
        statements = List.copyOf(statements);
    }

    @Override
    public NodeType nodeType() {
        return TYPE;
    }

    @Override
    public List<Object> fields() {
        return List.of(statements);
    }
}
