package org.pyvm.ast;

import java.util.List;

/**
 * A pattern that a plugin adds; see {@link PluginStmt}.
 */
public non-sealed interface PluginPattern extends Pattern {
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
