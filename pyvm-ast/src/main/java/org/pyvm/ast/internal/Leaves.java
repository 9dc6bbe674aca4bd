package org.pyvm.ast.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.Token;

/** The tokens of a parse tree. */
final class Leaves {
    private Leaves() {}

    /** In order. */
    static List<Token> of(ParseTree root) {
        List<Token> tokens = new ArrayList<>();
        Deque<ParseTree> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            ParseTree tree = open.pop();
            if (tree.isTerminal()) {
                tokens.add(tree.token());
            }
            for (int i = tree.childCount() - 1; i >= 0; i--) {
                open.push(tree.child(i));
            }
        }
        return tokens;
    }
}
