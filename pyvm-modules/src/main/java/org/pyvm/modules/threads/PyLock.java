package org.pyvm.modules.threads;

import java.util.concurrent.Semaphore;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Clock;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyStr;

/** {@code _thread.lock}: released by any thread, not only the one that acquired it. */
@PythonType(name = "lock", module = "_thread")
public final class PyLock extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_thread", "lock", new PyLockExposed.SlotTable(), new PyLockExposed())
            .notSubclassable()
            .weakReferenceable();

    private final Semaphore semaphore = new Semaphore(1);

    public PyLock() {
        super(TYPE);
    }

    /** Waits without the interpreter lock. @param nanos -1 without limit, 0 not at all */
    static boolean acquire(ThreadState thread, Semaphore semaphore, long nanos) {
        if (semaphore.tryAcquire()) {
            return true;
        }
        if (nanos == 0) {
            return false;
        }
        Clock clock = thread.interpreter().service(Host.class).clock();
        long start = clock.monotonic();
        boolean[] acquired = new boolean[1];
        boolean over = false;
        while (!acquired[0] && !over) {
            long left = nanos < 0 ? Long.MAX_VALUE : nanos - (clock.monotonic() - start);
            // A signal breaks the wait off: its handlers run, and may raise.
            over = Blocking.await(thread, () -> {
                acquired[0] = thread.interpreter().lock().awaitPermit(semaphore, left);
                return true;
            });
        }
        return acquired[0];
    }

    /** Nanoseconds for the arguments of {@code acquire}. */
    static long timeout(ThreadState thread, boolean blocking, PyObject timeout) {
        double seconds = Numbers.toDouble(thread, timeout);
        if (!blocking && seconds != -1) {
            throw PyErr.valueError("can't specify a timeout for a non-blocking call");
        }
        if (seconds < 0 && seconds != -1) {
            throw PyErr.valueError("timeout value must be a non-negative number");
        }
        if (seconds > ThreadModule.TIMEOUT_MAX) {
            throw PyErr.overflowError("timeout value is too large");
        }
        return !blocking ? 0 : seconds == -1 ? -1 : (long) (seconds * 1e9);
    }

    @PythonMethod("acquire($self, blocking=True, timeout=-1)")
    boolean acquire(ThreadState thread, boolean blocking, PyObject timeout) {
        return acquire(thread, semaphore, timeout(thread, blocking, timeout));
    }

    @PythonMethod("acquire_lock($self, blocking=True, timeout=-1)")
    boolean acquireLock(ThreadState thread, boolean blocking, PyObject timeout) {
        return acquire(thread, blocking, timeout);
    }

    @PythonMethod("release($self, /)")
    void release() {
        if (semaphore.availablePermits() > 0) {
            throw PyErr.runtimeError("release unlocked lock");
        }
        semaphore.release();
    }

    @PythonMethod("release_lock($self, /)")
    void releaseLock() {
        release();
    }

    @PythonMethod("locked($self, /)")
    boolean locked() {
        return semaphore.availablePermits() == 0;
    }

    @PythonMethod("locked_lock($self, /)")
    boolean lockedLock() {
        return locked();
    }

    @PythonMethod("__enter__($self, /)")
    boolean enter(ThreadState thread) {
        return acquire(thread, semaphore, -1);
    }

    @PythonMethod("__exit__($self, /, *args)")
    void exit(PyObject[] args) {
        release();
    }

    @PythonMethod("_at_fork_reinit($self, /)")
    void atForkReinit() {
        semaphore.drainPermits();
        semaphore.release();
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.of(
                "<" + (locked() ? "locked" : "unlocked") + " _thread.lock object at " + Identity.address(this) + ">");
    }
}
