package org.pyvm.modules.threads;

import java.util.concurrent.atomic.AtomicInteger;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyStructSequence;
import org.pyvm.objects.types.PyTuple;

/** {@code _thread}. */
@PythonModule("_thread")
public final class ThreadModule {
    /** Seconds; what fits a 64-bit count of nanoseconds. */
    @PythonConstant("TIMEOUT_MAX")
    static final double TIMEOUT_MAX = 9223372036.0;

    @PythonConstant("error")
    static final PyObject ERROR = Exceptions.RUNTIME_ERROR;

    @PythonConstant("LockType")
    static final PyObject LOCK_TYPE = PyLock.TYPE;

    @PythonConstant("RLock")
    static final PyObject RLOCK = PyRLock.TYPE;

    @PythonConstant("_local")
    static final PyObject LOCAL = PyLocal.TYPE;

    private static final PyStructSequence.Definition EXCEPT_HOOK_ARGS = new PyStructSequence.Definition(
            "_thread", "_ExceptHookArgs", "exc_type", "exc_value", "exc_traceback", "thread");

    @PythonConstant("_ExceptHookArgs")
    static final PyObject EXCEPT_HOOK_ARGS_TYPE = EXCEPT_HOOK_ARGS.type();

    /** Python calls need more stack than Java's default; a thread's is reserved, not committed. */
    private static final long DEFAULT_STACK = 256L << 20;

    private final InterpreterState interpreter;
    private final AtomicInteger running = new AtomicInteger();
    private long stackSize;

    ThreadModule(InterpreterState interpreter) {
        this.interpreter = interpreter;
    }

    /** A lock that is released when its thread ends; {@code threading} joins by it. */
    private static final class Sentinels {
        private final java.util.Map<ThreadState, PyLock> locks = new java.util.concurrent.ConcurrentHashMap<>();
    }

    @PythonFunction("allocate_lock()")
    PyObject allocateLock() {
        return new PyLock();
    }

    @PythonFunction("allocate()")
    PyObject allocate() {
        return new PyLock();
    }

    @PythonFunction("get_ident()")
    long getIdent(ThreadState thread) {
        return thread.id();
    }

    @PythonFunction("get_native_id()")
    long getNativeId(ThreadState thread) {
        return interpreter.service(Host.class).processes().pid() + thread.id() - 1;
    }

    @PythonFunction("_count()")
    int count() {
        return running.get();
    }

    @PythonFunction("daemon_threads_allowed()")
    boolean daemonThreadsAllowed() {
        return true;
    }

    @PythonFunction("stack_size(size=0, /)")
    long stackSize(long size) {
        if (size < 0) {
            throw PyErr.valueError("size must be 0 or a positive value");
        }
        if (size > 0 && size < 32768) {
            throw PyErr.valueError("size not valid: %d bytes", size);
        }
        long before = stackSize;
        stackSize = size;
        return before;
    }

    @PythonFunction("start_new_thread(function, args, kwargs=<unrepresentable>, /)")
    long startNewThread(ThreadState thread, PyObject function, PyObject args, PyObject keywords) {
        if (!Calls.isCallable(function)) {
            throw PyErr.typeError("first arg must be callable");
        }
        if (!(args instanceof PyTuple positional)) {
            throw PyErr.typeError("2nd arg must be a tuple");
        }
        if (keywords != null && !(keywords instanceof PyDict)) {
            throw PyErr.typeError("optional 3rd arg must be a dictionary");
        }
        ThreadState started = interpreter.newThread();
        long stack = stackSize == 0 ? DEFAULT_STACK : Math.max(stackSize, 16L << 20);
        interpreter
                .service(Host.class)
                .threads()
                .start(
                        "Thread-" + started.id(),
                        stack,
                        () -> run(started, function, positional.toArray(), (PyDict) keywords));
        return started.id();
    }

    private void run(ThreadState thread, PyObject function, PyObject[] args, PyDict keywords) {
        ThreadState.attach(thread);
        interpreter.lock().acquire();
        running.incrementAndGet();
        try {
            Calls.callWithDict(thread, function, args, keywords);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.SYSTEM_EXIT)) {
                org.pyvm.objects.protocol.Unraisable.report(
                        thread, e, "Exception ignored in thread started by", function);
            }
        } finally {
            running.decrementAndGet();
            PyLock sentinel =
                    interpreter.service(Sentinels.class, Sentinels::new).locks.remove(thread);
            if (sentinel != null && sentinel.locked()) {
                sentinel.release();
            }
            interpreter.endThread(thread);
            ThreadState.attach(null);
            interpreter.lock().release();
        }
    }

    @PythonFunction("start_new(function, args, kwargs=<unrepresentable>, /)")
    long startNew(ThreadState thread, PyObject function, PyObject args, PyObject keywords) {
        return startNewThread(thread, function, args, keywords);
    }

    @PythonFunction("exit()")
    void exit() {
        throw PyErr.of(Exceptions.SYSTEM_EXIT, new PyObject[0]);
    }

    @PythonFunction("exit_thread()")
    void exitThread() {
        exit();
    }

    @PythonFunction("interrupt_main(signum=2, /)")
    void interruptMain(int signal) {
        interpreter.service(Host.class).signals().raise(signal);
    }

    @PythonFunction("_set_sentinel()")
    PyObject setSentinel(ThreadState thread) {
        PyLock lock = new PyLock();
        interpreter.service(Sentinels.class, Sentinels::new).locks.put(thread, lock);
        return lock;
    }

    @PythonFunction("_excepthook(args, /)")
    void exceptHook(ThreadState thread, PyObject args) {
        if (!(args instanceof PyStructSequence tuple) || args.type() != EXCEPT_HOOK_ARGS.type()) {
            throw PyErr.typeError("_thread._excepthook argument type must be ExceptHookArgs");
        }
        if (tuple.get(0) == Exceptions.SYSTEM_EXIT) {
            return;
        }
        org.pyvm.modules.ThreadErrors.threadException(thread, tuple.get(1), tuple.get(2), tuple.get(3));
    }
}
