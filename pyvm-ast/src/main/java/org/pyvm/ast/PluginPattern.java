package org.pyvm.ast;

import java.util.List;

/**
 * A pattern that a plugin adds; see {@link PluginStmt}.
 */
public non-sealed interface PluginPattern extends Pattern {
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
