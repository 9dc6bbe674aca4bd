package org.pyvm.plugins.noneaware;

import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeFields;
import org.pyvm.ast.PluginExpr;
import org.pyvm.tokenizer.SourceRange;

/** {@code left ?? right}. */
@NodeFields("expr left, expr right")
record Coalesce(Expr left, Expr right, SourceRange range) implements PluginExpr {}
