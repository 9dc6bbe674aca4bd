package org.pyvm.objects;

import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;

/**
 * What belongs to one thread that runs Python code in one interpreter (chapter 7 of the book). Passed as the first
 * parameter wherever Python code may be reached; used by its own thread only, but for the volatile fields.
 */
public final class ThreadState {
    private static final ThreadLocal<ThreadState> CURRENT = new ThreadLocal<>();

    private final InterpreterState interpreter;
    private final long id;
    /** The innermost frame, or null when no Python code runs. */
    public PyFrame frame;
    /** Calls and recursive operations that may still nest before RecursionError. */
    public int recursionRemaining;
    /** The exceptions being handled, innermost first; a generator brings one of its own. */
    public HandledExceptions handled = new HandledExceptions();
    /** The result of an iterator that has just finished; see {@link Slots#send}. */
    public PyObject stopValue = Singletons.NONE;

    private PyObject traceFunction;
    private PyObject profileFunction;
    /**
     * Whether something is to be seen to before every instruction: there is a trace function, or an instrument, or the frame
     * is to be handed over.
     */
    public boolean stepping;

    private boolean handOverAsked;
    /** Offset of the instruction that another strategy is to go on at; see {@code HandOver} in pyvm-eval. */
    public int handOverAt;
    /** Whether somebody is to be told when frames are entered and left: a trace function, an instrument, a profiler. */
    public boolean observed;
    /** The event that a trace function is being told of; null for none. */
    public Object tracedEvent;
    /** Whether an instrument runs, which is not told of what it does itself. */
    public boolean instrumentRuns;
    /** Not zero while a trace function runs, which is not traced itself. */
    public int tracing;
    /** The current context of {@code contextvars}; null before the first use. */
    public PyObject context;
    /** The event loop of {@code asyncio} that runs on the thread; null for none. */
    public PyObject runningLoop;
    /** Instructions that are yet to look for finalizers of what they let go of; see {@link Finalization}. */
    public int watch;
    /** The generator or coroutine made last, by which frame, at which instruction. */
    public PyObject lastMade;

    public PyFrame lastMaker;
    public int lastMadeAt;
    /** {@code sys.set_asyncgen_hooks}. */
    public PyObject asyncGenFirstIter;
    /** {@code sys.set_asyncgen_hooks}. */
    public PyObject asyncGenFinalizer;
    /** {@code sys.set_coroutine_origin_tracking_depth}. */
    public int coroutineOriginDepth;
    /** The containers whose {@code repr} is being made. */
    public final ReprGuard reprGuard = new ReprGuard();
    /** An exception that another thread wants raised here; see {@code PyThreadState_SetAsyncExc}. */
    public volatile PyType pendingException;

    ThreadState(InterpreterState interpreter, long id) {
        this.interpreter = interpreter;
        this.id = id;
        this.recursionRemaining = interpreter.recursionLimit();
        observersChanged();
    }

    /** {@code sys.gettrace}; null when off. */
    public PyObject traceFunction() {
        return traceFunction;
    }

    /** {@code sys.settrace}; null for none. */
    public void setTraceFunction(PyObject function) {
        traceFunction = function;
        observersChanged();
    }

    /** {@code sys.getprofile}; null when off. */
    public PyObject profileFunction() {
        return profileFunction;
    }

    /** {@code sys.setprofile}; null for none. */
    public void setProfileFunction(PyObject function) {
        profileFunction = function;
        observersChanged();
    }

    void observersChanged() {
        boolean watched = traceFunction != null || interpreter.isInstrumented();
        stepping = watched || handOverAsked;
        observed = watched || profileFunction != null;
    }

    /** Whether the strategy that runs the innermost frame is to give it back before the next instruction. */
    public boolean isHandOverAsked() {
        return handOverAsked;
    }

    /** Sets {@link #isHandOverAsked}. */
    public void askHandOver(boolean asked) {
        handOverAsked = asked;
        observersChanged();
    }

    /** The state of the running thread; only for code that cannot be given it. Null outside Python. */
    public static ThreadState current() {
        return CURRENT.get();
    }

    /** Makes this the running thread's state; null detaches. Returns the one before. */
    public static ThreadState attach(ThreadState state) {
        ThreadState before = CURRENT.get();
        if (state == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(state);
        }
        return before;
    }

    public InterpreterState interpreter() {
        return interpreter;
    }

    /** A number unique in the interpreter, from 1; what {@code _thread.get_ident} answers. */
    public long id() {
        return id;
    }

    /** Charges one level of recursion; {@link #leave} gives it back. @throws PyErr RecursionError at the limit */
    public void enter(String where) {
        if (--recursionRemaining < 0) {
            tooDeep(where);
        }
    }

    public void leave() {
        recursionRemaining++;
    }

    private void tooDeep(String where) {
        // As CPython gives 50 calls more to a handler that is already dealing with the error, so that it can be
        // reported.
        recursionRemaining++;
        throw PyErr.of(Exceptions.RECURSION_ERROR, "maximum recursion depth exceeded" + where);
    }

    /** The exception being handled, as {@code sys.exc_info()} sees it, or null. */
    public PyBaseException handledException() {
        for (HandledExceptions h = handled; h != null; h = h.previous) {
            if (h.value != null) {
                return h.value;
            }
        }
        return null;
    }

    /** One entry of the stack of handled exceptions: the thread's own, or a generator's. */
    public static final class HandledExceptions {
        public PyBaseException value;
        public HandledExceptions previous;
    }
}
