package org.pyvm.eval;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * Stands before the evaluation strategy and gets each frame first (as PEP 523's {@code eval_frame}): it evaluates the frame
 * itself, or passes it on, before and after which it may do what it likes. Stateless, or guarded by the interpreter's lock.
 */
@FunctionalInterface
public interface FrameHook {
    /**
     * Evaluates a frame that begins, or a generator's that goes on where it is suspended.
     *
     * <p>Of a frame that is not passed on, no trace function or instrument hears, and it is in no traceback; its arguments are in
     * {@link Frame#locals}. A generator's that is evaluated here is over.
     *
     * @param thrown an exception to raise where a generator's frame is suspended, or null
     * @param strategy to pass the frame on: {@code strategy.execute(thread, frame, thrown)}. It is the strategy that was
     *     chosen, or the hook of the next plugin around it
     * @return the value returned, or yielded if {@link Frame#isSuspended}; never null
     * @throws PyErr what the frame raises
     */
    PyObject evaluate(ThreadState thread, Frame frame, PyErr thrown, EvaluationStrategy strategy);

    /** A strategy with a hook before it. */
    static EvaluationStrategy before(EvaluationStrategy strategy, FrameHook hook) {
        return new HookedStrategy(strategy, hook);
    }
}
