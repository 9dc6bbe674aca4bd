package org.pyvm.compiler;

import java.util.function.Consumer;

/**
 * Rewrites the control flow graph of one code object after code generation. Stateless; called from any thread.
 *
 * <p>Whatever a pass does, the program must behave as before; line marks keep their place, and the value stack and block
 * stack must be as {@link CodeVerifier} demands.
 */
public interface CfgPass {
    /** For views: {@code constant-folding}. */
    String name();

    void run(ControlFlowGraph graph);

    /** A pass that is a function. */
    static CfgPass named(String name, Consumer<ControlFlowGraph> body) {
        return new CfgPass() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void run(ControlFlowGraph graph) {
                body.accept(graph);
            }
        };
    }
}
