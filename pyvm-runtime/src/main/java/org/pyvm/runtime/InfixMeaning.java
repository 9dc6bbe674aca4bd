package org.pyvm.runtime;

import org.pyvm.ast.Expr;
import org.pyvm.ast.Lowering;
import org.pyvm.tokenizer.SourceRange;

/** What a binary operator of a plugin means. */
@FunctionalInterface
public interface InfixMeaning {
    /**
     * Makes the expression.
     *
     * @param range of the whole, to be given to the node that is made
     */
    Expr make(Expr left, Expr right, SourceRange range, Lowering lower);
}
