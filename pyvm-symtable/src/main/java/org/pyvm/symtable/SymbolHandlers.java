package org.pyvm.symtable;

import java.util.HashMap;
import java.util.Map;
import org.pyvm.ast.HelperName;
import org.pyvm.ast.Node;
import org.pyvm.ast.StackValue;

/** What the symbol table knows of the nodes that plugins add: one handler for each node class. Immutable. */
public final class SymbolHandlers {
    /** Of the nodes that plugins share. */
    public static final SymbolHandlers NONE = new SymbolHandlers(Map.of())
            .with(StackValue.class, SymbolHandlers::nothing)
            .with(HelperName.class, SymbolHandlers::nothing);

    private final Map<Class<?>, SymbolHandler<?>> byClass;

    private SymbolHandlers(Map<Class<?>, SymbolHandler<?>> byClass) {
        this.byClass = byClass;
    }

    private static void nothing(Node node, NameCollector names) {
        // It binds no name and uses none.
    }

    /**
     * These handlers and one more.
     *
     * @throws IllegalArgumentException when the class has a handler already
     */
    public <N extends Node> SymbolHandlers with(Class<N> nodeClass, SymbolHandler<? super N> handler) {
        Map<Class<?>, SymbolHandler<?>> more = new HashMap<>(byClass);
        if (more.put(nodeClass, handler) != null) {
            throw new IllegalArgumentException("two symbol table handlers for " + nodeClass.getName());
        }
        return new SymbolHandlers(Map.copyOf(more));
    }

    /** Whether nodes of this very class have a handler. */
    public boolean handles(Class<?> nodeClass) {
        return byClass.containsKey(nodeClass);
    }

    /**
     * Has the node's handler tell the collector about it.
     *
     * @throws IllegalStateException when its class has none: the plugin is incomplete
     */
    @SuppressWarnings("unchecked")
    public void collect(Node node, NameCollector names) {
        // Safe: with() pairs a class with a handler of its instances.
        SymbolHandler<Node> handler = (SymbolHandler<Node>) byClass.get(node.getClass());
        if (handler == null) {
            throw new IllegalStateException(
                    "no symbol table handler for " + node.getClass().getName());
        }
        handler.collect(node, names);
    }
}
