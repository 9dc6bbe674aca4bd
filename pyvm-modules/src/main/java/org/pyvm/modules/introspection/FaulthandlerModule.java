package org.pyvm.modules.introspection;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/**
 * {@code faulthandler}: shows what the threads are doing, on request, after a time or at a signal. {@code enable} is for the
 * ends that a program cannot catch: see {@link FatalFaults}.
 */
@PythonModule("faulthandler")
public final class FaulthandlerModule {
    private static final PyStr FILENO = PyStr.intern("fileno");
    private static final PyStr STDERR = PyStr.intern("stderr");
    private static final int DESCRIPTORS = 1 << 20;

    private final InterpreterState interpreter;
    private final Map<Integer, IntConsumer> handlersBefore = new HashMap<>();
    private final FatalFaults faults;
    /** What the thread waits for that is to show the threads later; null when there is none. */
    private Semaphore cancelled;

    FaulthandlerModule(InterpreterState interpreter) {
        this.interpreter = interpreter;
        this.faults = new FatalFaults(interpreter);
    }

    private Host host() {
        return interpreter.service(Host.class);
    }

    /** The descriptor of a file, an int, or {@code sys.stderr} for null and None. */
    private int descriptor(ThreadState thread, PyObject given) {
        PyObject file = given;
        if (file == null || file == Singletons.NONE) {
            file = interpreter.sys.dict().get(STDERR);
            if (file == null) {
                throw PyErr.runtimeError("unable to get sys.stderr");
            }
            if (file == Singletons.NONE) {
                throw PyErr.runtimeError("sys.stderr is None");
            }
        } else if (file instanceof PyInt number) {
            int fd = Convert.toInt(thread, number);
            if (fd < 0) {
                throw PyErr.valueError("file is not a valid file descripter");
            }
            return fd;
        }
        PyObject number = Calls.callMethod(thread, file, FILENO);
        if (!(number instanceof PyInt fd) || fd.signum() < 0 || !fd.fitsLong() || fd.longValue() > DESCRIPTORS) {
            throw PyErr.runtimeError("file.fileno() is not a valid file descriptor");
        }
        try {
            Calls.callMethod(thread, file, Names.FLUSH_NAME);
        } catch (PyErr e) {
            // What the file cannot write is its own affair.
            return (int) fd.longValue();
        }
        return (int) fd.longValue();
    }

    @PythonFunction("enable(file=<unrepresentable>, all_threads=True)")
    void enable(ThreadState thread, PyObject file, boolean allThreads) {
        int fd = descriptor(thread, file);
        Blocking.call(thread, () -> {
            faults.enable(fd, allThreads);
            return null;
        });
    }

    @PythonFunction("disable()")
    boolean disable() {
        return faults.disable();
    }

    @PythonFunction("is_enabled()")
    boolean isEnabled() {
        return faults.isEnabled();
    }

    // Ways to see what enable() does

    @PythonFunction("_sigsegv(release_gil=False, /)")
    void segmentationFault(ThreadState thread, boolean releaseLock) {
        faults.crash(thread, FatalFaults.SIGSEGV, "Segmentation fault");
    }

    @PythonFunction("_read_null()")
    void readNull(ThreadState thread) {
        faults.crash(thread, FatalFaults.SIGSEGV, "Segmentation fault");
    }

    @PythonFunction("_stack_overflow()")
    void stackOverflow(ThreadState thread) {
        faults.crash(thread, FatalFaults.SIGSEGV, "Segmentation fault");
    }

    @PythonFunction("_sigfpe()")
    void floatingPointException(ThreadState thread) {
        faults.crash(thread, FatalFaults.SIGFPE, "Floating point exception");
    }

    @PythonFunction("_sigabrt()")
    void abort(ThreadState thread) {
        faults.abort();
    }

    @PythonFunction("_fatal_error_c_thread()")
    void fatalErrorInThread(ThreadState thread) {
        int fd = descriptor(thread, null);
        faults.fatalError(fd, "faulthandler_fatal_error_thread: in new thread\nPython runtime state: initialized");
    }

    @PythonFunction("dump_traceback(file=<unrepresentable>, all_threads=True)")
    void dumpTraceback(ThreadState thread, PyObject file, boolean allThreads) {
        int fd = descriptor(thread, file);
        String text = allThreads ? ThreadDump.all(interpreter, thread) : ThreadDump.one(thread);
        Blocking.call(thread, () -> {
            ThreadDump.write(host(), fd, text);
            return null;
        });
    }

    @PythonFunction("dump_traceback_later(timeout, repeat=False, file=<unrepresentable>, exit=False)")
    void dumpTracebackLater(ThreadState thread, PyObject timeout, boolean repeat, PyObject file, boolean exit) {
        double seconds = Numbers.toDouble(thread, timeout);
        long nanos = (long) Math.ceil(seconds * 1e6) * 1000;
        if (nanos <= 0) {
            throw PyErr.valueError("timeout must be greater than 0");
        }
        int fd = descriptor(thread, file);
        cancel();
        Semaphore stop = new Semaphore(0);
        cancelled = stop;
        String header = ThreadDump.timeoutHeader(nanos / 1000);
        host().threads().start("faulthandler", 0, () -> watch(stop, nanos, repeat, header, fd, exit));
    }

    private void watch(Semaphore stop, long nanos, boolean repeat, String header, int fd, boolean exit) {
        try {
            do {
                if (stop.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                    return;
                }
                // Without the interpreter's lock: whoever holds it may be what hangs.
                ThreadDump.write(host(), fd, header + ThreadDump.all(interpreter, null));
                if (exit) {
                    host().exit(1);
                }
            } while (repeat);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PythonFunction("cancel_dump_traceback_later()")
    void cancel() {
        if (cancelled != null) {
            cancelled.release();
            cancelled = null;
        }
    }

    @PythonFunction("register(signum, file=<unrepresentable>, all_threads=True, chain=False)")
    void register(ThreadState thread, int signal, PyObject file, boolean allThreads, boolean chain) {
        checkSignal(signal);
        int fd = descriptor(thread, file);
        IntConsumer[] before = new IntConsumer[1];
        before[0] = Blocking.call(
                thread,
                () -> host().signals().handle(signal, number -> {
                    ThreadState main = interpreter.threads().getFirst();
                    ThreadDump.write(host(), fd, allThreads ? ThreadDump.all(interpreter, main) : ThreadDump.one(main));
                    if (chain && before[0] != null) {
                        before[0].accept(number);
                    }
                }));
        handlersBefore.putIfAbsent(signal, before[0]);
    }

    @PythonFunction("unregister(signum, /)")
    boolean unregister(ThreadState thread, int signal) {
        checkSignal(signal);
        IntConsumer before = handlersBefore.remove(signal);
        if (before == null) {
            return false;
        }
        Blocking.call(thread, () -> host().signals().handle(signal, before));
        return true;
    }

    private static void checkSignal(int signal) {
        // SIGSEGV, SIGFPE, SIGABRT, SIGBUS and SIGILL are enable()'s.
        if (signal == 11 || signal == 8 || signal == 6 || signal == 7 || signal == 4) {
            throw PyErr.runtimeError("signal %d cannot be registered, use enable() instead", signal);
        }
        if (signal < 1 || signal > 64) {
            throw PyErr.valueError("signal number out of range");
        }
    }
}
