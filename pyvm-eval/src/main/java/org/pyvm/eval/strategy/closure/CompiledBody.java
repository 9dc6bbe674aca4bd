package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.Frame;
import org.pyvm.objects.ThreadState;

/** Blocks as JVM bytecode: what is reached from one block without an exception or a suspension. Made by {@link BodyCompiler}. */
abstract class CompiledBody {
    /**
     * Runs from the block that it was made for. The frame holds the whole state on entry and when it returns.
     *
     * @return the value that the function returns, after {@link Frame#finish}; or the {@link Block} to go on with
     */
    abstract Object run(ThreadState thread, Frame frame);
}
