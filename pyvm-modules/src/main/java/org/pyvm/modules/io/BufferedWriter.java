package org.pyvm.modules.io;

import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** {@code _io.BufferedWriter}: a stream that collects what it writes. */
@PythonType(
        name = "BufferedWriter",
        module = "_io",
        parts = {BufferedMethods.class, BufferedWriting.class})
public final class BufferedWriter extends Buffered {
    public static final PyType TYPE = PyType.builtin(
            "_io",
            "BufferedWriter",
            BufferedIOBase.TYPE,
            new BufferedWriterExposed.SlotTable(),
            new BufferedWriterExposed());

    private BufferedWriter(PyType type) {
        super(type, false, true);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new BufferedWriter(cls);
    }

    @PythonInit("($self, raw, buffer_size=8192)")
    void init(ThreadState thread, PyObject rawStream, long bufferSize) {
        start(thread, rawStream, bufferSize);
    }
}
