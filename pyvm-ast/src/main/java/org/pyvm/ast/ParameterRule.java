package org.pyvm.ast;

import org.pyvm.parser.ParseTree;

/** Says what a plugin's form of parameter means. Keeps no state between calls. */
@FunctionalInterface
public interface ParameterRule {
    Parameter lower(ParseTree tree, Lowering lower);

    /**
     * A parameter with a default value.
     *
     * @param prologue evaluated in the function before its body; null for nothing
     */
    record Parameter(Arg arg, Expr defaultValue, Expr prologue) {}
}
