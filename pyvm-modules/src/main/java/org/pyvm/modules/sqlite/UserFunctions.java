package org.pyvm.modules.sqlite;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/**
 * SQL functions that are Python's: scalar ones, aggregates, and aggregates over windows. Methods are given the library's context of
 * the call, which knows the callable, the instance of an aggregate, and the result. They return 0.
 */
final class UserFunctions {
    private static final PyStr STEP = PyStr.intern("step");
    private static final PyStr INVERSE = PyStr.intern("inverse");
    private static final PyStr VALUE = PyStr.intern("value");
    private static final PyStr FINALIZE = PyStr.intern("finalize");

    private final SqliteState state;
    private final Callbacks callbacks;

    UserFunctions(SqliteState state, Callbacks callbacks) {
        this.state = state;
        this.callbacks = callbacks;
    }

    private PyObject callable(long context) {
        return callbacks.object(state.api.userData(context));
    }

    int call(ThreadState thread, long context, long[] values) {
        PyObject callable = callable(context);
        try {
            setResult(thread, context, Calls.callArray(thread, callable, arguments(thread, values)));
        } catch (PyErr e) {
            fail(thread, context, e, "user-defined function raised exception");
        } catch (RuntimeException | Error e) {
            state.api.resultError(context, "user-defined function raised exception");
            throw e;
        }
        return 0;
    }

    private void fail(ThreadState thread, long context, PyErr error, String message) {
        if (error.matches(Exceptions.MEMORY_ERROR)) {
            state.api.resultNoMemory(context);
        } else if (error.matches(Exceptions.OVERFLOW_ERROR)) {
            state.api.resultTooBig(context);
        } else {
            state.api.resultError(context, message);
        }
        callbacks.report(thread, error, callable(context));
    }

    private void failMethod(ThreadState thread, long context, PyErr error, PyStr method, boolean isMissing) {
        fail(
                thread,
                context,
                error,
                "user-defined aggregate's '" + method + "' method " + (isMissing ? "not defined" : "raised error"));
    }

    /** The instance that this use of the aggregate has, made when it has none yet; null after a failure. */
    private PyObject instance(ThreadState thread, long context) {
        long place = state.api.aggregateContext(context);
        if (place == 0) {
            throw PyErr.memoryError();
        }
        long number = state.api.pointerAt(place);
        if (number != 0) {
            return callbacks.object(number);
        }
        try {
            PyObject made = Calls.call(thread, callable(context));
            state.api.setPointerAt(place, callbacks.number(made));
            return made;
        } catch (PyErr e) {
            fail(thread, context, e, "user-defined aggregate's '__init__' method raised error");
            return null;
        }
    }

    int step(ThreadState thread, long context, long[] values) {
        PyObject instance = instance(thread, context);
        if (instance != null) {
            callMethod(thread, context, instance, STEP, values);
        }
        return 0;
    }

    int inverse(ThreadState thread, long context, long[] values) {
        PyObject instance = instance(thread, context);
        if (instance != null) {
            callMethod(thread, context, instance, INVERSE, values);
        }
        return 0;
    }

    private void callMethod(ThreadState thread, long context, PyObject instance, PyStr name, long[] values) {
        PyObject method;
        try {
            method = Attributes.get(thread, instance, name);
        } catch (PyErr e) {
            failMethod(thread, context, e, name, true);
            return;
        }
        try {
            Calls.callArray(thread, method, arguments(thread, values));
        } catch (PyErr e) {
            failMethod(thread, context, e, name, false);
        }
    }

    int value(ThreadState thread, long context) {
        PyObject instance = instance(thread, context);
        if (instance != null) {
            setResultOf(thread, context, instance, VALUE);
        }
        return 0;
    }

    /** The last call for an instance. There is none when no row was stepped through, or its making failed. */
    int end(ThreadState thread, long context) {
        long place = state.api.aggregateContext(context);
        PyObject instance = place == 0 ? null : callbacks.take(state.api.pointerAt(place));
        if (instance != null) {
            setResultOf(thread, context, instance, FINALIZE);
        }
        return 0;
    }

    private void setResultOf(ThreadState thread, long context, PyObject instance, PyStr method) {
        try {
            setResult(thread, context, Calls.callMethod(thread, instance, method));
        } catch (PyErr e) {
            failMethod(thread, context, e, method, e.matches(Exceptions.ATTRIBUTE_ERROR));
        }
    }

    private PyObject[] arguments(ThreadState thread, long[] values) {
        SqliteApi api = state.api;
        PyObject[] arguments = new PyObject[values.length];
        for (int i = 0; i < values.length; i++) {
            long value = values[i];
            arguments[i] = switch (api.valueType(value)) {
                case SqliteApi.INTEGER -> PyInt.of(api.valueInteger(value));
                case SqliteApi.FLOAT -> PyFloat.of(api.valueDouble(value));
                case SqliteApi.TEXT -> SqliteState.text(thread, api.valueText(value));
                case SqliteApi.NULL -> Singletons.NONE;
                default -> SqliteState.blob(api.valueBlob(value));
            };
        }
        return arguments;
    }

    private void setResult(ThreadState thread, long context, PyObject result) {
        SqliteApi api = state.api;
        if (result == Singletons.NONE) {
            api.resultNull(context);
        } else if (result instanceof PyInt number) {
            api.result(context, SqliteState.integer(number));
        } else if (result instanceof PyFloat number) {
            api.result(context, number.value());
        } else if (result instanceof PyStr text) {
            api.resultText(context, Utf8.encode(thread, text, null));
        } else if (result.type().slots().has(Slot.BF_GETBUFFER)) {
            api.resultBlob(context, Convert.toByteArray(thread, result));
        } else {
            throw state.errors.programming("User-defined functions cannot return '%T' values to SQLite", result);
        }
    }
}
