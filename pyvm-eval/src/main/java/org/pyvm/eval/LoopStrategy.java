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
     * @return the value returned, after {@link Frame#finish}, or yielded; {@link HandOver#at} when that is asked for; or null
     *     when {@link Unwinding#raise} has told that an exception leaves the frame
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
        PyObject result;
        try {
            entered(thread, frame);
            result = run(thread, frame, thrown);
            if (result != null) {
                returned(thread, frame, result);
                if (frame.isAllocated()) {
                    frame.release(thread);
                }
            }
        } finally {
            thread.frame = caller;
            if (frame.isSuspended()) {
                frame.setBack(null);
            }
            thread.recursionRemaining++;
        }
        if (result == null) {
            throw frame.takeLeaving();
        }
        return result;
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
     * Runs instructions of a frame that has been entered, up to its end. The caller restores the chain of frames, then throws what
     * leaves the frame: the JVM's search for a handler takes longer than most of what else an exception costs, so there is to be one
     * for each frame.
     *
     * @param start offset of the first instruction, or {@link Unwinding#ESCAPE}
     * @param failure an exception that has come up in the frame, at its {@code lastInstruction}: then its handler is where to
     *     start; or null
     * @return the value returned or yielded, or null when an exception leaves the frame: {@link Frame#leaving}
     */
    protected final PyObject goOn(ThreadState thread, Frame frame, int start, PyErr failure) {
        int pc = start;
        PyErr pending = failure;
        while (true) {
            try {
                if (pending != null) {
                    PyErr error = pending;
                    pending = null;
                    pc = error == frame.leaving ? Unwinding.ESCAPE : Unwinding.raise(thread, frame, error);
                }
                PyObject result = pc == Unwinding.ESCAPE ? null : loop(thread, frame, pc);
                if (result != null) {
                    return result;
                }
                break;
            } catch (PyErr e) {
                pending = e;
            } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
                pending = asPythonError(e);
            }
        }
        departed(thread, frame);
        return null;
    }

    /** Tells who wants to know that an exception leaves the frame, none of its blocks having taken it. */
    private void departed(ThreadState thread, Frame frame) {
        left(thread, frame, frame.leaving);
        if (thread.observed) {
            Tracing.left(thread, frame);
        }
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
