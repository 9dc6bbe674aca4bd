package org.pyvm.modules.io;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code _io._RawIOBase}: streams without a buffer. Its methods take any stream, since classes can have several bases. */
@PythonType(
        name = "_RawIOBase",
        module = "_io",
        doc = "Base of streams that go straight to the system; each read or write may do less than it was asked for.")
public class RawIOBase extends IOBase {
    public static final PyType TYPE = PyType.builtin(
                    "_io", "_RawIOBase", IOBase.TYPE, new RawIOBaseExposed.SlotTable(), new RawIOBaseExposed())
            .withLayoutOfBase();

    protected RawIOBase(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        checkNoArguments(cls, args);
        return new RawIOBase(cls);
    }

    @PythonMethod("read($self, size=-1, /)")
    static PyObject readSome(ThreadState thread, PyObject self, long size) {
        if (size < 0) {
            return StreamCalls.call(thread, self, StreamCalls.READALL);
        }
        PyByteArray target = room((int) size);
        PyObject result = StreamCalls.call(thread, self, StreamCalls.READINTO, target);
        if (result == Singletons.NONE) {
            return result;
        }
        long count = StreamCalls.size(thread, result);
        if (count < 0 || count > size) {
            throw PyErr.valueError("readinto returned %d outside buffer size %d", count, size);
        }
        return PyBytes.of(Arrays.copyOf(target.toByteArray(), (int) count));
    }

    @PythonMethod("readall($self, /)")
    static PyObject readAllOf(ThreadState thread, PyObject self) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean any = false;
        while (true) {
            PyObject piece = StreamCalls.call(thread, self, Names.READ_NAME, PyInt.of(IoModule.DEFAULT_BUFFER_SIZE));
            if (piece == Singletons.NONE) {
                return any ? PyBytes.of(all.toByteArray()) : piece;
            }
            if (!(piece instanceof PyBytes bytes)) {
                throw PyErr.typeError("read() should return bytes");
            }
            if (bytes.size() == 0) {
                return PyBytes.of(all.toByteArray());
            }
            any = true;
            all.writeBytes(bytes.bytesUnsafe());
        }
    }

    @PythonMethod(value = "readinto", raw = true)
    static PyObject readIntoOf(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        throw IoState.unsupported(thread, "readinto");
    }

    @PythonMethod(value = "write", raw = true)
    static PyObject writeOf(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        throw IoState.unsupported(thread, "write");
    }
}
