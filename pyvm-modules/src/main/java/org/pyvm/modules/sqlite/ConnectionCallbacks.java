package org.pyvm.modules.sqlite;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyStr;

/** The methods of connections that give the library something to call. */
final class ConnectionCallbacks {
    private ConnectionCallbacks() {}

    /** The hooks that a connection has one of each kind of: numbers with {@link Callbacks}, 0 for none. */
    static final class Hooks {
        private long authorizer;
        private long progress;
        private long trace;

        void clear(Callbacks callbacks) {
            callbacks.take(authorizer);
            callbacks.take(progress);
            callbacks.take(trace);
            authorizer = 0;
            progress = 0;
            trace = 0;
        }
    }

    private static long number(SqliteState state, PyObject callable) {
        return callable == Singletons.NONE ? 0 : state.callbacks.number(callable);
    }

    @PythonMethod("create_function($self, /, name, narg, func, *, deterministic=False)")
    static void createFunction(
            ThreadState thread,
            PyConnection self,
            PyStr name,
            int arguments,
            PyObject function,
            boolean deterministic) {
        long db = self.checked(thread);
        SqliteState state = self.state();
        Callbacks callbacks = state.callbacks;
        byte[] utf8 = SqliteState.utf8(thread, name);
        int flags = SqliteApi.UTF8 | (deterministic ? SqliteApi.DETERMINISTIC : 0);
        int code = state.retried(() -> {
            // The library gives up the number, also when it refuses the function.
            long number = callbacks.number(function);
            return state.api.createFunction(
                    db, utf8, arguments, flags, number, callbacks.function(), 0, 0, callbacks.destroy());
        });
        if (code != SqliteApi.OK) {
            throw state.errors.operational("Error creating function");
        }
    }

    @PythonMethod("create_aggregate($self, /, name, n_arg, aggregate_class)")
    static void createAggregate(ThreadState thread, PyConnection self, PyStr name, int arguments, PyObject cls) {
        long db = self.checked(thread);
        SqliteState state = self.state();
        Callbacks callbacks = state.callbacks;
        byte[] utf8 = SqliteState.utf8(thread, name);
        int code = state.retried(() -> state.api.createFunction(
                db,
                utf8,
                arguments,
                SqliteApi.UTF8,
                callbacks.number(cls),
                0,
                callbacks.step(),
                callbacks.end(),
                callbacks.destroy()));
        if (code != SqliteApi.OK) {
            throw state.errors.operational("Error creating aggregate");
        }
    }

    @PythonMethod("create_window_function($self, name, num_params, aggregate_class, /)")
    static void createWindowFunction(ThreadState thread, PyConnection self, PyStr name, int arguments, PyObject cls) {
        long db = self.checked(thread);
        SqliteState state = self.state();
        Callbacks callbacks = state.callbacks;
        byte[] utf8 = SqliteState.utf8(thread, name);
        int code = state.retried(() -> cls == Singletons.NONE
                ? state.api.createWindowFunction(db, utf8, arguments, 0, 0, 0, 0, 0, 0)
                : state.api.createWindowFunction(
                        db,
                        utf8,
                        arguments,
                        callbacks.number(cls),
                        callbacks.step(),
                        callbacks.end(),
                        callbacks.value(),
                        callbacks.inverse(),
                        callbacks.destroy()));
        if (code != SqliteApi.OK) {
            // The connection does not know of this error.
            throw state.errors.programming("%s", state.api.errorText(code));
        }
    }

    @PythonMethod("create_collation($self, name, callback, /)")
    static void createCollation(ThreadState thread, PyConnection self, PyStr name, PyObject callable) {
        long db = self.checked(thread);
        SqliteState state = self.state();
        byte[] utf8 = SqliteState.utf8(thread, name);
        if (callable != Singletons.NONE && !Calls.isCallable(callable)) {
            throw PyErr.typeError("parameter must be callable");
        }
        long number = number(state, callable);
        int code = state.retried(() -> number == 0
                ? state.api.createCollation(db, utf8, 0, 0, 0)
                : state.api.createCollation(db, utf8, number, state.callbacks.compare(), state.callbacks.destroy()));
        if (code != SqliteApi.OK) {
            // Unlike functions, a collation that is refused is not given up by the library.
            state.callbacks.take(number);
            throw state.errors.of(thread, state.api, db);
        }
    }

    @PythonMethod("set_authorizer($self, /, authorizer_callback)")
    static void setAuthorizer(ThreadState thread, PyConnection self, PyObject callable) {
        long db = self.checked(thread);
        SqliteState state = self.state();
        long number = number(state, callable);
        int code = state.api.setAuthorizer(db, number == 0 ? 0 : state.callbacks.authorize(), number);
        if (code != SqliteApi.OK) {
            state.callbacks.take(number);
            throw state.errors.operational("Error setting authorizer callback");
        }
        state.callbacks.take(self.hooks.authorizer);
        self.hooks.authorizer = number;
    }

    @PythonMethod("set_progress_handler($self, /, progress_handler, n)")
    static void setProgressHandler(ThreadState thread, PyConnection self, PyObject callable, int instructions) {
        long db = self.checked(thread);
        SqliteState state = self.state();
        long number = number(state, callable);
        state.api.progressHandler(db, instructions, number == 0 ? 0 : state.callbacks.progress(), number);
        state.callbacks.take(self.hooks.progress);
        self.hooks.progress = number;
    }

    @PythonMethod("set_trace_callback($self, /, trace_callback)")
    static void setTraceCallback(ThreadState thread, PyConnection self, PyObject callable) {
        long db = self.checked(thread);
        SqliteState state = self.state();
        long number = number(state, callable);
        state.api.trace(db, number == 0 ? 0 : SqliteApi.TRACE_STMT, number == 0 ? 0 : state.callbacks.trace(), number);
        state.callbacks.take(self.hooks.trace);
        self.hooks.trace = number;
    }
}
