package org.pyvm.parser.internal;

import org.pyvm.parser.ParseTree;

/** What the rules of Python's grammar cannot say, checked when a node is finished. */
final class NodeChecks {
    NodeChecks(ParseTables tables) {}

    /** Whether a node may stand. */
    boolean accepts(int rule, ParseTree node, TokenBuffer tokens) {
        return true;
    }
}
