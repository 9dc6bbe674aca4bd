package org.pyvm.ast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects a node's children from its fields. */
final class Children {
    private Children() {}

    /** {@code fields} are nodes, lists of nodes, and nulls. */
    static List<Node> of(Object... fields) {
        List<Node> result = new ArrayList<>();
        for (Object field : fields) {
            switch (field) {
                case null -> {}
                case Node node -> result.add(node);
                case List<?> list -> {
                    for (Object item : list) {
                        if (item != null) {
                            result.add((Node) item);
                        }
                    }
                }
                default -> throw new IllegalArgumentException(field.toString());
            }
        }
        return Collections.unmodifiableList(result);
    }
}
