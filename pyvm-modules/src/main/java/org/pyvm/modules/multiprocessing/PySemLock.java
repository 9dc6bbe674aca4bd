package org.pyvm.modules.multiprocessing;

import java.util.function.Supplier;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.Guard;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/**
 * {@code _multiprocessing.SemLock}: a semaphore, or a lock that its thread may take several times. The semaphore is the system's; how
 * often this process has it, and which thread took it last, is kept here.
 */
@PythonType(name = "SemLock", module = "_multiprocessing", doc = "A lock or semaphore that processes share.")
public final class PySemLock extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("_multiprocessing", "SemLock", new PySemLockExposed.SlotTable(), new PySemLockExposed());

    @PythonConstant("SEM_VALUE_MAX")
    static final int SEM_VALUE_MAX = Integer.MAX_VALUE;

    private static final int RECURSIVE_MUTEX = 0;
    private static final int SEMAPHORE = 1;
    private static final double LONGEST_SECONDS = 9e9;

    private final NamedSemaphore semaphore;
    private final int kind;
    private final int maxValue;
    private final PyObject name;
    private final Guard guard;
    private int count;
    private long lastThread;

    private PySemLock(ThreadState thread, PyType cls, NamedSemaphore semaphore, int kind, int maxValue, PyObject name) {
        super(cls);
        this.semaphore = semaphore;
        this.kind = kind;
        this.maxValue = maxValue;
        this.name = name;
        guard = thread.interpreter().finalization().armResource(this);
    }

    private static <T> T checked(ThreadState thread, Supplier<T> call) {
        try {
            return call.get();
        } catch (HostException e) {
            throw HostErrors.of(thread, e);
        }
    }

    @PythonNew("($cls, kind, value, maxvalue, name, unlink)")
    static PyObject make(
            ThreadState thread, PyType cls, int kind, int value, int maxValue, String name, boolean unlink) {
        if (kind != RECURSIVE_MUTEX && kind != SEMAPHORE) {
            throw PyErr.valueError("unrecognized kind");
        }
        NamedSemaphore semaphore = checked(thread, () -> {
            NamedSemaphore made = NamedSemaphore.create(thread, name, value);
            if (unlink) {
                NamedSemaphore.unlink(thread, name);
            }
            return made;
        });
        return new PySemLock(thread, cls, semaphore, kind, maxValue, unlink ? Singletons.NONE : PyStr.of(name));
    }

    /** In another process, or again in this one. */
    @PythonClassMethod("_rebuild($type, handle, kind, maxvalue, name, /)")
    static PyObject rebuild(ThreadState thread, PyType cls, long handle, int kind, int maxValue, PyObject name) {
        if (name != Singletons.NONE && !(name instanceof PyStr)) {
            throw PyErr.typeError("_rebuild() argument 4 must be str or None, not %T", name);
        }
        NamedSemaphore semaphore = checked(
                thread,
                () -> name == Singletons.NONE
                        ? NamedSemaphore.ofHandle(thread, handle)
                        : NamedSemaphore.open(thread, name.toString()));
        return new PySemLock(thread, cls, semaphore, kind, maxValue, name);
    }

    private boolean isMine(ThreadState thread) {
        return count > 0 && lastThread == thread.id();
    }

    @PythonMethod("acquire($self, /, block=True, timeout=None)")
    boolean acquire(ThreadState thread, boolean block, PyObject timeout) {
        if (kind == RECURSIVE_MUTEX && isMine(thread)) {
            count++;
            return true;
        }
        long nanos = block && timeout != Singletons.NONE ? nanos(Numbers.toDouble(thread, timeout)) : -1;
        boolean acquired = checked(
                thread, () -> semaphore.tryAcquire() || block && nanos != 0 && semaphore.acquire(thread, nanos));
        if (acquired) {
            count++;
            lastThread = thread.id();
        }
        return acquired;
    }

    private static long nanos(double seconds) {
        return (long) (Math.clamp(seconds, 0, LONGEST_SECONDS) * 1e9);
    }

    @PythonMethod("release($self, /)")
    void release(ThreadState thread) {
        if (kind == RECURSIVE_MUTEX) {
            if (!isMine(thread)) {
                throw PyErr.of(Exceptions.ASSERTION_ERROR, "attempt to release recursive lock not owned by thread");
            }
            if (count > 1) {
                count--;
                return;
            }
        } else if (checked(thread, semaphore::value) >= maxValue) {
            throw PyErr.valueError("semaphore or lock released too many times");
        }
        checked(thread, () -> {
            semaphore.release();
            return null;
        });
        count--;
    }

    @PythonMethod("__enter__($self, /)")
    boolean enter(ThreadState thread) {
        return acquire(thread, true, Singletons.NONE);
    }

    @PythonMethod("__exit__($self, exc_type=None, exc_value=None, exc_tb=None, /)")
    void exit(ThreadState thread, PyObject type, PyObject value, PyObject traceback) {
        release(thread);
    }

    @PythonMethod("_count($self, /)")
    int count() {
        return count;
    }

    @PythonMethod("_is_mine($self, /)")
    boolean isMineNow(ThreadState thread) {
        return isMine(thread);
    }

    @PythonMethod("_get_value($self, /)")
    int value(ThreadState thread) {
        return checked(thread, semaphore::value);
    }

    @PythonMethod("_is_zero($self, /)")
    boolean isZero(ThreadState thread) {
        return value(thread) == 0;
    }

    @PythonMethod("_after_fork($self, /)")
    void afterFork() {
        count = 0;
    }

    @PythonGetter(value = "handle", member = true)
    PyObject handle() {
        return PyInt.of(semaphore.handle());
    }

    @PythonGetter(value = "kind", member = true)
    int kind() {
        return kind;
    }

    @PythonGetter(value = "maxvalue", member = true)
    int maxValue() {
        return maxValue;
    }

    @PythonGetter(value = "name", member = true)
    PyObject name() {
        return name;
    }

    @SlotMethod(Slot.TP_FINALIZE)
    void finish(ThreadState thread) {
        thread.interpreter().finalization().disarm(guard);
        checked(thread, () -> {
            semaphore.close();
            return null;
        });
    }
}
