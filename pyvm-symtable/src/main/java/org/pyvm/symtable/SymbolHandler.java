package org.pyvm.symtable;

import org.pyvm.ast.Node;

/**
 * Tells what a plugin's node binds and uses, and which nodes below it are to be looked at, in the order in which they
 * take effect. Stateless; called from any thread.
 */
@FunctionalInterface
public interface SymbolHandler<N extends Node> {
    void collect(N node, NameCollector names);
}
