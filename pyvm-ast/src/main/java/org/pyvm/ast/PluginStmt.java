package org.pyvm.ast;

import java.util.List;

/**
 * A statement that a plugin adds. The later stages ask the plugin's handlers for its meaning; tools go by {@link #nodeType()}
 * and {@link #fields()}.
 */
public non-sealed interface PluginStmt extends Stmt {
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
    default List<Object> fields() {
        return nodeType().fieldsOf(this);
    }
}
