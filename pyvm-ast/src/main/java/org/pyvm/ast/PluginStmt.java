package org.pyvm.ast;

/**
 * A statement that a plugin adds. The later stages ask the plugin's handlers for its meaning; tools that only walk the
 * tree use {@link #children()}, which must give every node below it.
 */
public non-sealed interface PluginStmt extends Stmt {}
