package org.pyvm.ast;

import org.pyvm.parser.ParseTree;

/** Makes the AST of the nodes of one grammar rule. Keeps no state between calls. */
@FunctionalInterface
public interface LoweringRule {
    /**
     * A {@link Stmt}, {@link Expr} or {@link Pattern}, as fits the places where the grammar has the rule; a {@link
     * StatementList} for any number of statements.
     */
    Node lower(ParseTree tree, Lowering lower);
}
