package org.pyvm.compiler;

/** Is shown every control flow graph as it goes through the passes; for views. The graph must not be changed. */
@FunctionalInterface
public interface CfgObserver {
    /** Looks at nothing. */
    CfgObserver NONE = (stage, graph) -> {};

    /** @param stage {@code codegen} before the first pass, then the name of the pass that has run */
    void see(String stage, ControlFlowGraph graph);
}
