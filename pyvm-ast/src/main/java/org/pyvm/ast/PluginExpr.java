package org.pyvm.ast;

/** An expression that a plugin adds; see {@link PluginStmt}. */
public non-sealed interface PluginExpr extends Expr {}
