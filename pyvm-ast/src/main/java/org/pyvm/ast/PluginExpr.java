package org.pyvm.ast;

/**
 * An expression that a plugin adds; see {@link PluginStmt}.
 */
public non-sealed interface PluginExpr extends Expr {
    /** Made once by {@link NodeType#plugin} and kept by the plugin. */
    @Override
    NodeType nodeType();

    @Override
    default String nodeName() {
        return nodeType().name();
    }

    /** Where {@link NodeType#plugin(Class, String)} made the type; else the node must list them. */
    @Override
    default java.util.List<Object> fields() {
        return nodeType().fieldsOf(this);
    }
}
