package org.pyvm.modules.ssl;

import java.util.Arrays;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;

/** {@code _ssl.MemoryBIO}: bytes on their way between a connection and whoever carries them. */
@PythonType(name = "MemoryBIO", module = "_ssl")
public final class PyMemoryBio extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("_ssl", "MemoryBIO", new PyMemoryBioExposed.SlotTable(), new PyMemoryBioExposed());

    private byte[] bytes = {};
    private int from;
    private int to;
    private boolean eofWritten;

    private PyMemoryBio(PyType cls) {
        super(cls);
    }

    @PythonNew("($cls)")
    static PyObject make(PyType cls) {
        return new PyMemoryBio(cls);
    }

    @PythonGetter("pending")
    int pending() {
        return to - from;
    }

    /** True when all has been read and no more can come. */
    @PythonGetter("eof")
    boolean eof() {
        return eofWritten && from == to;
    }

    @PythonMethod("read($self, size=-1, /)")
    PyBytes read(int size) {
        return PyBytes.of(take(size < 0 ? pending() : Math.min(size, pending())));
    }

    byte[] take(int count) {
        from += count;
        return Arrays.copyOfRange(bytes, from - count, from);
    }

    @PythonMethod("write($self, b, /)")
    int write(ThreadState thread, byte[] data) {
        if (eofWritten) {
            throw SslState.failure(thread, null, null, "cannot write() after write_eof()");
        }
        append(data);
        return data.length;
    }

    void append(byte[] data) {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, to - from);
            to -= from;
            from = 0;
        }
        if (bytes.length - to < data.length) {
            bytes = Arrays.copyOf(bytes, Math.max(to + data.length, 2 * bytes.length));
        }
        System.arraycopy(data, 0, bytes, to, data.length);
        to += data.length;
    }

    @PythonMethod("write_eof($self, /)")
    void writeEof() {
        eofWritten = true;
    }
}
