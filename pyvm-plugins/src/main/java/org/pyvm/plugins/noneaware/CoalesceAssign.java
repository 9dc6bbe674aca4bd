package org.pyvm.plugins.noneaware;

import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeFields;
import org.pyvm.ast.PluginStmt;
import org.pyvm.tokenizer.SourceRange;

/** {@code target ??= value}. */
@NodeFields("expr target, expr value")
record CoalesceAssign(Expr target, Expr value, SourceRange range) implements PluginStmt {}
