package org.pyvm.eval.strategy.closure;

import org.pyvm.eval.Frame;
import org.pyvm.eval.FunctionEntry;
import org.pyvm.eval.PyFunction;
import org.pyvm.eval.Safepoint;
import org.pyvm.objects.FrameEvaluator;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * Blocks as JVM bytecode: what is reached from one block without an exception or a suspension. Made by {@link BodyCompiler}. One
 * that begins where a function does is also the entry for calls with as many arguments as that has parameters.
 */
abstract class CompiledBody extends FunctionEntry {
    /** Entries exist for up to so many parameters. */
    static final int MOST_PARAMETERS = 4;

    private ClosureStrategy strategy;
    /** Who runs the frames of the interpreter while calls may go past it. */
    private FrameEvaluator evaluator;

    void belongTo(ClosureStrategy owner, FrameEvaluator installed) {
        strategy = owner;
        evaluator = installed;
    }

    /**
     * Runs from the block that it was made for. The frame holds the whole state on entry and when it returns.
     *
     * @return the value that the function returns, after {@link Frame#finish}, or yields; or the {@link Block} to go on with
     */
    abstract Object run(ThreadState thread, Frame frame);

    /** Enters the frame of a call, whose arguments are yet to be put there; null when the call is to take the usual way. */
    final Frame begin(ThreadState thread, PyObject callee) {
        if (thread.observed || thread.interpreter().evaluator != evaluator) {
            return null;
        }
        Frame frame = ((PyFunction) callee).frameFor(this);
        if (frame == null) {
            return null;
        }
        if (--thread.recursionRemaining < 0) {
            Safepoint.recursionExceeded(thread);
        }
        frame.setBack(thread.frame);
        thread.frame = frame;
        return frame;
    }

    /** Leaves the frame. @param result what {@link #run} has given */
    final PyObject end(Object result, ThreadState thread, Frame frame) {
        if (!(result instanceof PyObject value) || thread.observed || thread.watch > 0) {
            return strategy.finish(thread, frame, result);
        }
        thread.frame = frame.back();
        thread.recursionRemaining++;
        return value;
    }

    /** As {@link #end}, when it has thrown. */
    final PyObject failed(Throwable failure, ThreadState thread, Frame frame) {
        return strategy.finish(thread, frame, failure);
    }
}
