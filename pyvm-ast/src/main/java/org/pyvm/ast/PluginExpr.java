package org.pyvm.ast;

/**
 * An expression that a plugin adds; see {@link PluginStmt}.
 */
public non-sealed interface PluginExpr extends Expr {
    /** Of a record with {@link NodeFields}; other nodes give one of {@link NodeType#plugin}, kept by the plugin. */
    @Override
    default NodeType nodeType() {
        return NodeType.of(getClass());
    }

    @Override
    default String nodeName() {
        return nodeType().name();
    }

    /** Of a record with {@link NodeFields}; other nodes must list them. */
    @Override
    default java.util.List<Object> fields() {
        return nodeType().fieldsOf(this);
    }
}
