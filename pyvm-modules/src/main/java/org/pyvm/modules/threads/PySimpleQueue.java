package org.pyvm.modules.threads;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyGenericAlias;

/**
 * {@code _queue.SimpleQueue}: without bounds, first in, first out; {@code put} may come from a signal handler or {@code
 * __del__}.
 */
@PythonType(name = "SimpleQueue", module = "_queue")
public final class PySimpleQueue extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "_queue", "SimpleQueue", new PySimpleQueueExposed.SlotTable(), new PySimpleQueueExposed())
            .weakReferenceable();

    /** Used under the interpreter's lock. */
    private final Deque<PyObject> items = new ArrayDeque<>();
    /** As many permits as there are items that nobody has been promised. */
    private final Semaphore available = new Semaphore(0);

    private PySimpleQueue(PyType cls) {
        super(cls);
    }

    @PythonNew("($cls)")
    static PyObject make(PyType cls) {
        return new PySimpleQueue(cls);
    }

    /** Never blocks, whatever it is told. */
    @PythonMethod("put($self, /, item, block=True, timeout=None)")
    void put(PyObject item, boolean block, PyObject timeout) {
        items.add(item);
        available.release();
    }

    @PythonMethod("put_nowait($self, /, item)")
    void putNowait(PyObject item) {
        put(item, false, Singletons.NONE);
    }

    @PythonMethod("get($self, /, block=True, timeout=None)")
    PyObject get(ThreadState thread, boolean block, PyObject timeout) {
        long nanos = block ? -1 : 0;
        if (block && timeout != Singletons.NONE) {
            double seconds = Numbers.toDouble(thread, timeout);
            if (seconds < 0) {
                throw PyErr.valueError("'timeout' must be a non-negative number");
            }
            if (seconds > ThreadModule.TIMEOUT_MAX) {
                throw PyErr.overflowError("timeout value is too large");
            }
            nanos = (long) (seconds * 1e9);
        }
        if (!PyLock.acquire(thread, available, nanos)) {
            throw PyErr.of(QueueModule.Types.empty(thread), new PyObject[0]);
        }
        return items.remove();
    }

    @PythonMethod("get_nowait($self, /)")
    PyObject getNowait(ThreadState thread) {
        return get(thread, false, Singletons.NONE);
    }

    @PythonMethod("empty($self, /)")
    boolean isEmpty() {
        return items.isEmpty();
    }

    @PythonMethod("qsize($self, /)")
    int size() {
        return items.size();
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject item) {
        return PyGenericAlias.of(thread, type, item);
    }
}
