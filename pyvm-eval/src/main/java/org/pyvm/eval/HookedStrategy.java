package org.pyvm.eval;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;

/** A strategy with a hook before it. No loop strategy, so compiled code makes no call that goes past the hook. */
record HookedStrategy(EvaluationStrategy strategy, FrameHook hook) implements EvaluationStrategy {
    @Override
    public String name() {
        return strategy.name();
    }

    @Override
    public PyObject execute(ThreadState thread, Frame frame, PyErr thrown) {
        PyObject result = hook.evaluate(thread, frame, thrown, strategy);
        if (result == null) {
            throw PyErr.of(
                    Exceptions.SYSTEM_ERROR,
                    "a frame hook gave no value for %s",
                    frame.code().qualName());
        }
        return result;
    }

    @Override
    public void polled(ThreadState thread) {
        strategy.polled(thread);
    }
}
