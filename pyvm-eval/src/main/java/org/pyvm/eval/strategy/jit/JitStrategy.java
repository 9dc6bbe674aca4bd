package org.pyvm.eval.strategy.jit;

import org.pyvm.eval.Frame;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.eval.strategy.closure.ClosureStrategy;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * Compiles code to JVM bytecode the second time it runs, where {@code tiered} waits until that pays: programs that look for
 * faults of the compiled code run under this one.
 */
public final class JitStrategy extends LoopStrategy {
    private static final int HEAT = 2;

    private final LoopStrategy blocks = new ClosureStrategy(HEAT);

    @Override
    public String name() {
        return "jit";
    }

    @Override
    public boolean allowsDirectCalls() {
        return true;
    }

    @Override
    protected PyObject loop(ThreadState thread, Frame frame, int start) {
        return blocks.proceed(thread, frame, start);
    }
}
