package org.pyvm.plugins.noneaware;

import org.pyvm.ast.Expr;
import org.pyvm.ast.NodeFields;
import org.pyvm.ast.PluginExpr;
import org.pyvm.tokenizer.SourceRange;

/** {@code value?.rest}: the rest begins with a {@link org.pyvm.ast.StackValue} that is the value. */
@NodeFields("expr value, expr rest")
record NoneAware(Expr value, Expr rest, SourceRange range) implements PluginExpr {}
