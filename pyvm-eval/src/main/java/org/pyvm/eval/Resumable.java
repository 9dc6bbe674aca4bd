package org.pyvm.eval;

import org.pyvm.compiler.CodeFlags;
import org.pyvm.compiler.Opcodes;
import org.pyvm.objects.Guard;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyCode;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Unraisable;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;

/**
 * What generators, coroutines and asynchronous generators share (chapter 12 of the book): a frame that is left at a yield and entered again. No Java thread and no Java stack belongs to it while it waits.
 */
public abstract class Resumable extends PyAttributed {
    private final PyCode code;
    private PyObject name;
    private PyObject qualName;
    /** Null when finished. */
    private Frame frame;
    /** Null while there is nothing to do when it is dropped. */
    private Guard guard;

    private boolean running;
    private boolean temporary;
    private final ThreadState.HandledExceptions handled = new ThreadState.HandledExceptions();

    Resumable(PyType type, PyFunction function, Frame frame) {
        super(type);
        this.code = frame.code();
        this.name = function == null ? code.name() : function.name();
        this.qualName = function == null ? code.qualName() : function.qualName();
        this.frame = frame;
        frame.owner = this;
    }

    /** Makes the generator, coroutine or asynchronous generator of a frame whose arguments are bound. */
    static Resumable create(ThreadState thread, PyFunction function, Frame frame, int kind) {
        Resumable made;
        if ((kind & CodeFlags.ASYNC_GENERATOR) != 0) {
            made = new PyAsyncGenerator(function, frame);
        } else if ((kind & CodeFlags.COROUTINE) != 0) {
            made = new PyCoroutine(thread, function, frame);
            made.arm(thread);
        } else {
            made = new PyGenerator(function, frame);
        }
        Lifetimes.made(thread, made);
        return made;
    }

    /** From now on something is to be done when it is dropped. */
    final void arm(ThreadState thread) {
        if (guard == null) {
            guard = thread.interpreter().finalization().arm(this);
        }
    }

    /** An object made later holds it and is to be finalized first, as would happen in CPython. */
    public final void rearm(ThreadState thread) {
        if (guard != null) {
            thread.interpreter().finalization().disarm(guard);
            guard = thread.interpreter().finalization().arm(this);
        }
    }

    private void ended(ThreadState thread) {
        frame = null;
        if (guard != null) {
            thread.interpreter().finalization().disarm(guard);
            guard = null;
        }
    }

    @Override
    public final boolean hasFinalizer() {
        return guard != null;
    }

    @Override
    public final PyObject[] heldValues() {
        return frame == null ? null : frame.slots;
    }

    /** Whether nothing but the loop that it was made for refers to it. */
    final boolean isTemporary() {
        return temporary;
    }

    final void setTemporary() {
        temporary = true;
    }

    /** {@code __del__}: what is done to one that nobody can resume any more. */
    void finalizeObject(ThreadState thread) {
        close(thread);
    }

    /** {@code gi_code}. */
    public final PyCode code() {
        return code;
    }

    /** {@code gi_frame}; null when finished. */
    public final Frame frame() {
        return frame;
    }

    /** {@link #frame} for Python code; None when finished. */
    final PyObject exposedFrame() {
        if (frame == null) {
            return Singletons.NONE;
        }
        frame.expose();
        return frame;
    }

    /** {@code gi_running}. */
    public final boolean isRunning() {
        return running;
    }

    public final PyObject name() {
        return name;
    }

    public final void setName(PyObject newName) {
        name = newName;
    }

    public final PyObject qualName() {
        return qualName;
    }

    public final void setQualName(PyObject newName) {
        qualName = newName;
    }

    /** What the type calls itself in messages. */
    abstract String kind();

    /** {@code gi_yieldfrom}: the iterator that {@code yield from} or {@code await} waits on, or null. */
    public final PyObject delegate() {
        if (frame == null || frame.lastInstruction < 0 || running) {
            return null;
        }
        // A frame suspended in YIELD_FROM is set back to the instruction before it, so that it runs again.
        byte[] words = code.code().code();
        int next = frame.lastInstruction + 2;
        return next < words.length && (words[next] & 0xFF) == Opcodes.YIELD_FROM
                ? frame.slots[frame.stackTop - 1]
                : null;
    }

    /**
     * {@code am_send}: runs until the next yield.
     *
     * @return the value yielded; null when the generator has returned, its result being in {@link ThreadState#stopValue}
     */
    public final PyObject send(ThreadState thread, PyObject value) {
        if (running) {
            throw PyErr.valueError("%s already executing", kind());
        }
        Frame suspendedFrame = frame;
        if (suspendedFrame == null) {
            thread.stopValue = Singletons.NONE;
            return resumedAfterEnd();
        }
        if (suspendedFrame.lastInstruction < 0) {
            if (value != Singletons.NONE) {
                throw PyErr.typeError("can't send non-None value to a just-started %s", kind());
            }
        } else {
            expect(suspendedFrame, value);
        }
        return resume(thread, suspendedFrame, null);
    }

    /** The instruction that yielded leaves the value sent on the stack. */
    private static void expect(Frame suspended, PyObject value) {
        if (!suspended.takeJump()) {
            suspended.slots[suspended.stackTop++] = value;
        }
    }

    /** What resuming a finished one gives: nothing more; a coroutine raises instead. */
    PyObject resumedAfterEnd() {
        return null;
    }

    private PyObject resume(ThreadState thread, Frame resumed, PyErr thrown) {
        running = true;
        handled.previous = thread.handled;
        thread.handled = handled;
        PyObject result;
        try {
            resumed.setSuspended(false);
            result = thread.interpreter().evaluator.evaluate(thread, resumed, thrown);
        } catch (PyErr e) {
            ended(thread);
            throw noStopIterationEscapes(e);
        } finally {
            running = false;
            thread.handled = handled.previous;
            handled.previous = null;
            if (!resumed.isSuspended()) {
                ended(thread);
            }
        }
        if (resumed.isSuspended()) {
            if (guard == null && resumed.isInTry()) {
                arm(thread);
            }
            return result;
        }
        thread.stopValue = result;
        return null;
    }

    /** PEP 479: StopIteration inside a generator must not look like its end. */
    private PyErr noStopIterationEscapes(PyErr error) {
        String escaped = error.matches(Exceptions.STOP_ITERATION)
                ? "StopIteration"
                : this instanceof PyAsyncGenerator && error.matches(Exceptions.STOP_ASYNC_ITERATION)
                        ? "StopAsyncIteration"
                        : null;
        if (escaped == null) {
            return error;
        }
        PyErr replacement = PyErr.runtimeError("%s raised %s", kind(), escaped);
        replacement.value().setCause(error.value());
        replacement.value().setContext(error.value());
        return PyErr.again(replacement.value());
    }

    /** {@code throw()}: raises at the point where the generator is suspended. As {@link #send} otherwise. */
    public final PyObject throwInto(ThreadState thread, PyErr error) {
        if (running) {
            throw PyErr.valueError("%s already executing", kind());
        }
        PyObject delegate = delegate();
        if (delegate != null) {
            return throwThrough(thread, delegate, error);
        }
        return throwHere(thread, error);
    }

    private PyObject throwHere(ThreadState thread, PyErr error) {
        Frame suspendedFrame = frame;
        if (suspendedFrame == null) {
            PyObject ended = resumedAfterEnd();
            assert ended == null;
            throw PyErr.again(error.value());
        }
        if (suspendedFrame.lastInstruction < 0) {
            // Not started: the traceback still names the generator, at its definition.
            ended(thread);
            suspendedFrame.finish();
            PyBaseException exception = error.value();
            exception.setTraceback(new org.pyvm.objects.types.PyTraceback(
                    exception.traceback(), suspendedFrame, -1, code.code().firstLine()));
            throw noStopIterationEscapes(PyErr.again(exception));
        }
        return resume(thread, suspendedFrame, raisedInside(error));
    }

    /** Only what the generator itself is handling becomes the context of what is thrown into it, nothing that its caller does. */
    private PyErr raisedInside(PyErr error) {
        error.value().raisedWhileHandling(handled.value);
        return PyErr.again(error.value());
    }

    /** Throws into the iterator that is delegated to; when that finishes or raises, goes on here. */
    private PyObject throwThrough(ThreadState thread, PyObject delegate, PyErr error) {
        PyObject yielded;
        if (error.matches(Exceptions.GENERATOR_EXIT)) {
            PyFrame caller = enterToDelegate(thread);
            try {
                closeDelegate(thread, delegate);
            } catch (PyErr e) {
                leaveToCaller(thread, caller);
                return leaveDelegate(thread, e);
            }
            leaveToCaller(thread, caller);
            return throwHere(thread, error);
        }
        PyFrame caller = enterToDelegate(thread);
        boolean here = false;
        try {
            if (delegate instanceof Resumable generator) {
                yielded = generator.throwInto(thread, error);
            } else {
                PyObject method = Attributes.getOrNull(thread, delegate, Names.THROW_NAME);
                here = method == null;
                try {
                    yielded = here ? null : Calls.call(thread, method, error.value());
                } catch (PyErr e) {
                    if (!e.matches(Exceptions.STOP_ITERATION)) {
                        throw e;
                    }
                    thread.stopValue = Exceptions.stopIterationValue(e.value());
                    yielded = null;
                }
            }
        } catch (PyErr e) {
            leaveToCaller(thread, caller);
            return leaveDelegate(thread, e);
        }
        leaveToCaller(thread, caller);
        if (here) {
            return throwHere(thread, error);
        }
        if (yielded != null) {
            return yielded;
        }
        // The delegate has returned: its result is the value of the yield from expression.
        Frame suspendedFrame = frame;
        suspendedFrame.slots[suspendedFrame.stackTop - 1] = thread.stopValue;
        suspendedFrame.lastInstruction += 2;
        return resume(thread, suspendedFrame, null);
    }

    /** While the delegate runs, this one's frame is its caller, though it does not run itself. */
    private PyFrame enterToDelegate(ThreadState thread) {
        PyFrame caller = thread.frame;
        running = true;
        frame.setBack(caller);
        thread.frame = frame;
        return caller;
    }

    private void leaveToCaller(ThreadState thread, PyFrame caller) {
        thread.frame = caller;
        frame.setBack(null);
        running = false;
    }

    /** The delegate has raised: the exception is raised here, behind the yield from, and what is handled here becomes its context. */
    private PyObject leaveDelegate(ThreadState thread, PyErr error) {
        return resume(thread, frame, raisedInside(error));
    }

    private static void closeDelegate(ThreadState thread, PyObject delegate) {
        if (delegate instanceof Resumable generator) {
            generator.close(thread);
            return;
        }
        PyObject method;
        try {
            method = Attributes.getOrNull(thread, delegate, Names.CLOSE_NAME);
        } catch (PyErr e) {
            Unraisable.report(thread, e, null, delegate);
            return;
        }
        if (method != null) {
            Calls.call(thread, method);
        }
    }

    /** {@code close()}: raises GeneratorExit at the point of suspension. */
    public final void close(ThreadState thread) {
        if (frame == null) {
            return;
        }
        if (!running && frame.lastInstruction < 0) {
            frame.finish();
            ended(thread);
            return;
        }
        PyObject yielded;
        try {
            PyErr exit = PyErr.of(Exceptions.GENERATOR_EXIT, new PyObject[0]);
            exit.settleContext(thread);
            yielded = throwInto(thread, exit);
        } catch (PyErr e) {
            if (e.matches(Exceptions.STOP_ITERATION) || e.matches(Exceptions.GENERATOR_EXIT)) {
                return;
            }
            throw e;
        }
        if (yielded != null) {
            throw PyErr.runtimeError("%s ignored GeneratorExit", kind());
        }
    }

    /** The exception that {@code throw(type, value, traceback)} means. */
    public static PyErr thrown(ThreadState thread, PyObject type, PyObject value, PyObject traceback) {
        return Raising.forThrow(thread, type, value, traceback);
    }
}
