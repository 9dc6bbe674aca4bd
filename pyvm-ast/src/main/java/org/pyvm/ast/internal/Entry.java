package org.pyvm.ast.internal;

import org.pyvm.ast.Node;
import org.pyvm.parser.ParseTree;

/**
 * What to do with the nodes of a rule.
 *
 * @param passesSingle whether a node with one child, as full trees have them, means what the child means
 */
record Entry(CoreRule rule, boolean passesSingle) {
    /** What a rule without lowering of its own does. */
    static final Entry PASS = new Entry(
            (tree, lower) -> {
                throw new IllegalStateException("no lowering for rule " + tree.symbol());
            },
            true);

    static Entry of(CoreRule rule) {
        return new Entry(rule, false);
    }

    static Entry operator(CoreRule rule) {
        return new Entry(rule, true);
    }

    /** The lowering of one of Python's own rules. */
    @FunctionalInterface
    interface CoreRule {
        Node lower(ParseTree tree, TreeLowering lower);
    }
}
