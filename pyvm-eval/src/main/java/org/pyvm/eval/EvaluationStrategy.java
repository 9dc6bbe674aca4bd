package org.pyvm.eval;

import org.pyvm.objects.FrameEvaluator;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * A way to run frames. All strategies share {@link Frame}, so generators, tracebacks and tracing do not care which one
 * runs, and a frame can change hands at a safepoint. One instance serves all threads of an interpreter.
 */
public interface EvaluationStrategy extends FrameEvaluator {
    /** As {@code -X eval=NAME} spells it. */
    String name();

    /**
     * Runs a frame; see {@link FrameEvaluator}. {@link Frame#isSuspended} tells a value yielded from one returned.
     */
    PyObject execute(ThreadState thread, Frame frame, PyErr thrown);

    /** A poll of one of the strategy's frames is answered; see {@link Safepoint}. Most do not care. */
    default void polled(ThreadState thread) {}

    @Override
    default PyObject evaluate(ThreadState thread, PyFrame frame, PyErr thrown) {
        return execute(thread, (Frame) frame, thrown);
    }
}
