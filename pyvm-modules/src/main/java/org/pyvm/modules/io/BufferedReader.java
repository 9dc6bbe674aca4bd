package org.pyvm.modules.io;

import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** {@code _io.BufferedReader}: a stream that reads ahead. */
@PythonType(
        name = "BufferedReader",
        module = "_io",
        parts = {BufferedMethods.class, BufferedReading.class})
public final class BufferedReader extends Buffered {
    public static final PyType TYPE = PyType.builtin(
            "_io",
            "BufferedReader",
            BufferedIOBase.TYPE,
            new BufferedReaderExposed.SlotTable(),
            new BufferedReaderExposed());

    private BufferedReader(PyType type) {
        super(type, true, false);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new BufferedReader(cls);
    }

    @PythonInit("($self, raw, buffer_size=8192)")
    void init(ThreadState thread, PyObject rawStream, long bufferSize) {
        start(thread, rawStream, bufferSize);
    }

    @PythonMethod("flush($self, /)")
    PyObject flushRaw(ThreadState thread) {
        checkUsable();
        return StreamCalls.call(thread, raw, Names.FLUSH_NAME);
    }
}
