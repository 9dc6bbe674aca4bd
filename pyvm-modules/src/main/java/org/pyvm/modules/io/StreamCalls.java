package org.pyvm.modules.io;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** How streams call each other and what they do with arguments. */
final class StreamCalls {
    static final PyStr CLOSED = PyStr.intern("closed");
    static final PyStr DETACH = PyStr.intern("detach");
    static final PyStr FILENO = PyStr.intern("fileno");
    static final PyStr ISATTY = PyStr.intern("isatty");
    static final PyStr MODE = PyStr.intern("mode");
    static final PyStr PEEK = PyStr.intern("peek");
    static final PyStr RAW = PyStr.intern("raw");
    static final PyStr READ1 = PyStr.intern("read1");
    static final PyStr READABLE = PyStr.intern("readable");
    static final PyStr READALL = PyStr.intern("readall");
    static final PyStr READINTO = PyStr.intern("readinto");
    static final PyStr READINTO1 = PyStr.intern("readinto1");
    static final PyStr READLINE = PyStr.intern("readline");
    static final PyStr SEEK = PyStr.intern("seek");
    static final PyStr SEEKABLE = PyStr.intern("seekable");
    static final PyStr TELL = PyStr.intern("tell");
    static final PyStr TRUNCATE = PyStr.intern("truncate");
    static final PyStr WRITABLE = PyStr.intern("writable");

    private StreamCalls() {}

    static PyObject call(ThreadState thread, PyObject stream, PyStr method, PyObject... args) {
        return Calls.callMethod(thread, stream, method, args);
    }

    /** Whether {@code stream.closed}. */
    static boolean isClosed(ThreadState thread, PyObject stream) {
        return Objects.isTrue(thread, Attributes.get(thread, stream, CLOSED));
    }

    static boolean isTrue(ThreadState thread, PyObject stream, PyStr method) {
        return Objects.isTrue(thread, call(thread, stream, method));
    }

    static PyErr closed() {
        return PyErr.valueError("I/O operation on closed file.");
    }

    /** A size that may be None: {@code _Py_convert_optional_to_ssize_t}. */
    static long size(ThreadState thread, PyObject value) {
        if (value == Singletons.NONE) {
            return -1;
        }
        if (!value.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("argument should be integer or None, not '%T'", value);
        }
        return Numbers.toLong(Numbers.index(thread, value));
    }

    /** A position in a file: an int of 64 bits. */
    static long offset(ThreadState thread, PyObject value) {
        PyInt number = Numbers.index(thread, value);
        if (!number.fitsLong()) {
            throw PyErr.overflowError("Python int too large to convert to C long");
        }
        return number.longValue();
    }

    /** The bytes of a bytes-like object: not to be changed, as they may be its own. */
    static byte[] bytes(ThreadState thread, PyObject value) {
        return value instanceof PyBytes bytes ? bytes.bytesUnsafe() : Convert.toByteArray(thread, value);
    }

    /** The memory of an object that is to be written to. */
    static PyBuffer writable(ThreadState thread, String function, PyObject target) {
        if (target.type().slots().has(Slot.BF_GETBUFFER)) {
            PyBuffer buffer = target.type().slots().buffer(thread, target, PyBuffer.SIMPLE);
            if (!buffer.isReadOnly()) {
                return buffer;
            }
            buffer.release();
        }
        throw PyErr.typeError("%s() argument must be read-write bytes-like object, not %T", function, target);
    }

    /** Copies bytes into an object's memory. */
    static void store(PyBuffer target, int at, byte[] bytes, int from, int count) {
        target.write(at, bytes, from, count);
    }

    /** {@code name} of a stream, or null: what several {@code __repr__}s show. */
    static PyObject nameOrNull(ThreadState thread, PyObject stream) {
        try {
            return Attributes.getOrNull(thread, stream, Names.NAME_NAME);
        } catch (PyErr e) {
            if (e.matches(org.pyvm.objects.types.Exceptions.VALUE_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    /** A copy of a stream's own attributes for pickling, or None when it has none. */
    static PyObject attributes(ThreadState thread, PyObject stream) {
        PyObject dict = Attributes.getOrNull(thread, stream, Names.DICT);
        return dict == null || Objects.length(thread, dict) == 0
                ? Singletons.NONE
                : Calls.callMethod(thread, dict, PyStr.intern("copy"));
    }
}
