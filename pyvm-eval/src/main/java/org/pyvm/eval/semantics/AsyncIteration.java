package org.pyvm.eval.semantics;

import org.pyvm.compiler.CodeFlags;
import org.pyvm.eval.Frame;
import org.pyvm.eval.PyAsyncGenerator;
import org.pyvm.eval.PyCoroutine;
import org.pyvm.eval.PyGenerator;
import org.pyvm.eval.Unwinding;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;

/** Awaiting and asynchronous iteration. */
public final class AsyncIteration {
    private AsyncIteration() {}

    @Semantics("GET_AWAITABLE")
    public static PyObject getAwaitable(ThreadState thread, PyObject awaitable) {
        return awaitIterator(thread, awaitable, "object %T can't be used in 'await' expression");
    }

    /** @param kind 1 for what {@code __aenter__} returned, 2 for {@code __aexit__} */
    @Semantics("GET_WITH_AWAITABLE")
    public static PyObject getWithAwaitable(ThreadState thread, PyObject awaitable, int kind) {
        return awaitIterator(
                thread,
                awaitable,
                "'async with' received an object from " + (kind == 1 ? "__aenter__" : "__aexit__")
                        + " that does not implement __await__: %T");
    }

    /** {@code _PyCoro_GetAwaitableIter}. */
    public static PyObject awaitIterator(ThreadState thread, PyObject awaitable, String refusal) {
        if (awaitable instanceof PyCoroutine coroutine) {
            if (coroutine.delegate() != null) {
                throw PyErr.runtimeError("coroutine is being awaited already");
            }
            return coroutine;
        }
        if (isIterableCoroutine(awaitable)) {
            return awaitable;
        }
        if (!awaitable.type().slots().has(Slot.AM_AWAIT)) {
            throw PyErr.typeError(refusal, awaitable);
        }
        PyObject iterator = awaitable.type().slots().await(thread, awaitable);
        if (iterator instanceof PyCoroutine || isIterableCoroutine(iterator)) {
            throw PyErr.typeError("__await__() returned a coroutine");
        }
        if (!Iterators.isIterator(iterator)) {
            throw PyErr.typeError("__await__() returned non-iterator of type '%T'", iterator);
        }
        return iterator;
    }

    private static boolean isIterableCoroutine(PyObject object) {
        return object.type() == PyGenerator.TYPE
                && ((PyGenerator) object).code().code().has(CodeFlags.ITERABLE_COROUTINE);
    }

    @Semantics("GET_YIELD_FROM_ITER")
    public static PyObject getYieldFromIter(ThreadState thread, Frame frame, PyObject iterable) {
        if (iterable instanceof PyCoroutine) {
            if ((frame.code().code().flags() & (CodeFlags.COROUTINE | CodeFlags.ITERABLE_COROUTINE)) == 0) {
                throw PyErr.typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
            }
            return iterable;
        }
        return iterable.type() == PyGenerator.TYPE ? iterable : Iterators.iter(thread, iterable);
    }

    @Semantics("GET_AITER")
    public static PyObject getAiter(ThreadState thread, PyObject iterable) {
        if (!iterable.type().slots().has(Slot.AM_AITER)) {
            throw PyErr.typeError("'async for' requires an object with __aiter__ method, got %T", iterable);
        }
        PyObject iterator = iterable.type().slots().aiter(thread, iterable);
        if (!iterator.type().slots().has(Slot.AM_ANEXT)) {
            throw PyErr.typeError(
                    "'async for' received an object from __aiter__ that does not implement __anext__: %T", iterator);
        }
        return iterator;
    }

    @Semantics("GET_ANEXT")
    public static PyObject getAnext(ThreadState thread, PyObject iterator) {
        if (!iterator.type().slots().has(Slot.AM_ANEXT)) {
            throw PyErr.typeError("'async for' requires an iterator with __anext__ method, got %T", iterator);
        }
        PyObject awaitable = iterator.type().slots().anext(thread, iterator);
        if (iterator.type() == PyAsyncGenerator.TYPE) {
            return awaitable;
        }
        try {
            return awaitIterator(thread, awaitable, "'async for' received an invalid object from __anext__: %T");
        } catch (PyErr e) {
            PyErr error = PyErr.typeError("'async for' received an invalid object from __anext__: %T", awaitable);
            error.value().setCause(e.value());
            throw error;
        }
    }

    /** Ends an async for; answers the offset to go on at. */
    @Semantics("END_ASYNC_FOR")
    public static int endAsyncFor(ThreadState thread, Frame frame, int next) {
        PyObject type = frame.slots[frame.stackTop - 1];
        PyBaseException exception = (PyBaseException) frame.slots[frame.stackTop - 2];
        if (((PyType) type).isSubtypeOf(Exceptions.STOP_ASYNC_ITERATION)) {
            Unwinding.popHandler(thread, frame);
            frame.slots[--frame.stackTop] = null;
            return next;
        }
        return Unwinding.reraise(thread, frame, exception);
    }
}
