package org.pyvm.modules.sqlite;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.pyvm.modules.CallbackFailures;
import org.pyvm.objects.InterpreterLock;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Unraisable;
import org.pyvm.objects.types.PyInt;

/**
 * What the library calls: functions, collations and hooks that are Python objects. The library gets one native function for each
 * kind, and a number that stands for the object.
 *
 * <p>A call comes on the thread that called the library, and takes the interpreter's lock if that was given up. Nothing may be
 * thrown to the library, for that would end the process: what is not the caller's business is kept, and raised by {@link #raiseKept}
 * when the library has returned.
 */
final class Callbacks {
    static final int DENY = 1;

    private final SqliteState state;
    private final InterpreterLock lock;
    /** The functions can be called as long as somebody has this object: the connections do. */
    private final Arena arena = Arena.ofAuto();

    private final Map<String, Long> functions = new HashMap<>();
    /** Numbers are given up from any thread: the library says when it has no more use for one. */
    private final Map<Long, PyObject> objects = new ConcurrentHashMap<>();

    private final AtomicLong numbers = new AtomicLong();
    private final CallbackFailures failures = new CallbackFailures();
    private final UserFunctions userFunctions;

    Callbacks(SqliteState state, InterpreterLock lock) {
        this.state = state;
        this.lock = lock;
        this.userFunctions = new UserFunctions(state, this);
    }

    long number(PyObject object) {
        long number = numbers.incrementAndGet();
        objects.put(number, object);
        return number;
    }

    PyObject object(long number) {
        return objects.get(number);
    }

    /** The object, whose number is given up. */
    PyObject take(long number) {
        return objects.remove(number);
    }

    /** Raises what a callback could not hand to the library. */
    void raiseKept() {
        failures.raise();
    }

    /** Reports an error that SQL sees as a mere failure, if the program has asked for that. */
    void report(ThreadState thread, PyErr error, PyObject callable) {
        if (state.reportsCallbackErrors) {
            Unraisable.report(thread, error, null, callable);
        }
    }

    // The native functions

    long function() {
        return address("function", "VJIJ");
    }

    long step() {
        return address("step", "VJIJ");
    }

    long inverse() {
        return address("inverse", "VJIJ");
    }

    long end() {
        return address("end", "VJ");
    }

    long value() {
        return address("value", "VJ");
    }

    long compare() {
        return address("compare", "IJIJIJ");
    }

    long authorize() {
        return address("authorize", "IJIJJJJ");
    }

    long progress() {
        return address("progress", "IJ");
    }

    long trace() {
        return address("trace", "IIJJJ");
    }

    /** Gives up the number. */
    long destroy() {
        return address("destroy", "VJ");
    }

    private long address(String method, String type) {
        return functions.computeIfAbsent(method, name -> {
            try {
                MethodType java = NativeFunction.descriptor(type).toMethodType();
                MethodHandle target = MethodHandles.lookup().bind(this, "on" + capitalised(name), java);
                return state.api.callback(target, type, arena).address();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** What is done when the library calls, under the lock. */
    @FunctionalInterface
    private interface Body {
        int run(ThreadState thread);
    }

    private int guarded(int onFailure, Body body) {
        boolean acquired = false;
        try {
            if (!lock.isHeld()) {
                lock.acquire();
                acquired = true;
            }
            return body.run(ThreadState.current());
        } catch (Throwable e) {
            failures.keep(e);
            return onFailure;
        } finally {
            if (acquired) {
                lock.release();
            }
        }
    }

    // Called by the native functions, by name

    void onFunction(long context, int count, long values) {
        guarded(0, thread -> userFunctions.call(thread, context, arguments(count, values)));
    }

    void onStep(long context, int count, long values) {
        guarded(0, thread -> userFunctions.step(thread, context, arguments(count, values)));
    }

    void onInverse(long context, int count, long values) {
        guarded(0, thread -> userFunctions.inverse(thread, context, arguments(count, values)));
    }

    void onEnd(long context) {
        guarded(0, thread -> userFunctions.end(thread, context));
    }

    void onValue(long context) {
        guarded(0, thread -> userFunctions.value(thread, context));
    }

    private long[] arguments(int count, long values) {
        long[] addresses = new long[count];
        for (int i = 0; i < count; i++) {
            addresses[i] = state.api.pointerAt(values + JAVA_LONG.byteSize() * i);
        }
        return addresses;
    }

    void onDestroy(long number) {
        objects.remove(number);
    }

    /** An error is raised where the statement was executed; until then all texts are equal. */
    int onCompare(long number, int leftLength, long left, int rightLength, long right) {
        return guarded(0, thread -> {
            if (failures.hasKept()) {
                return 0;
            }
            PyObject result = Calls.call(
                    thread,
                    object(number),
                    SqliteState.text(thread, state.api.bytes(left, leftLength)),
                    SqliteState.text(thread, state.api.bytes(right, rightLength)));
            return result instanceof PyInt order ? order.signum() : 0;
        });
    }

    int onAuthorize(long number, int action, long first, long second, long database, long source) {
        return guarded(DENY, thread -> {
            PyObject callable = object(number);
            try {
                PyObject answer = Calls.callArray(
                        thread,
                        callable,
                        PyInt.of(action),
                        textOrNone(thread, first),
                        textOrNone(thread, second),
                        textOrNone(thread, database),
                        textOrNone(thread, source));
                if (!(answer instanceof PyInt)) {
                    return DENY;
                }
                return Convert.toInt(thread, answer);
            } catch (PyErr e) {
                report(thread, e, callable);
                return DENY;
            }
        });
    }

    private PyObject textOrNone(ThreadState thread, long address) {
        byte[] text = state.api.textOrNull(address);
        return text == null ? Singletons.NONE : SqliteState.text(thread, text);
    }

    /** Not 0 to interrupt. */
    int onProgress(long number) {
        return guarded(1, thread -> {
            PyObject callable = object(number);
            try {
                return Objects.isTrue(thread, Calls.call(thread, callable)) ? 1 : 0;
            } catch (PyErr e) {
                report(thread, e, callable);
                return 1;
            }
        });
    }

    int onTrace(int event, long number, long statement, long sql) {
        return guarded(0, thread -> {
            PyObject callable = object(number);
            try {
                byte[] text = state.api.expandedSql(statement);
                if (text == null) {
                    PyErr tooLong = state.errors.data("Expanded SQL string exceeds the maximum string length");
                    report(thread, tooLong, callable);
                    text = state.api.textOrNull(sql);
                }
                Calls.call(thread, callable, SqliteState.text(thread, text));
            } catch (PyErr e) {
                report(thread, e, callable);
            }
            return 0;
        });
    }
}
