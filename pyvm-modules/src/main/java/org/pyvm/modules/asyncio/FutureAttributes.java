package org.pyvm.modules.asyncio;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonSetter;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;

/** The attributes of futures that the library's Python code reads: it makes the text of {@code repr} and chains futures. */
final class FutureAttributes {
    private FutureAttributes() {}

    private static PyFuture of(PyObject self) {
        return (PyFuture) self;
    }

    private static PyFuture initialized(PyObject self) {
        of(self).ensureInitialized();
        return of(self);
    }

    static PyObject orNone(PyObject value) {
        return value == null ? Singletons.NONE : value;
    }

    /** @throws PyErr AttributeError when there is no new value */
    static PyObject notDeleted(PyObject value) {
        if (value == null) {
            throw PyErr.attributeError("cannot delete attribute");
        }
        return value;
    }

    @PythonGetter("_state")
    static PyObject state(PyObject self) {
        return initialized(self).state().text();
    }

    /** Whether a coroutine waits: what a task is given by {@code await}, and not by {@code yield}. */
    @PythonGetter("_asyncio_future_blocking")
    static boolean blocking(PyObject self) {
        return of(self).loop() != null && of(self).isBlocking();
    }

    @PythonSetter(value = "_asyncio_future_blocking", deletable = true)
    static void setBlocking(ThreadState thread, PyObject self, PyObject value) {
        initialized(self).setBlocking(Objects.isTrue(thread, notDeleted(value)));
    }

    @PythonGetter("_loop")
    static PyObject loop(PyObject self) {
        return orNone(of(self).loop());
    }

    @PythonGetter("_callbacks")
    static PyObject callbacks(PyObject self) {
        return initialized(self).callbackPairs();
    }

    @PythonGetter("_result")
    static PyObject result(PyObject self) {
        return initialized(self).resultOrNone();
    }

    @PythonGetter("_exception")
    static PyObject exception(PyObject self) {
        return orNone(initialized(self).storedException());
    }

    @PythonGetter("_log_traceback")
    static boolean logsTraceback(PyObject self) {
        return initialized(self).logsTraceback();
    }

    @PythonSetter(value = "_log_traceback", deletable = true)
    static void setLogsTraceback(ThreadState thread, PyObject self, PyObject value) {
        if (Objects.isTrue(thread, notDeleted(value))) {
            throw PyErr.valueError("_log_traceback can only be set to False");
        }
        of(self).setLogsTraceback(thread, false);
    }

    @PythonGetter("_source_traceback")
    static PyObject sourceTraceback(PyObject self) {
        return of(self).sourceTraceback();
    }

    @PythonGetter("_cancel_message")
    static PyObject cancelMessage(PyObject self) {
        return of(self).cancelMessage();
    }

    @PythonSetter(value = "_cancel_message", deletable = true)
    static void setCancelMessage(PyObject self, PyObject value) {
        of(self).setCancelMessage(notDeleted(value));
    }
}
