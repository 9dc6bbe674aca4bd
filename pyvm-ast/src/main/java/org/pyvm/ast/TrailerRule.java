package org.pyvm.ast;

import java.util.function.UnaryOperator;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.SourceRange;

/** Makes the AST of a plugin's form of {@code trailer}, what follows an atom: {@code ?.name}. Keeps no state between calls. */
@FunctionalInterface
public interface TrailerRule {
    /**
     * Makes the expression of the whole chain from its start to its end.
     *
     * @param value what stands before the trailer
     * @param range from the start of the chain to the end of the trailer
     * @param rest puts the trailers behind this one on an expression
     */
    Expr lower(Expr value, ParseTree trailer, SourceRange range, UnaryOperator<Expr> rest, Lowering lower);
}
