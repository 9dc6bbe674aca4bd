package org.pyvm.modules.zlib;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;

/** {@code zlib.Compress}: compresses data that comes bit by bit. */
@PythonType(name = "Compress", module = "zlib")
public final class PyCompress extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "zlib", "Compress", new PyCompressExposed.SlotTable(), new PyCompressExposed())
            .notSubclassable();

    private final DeflateStream stream;

    PyCompress(DeflateStream stream) {
        super(TYPE);
        this.stream = stream;
    }

    @PythonMethod("compress($self, data, /)")
    PyObject compress(ThreadState thread, byte[] data) {
        try {
            return PyBytes.of(stream.run(data, DeflateStream.NO_FLUSH));
        } catch (ZlibFailure e) {
            throw ZlibErrors.error(thread, e, "while compressing data");
        }
    }

    @PythonMethod("flush($self, mode=4, /)")
    PyObject flush(ThreadState thread, int mode) {
        if (mode == DeflateStream.NO_FLUSH) {
            return PyBytes.EMPTY;
        }
        try {
            return PyBytes.of(stream.run(new byte[0], mode));
        } catch (ZlibFailure e) {
            throw ZlibErrors.error(thread, e, "while flushing");
        }
    }

    @PythonMethod("copy($self, /)")
    PyObject copy(ThreadState thread) {
        try {
            DeflateStream copy = stream.copy();
            if (copy == null) {
                throw PyErr.valueError("Inconsistent stream state");
            }
            return new PyCompress(copy);
        } catch (ZlibFailure e) {
            throw ZlibErrors.error(thread, e, "while copying compression object");
        }
    }

    @PythonMethod("__copy__($self, /)")
    PyObject shallowCopy(ThreadState thread) {
        return copy(thread);
    }

    @PythonMethod("__deepcopy__($self, memo, /)")
    PyObject deepCopy(ThreadState thread, PyObject memo) {
        return copy(thread);
    }
}
