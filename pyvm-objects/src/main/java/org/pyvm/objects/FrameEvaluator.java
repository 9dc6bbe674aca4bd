package org.pyvm.objects;

/**
 * What runs frames in an interpreter: an evaluation strategy, or a hook around one (as PEP 523's {@code eval_frame}). One
 * instance serves all threads of the interpreter.
 */
@FunctionalInterface
public interface FrameEvaluator {
    /**
     * Runs a frame from its next instruction until it returns, yields or raises.
     *
     * @param thrown an exception to raise at the point where a generator's frame is suspended, or null
     * @return the value returned or yielded; the frame tells which
     */
    PyObject evaluate(ThreadState thread, PyFrame frame, PyErr thrown);
}
