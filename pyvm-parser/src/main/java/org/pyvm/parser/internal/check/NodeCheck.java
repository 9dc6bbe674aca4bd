package org.pyvm.parser.internal.check;

import org.pyvm.parser.ParseTree;
import org.pyvm.tokenizer.TokenKind;

/** Checks a finished node of one rule. */
@FunctionalInterface
public interface NodeCheck {
    /** The first part, in the order of the text, that does not belong; null when all is well. */
    ParseTree firstWrong(ParseTree node);

    /** What an expression comes to when nodes of one child are passed over. */
    static ParseTree core(ParseTree tree) {
        ParseTree core = tree;
        while (core.childCount() == 1 && (!core.child(0).isTerminal() || core.isRule("atom"))) {
            core = core.child(0);
        }
        return core;
    }

    /** Whether a core is a plain name; the keywords that stand where a name could are none. */
    static boolean isName(ParseTree core) {
        return core.isToken(TokenKind.NAME) && !core.isToken("None") && !core.isToken("True") && !core.isToken("False");
    }
}
