package org.pyvm.ast;

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
}
