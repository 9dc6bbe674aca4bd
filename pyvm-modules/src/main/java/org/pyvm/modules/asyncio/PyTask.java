package org.pyvm.modules.asyncio;

import org.pyvm.eval.PyCoroutine;
import org.pyvm.eval.PyGenerator;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.contextvars.PyContext;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStr;

/**
 * {@code asyncio.Task}: the future of a coroutine, which it drives. Each step lets the coroutine run until it waits; the future that it
 * waits for then calls {@link #wakeup}, which makes the next step.
 */
@PythonType(
        name = "Task",
        module = "_asyncio",
        doc = "A coroutine that an event loop runs.",
        parts = TaskAttributes.class)
public final class PyTask extends PyFuture {
    public static final PyType TYPE =
            PyType.builtin("_asyncio", "Task", PyFuture.TYPE, new PyTaskExposed.SlotTable(), new PyTaskExposed());

    private static final PyStr FUTURE_BLOCKING = PyStr.intern("_asyncio_future_blocking");
    private static final PyStr ADD_DONE_CALLBACK = PyStr.intern("add_done_callback");
    private static final PyStr CANCEL = PyStr.intern("cancel");
    private static final PyStr RESULT = PyStr.intern("result");
    private static final PyStr GET_LOOP = PyStr.intern("get_loop");
    private static final PyStr LOOP = PyStr.intern("_loop");
    private static final PyStr[] CONTEXT = {PyStr.intern("context")};
    private static final PyStr[] MESSAGE = {PyStr.intern("msg")};

    /** Null before {@code __init__}. */
    private PyObject coroutine;

    private PyObject context = Singletons.NONE;
    private PyObject name = Singletons.NONE;
    /** What the coroutine waits for; null when it runs, or is about to. */
    private PyObject waiter;

    private boolean mustCancel;
    private boolean logsDestroyPending;
    private int cancelRequests;
    /** The callback of the futures that it waits for; null before the first. */
    private PyObject wakeup;

    private PyTask(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyTask(cls);
    }

    @PythonInit("($self, coro, *, loop=None, name=None, context=None)")
    void init(ThreadState thread, PyObject newCoroutine, PyObject givenLoop, PyObject newName, PyObject newContext) {
        logsDestroyPending = false;
        init(thread, givenLoop);
        AsyncioState asyncio = AsyncioState.of(thread);
        if (!isCoroutine(thread, asyncio, newCoroutine)) {
            throw PyErr.typeError("a coroutine was expected, got %r", newCoroutine);
        }
        context = newContext == Singletons.NONE ? PyContext.current(thread).copy() : newContext;
        waiter = null;
        mustCancel = false;
        cancelRequests = 0;
        coroutine = newCoroutine;
        name = newName == Singletons.NONE ? asyncio.nextTaskName() : text(thread, newName);
        setLogsDestroyPending(thread, true);
        if (coroutine instanceof PyCoroutine own) {
            own.rearm(thread);
        }
        stepSoon(thread, null);
        asyncio.register(thread, this);
    }

    private static boolean isCoroutine(ThreadState thread, AsyncioState asyncio, PyObject object) {
        return object instanceof PyCoroutine
                || Objects.isTrue(
                        thread,
                        Calls.call(thread, asyncio.library(thread, "asyncio.coroutines", "iscoroutine"), object));
    }

    private static PyObject text(ThreadState thread, PyObject value) {
        return value.type() == PyStr.TYPE ? value : Objects.str(thread, value);
    }

    PyObject coroutine() {
        return coroutine;
    }

    /** Null for none. */
    PyObject waiter() {
        return waiter;
    }

    boolean mustCancel() {
        return mustCancel;
    }

    boolean logsDestroyPending() {
        return logsDestroyPending;
    }

    void setLogsDestroyPending(ThreadState thread, boolean logs) {
        logsDestroyPending = logs;
        updateGuard(thread);
    }

    /** {@code all_tasks()} leaves out what is done, but would have to look at each that Java's collector has not taken yet. */
    @Override
    void ended(ThreadState thread) {
        AsyncioState.of(thread).unregister(thread, this);
    }

    /** One that is dropped while it waits will never end. */
    @Override
    boolean wouldBeMissed() {
        return super.wouldBeMissed() || logsDestroyPending && isPending();
    }

    @SlotMethod(Slot.TP_FINALIZE)
    static void finalizeObject(ThreadState thread, PyObject self) {
        PyTask task = (PyTask) self;
        if (task.logsDestroyPending && task.isPending()) {
            PyDict told = new PyDict();
            told.put("message", PyStr.of("Task was destroyed but it is pending!"));
            told.put("task", task);
            task.callExceptionHandler(thread, told);
        }
        task.tellOfException(thread);
    }

    private void stepSoon(ThreadState thread, PyBaseException thrown) {
        callSoon(thread, new TaskStep(this, thrown), null, context);
    }

    /** The coroutine has done what it must not; it is told of it at its next step. */
    private void failSoon(ThreadState thread, String template, Object... values) {
        stepSoon(thread, PyErr.runtimeError(template, values).value());
    }

    /**
     * Lets the coroutine run until it waits or ends.
     *
     * @param given what to throw into it; null for nothing
     * @return what CPython's steps return: True when the task was cancelled, else None
     */
    PyObject step(ThreadState thread, PyBaseException given) {
        AsyncioState asyncio = AsyncioState.of(thread);
        asyncio.enter(thread, loop(), this);
        try {
            return advance(thread, asyncio, given);
        } finally {
            asyncio.leave(thread, loop(), this);
        }
    }

    private PyObject advance(ThreadState thread, AsyncioState asyncio, PyBaseException given) {
        if (!isPending()) {
            throw alreadyDone(thread, given);
        }
        PyBaseException thrown = given;
        if (mustCancel) {
            if (thrown == null || !asyncio.isCancelledError(thread, thrown)) {
                thrown = makeCancelledError(thread);
            }
            mustCancel = false;
        }
        waiter = null;
        PyObject yielded;
        try {
            yielded = resume(thread, thrown);
        } catch (PyErr e) {
            e.settleContext(thread);
            return raised(thread, asyncio, e);
        }
        if (yielded == null) {
            return returned(thread, thread.stopValue);
        }
        awaiting(thread, yielded);
        return Singletons.NONE;
    }

    private PyErr alreadyDone(ThreadState thread, PyBaseException given) {
        PyStr what = Objects.repr(thread, given == null ? Singletons.NONE : given);
        return AsyncioState.invalidState(thread, "_step(): already done: " + Objects.repr(thread, this) + " " + what);
    }

    /** What the coroutine yields; null when it has returned, the result being in {@link ThreadState#stopValue}. */
    private PyObject resume(ThreadState thread, PyBaseException thrown) {
        if (coroutine == null) {
            throw PyErr.runtimeError("uninitialized Task object");
        }
        if (coroutine instanceof PyCoroutine own) {
            return thrown == null ? own.send(thread, Singletons.NONE) : own.throwInto(thread, new PyErr(thrown));
        }
        try {
            if (thrown != null) {
                return Calls.callMethod(thread, coroutine, Names.THROW_NAME, thrown);
            }
            return coroutine.type().slots().has(Slot.AM_SEND) || Iterators.isIterator(coroutine)
                    ? Iterators.send(thread, coroutine, Singletons.NONE)
                    : Calls.callMethod(thread, coroutine, Names.SEND_NAME, Singletons.NONE);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.STOP_ITERATION)) {
                throw e;
            }
            thread.stopValue = Exceptions.stopIterationValue(e.value());
            return null;
        }
    }

    private PyObject returned(ThreadState thread, PyObject value) {
        if (mustCancel) {
            // It was cancelled while it ran for the last time.
            mustCancel = false;
            return PyBool.of(cancelFuture(thread, cancelMessage()));
        }
        finish(thread, value);
        return Singletons.NONE;
    }

    private PyObject raised(ThreadState thread, AsyncioState asyncio, PyErr error) {
        if (asyncio.isCancelledError(thread, error.value())) {
            return PyBool.of(cancelledBy(thread, error.value()));
        }
        fail(thread, error.value());
        if (error.matches(Exceptions.KEYBOARD_INTERRUPT) || error.matches(Exceptions.SYSTEM_EXIT)) {
            throw error;
        }
        return Singletons.NONE;
    }

    /** The coroutine has yielded: a future that it waits for, or None to let others run. */
    private void awaiting(ThreadState thread, PyObject yielded) {
        if (yielded == this) {
            failSoon(thread, "Task cannot await on itself: %r", this);
        } else if (isExact(yielded)) {
            awaitingOwn(thread, (PyFuture) yielded);
        } else if (yielded == Singletons.NONE) {
            stepSoon(thread, null);
        } else {
            awaitingOther(thread, yielded);
        }
    }

    private void awaitingOwn(ThreadState thread, PyFuture future) {
        if (!mayAwait(thread, future, future.isBlocking(), future.loop())) {
            return;
        }
        future.setBlocking(false);
        future.addCallback(thread, wakeupCallback(), context);
        waiter = future;
        if (mustCancel && future.cancel(thread, cancelMessage())) {
            mustCancel = false;
        }
    }

    /** A future of another class, or something that is no future. */
    private void awaitingOther(ThreadState thread, PyObject yielded) {
        PyObject blocking = Attributes.getOrNull(thread, yielded, FUTURE_BLOCKING);
        if (blocking == null || blocking == Singletons.NONE) {
            if (yielded instanceof PyGenerator) {
                failSoon(
                        thread, "yield was used instead of yield from for generator in task %r with %r", this, yielded);
            } else {
                failSoon(thread, "Task got bad yield: %r", yielded);
            }
            return;
        }
        if (!mayAwait(thread, yielded, Objects.isTrue(thread, blocking), loopOf(thread, yielded))) {
            return;
        }
        Attributes.set(thread, yielded, FUTURE_BLOCKING, PyBool.FALSE);
        Calls.call(
                thread,
                Attributes.get(thread, yielded, ADD_DONE_CALLBACK),
                new PyObject[] {wakeupCallback(), context},
                CONTEXT);
        waiter = yielded;
        if (mustCancel && cancelOther(thread, yielded, cancelMessage())) {
            mustCancel = false;
        }
    }

    private boolean mayAwait(ThreadState thread, PyObject future, boolean isBlocking, PyObject futureLoop) {
        if (!isBlocking) {
            failSoon(thread, "yield was used instead of yield from in task %r with %r", this, future);
            return false;
        }
        if (futureLoop != loop()) {
            failSoon(thread, "Task %r got Future %r attached to a different loop", this, future);
            return false;
        }
        return true;
    }

    private static PyObject loopOf(ThreadState thread, PyObject future) {
        PyObject getLoop = Attributes.getOrNull(thread, future, GET_LOOP);
        return getLoop == null ? Attributes.get(thread, future, LOOP) : Calls.call(thread, getLoop);
    }

    private static boolean cancelOther(ThreadState thread, PyObject future, PyObject message) {
        PyObject[] args = {message};
        return Objects.isTrue(thread, Calls.call(thread, Attributes.get(thread, future, CANCEL), args, MESSAGE));
    }

    private PyObject wakeupCallback() {
        if (wakeup == null) {
            wakeup = WakeupBody.of(this);
        }
        return wakeup;
    }

    /** The future that the coroutine waits for is done. The coroutine asks for the result itself; an exception is thrown into it. */
    PyObject wakeup(ThreadState thread, PyObject future) {
        PyBaseException failure;
        try {
            if (isExact(future)) {
                failure = ((PyFuture) future).failureToRaise(thread);
            } else {
                Calls.callMethod(thread, future, RESULT);
                failure = null;
            }
        } catch (PyErr e) {
            e.settleContext(thread);
            failure = e.value();
        }
        return step(thread, failure);
    }

    @Override
    boolean cancel(ThreadState thread, PyObject message) {
        return cancelTask(thread, message);
    }

    @PythonMethod(
            value = "cancel($self, /, msg=None)",
            doc = "Asks the task to stop: CancelledError is thrown into the coroutine, which may catch it.")
    boolean cancelTask(ThreadState thread, PyObject message) {
        setLogsTraceback(thread, false);
        if (!isPending()) {
            return false;
        }
        cancelRequests++;
        // What it waits for may be a task that goes on all the same; so it stays the waiter, for the next time.
        if (waiter != null && cancelWaiter(thread, message)) {
            return true;
        }
        mustCancel = true;
        setCancelMessage(message);
        return true;
    }

    private boolean cancelWaiter(ThreadState thread, PyObject message) {
        return isExact(waiter) ? ((PyFuture) waiter).cancel(thread, message) : cancelOther(thread, waiter, message);
    }

    @PythonMethod(
            value = "cancelling($self, /)",
            doc = "How often the task was asked to stop, less what was taken back.")
    int cancelling() {
        return cancelRequests;
    }

    @PythonMethod(
            value = "uncancel($self, /)",
            doc = "Takes back one request to stop, by whoever made it; the number of those that are left.")
    int uncancel() {
        if (cancelRequests > 0) {
            cancelRequests--;
        }
        return cancelRequests;
    }

    @PythonMethod("set_result($self, result, /)")
    void refuseResult(ThreadState thread, PyObject value) {
        throw PyErr.runtimeError("Task does not support set_result operation");
    }

    @PythonMethod("set_exception($self, exception, /)")
    void refuseException(ThreadState thread, PyObject value) {
        throw PyErr.runtimeError("Task does not support set_exception operation");
    }

    @PythonMethod("get_coro($self, /)")
    PyObject getCoroutine() {
        return FutureAttributes.orNone(coroutine);
    }

    @PythonMethod("get_name($self, /)")
    PyObject name() {
        return name;
    }

    @PythonMethod("set_name($self, value, /)")
    void setName(ThreadState thread, PyObject value) {
        name = text(thread, value);
    }

    @PythonMethod(
            value = "get_stack($self, /, *, limit=None)",
            doc = "The frames of the coroutine, oldest first: where it waits, or where its exception went.")
    PyObject getStack(ThreadState thread, PyObject limit) {
        return Calls.call(thread, base(thread, "_task_get_stack"), this, limit);
    }

    @PythonMethod(
            value = "print_stack($self, /, *, limit=None, file=None)",
            doc = "Prints the frames of the coroutine.")
    PyObject printStack(ThreadState thread, PyObject limit, PyObject file) {
        return Calls.call(thread, base(thread, "_task_print_stack"), this, limit, file);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject taskRepr(ThreadState thread) {
        ensureInitialized();
        return Calls.call(thread, base(thread, "_task_repr"), this);
    }

    private static PyObject base(ThreadState thread, String function) {
        return AsyncioState.of(thread).library(thread, "asyncio.base_tasks", function);
    }
}
