package org.pyvm.parser.internal.check;

import org.pyvm.parser.ParseTree;

/** Left of {@code :=} stands a name, without parentheses. */
public final class WalrusCheck {
    private WalrusCheck() {}

    /** Of a node whose second child it may be. */
    public static ParseTree first(ParseTree node) {
        return node.childCount() > 1 && node.child(1).isToken(":=") && !NodeCheck.isName(NodeCheck.core(node.child(0)))
                ? node.child(1)
                : null;
    }

    /** Of a node that may hold several. */
    public static ParseTree any(ParseTree node) {
        for (int i = 1; i < node.childCount(); i++) {
            if (node.child(i).isToken(":=") && !NodeCheck.isName(NodeCheck.core(node.child(i - 1)))) {
                return node.child(i);
            }
        }
        return null;
    }
}
