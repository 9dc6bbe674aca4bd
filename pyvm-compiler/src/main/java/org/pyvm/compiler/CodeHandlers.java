package org.pyvm.compiler;

import java.util.HashMap;
import java.util.Map;
import org.pyvm.ast.HelperName;
import org.pyvm.ast.Node;
import org.pyvm.ast.SpecialConstant;
import org.pyvm.ast.StackValue;

/** What the compiler knows of the nodes that plugins add: one handler for each node class. Immutable. */
public final class CodeHandlers {
    /** Of the nodes that plugins share. */
    public static final CodeHandlers NONE = new CodeHandlers(Map.of())
            .with(StackValue.class, (node, out) -> {})
            .with(HelperName.class, CodeHandlers::helper);

    private final Map<Class<?>, CodeHandler<?>> byClass;

    private CodeHandlers(Map<Class<?>, CodeHandler<?>> byClass) {
        this.byClass = byClass;
    }

    private static void helper(HelperName node, CodeEmitter out) {
        out.loadConstant(0L);
        out.loadConstant(SpecialConstant.NONE);
        out.emitName(Opcodes.IMPORT_NAME, node.module());
        out.emitName(Opcodes.LOAD_ATTR, node.name());
    }

    /**
     * These handlers and one more.
     *
     * @throws IllegalArgumentException when the class has a handler already
     */
    public <N extends Node> CodeHandlers with(Class<N> nodeClass, CodeHandler<? super N> handler) {
        Map<Class<?>, CodeHandler<?>> more = new HashMap<>(byClass);
        if (more.put(nodeClass, handler) != null) {
            throw new IllegalArgumentException("two code handlers for " + nodeClass.getName());
        }
        return new CodeHandlers(Map.copyOf(more));
    }

    /** Whether nodes of this very class have a handler. */
    public boolean handles(Class<?> nodeClass) {
        return byClass.containsKey(nodeClass);
    }

    /**
     * Has the node's handler emit its code.
     *
     * @throws IllegalStateException when its class has none: the plugin is incomplete
     */
    @SuppressWarnings("unchecked")
    public void generate(Node node, CodeEmitter out) {
        // Safe: with() pairs a class with a handler of its instances.
        CodeHandler<Node> handler = (CodeHandler<Node>) byClass.get(node.getClass());
        if (handler == null) {
            throw new IllegalStateException(
                    "no code handler for " + node.getClass().getName());
        }
        handler.generate(node, out);
    }
}
