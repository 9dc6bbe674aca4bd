package org.pyvm.modules.io;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** {@code _io._IOBase}: what all streams have. */
@PythonType(
        name = "_IOBase",
        module = "_io",
        doc = "What all streams have: they can be closed, flushed, asked what they can do, and give their lines.")
public class IOBase extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "_io", "_IOBase", new IOBaseExposed.SlotTable(), new IOBaseExposed())
            .withDict()
            .weakReferenceable();

    /** Whether {@code _IOBase.close} has run. */
    private boolean baseClosed;

    protected IOBase(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        checkNoArguments(cls, args);
        return new IOBase(cls);
    }

    /** Arguments of a class without an {@code __init__} are too many. */
    static void checkNoArguments(PyType cls, PyObject[] args) {
        if (args.length > 0 && cls.lookup(Names.INIT) == PyType.OBJECT.lookup(Names.INIT)) {
            throw PyErr.typeError("%N() takes no arguments", cls);
        }
    }

    @PythonMethod(value = "seek", raw = true)
    PyObject seek(ThreadState thread, PyObject[] args, PyStr[] names) {
        throw IoState.unsupported(thread, "seek");
    }

    @PythonMethod("tell($self, /)")
    final PyObject baseTell(ThreadState thread) {
        return StreamCalls.call(thread, this, StreamCalls.SEEK, PyInt.of(0), PyInt.of(1));
    }

    @PythonMethod(value = "truncate", raw = true)
    PyObject truncate(ThreadState thread, PyObject[] args, PyStr[] names) {
        throw IoState.unsupported(thread, "truncate");
    }

    @PythonMethod(value = "fileno($self, /)")
    final PyObject baseFileno(ThreadState thread) {
        throw IoState.unsupported(thread, "fileno");
    }

    @PythonMethod("flush($self, /)")
    final PyObject baseFlush(ThreadState thread) {
        if (StreamCalls.isClosed(thread, this)) {
            throw StreamCalls.closed();
        }
        return Singletons.NONE;
    }

    @PythonMethod("close($self, /)")
    final PyObject baseClose(ThreadState thread) {
        if (baseClosed) {
            return Singletons.NONE;
        }
        try {
            StreamCalls.call(thread, this, Names.FLUSH_NAME);
        } finally {
            baseClosed = true;
        }
        return Singletons.NONE;
    }

    @PythonGetter("closed")
    static boolean closed(ThreadState thread, PyObject self) {
        return ((IOBase) self).baseClosed;
    }

    final void setBaseClosed(boolean closed) {
        baseClosed = closed;
    }

    final boolean isBaseClosed() {
        return baseClosed;
    }

    @PythonMethod("seekable($self, /)")
    final PyObject baseSeekable(ThreadState thread) {
        return Singletons.FALSE;
    }

    @PythonMethod("readable($self, /)")
    final PyObject baseReadable(ThreadState thread) {
        return Singletons.FALSE;
    }

    @PythonMethod("writable($self, /)")
    final PyObject baseWritable(ThreadState thread) {
        return Singletons.FALSE;
    }

    @PythonMethod("isatty($self, /)")
    final PyObject baseIsatty(ThreadState thread) {
        checkNotClosed(thread);
        return Singletons.FALSE;
    }

    /** @throws PyErr ValueError when {@code self.closed} */
    final void checkNotClosed(ThreadState thread) {
        if (StreamCalls.isClosed(thread, this)) {
            throw StreamCalls.closed();
        }
    }

    @PythonMethod(value = "_checkClosed", raw = true)
    PyObject checkClosed(ThreadState thread, PyObject[] args, PyStr[] names) {
        checkNotClosed(thread);
        return Singletons.NONE;
    }

    @PythonMethod(value = "_checkSeekable", raw = true)
    PyObject checkSeekable(ThreadState thread, PyObject[] args, PyStr[] names) {
        return check(thread, StreamCalls.SEEKABLE, "File or stream is not seekable.");
    }

    @PythonMethod(value = "_checkReadable", raw = true)
    PyObject checkReadable(ThreadState thread, PyObject[] args, PyStr[] names) {
        return check(thread, StreamCalls.READABLE, "File or stream is not readable.");
    }

    @PythonMethod(value = "_checkWritable", raw = true)
    PyObject checkWritable(ThreadState thread, PyObject[] args, PyStr[] names) {
        return check(thread, StreamCalls.WRITABLE, "File or stream is not writable.");
    }

    private PyObject check(ThreadState thread, PyStr method, String refusal) {
        PyObject answer = StreamCalls.call(thread, this, method);
        if (answer != Singletons.TRUE) {
            throw IoState.unsupported(thread, refusal);
        }
        return answer;
    }

    @PythonMethod("__enter__($self, /)")
    PyObject enter(ThreadState thread) {
        checkNotClosed(thread);
        return this;
    }

    @PythonMethod(value = "__exit__", raw = true)
    PyObject exit(ThreadState thread, PyObject[] args, PyStr[] names) {
        return StreamCalls.call(thread, this, Names.CLOSE_NAME);
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter(ThreadState thread) {
        checkNotClosed(thread);
        return this;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        PyObject line = StreamCalls.call(thread, this, StreamCalls.READLINE);
        return Objects.length(thread, line) == 0 ? null : line;
    }

    @PythonMethod("readline($self, size=-1, /)")
    final PyObject baseReadLine(ThreadState thread, PyObject size) {
        long limit = StreamCalls.size(thread, size);
        PyObject peek = Attributes.getOrNull(thread, this, StreamCalls.PEEK);
        java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
        while (limit < 0 || line.size() < limit) {
            int wanted = peek == null ? 1 : ahead(thread, peek, limit < 0 ? Long.MAX_VALUE : limit - line.size());
            PyObject piece = StreamCalls.call(thread, this, Names.READ_NAME, PyInt.of(wanted));
            if (!(piece instanceof PyBytes bytes)) {
                throw PyErr.of(
                        org.pyvm.objects.types.Exceptions.OS_ERROR,
                        "read() should have returned a bytes object, not '%T'",
                        piece);
            }
            if (bytes.size() == 0) {
                break;
            }
            line.writeBytes(bytes.bytesUnsafe());
            if (bytes.get(bytes.size() - 1) == '\n') {
                break;
            }
        }
        return PyBytes.of(line.toByteArray());
    }

    /** How many bytes may be read without going beyond the end of the line. */
    private int ahead(ThreadState thread, PyObject peek, long limit) {
        PyObject seen = Calls.call(thread, peek, PyInt.of(1));
        if (!(seen instanceof PyBytes bytes)) {
            throw PyErr.of(
                    org.pyvm.objects.types.Exceptions.OS_ERROR,
                    "peek() should have returned a bytes object, not '%T'",
                    seen);
        }
        int end = (int) Math.min(bytes.size(), limit);
        for (int i = 0; i < end; i++) {
            if (bytes.get(i) == '\n') {
                return i + 1;
            }
        }
        return Math.max(1, end);
    }

    @PythonMethod("readlines($self, hint=-1, /)")
    final PyObject baseReadLines(ThreadState thread, PyObject hint) {
        long limit = StreamCalls.size(thread, hint);
        PyList lines = new PyList();
        PyObject iterator = Iterators.iter(thread, this);
        long length = 0;
        for (PyObject line; (line = Iterators.next(thread, iterator)) != null; ) {
            lines.append(line);
            if (limit > 0) {
                length += Objects.length(thread, line);
                if (length > limit) {
                    break;
                }
            }
        }
        return lines;
    }

    @PythonMethod("writelines($self, lines, /)")
    void writeLines(ThreadState thread, PyObject lines) {
        checkNotClosed(thread);
        Iterators.forEach(thread, lines, line -> StreamCalls.call(thread, this, Names.WRITE_NAME, line));
    }

    /** What {@code readinto} gave: a count, or null for None. @param room how much there was to fill */
    static Integer count(ThreadState thread, PyObject result, int room, String message) {
        if (result == Singletons.NONE) {
            return null;
        }
        long count = org.pyvm.objects.protocol.Numbers.toLong(org.pyvm.objects.protocol.Numbers.index(thread, result));
        if (count < 0 || count > room) {
            throw PyErr.of(org.pyvm.objects.types.Exceptions.OS_ERROR, message, count, room);
        }
        return (int) count;
    }

    /** A {@code bytearray} to be filled. */
    static PyByteArray room(int size) {
        return new PyByteArray(PyByteArray.TYPE, new byte[size]);
    }
}
