package org.pyvm.parser.internal.diagnosis;

import java.util.List;

/**
 * Something recognised in the tokens. An expression in parentheses is found without them, as its AST node would be.
 *
 * @param from index of its first token
 * @param to index behind its last token
 * @param parts the elements of a list or tuple, what a star is before, the left side of a comparison whose first operator
 *     is {@code in}; the positional arguments of arguments; the last expression of comprehension clauses
 */
record Found(Kind kind, int from, int to, List<Found> parts) {
    Found(Kind kind, int from, int to) {
        this(kind, from, to, List.of());
    }

    Found last() {
        return parts.getLast();
    }
}
