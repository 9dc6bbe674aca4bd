package org.pyvm.modules.threads;

import java.util.concurrent.Semaphore;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code _thread.RLock}: a lock that its owner can acquire again. */
@PythonType(name = "RLock", module = "_thread")
public final class PyRLock extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "_thread", "RLock", new PyRLockExposed.SlotTable(), new PyRLockExposed())
            .weakReferenceable();

    private final Semaphore semaphore = new Semaphore(1);
    private long owner;
    private int count;

    private PyRLock(PyType type) {
        super(type);
    }

    @PythonNew("($cls, /)")
    static PyObject make(PyType cls) {
        return new PyRLock(cls);
    }

    @PythonMethod("acquire($self, blocking=True, timeout=-1)")
    boolean acquire(ThreadState thread, boolean blocking, PyObject timeout) {
        long nanos = PyLock.timeout(thread, blocking, timeout);
        if (owner == thread.id()) {
            count++;
            return true;
        }
        if (!PyLock.acquire(thread, semaphore, nanos)) {
            return false;
        }
        owner = thread.id();
        count = 1;
        return true;
    }

    @PythonMethod("release($self, /)")
    void release(ThreadState thread) {
        if (owner != thread.id()) {
            throw PyErr.runtimeError("cannot release un-acquired lock");
        }
        if (--count == 0) {
            owner = 0;
            semaphore.release();
        }
    }

    @PythonMethod("__enter__($self, /)")
    boolean enter(ThreadState thread) {
        return acquire(thread, true, PyInt.of(-1));
    }

    @PythonMethod("__exit__($self, /, *args)")
    void exit(ThreadState thread, PyObject[] args) {
        release(thread);
    }

    @PythonMethod("_is_owned($self, /)")
    boolean isOwned(ThreadState thread) {
        return owner == thread.id();
    }

    @PythonMethod("_release_save($self, /)")
    PyObject releaseSave(ThreadState thread) {
        if (count == 0) {
            throw PyErr.runtimeError("cannot release un-acquired lock");
        }
        PyObject state = PyTuple.of(PyInt.of(count), PyInt.of(owner));
        count = 0;
        owner = 0;
        semaphore.release();
        return state;
    }

    @PythonMethod("_acquire_restore($self, state, /)")
    void acquireRestore(ThreadState thread, PyTuple state) {
        PyLock.acquire(thread, semaphore, -1);
        count = (int) ((PyInt) state.get(0)).longValue();
        owner = ((PyInt) state.get(1)).longValue();
    }

    @PythonMethod("_recursion_count($self, /)")
    int recursionCount(ThreadState thread) {
        return owner == thread.id() ? count : 0;
    }

    @PythonMethod("_at_fork_reinit($self, /)")
    void atForkReinit() {
        semaphore.drainPermits();
        semaphore.release();
        owner = 0;
        count = 0;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.of("<" + (count > 0 ? "locked" : "unlocked") + " " + type().name() + " object owner=" + owner
                + " count=" + count + " at " + Identity.address(this) + ">");
    }
}
