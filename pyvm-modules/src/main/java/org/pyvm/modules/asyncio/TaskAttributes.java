package org.pyvm.modules.asyncio;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonSetter;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;

/** The attributes of tasks that the library's Python code reads, beside those of futures. */
final class TaskAttributes {
    private TaskAttributes() {}

    private static PyTask of(PyObject self) {
        return (PyTask) self;
    }

    @PythonGetter("_log_destroy_pending")
    static boolean logsDestroyPending(PyObject self) {
        return of(self).logsDestroyPending();
    }

    @PythonSetter(value = "_log_destroy_pending", deletable = true)
    static void setLogsDestroyPending(ThreadState thread, PyObject self, PyObject value) {
        of(self).setLogsDestroyPending(thread, Objects.isTrue(thread, FutureAttributes.notDeleted(value)));
    }

    @PythonGetter("_must_cancel")
    static boolean mustCancel(PyObject self) {
        return of(self).mustCancel();
    }

    @PythonGetter("_coro")
    static PyObject coroutine(PyObject self) {
        return FutureAttributes.orNone(of(self).coroutine());
    }

    @PythonGetter("_fut_waiter")
    static PyObject waiter(PyObject self) {
        return FutureAttributes.orNone(of(self).waiter());
    }
}
