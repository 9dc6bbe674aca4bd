package org.pyvm.ast;

import java.util.ArrayList;
import java.util.Collections;
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

    /** What its class is: the names and types of its fields. */
    default NodeType nodeType() {
        return NodeType.of(nodeName());
    }

    /** Where it stands, columns in UTF-8 bytes; null for the classes to which ASDL gives no position. */
    SourceRange range();

    /** The values of the fields that {@link #nodeType()} lists; for tools, the stages use the records' own accessors. */
    List<Object> fields();

    /** The nodes directly below, in the order of the fields, without nulls. */
    default List<Node> children() {
        List<Node> children = new ArrayList<>();
        for (Object field : fields()) {
            if (field instanceof Node node) {
                children.add(node);
            } else if (field instanceof List<?> list) {
                for (Object item : list) {
                    if (item instanceof Node node) {
                        children.add(node);
                    }
                }
            }
        }
        return Collections.unmodifiableList(children);
    }
}
