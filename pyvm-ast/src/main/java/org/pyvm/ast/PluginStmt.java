package org.pyvm.ast;

import java.util.List;

/**
 * A statement that a plugin adds. The later stages ask the plugin's handlers for its meaning; tools go by {@link #nodeType()}
 * and {@link #fields()}.
 */
public non-sealed interface PluginStmt extends Stmt {
    /** Made once by {@link NodeType#plugin} and kept by the plugin. */
    @Override
    NodeType nodeType();

    @Override
    default String nodeName() {
        return nodeType().name();
    }

    /** Where {@link NodeType#plugin(Class, String)} made the type; else the node must list them. */
    @Override
    default List<Object> fields() {
        return nodeType().fieldsOf(this);
    }
}
