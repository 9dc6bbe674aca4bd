package org.pyvm.ast;

/** A pattern that a plugin adds; see {@link PluginStmt}. */
public non-sealed interface PluginPattern extends Pattern {}
