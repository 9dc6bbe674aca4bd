package org.pyvm.modules.io;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code _io._BufferedIOBase}: streams of bytes. */
@PythonType(
        name = "_BufferedIOBase",
        module = "_io",
        doc = "Base of streams of bytes that read and write all they are asked for.")
public class BufferedIOBase extends IOBase {
    public static final PyType TYPE = PyType.builtin(
                    "_io",
                    "_BufferedIOBase",
                    IOBase.TYPE,
                    new BufferedIOBaseExposed.SlotTable(),
                    new BufferedIOBaseExposed())
            .withLayoutOfBase();

    protected BufferedIOBase(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        checkNoArguments(cls, args);
        return new BufferedIOBase(cls);
    }

    @PythonMethod("detach($self, /)")
    static PyObject detachOf(ThreadState thread, PyObject self) {
        throw IoState.unsupported(thread, "detach");
    }

    @PythonMethod(value = "read", raw = true)
    static PyObject readOf(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        throw IoState.unsupported(thread, "read");
    }

    @PythonMethod(value = "read1", raw = true)
    static PyObject read1Of(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        throw IoState.unsupported(thread, "read1");
    }

    @PythonMethod(value = "write", raw = true)
    static PyObject writeOf(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        throw IoState.unsupported(thread, "write");
    }

    @PythonMethod("readinto($self, buffer, /)")
    static int readIntoOf(ThreadState thread, PyObject self, PyObject target) {
        return fill(thread, self, "readinto", target, Names.READ_NAME);
    }

    @PythonMethod("readinto1($self, buffer, /)")
    static int readInto1Of(ThreadState thread, PyObject self, PyObject target) {
        return fill(thread, self, "readinto1", target, StreamCalls.READ1);
    }

    private static int fill(ThreadState thread, PyObject self, String function, PyObject target, PyStr method) {
        PyBuffer buffer = StreamCalls.writable(thread, function, target);
        try {
            PyObject data = StreamCalls.call(thread, self, method, PyInt.of(buffer.length()));
            if (!(data instanceof PyBytes bytes)) {
                throw PyErr.typeError("read() should return bytes");
            }
            if (bytes.size() > buffer.length()) {
                throw PyErr.valueError(
                        "read() returned too much data: %d bytes requested, %d returned",
                        buffer.length(), bytes.size());
            }
            StreamCalls.store(buffer, 0, bytes.bytesUnsafe(), 0, bytes.size());
            return bytes.size();
        } finally {
            buffer.release();
        }
    }
}
