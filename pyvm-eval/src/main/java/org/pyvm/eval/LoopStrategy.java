package org.pyvm.eval;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/**
 * A strategy that steps through wordcode. What is around the stepping is here: recursion limit, the chain of frames,
 * tracing, and the way of an exception to its handler. A subclass is the loop.
 */
public abstract class LoopStrategy implements EvaluationStrategy {
    /**
     * Runs instructions until the frame returns or is suspended. {@link Frame#lastInstruction} must be up to date whenever
     * an instruction may raise; {@link Frame#stackTop} is where the frame's value stack ends on entry, and must be when it
     * is suspended.
     *
     * @param start offset of the first instruction
     * @return the value returned, after {@link Frame#finish}, or yielded; or {@link HandOver#at} when that is asked for
     * @throws PyErr an exception that an instruction has raised; the loop is entered again at its handler if there is one
     */
    protected abstract PyObject loop(ThreadState thread, Frame frame, int start);

    /** Goes on with a frame that another strategy has begun; see {@link #loop}. */
    public final PyObject proceed(ThreadState thread, Frame frame, int start) {
        return loop(thread, frame, start);
    }

    /** A frame is about to run, or to go on where it was suspended. */
    protected void entered(ThreadState thread, Frame frame) {}

    /**
     * Whether calls of compiled code may go past the strategy: it does without {@link #entered} and {@link #left}, and without
     * handing frames over.
     */
    public boolean allowsDirectCalls() {
        return false;
    }

    /** An exception leaves a frame. */
    protected void left(ThreadState thread, Frame frame, PyErr error) {}

    @Override
    public final PyObject execute(ThreadState thread, Frame frame, PyErr thrown) {
        if (--thread.recursionRemaining < 0) {
            Safepoint.recursionExceeded(thread);
        }
        PyFrame caller = thread.frame;
        frame.setBack(caller);
        thread.frame = frame;
        try {
            entered(thread, frame);
            PyObject result = run(thread, frame, thrown);
            returned(thread, frame, result);
            if (frame.isAllocated()) {
                frame.release(thread);
            }
            return result;
        } finally {
            thread.frame = caller;
            if (frame.isSuspended()) {
                frame.setBack(null);
            }
            thread.recursionRemaining++;
        }
    }

    /** Tells who wants to know that a frame returns or yields. */
    protected static void returned(ThreadState thread, Frame frame, PyObject result) {
        if (thread.observed) {
            Tracing.returned(thread, frame, result);
        }
        if (thread.watch > 0) {
            Lifetimes.returned(thread, frame, result);
        }
    }

    /** Runs instructions; an exception that a block of the frame handles goes on at its handler. */
    private PyObject run(ThreadState thread, Frame frame, PyErr thrown) {
        int pc = frame.lastInstruction + 2;
        if (frame.lastInstruction < 0) {
            pc = 0;
        }
        PyErr pending = thread.observed ? Tracing.entered(thread, frame, thrown) : thrown;
        return goOn(thread, frame, pc, pending);
    }

    /**
     * Runs instructions of a frame that has been entered, up to its end. The caller restores the chain of frames.
     *
     * @param start offset of the first instruction
     * @param failure an exception that has come up in the frame, at its {@code lastInstruction}: then its handler is where to
     *     start; or null
     */
    protected final PyObject goOn(ThreadState thread, Frame frame, int start, PyErr failure) {
        int pc = start;
        PyErr pending = failure;
        while (true) {
            try {
                if (pending != null) {
                    PyErr error = pending;
                    pending = null;
                    pc = Unwinding.raise(thread, frame, error);
                }
                return loop(thread, frame, pc);
            } catch (PyErr e) {
                if (e == frame.leaving) {
                    left(thread, frame, e);
                    throw departed(thread, frame, e);
                }
                pending = e;
            } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
                pending = asPythonError(e);
            }
        }
    }

    /** An exception leaves the frame, none of its blocks having taken it. @return the exception */
    protected static PyErr departed(ThreadState thread, Frame frame, PyErr error) {
        frame.leaving = null;
        if (thread.observed) {
            Tracing.left(thread, frame);
        }
        return error;
    }

    /** What Python code sees of a failure of ours. */
    protected static PyErr asPythonError(Throwable failure) {
        if (failure instanceof StackOverflowError) {
            return PyErr.recursionError("maximum recursion depth exceeded");
        }
        return failure instanceof OutOfMemoryError
                ? PyErr.memoryError()
                : JavaFailures.toPython((RuntimeException) failure);
    }
}
