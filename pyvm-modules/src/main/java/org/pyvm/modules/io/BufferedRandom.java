package org.pyvm.modules.io;

import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyStr;

/** {@code _io.BufferedRandom}: a stream that reads ahead and collects what it writes, in a file with a position. */
@PythonType(
        name = "BufferedRandom",
        module = "_io",
        parts = {BufferedMethods.class, BufferedReading.class, BufferedWriting.class})
public final class BufferedRandom extends Buffered {
    public static final PyType TYPE = PyType.builtin(
            "_io",
            "BufferedRandom",
            BufferedIOBase.TYPE,
            new BufferedRandomExposed.SlotTable(),
            new BufferedRandomExposed());

    private BufferedRandom(PyType type) {
        super(type, true, true);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new BufferedRandom(cls);
    }

    @PythonInit("($self, raw, buffer_size=8192)")
    void init(ThreadState thread, PyObject rawStream, long bufferSize) {
        start(thread, rawStream, bufferSize);
    }
}
