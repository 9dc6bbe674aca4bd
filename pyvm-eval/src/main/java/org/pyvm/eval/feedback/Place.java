package org.pyvm.eval.feedback;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.compiler.CodeObject;
import org.pyvm.objects.PyType;

/** What one instruction has seen. */
public final class Place {
    /**
     * What was called.
     *
     * @param name qualified, as far as it has one
     * @param code of a Python function or method; null for what is built in
     * @param type of the callable
     */
    public record Target(String name, CodeObject code, PyType type) {}

    private final List<Seen<PyType>> operands = new ArrayList<>(2);
    private final Seen<Target> targets = new Seen<>();
    long runs;
    long jumps;

    void operand(int index, PyType type) {
        while (operands.size() <= index) {
            operands.add(new Seen<>());
        }
        operands.get(index).add(type);
    }

    void target(Target target) {
        targets.add(target);
    }

    /** How often it ran. */
    public long runs() {
        return runs;
    }

    /** How often a conditional jump went to its target; for FOR_ITER: how often the loop came to its end. */
    public long jumps() {
        return jumps;
    }

    /** Types of operands by their position on the stack, lowest first; empty for instructions without any. */
    public List<Seen<PyType>> operands() {
        return List.copyOf(operands);
    }

    /** What a call instruction has called. */
    public Seen<Target> targets() {
        return targets;
    }
}
