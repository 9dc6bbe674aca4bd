package org.pyvm.modules;

import java.util.function.Supplier;
import org.pyvm.eval.Safepoint;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;

/**
 * Calls of the host that may wait: made without the interpreter's lock. A signal breaks one off in the main thread; its
 * handlers run, and then the call is made again unless one of them raised (PEP 475).
 */
public final class Blocking {
    private Blocking() {}

    /** The thread that signals break in upon, while it waits. */
    public static final class MainThread {
        private Thread waiting;

        /** Breaks off what the main thread waits for, if it does. */
        public synchronized void interrupt() {
            if (waiting != null) {
                waiting.interrupt();
            }
        }

        private synchronized void begin() {
            waiting = Thread.currentThread();
        }

        private synchronized void end() {
            waiting = null;
            // The call may have finished before the interrupt reached it; nobody else shall find it.
            Thread.interrupted();
        }
    }

    /** Waits for something that an interrupt of the Java thread ends. */
    @FunctionalInterface
    public interface Wait<T> {
        T run() throws InterruptedException;
    }

    /** Makes a call whose failures are errors without a file name. */
    public static <T> T call(ThreadState thread, Supplier<T> call) {
        try {
            return orFail(thread, call);
        } catch (HostException e) {
            throw HostErrors.of(thread, e);
        }
    }

    /** Makes a call whose failures are errors about a file. */
    public static <T> T call(ThreadState thread, PyObject file, Supplier<T> call) {
        try {
            return orFail(thread, call);
        } catch (HostException e) {
            throw HostErrors.of(thread, e, file);
        }
    }

    /**
     * Makes a call again as often as a signal breaks it off, or it has lasted for a while.
     *
     * @throws HostException every other failure
     * @throws PyErr what a signal handler raises
     */
    public static <T> T orFail(ThreadState thread, Supplier<T> call) {
        while (true) {
            try {
                return once(thread, call);
            } catch (HostException e) {
                if (e.errno() != Errno.EINTR.number()) {
                    throw e;
                }
                handleSignals(thread);
                DroppedFiles.settleWait(thread);
            }
        }
    }

    /** Makes a call without the lock. @throws HostException EINTR when a signal broke it off */
    public static <T> T once(ThreadState thread, Supplier<T> call) {
        InterpreterState interpreter = thread.interpreter();
        if (!isMain(thread)) {
            return interpreter.lock().released(call);
        }
        MainThread main = interpreter.service(MainThread.class, MainThread::new);
        interpreter.lock().release();
        main.begin();
        try {
            return call.get();
        } finally {
            main.end();
            interpreter.lock().acquire();
        }
    }

    /** Waits without the lock; false when a signal broke the wait off, whose handlers have run. */
    public static boolean await(ThreadState thread, Wait<Boolean> wait) {
        try {
            return once(thread, () -> {
                try {
                    return wait.run();
                } catch (InterruptedException e) {
                    throw new HostException(Errno.EINTR);
                }
            });
        } catch (HostException e) {
            if (e.errno() != Errno.EINTR.number()) {
                throw HostErrors.of(thread, e);
            }
            handleSignals(thread);
            return false;
        }
    }

    /** Runs the handlers of signals that have come: {@code PyErr_CheckSignals}. */
    public static void handleSignals(ThreadState thread) {
        Safepoint.Interrupts interrupts = thread.interpreter().serviceOrNull(Safepoint.Interrupts.class);
        if (interrupts != null) {
            interrupts.handle(thread);
        }
    }

    /** Whether it is the thread that signal handlers run in. */
    public static boolean isMain(ThreadState thread) {
        return thread.id() == 1;
    }
}
