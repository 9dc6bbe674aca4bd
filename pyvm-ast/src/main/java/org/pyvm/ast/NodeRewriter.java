package org.pyvm.ast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Rewrites trees from the leaves up: each node whose class has rules is handed to them in turn, its children being
 * rewritten already. What no rule changes stays the same object. Immutable.
 */
public final class NodeRewriter {
    private final Map<Class<?>, List<UnaryOperator<Node>>> rules;

    /** @param rules by the very class of the nodes they rewrite */
    public NodeRewriter(Map<Class<?>, List<UnaryOperator<Node>>> rules) {
        Map<Class<?>, List<UnaryOperator<Node>>> copy = new HashMap<>();
        rules.forEach((type, list) -> copy.put(type, List.copyOf(list)));
        this.rules = copy;
    }

    /** @return the rewritten tree; the same object when nothing changed */
    public Node rewrite(Node node) {
        Node result = withChildren(node);
        for (UnaryOperator<Node> rule : rules.getOrDefault(result.getClass(), List.of())) {
            result = rule.apply(result);
        }
        return result;
    }

    private Node withChildren(Node node) {
        List<Object> fields = node.fields();
        List<Object> changed = null;
        for (int i = 0; i < fields.size(); i++) {
            Object before = fields.get(i);
            Object after = before instanceof Node child
                    ? rewrite(child)
                    : before instanceof List<?> list ? rewriteAll(list) : before;
            if (after != before) {
                if (changed == null) {
                    changed = new ArrayList<>(fields);
                }
                changed.set(i, after);
            }
        }
        return changed == null ? node : node.nodeType().make(changed, node.range());
    }

    private List<?> rewriteAll(List<?> list) {
        List<Object> changed = null;
        for (int i = 0; i < list.size(); i++) {
            Object before = list.get(i);
            Object after = before instanceof Node child ? rewrite(child) : before;
            if (after != before) {
                if (changed == null) {
                    changed = new ArrayList<>(list);
                }
                changed.set(i, after);
            }
        }
        return changed == null ? list : Collections.unmodifiableList(changed);
    }
}
