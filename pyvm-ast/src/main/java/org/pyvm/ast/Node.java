package org.pyvm.ast;

import java.util.List;
import org.pyvm.tokenizer.SourceRange;

/**
 * A node of the abstract syntax tree: the classes and fields of Python 3.11's ASDL. Immutable, and so are the lists in
 * it. Optional fields may be null; {@code Dict.keys} and {@code Arguments.kwDefaults} may hold nulls.
 *
 * <p>A node stands for its place in the source: tables about nodes compare them by identity. The records'
 * {@code equals}, {@code hashCode} and {@code toString} recurse without bound; a front-end stage must not call them.
 */
public sealed interface Node
        permits Mod,
                Stmt,
                Expr,
                Pattern,
                Comprehension,
                ExceptHandler,
                Arguments,
                Arg,
                Keyword,
                Alias,
                WithItem,
                MatchCase,
                TypeIgnore {
    /** Its class in Python's {@code ast} module, e.g. {@code BinOp} or {@code arguments}. */
    default String nodeName() {
        return getClass().getSimpleName();
    }

    /** Where it stands, columns in UTF-8 bytes; null for the classes to which ASDL gives no position. */
    SourceRange range();

    /** The nodes directly below, in the order of ASDL's fields, without nulls. */
    List<Node> children();
}
