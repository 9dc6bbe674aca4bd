package org.pyvm.modules.zlib;

import java.util.Arrays;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;

/** {@code zlib.Decompress}: decompresses data that comes bit by bit. */
@PythonType(name = "Decompress", module = "zlib")
public final class PyDecompress extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "zlib", "Decompress", new PyDecompressExposed.SlotTable(), new PyDecompressExposed())
            .notSubclassable();

    private static final byte[] NONE = {};
    private static final int LONGEST = Integer.MAX_VALUE - 16;

    private final InflateStream stream;
    /** What came behind the end of the compressed data. */
    private byte[] unused = NONE;
    /** What was not looked at because the output had reached its limit. */
    private byte[] unconsumed = NONE;

    private boolean eof;
    /** Whether flushing has given the decompressor up. */
    private boolean closed;

    PyDecompress(InflateStream stream) {
        super(TYPE);
        this.stream = stream;
    }

    @PythonGetter("unused_data")
    PyObject unusedData() {
        return PyBytes.of(unused);
    }

    @PythonGetter("unconsumed_tail")
    PyObject unconsumedTail() {
        return PyBytes.of(unconsumed);
    }

    @PythonGetter("eof")
    boolean isAtEnd() {
        return eof;
    }

    @PythonMethod("decompress($self, data, /, max_length=0)")
    PyObject decompress(ThreadState thread, byte[] data, long most) {
        if (most < 0) {
            throw PyErr.valueError("max_length must be non-negative");
        }
        int limit = most == 0 ? LONGEST : (int) Math.min(most, LONGEST);
        return PyBytes.of(run(thread, data, limit));
    }

    private byte[] run(ThreadState thread, byte[] data, int most) {
        String action = "while decompressing data";
        if (closed) {
            throw ZlibErrors.error(thread, ZlibFailure.stream(), action);
        }
        byte[] out = NONE;
        int used = 0;
        if (!eof) {
            try {
                out = stream.run(data, most);
            } catch (ZlibFailure e) {
                throw ZlibErrors.error(thread, e, action);
            } catch (InflateStream.DictionaryMismatch e) {
                ZlibFailure failure = new ZlibFailure(ZlibFailure.DATA_ERROR, null);
                throw ZlibErrors.error(thread, failure, "while setting zdict");
            }
            used = stream.consumed();
            eof = stream.isAtEnd();
        }
        byte[] rest = Arrays.copyOfRange(data, used, data.length);
        if (eof) {
            byte[] all = Arrays.copyOf(unused, unused.length + rest.length);
            System.arraycopy(rest, 0, all, unused.length, rest.length);
            unused = all;
            unconsumed = NONE;
        } else {
            unconsumed = rest;
        }
        return out;
    }

    @PythonMethod("flush($self, length=16384, /)")
    PyObject flush(ThreadState thread, long length) {
        if (length <= 0) {
            throw PyErr.valueError("length must be greater than zero");
        }
        if (closed) {
            return PyBytes.EMPTY;
        }
        byte[] out = run(thread, eof ? NONE : unconsumed, LONGEST);
        closed = eof;
        return PyBytes.of(out);
    }

    @PythonMethod("copy($self, /)")
    PyObject copy(ThreadState thread) {
        try {
            InflateStream copied = closed ? null : stream.copy();
            if (copied == null) {
                throw PyErr.valueError("Inconsistent stream state");
            }
            PyDecompress copy = new PyDecompress(copied);
            copy.unused = unused;
            copy.unconsumed = unconsumed;
            copy.eof = eof;
            return copy;
        } catch (ZlibFailure e) {
            throw ZlibErrors.error(thread, e, "while copying decompression object");
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
