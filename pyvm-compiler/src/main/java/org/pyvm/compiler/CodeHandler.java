package org.pyvm.compiler;

import org.pyvm.ast.Node;

/** Generates the code of a plugin's node. Stateless; called from any thread. */
@FunctionalInterface
public interface CodeHandler<N extends Node> {
    /**
     * Emits the node's code. A statement leaves the value stack as it was, an expression leaves its value on top, a
     * pattern takes the subject from the top and jumps to the emitter's failure label when it does not match.
     */
    void generate(N node, CodeEmitter out);
}
