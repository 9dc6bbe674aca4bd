package org.pyvm.eval;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;

/**
 * The awaitable that {@code asend()}, {@code athrow()} and {@code aclose()} of an asynchronous generator give. What the
 * generator itself yields arrives wrapped ({@link PyAsyncWrappedValue}) and ends the step; what it awaits passes through.
 */
@PythonType(name = "async_generator_asend")
public final class PyAsyncGeneratorStep extends PyObject {
    public static final PyType SEND_TYPE = PyType.builtin(
                    "builtins",
                    "async_generator_asend",
                    new PyAsyncGeneratorStepExposed.SlotTable(),
                    new PyAsyncGeneratorStepExposed())
            .notSubclassable();
    public static final PyType THROW_TYPE = PyType.builtin(
                    "builtins",
                    "async_generator_athrow",
                    new PyAsyncGeneratorStepExposed.SlotTable(),
                    new PyAsyncGeneratorStepExposed())
            .notSubclassable();

    /** Which method made the step. */
    public enum Kind {
        SEND,
        THROW,
        CLOSE
    }

    private enum State {
        INITIAL,
        RUNNING,
        FINISHED
    }

    private final PyAsyncGenerator generator;
    private final Kind kind;
    private final PyObject value;
    private final PyErr error;
    private State state = State.INITIAL;

    /**
     * @param value what {@link Kind#SEND} sends first
     * @param error what {@link Kind#THROW} throws; null for the others
     */
    PyAsyncGeneratorStep(PyAsyncGenerator generator, Kind kind, PyObject value, PyErr error) {
        super(kind == Kind.SEND ? SEND_TYPE : THROW_TYPE);
        this.generator = generator;
        this.kind = kind;
        this.value = value;
        this.error = error;
    }

    private String method() {
        return switch (kind) {
            case SEND -> "anext";
            case THROW -> "athrow";
            case CLOSE -> "aclose";
        };
    }

    /** Resumes; see {@link org.pyvm.objects.Slots#send}. */
    @SlotMethod(Slot.AM_SEND)
    PyObject send(ThreadState thread, PyObject sent) {
        if (state == State.FINISHED) {
            throw PyErr.runtimeError(
                    kind == Kind.SEND
                            ? "cannot reuse already awaited __anext__()/asend()"
                            : "cannot reuse already awaited aclose()/athrow()");
        }
        if (state == State.INITIAL) {
            return start(thread, sent);
        }
        return settle(thread, () -> generator.send(thread, sent));
    }

    private PyObject start(ThreadState thread, PyObject sent) {
        if (generator.busy) {
            state = State.FINISHED;
            throw PyErr.runtimeError("%s(): asynchronous generator is already running", method());
        }
        if (kind == Kind.SEND) {
            state = State.RUNNING;
            generator.busy = true;
            PyObject first = sent == Singletons.NONE ? value : sent;
            return settle(thread, () -> generator.send(thread, first));
        }
        if (sent != Singletons.NONE) {
            throw PyErr.runtimeError("can't send non-None value to a just-started coroutine");
        }
        if (generator.closed || generator.frame() == null) {
            state = State.FINISHED;
            if (kind == Kind.CLOSE) {
                thread.stopValue = Singletons.NONE;
                return null;
            }
            throw PyErr.of(Exceptions.STOP_ASYNC_ITERATION, new PyObject[0]);
        }
        state = State.RUNNING;
        generator.busy = true;
        if (kind == Kind.CLOSE) {
            generator.closed = true;
        }
        PyErr thrown = kind == Kind.CLOSE ? PyErr.of(Exceptions.GENERATOR_EXIT, new PyObject[0]) : error;
        return settle(thread, () -> generator.throwInto(thread, thrown));
    }

    /** Throws into the awaited operation. */
    PyObject throwInto(ThreadState thread, PyErr thrown) {
        if (state == State.FINISHED) {
            throw PyErr.runtimeError(
                    kind == Kind.SEND
                            ? "cannot reuse already awaited __anext__()/asend()"
                            : "cannot reuse already awaited aclose()/athrow()");
        }
        if (state == State.INITIAL) {
            if (generator.busy) {
                state = State.FINISHED;
                throw PyErr.runtimeError("%s(): asynchronous generator is already running", method());
            }
            state = State.RUNNING;
            generator.busy = true;
        }
        return settle(thread, () -> generator.throwInto(thread, thrown));
    }

    /** {@code close()} of the awaitable. */
    @PythonMethod("close($self, /)")
    void close() {
        state = State.FINISHED;
    }

    private interface Resume {
        PyObject run();
    }

    private PyObject settle(ThreadState thread, Resume resume) {
        PyObject result;
        try {
            result = resume.run();
        } catch (PyErr e) {
            finish();
            generator.closed |= generator.frame() == null;
            if (kind == Kind.CLOSE
                    && (e.matches(Exceptions.STOP_ASYNC_ITERATION) || e.matches(Exceptions.GENERATOR_EXIT))) {
                thread.stopValue = Singletons.NONE;
                return null;
            }
            throw e;
        }
        if (result == null) {
            // The generator has returned.
            finish();
            generator.closed = true;
            if (kind == Kind.CLOSE) {
                thread.stopValue = Singletons.NONE;
                return null;
            }
            throw PyErr.of(Exceptions.STOP_ASYNC_ITERATION, new PyObject[0]);
        }
        if (result instanceof PyAsyncWrappedValue wrapped) {
            finish();
            if (kind == Kind.CLOSE) {
                throw PyErr.runtimeError("async generator ignored GeneratorExit");
            }
            thread.stopValue = wrapped.value();
            return null;
        }
        return result;
    }

    private void finish() {
        state = State.FINISHED;
        generator.busy = false;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @SlotMethod(Slot.AM_AWAIT)
    PyObject await() {
        return this;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        return send(thread, Singletons.NONE);
    }

    @PythonMethod("send($self, value, /)")
    PyObject sendMethod(ThreadState thread, PyObject sent) {
        return GeneratorMethods.orStop(thread, send(thread, sent));
    }

    @PythonMethod("throw($self, typ, val=None, tb=None, /)")
    PyObject throwMethod(ThreadState thread, PyObject type, PyObject val, PyObject tb) {
        return GeneratorMethods.orStop(thread, throwInto(thread, Resumable.thrown(thread, type, val, tb)));
    }
}
