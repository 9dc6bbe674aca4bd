package org.pyvm.modules.asyncio;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.contextvars.PyContext;
import org.pyvm.objects.Guard;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Unraisable;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTraceback;
import org.pyvm.objects.types.PyTuple;

/**
 * {@code asyncio.Future}: a result that is not there yet. Used by the thread of its event loop.
 *
 * <p>An exception that nobody asks for is told to the loop when the future is dropped; so a future has a guard, but only as long as there
 * is something to tell.
 */
@PythonType(
        name = "Future",
        module = "_asyncio",
        doc = "A result that is not there yet, to be awaited by coroutines of one event loop.",
        parts = FutureAttributes.class)
public class PyFuture extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "_asyncio", "Future", new PyFutureExposed.SlotTable(), new PyFutureExposed())
            .withDict()
            .weakReferenceable();

    private static final PyStr CALL_SOON = PyStr.intern("call_soon");
    private static final PyStr[] CONTEXT = {PyStr.intern("context")};
    private static final PyStr GET_DEBUG = PyStr.intern("get_debug");
    private static final PyStr CALL_EXCEPTION_HANDLER = PyStr.intern("call_exception_handler");

    /** What is to be called when the future is done, and the context to do it in. */
    private record Callback(PyObject function, PyObject context) {}

    /** Null as long as {@code __init__} has not run. */
    private PyObject loop;

    private FutureState state = FutureState.PENDING;
    private List<Callback> callbacks = List.of();
    private PyObject result = Singletons.NONE;
    /** Null for none. */
    private PyBaseException exception;
    /** That of the exception when it was set. */
    private PyTraceback exceptionTraceback;

    private PyObject cancelMessage = Singletons.NONE;
    /** The exception by which a task was cancelled, which whoever awaits the task is to see; null for none. */
    private PyBaseException cancelledError;

    private PyObject sourceTraceback = Singletons.NONE;
    private boolean blocking;
    private boolean logsTraceback;
    private Guard guard;

    PyFuture(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyFuture(cls);
    }

    @PythonInit("($self, *, loop=None)")
    void init(ThreadState thread, PyObject givenLoop) {
        state = FutureState.PENDING;
        callbacks = List.of();
        result = Singletons.NONE;
        exception = null;
        exceptionTraceback = null;
        cancelMessage = Singletons.NONE;
        cancelledError = null;
        sourceTraceback = Singletons.NONE;
        blocking = false;
        setLogsTraceback(thread, false);
        loop = null;
        PyObject newLoop =
                givenLoop == Singletons.NONE ? AsyncioState.of(thread).eventLoop(thread) : givenLoop;
        if (Objects.isTrue(thread, Calls.callMethod(thread, newLoop, GET_DEBUG))) {
            sourceTraceback = Calls.call(thread, AsyncioState.of(thread).library(thread, "traceback", "extract_stack"));
        }
        loop = newLoop;
    }

    /** Whether an object is a future or a task, and of no class that may have changed what its methods do. */
    static boolean isExact(PyObject object) {
        return object.type() == TYPE || object.type() == PyTask.TYPE;
    }

    final void ensureInitialized() {
        if (loop == null) {
            throw PyErr.runtimeError("Future object is not initialized.");
        }
    }

    final boolean isPending() {
        return state == FutureState.PENDING;
    }

    /** Null before {@code __init__}. */
    final PyObject loop() {
        return loop;
    }

    final FutureState state() {
        return state;
    }

    /** None when there is none. */
    final PyObject resultOrNone() {
        return result;
    }

    /** Null for none. */
    final PyBaseException storedException() {
        return exception;
    }

    final PyObject sourceTraceback() {
        return sourceTraceback;
    }

    final PyObject cancelMessage() {
        return cancelMessage;
    }

    final void setCancelMessage(PyObject message) {
        cancelMessage = message;
    }

    final boolean isBlocking() {
        return blocking;
    }

    final void setBlocking(boolean isBlocking) {
        blocking = isBlocking;
    }

    final boolean logsTraceback() {
        return logsTraceback;
    }

    final void setLogsTraceback(ThreadState thread, boolean logs) {
        logsTraceback = logs;
        updateGuard(thread);
    }

    /** Whether there is something to tell should the future be dropped now. */
    boolean wouldBeMissed() {
        return logsTraceback;
    }

    /** Instances of Python classes have a guard for all their life. */
    final void updateGuard(ThreadState thread) {
        if (type().isHeapType()) {
            return;
        }
        boolean wanted = wouldBeMissed();
        if (wanted && guard == null) {
            guard = thread.interpreter().finalization().arm(this);
        } else if (!wanted && guard != null) {
            thread.interpreter().finalization().disarm(guard);
            guard = null;
        }
    }

    @Override
    public final boolean hasFinalizer() {
        return guard != null || super.hasFinalizer();
    }

    @SlotMethod(Slot.TP_FINALIZE)
    static void finalizeObject(ThreadState thread, PyObject self) {
        ((PyFuture) self).tellOfException(thread);
    }

    final void tellOfException(ThreadState thread) {
        if (!logsTraceback) {
            return;
        }
        logsTraceback = false;
        PyDict context = new PyDict();
        context.put("message", PyStr.of(type().name() + " exception was never retrieved"));
        context.put("exception", exception);
        context.put("future", this);
        callExceptionHandler(thread, context);
    }

    final void callExceptionHandler(ThreadState thread, PyDict context) {
        if (sourceTraceback != Singletons.NONE) {
            context.put("source_traceback", sourceTraceback);
        }
        PyObject handler = Attributes.getOrNull(thread, loop, CALL_EXCEPTION_HANDLER);
        if (handler == null) {
            return;
        }
        try {
            Calls.call(thread, handler, context);
        } catch (PyErr e) {
            Unraisable.report(thread, e, null, handler);
        }
    }

    /** {@code loop.call_soon(function, argument, context=context)}. @param argument null for none */
    final void callSoon(ThreadState thread, PyObject function, PyObject argument, PyObject context) {
        PyObject[] args =
                argument == null ? new PyObject[] {function, context} : new PyObject[] {function, argument, context};
        Calls.call(thread, Attributes.get(thread, loop, CALL_SOON), args, CONTEXT);
    }

    /** It is done; its callbacks are still to come. */
    void ended(ThreadState thread) {}

    /** Calls soon what waits for the future, now that it is done. */
    private void scheduleCallbacks(ThreadState thread) {
        ended(thread);
        List<Callback> scheduled = callbacks;
        callbacks = List.of();
        for (Callback callback : scheduled) {
            callSoon(thread, callback.function, this, callback.context);
        }
    }

    /** {@code _callbacks}: pairs of function and context; None for none. */
    final PyObject callbackPairs() {
        if (callbacks.isEmpty()) {
            return Singletons.NONE;
        }
        PyList pairs = new PyList();
        for (Callback callback : callbacks) {
            pairs.append(PyTuple.of(callback.function, callback.context));
        }
        return pairs;
    }

    final void addCallback(ThreadState thread, PyObject function, PyObject context) {
        if (!isPending()) {
            callSoon(thread, function, this, context);
            return;
        }
        if (callbacks.isEmpty()) {
            callbacks = new ArrayList<>(1);
        }
        callbacks.add(new Callback(function, context));
    }

    @PythonMethod(
            value = "add_done_callback($self, fn, /, *, context=<unrepresentable>)",
            doc = "Has the loop call a function with the future when it is done, or soon if it is.")
    void addDoneCallback(ThreadState thread, PyObject function, PyObject context) {
        if (loop == null) {
            throw PyErr.runtimeError("uninitialized Future object");
        }
        addCallback(
                thread, function, context == null ? PyContext.current(thread).copy() : context);
    }

    @PythonMethod(
            value = "remove_done_callback($self, fn, /)",
            doc = "Forgets a callback, however often it was added; says how often that was.")
    int removeDoneCallback(ThreadState thread, PyObject function) {
        ensureInitialized();
        List<Callback> kept = new ArrayList<>();
        List<Callback> before = callbacks;
        int count = before.size();
        for (Callback callback : List.copyOf(before)) {
            if (!Comparisons.equal(thread, callback.function, function)) {
                kept.add(callback);
            }
        }
        if (callbacks != before || callbacks.size() != count) {
            // A comparison has changed the list itself.
            kept.retainAll(callbacks);
        }
        callbacks = kept.isEmpty() ? List.of() : kept;
        return count - kept.size();
    }

    /** The exception to raise for the result; null when there is one. */
    final PyBaseException failure(ThreadState thread, String whenPending) {
        return switch (state) {
            case PENDING -> throw AsyncioState.invalidState(thread, whenPending);
            case CANCELLED -> makeCancelledError(thread);
            case FINISHED -> {
                setLogsTraceback(thread, false);
                yield exception;
            }
        };
    }

    /** The exception to throw into who waits for the result; null when there is a result. */
    final PyBaseException failureToRaise(ThreadState thread) {
        PyBaseException failure = failure(thread, "Result is not set.");
        if (failure != null && failure == exception) {
            // Whoever was given it before has left its own frames in it.
            failure.setTraceback(exceptionTraceback);
            exceptionTraceback = null;
        }
        return failure;
    }

    @PythonMethod(value = "result($self, /)", doc = "The result; raises the exception if there is one.")
    final PyObject result(ThreadState thread) {
        if (loop == null) {
            throw AsyncioState.invalidState(thread, "Future object is not initialized.");
        }
        PyBaseException failure = failureToRaise(thread);
        if (failure != null) {
            throw new PyErr(failure);
        }
        return result;
    }

    @PythonMethod(value = "exception($self, /)", doc = "The exception, or None if there is a result.")
    PyObject exception(ThreadState thread) {
        if (loop == null) {
            throw AsyncioState.invalidState(thread, "Future object is not initialized.");
        }
        PyBaseException failure = failure(thread, "Exception is not set.");
        if (state == FutureState.CANCELLED) {
            throw new PyErr(failure);
        }
        return failure == null ? Singletons.NONE : failure;
    }

    private void ensurePending(ThreadState thread) {
        ensureInitialized();
        if (!isPending()) {
            throw AsyncioState.invalidState(thread, "invalid state");
        }
    }

    @PythonMethod(value = "set_result($self, result, /)", doc = "Makes the future done, with a result.")
    final void finish(ThreadState thread, PyObject value) {
        ensurePending(thread);
        result = value;
        state = FutureState.FINISHED;
        updateGuard(thread);
        scheduleCallbacks(thread);
    }

    @PythonMethod(value = "set_exception($self, exception, /)", doc = "Makes the future done, with an exception.")
    final void fail(ThreadState thread, PyObject value) {
        ensurePending(thread);
        PyObject made = value instanceof PyType cls && cls.isSubtypeOf(Exceptions.BASE_EXCEPTION)
                ? Calls.call(thread, cls)
                : value;
        if (!(made instanceof PyBaseException failure)) {
            throw PyErr.typeError("invalid exception object");
        }
        if (failure.type() == Exceptions.STOP_ITERATION) {
            throw PyErr.typeError("StopIteration interacts badly with generators and cannot be raised into a Future");
        }
        exception = failure;
        exceptionTraceback = failure.traceback();
        state = FutureState.FINISHED;
        scheduleCallbacks(thread);
        setLogsTraceback(thread, true);
    }

    @PythonMethod(
            value = "cancel($self, /, msg=None)",
            doc = "Makes the future done, without a result; False if it was done before.")
    final boolean cancelFuture(ThreadState thread, PyObject message) {
        ensureInitialized();
        setLogsTraceback(thread, false);
        if (!isPending()) {
            return false;
        }
        state = FutureState.CANCELLED;
        cancelMessage = message;
        updateGuard(thread);
        scheduleCallbacks(thread);
        return true;
    }

    /** {@code cancel()}, which is another method for a task. */
    boolean cancel(ThreadState thread, PyObject message) {
        return cancelFuture(thread, message);
    }

    /** A task has ended with an exception by which it was cancelled. */
    final boolean cancelledBy(ThreadState thread, PyBaseException error) {
        cancelledError = error;
        return cancelFuture(thread, Singletons.NONE);
    }

    @PythonMethod(
            value = "_make_cancelled_error($self, /)",
            doc = "The CancelledError to raise: the one that cancelled a task if it is asked for the first time.")
    final PyBaseException makeCancelledError(ThreadState thread) {
        PyBaseException error = cancelledError;
        if (error != null) {
            cancelledError = null;
            return error;
        }
        AsyncioState library = AsyncioState.of(thread);
        return cancelMessage == Singletons.NONE
                ? library.exception(thread, "CancelledError")
                : library.exception(thread, "CancelledError", cancelMessage);
    }

    @PythonMethod(value = "cancelled($self, /)", doc = "Whether the future was cancelled.")
    boolean isCancelled() {
        return loop != null && state == FutureState.CANCELLED;
    }

    @PythonMethod(value = "done($self, /)", doc = "Whether the future has a result or an exception, or was cancelled.")
    boolean isDone() {
        return loop != null && !isPending();
    }

    @PythonMethod(value = "get_loop($self, /)", doc = "The event loop that the future belongs to.")
    PyObject getLoop() {
        ensureInitialized();
        return loop;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        ensureInitialized();
        return new FutureIterator(this);
    }

    @SlotMethod(Slot.AM_AWAIT)
    PyObject await() {
        return iter();
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        ensureInitialized();
        return Calls.call(
                thread, AsyncioState.of(thread).library(thread, "asyncio.base_futures", "_future_repr"), this);
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }
}
