package org.pyvm.symtable;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** The scopes of one module and which AST node opens each. Immutable. */
public final class SymbolTable {
    private final Scope top;
    private final IdentityHashMap<Object, Scope> byNode;
    private final FutureFeatures futures;

    /**
     * @param top the module's scope
     * @param byNode scopes by the node that opens them, compared by identity; not to be changed afterwards
     * @param futures the future features in force
     */
    public SymbolTable(Scope top, Map<Object, Scope> byNode, FutureFeatures futures) {
        this.top = top;
        this.byNode = new IdentityHashMap<>(byNode);
        this.futures = futures;
    }

    /** The scope of the module, expression or interactive statement that was compiled. */
    public Scope top() {
        return top;
    }

    /**
     * The scope that a node opens: a {@code Mod}, {@code FunctionDef}, {@code AsyncFunctionDef}, {@code ClassDef}, {@code
     * Lambda}, a comprehension or generator expression, or a plugin's node. The node is found by identity.
     *
     * @throws IllegalArgumentException when the node opens none
     */
    public Scope scopeOf(Object node) {
        Scope scope = byNode.get(node);
        if (scope == null) {
            throw new IllegalArgumentException("no scope for " + node.getClass().getSimpleName());
        }
        return scope;
    }

    /** Whether a node opens a scope. */
    public boolean hasScope(Object node) {
        return byNode.containsKey(node);
    }

    /** The future features in force, e.g. {@code annotations}: those of the context and those that the module imports. */
    public Set<String> futures() {
        return futures.names();
    }

    /** Line of the last future import at the head of the module, 0 when there is none; one further down is an error. */
    public int lastFutureLine() {
        return futures.lastLine();
    }
}
