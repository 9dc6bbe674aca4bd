package org.pyvm.modules.io;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyBuffer;
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
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.ExportCount;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code _io.BytesIO}: a file of bytes in memory. */
@PythonType(name = "BytesIO", module = "_io")
public final class BytesIO extends BufferedIOBase implements PyClosable {
    public static final PyType TYPE =
            PyType.builtin("_io", "BytesIO", BufferedIOBase.TYPE, new BytesIOExposed.SlotTable(), new BytesIOExposed());

    /** Null when closed. */
    private byte[] bytes = {};
    /** Whether the array belongs to a {@code bytes} object and must be copied before it is changed. */
    private boolean shared;

    private int size;
    private long pos;
    /** The memory views, which keep the file from being resized. */
    private final ExportCount exports = new ExportCount();

    private BytesIO(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new BytesIO(cls);
    }

    @PythonInit("($self, initial_bytes=b'')")
    void init(ThreadState thread, PyObject initial) {
        checkNotExported();
        if (bytes == null) {
            bytes = new byte[0];
        }
        size = 0;
        pos = 0;
        if (initial != Singletons.NONE) {
            byte[] given = StreamCalls.bytes(thread, initial);
            bytes = given;
            shared = true;
            size = given.length;
        }
    }

    private void checkOpen() {
        if (bytes == null) {
            throw StreamCalls.closed();
        }
    }

    private void checkNotExported() {
        if (exports.isInUse()) {
            throw PyErr.bufferError("Existing exports of data: object cannot be re-sized");
        }
    }

    /** Makes the array writable and at least so long. */
    private void reserve(long length) {
        if (length > Integer.MAX_VALUE - 8) {
            throw PyErr.memoryError();
        }
        if (shared || length > bytes.length) {
            int room = length > bytes.length ? (int) Math.min(Integer.MAX_VALUE - 8, length + length / 8 + 64) : size;
            bytes = Arrays.copyOf(bytes, Math.max(room, size));
            shared = false;
        }
    }

    private int available() {
        return pos >= size ? 0 : size - (int) pos;
    }

    private PyBytes take(int count) {
        if (count == size && pos == 0 && bytes.length == size) {
            // The whole content: as in CPython, the object shares it until either is changed.
            shared = true;
            pos = size;
            return PyBytes.of(bytes);
        }
        byte[] piece = Arrays.copyOfRange(bytes, (int) Math.min(pos, size), (int) Math.min(pos, size) + count);
        pos += count;
        return PyBytes.of(piece);
    }

    @PythonMethod("readable($self, /)")
    PyObject readable(ThreadState thread) {
        checkOpen();
        return Singletons.TRUE;
    }

    @PythonMethod("seekable($self, /)")
    PyObject seekable(ThreadState thread) {
        checkOpen();
        return Singletons.TRUE;
    }

    @PythonMethod("writable($self, /)")
    PyObject writable(ThreadState thread) {
        checkOpen();
        return Singletons.TRUE;
    }

    @PythonMethod("isatty($self, /)")
    PyObject isatty(ThreadState thread) {
        checkOpen();
        return Singletons.FALSE;
    }

    @PythonMethod("flush($self, /)")
    PyObject flush(ThreadState thread) {
        checkOpen();
        return Singletons.NONE;
    }

    @PythonMethod("close($self, /)")
    PyObject close(ThreadState thread) {
        checkNotExported();
        bytes = null;
        return Singletons.NONE;
    }

    @Override
    @PythonGetter("closed")
    public boolean isClosed() {
        return bytes == null;
    }

    @PythonMethod("tell($self, /)")
    PyObject tell(ThreadState thread) {
        checkOpen();
        return PyInt.of(pos);
    }

    @PythonMethod("write($self, b, /)")
    int write(ThreadState thread, PyObject data) {
        checkOpen();
        checkNotExported();
        byte[] source = StreamCalls.bytes(thread, data);
        checkOpen();
        checkNotExported();
        if (source.length == 0) {
            return 0;
        }
        long end = pos + source.length;
        reserve(Math.max(end, size));
        if (pos > size) {
            // What truncate left behind the end is not to be seen again.
            Arrays.fill(bytes, size, (int) pos, (byte) 0);
        }
        System.arraycopy(source, 0, bytes, (int) pos, source.length);
        pos = end;
        size = (int) Math.max(size, end);
        return source.length;
    }

    @PythonMethod("writelines($self, lines, /)")
    void writeLines(ThreadState thread, PyObject lines) {
        checkOpen();
        Iterators.forEach(thread, lines, line -> write(thread, line));
    }

    @PythonMethod("read($self, size=-1, /)")
    PyObject read(ThreadState thread, PyObject wanted) {
        long limit = StreamCalls.size(thread, wanted);
        checkOpen();
        return take((int) (limit < 0 ? available() : Math.min(limit, available())));
    }

    @PythonMethod("read1($self, size=-1, /)")
    PyObject read1(ThreadState thread, PyObject wanted) {
        return read(thread, wanted);
    }

    @PythonMethod("readinto($self, buffer, /)")
    int readInto(ThreadState thread, PyObject target) {
        PyBuffer memory = StreamCalls.writable(thread, "readinto", target);
        try {
            checkOpen();
            int count = Math.min(memory.length(), available());
            if (count > 0) {
                StreamCalls.store(memory, 0, bytes, (int) pos, count);
            }
            pos += count;
            return count;
        } finally {
            memory.release();
        }
    }

    private int lineLength(long limit) {
        int most = (int) (limit < 0 ? available() : Math.min(limit, available()));
        for (int i = 0; i < most; i++) {
            if (bytes[(int) pos + i] == '\n') {
                return i + 1;
            }
        }
        return most;
    }

    @PythonMethod("readline($self, size=-1, /)")
    PyObject readLine(ThreadState thread, PyObject wanted) {
        long limit = StreamCalls.size(thread, wanted);
        checkOpen();
        return take(lineLength(limit));
    }

    @PythonMethod("readlines($self, size=None, /)")
    PyObject readLines(ThreadState thread, PyObject hint) {
        checkOpen();
        long limit = hint == Singletons.NONE ? 0 : sizeHint(thread, hint);
        PyList lines = new PyList();
        long total = 0;
        for (int length; (length = lineLength(-1)) > 0; ) {
            lines.append(take(length));
            total += length;
            if (limit > 0 && total >= limit) {
                break;
            }
        }
        return lines;
    }

    private static long sizeHint(ThreadState thread, PyObject hint) {
        if (!hint.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("integer argument expected, got '%T'", hint);
        }
        return Numbers.toLong(Numbers.index(thread, hint));
    }

    @Override
    @SlotMethod(Slot.TP_ITER)
    PyObject iter(ThreadState thread) {
        checkOpen();
        return this;
    }

    @Override
    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        checkOpen();
        int length = lineLength(-1);
        return length == 0 ? null : take(length);
    }

    @PythonMethod("seek($self, pos, whence=0, /)")
    long seek(ThreadState thread, long offset, int whence) {
        checkOpen();
        if (offset < 0 && whence == 0) {
            throw PyErr.valueError("negative seek value %d", offset);
        }
        long base = switch (whence) {
            case 0 -> 0;
            case 1 -> pos;
            case 2 -> size;
            default -> throw PyErr.valueError("invalid whence (%d, should be 0, 1 or 2)", whence);
        };
        if (offset > Long.MAX_VALUE - base) {
            throw PyErr.overflowError("new position too large");
        }
        pos = Math.max(0, base + offset);
        return pos;
    }

    @PythonMethod("truncate($self, size=None, /)")
    PyObject truncate(ThreadState thread, PyObject length) {
        checkOpen();
        checkNotExported();
        long wanted = length == Singletons.NONE ? pos : StreamCalls.size(thread, length);
        if (wanted < 0) {
            throw PyErr.valueError("negative size value %d", wanted);
        }
        if (wanted < size) {
            bytes = Arrays.copyOf(bytes, (int) wanted);
            shared = false;
            size = (int) wanted;
        }
        return PyInt.of(wanted);
    }

    @PythonMethod("getvalue($self, /)")
    PyObject getValue() {
        checkOpen();
        if (bytes.length != size) {
            if (exports.mayBeInUse()) {
                return PyBytes.of(Arrays.copyOf(bytes, size));
            }
            bytes = Arrays.copyOf(bytes, size);
        } else if (exports.mayBeInUse()) {
            return PyBytes.of(bytes.clone());
        }
        shared = true;
        return PyBytes.of(bytes);
    }

    @PythonMethod("getbuffer($self, /)")
    PyObject getBuffer(ThreadState thread) {
        checkOpen();
        PyObject memoryView = thread.interpreter().builtins.get("memoryview");
        return Calls.call(thread, memoryView, new BytesIOBuffer(this));
    }

    /** The memory of the file, which must keep its size until the view is released. */
    PyBuffer memory(PyObject exporter) {
        reserve(size);
        Memory memory = new Memory(this, exporter);
        exports.add(memory);
        return memory;
    }

    /** A view of the file's bytes. */
    private static final class Memory extends PyBuffer {
        private final BytesIO file;
        private boolean released;

        Memory(BytesIO file, PyObject exporter) {
            super(exporter);
            this.file = file;
        }

        @Override
        public int length() {
            return file.size;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public byte get(int index) {
            return file.bytes[index];
        }

        @Override
        public void set(int index, byte value) {
            file.reserve(file.size);
            file.bytes[index] = value;
        }

        @Override
        public MemorySegment memory() {
            // A program that has the bytes of the file must not see them change.
            file.reserve(file.size);
            return MemorySegment.ofArray(file.bytes).asSlice(0, file.size);
        }

        @Override
        public void release() {
            if (!released) {
                released = true;
                file.exports.remove(this);
            }
        }
    }

    @PythonMethod("__sizeof__($self, /)")
    long sizeOf() {
        return 128L + (bytes == null || shared ? 0 : bytes.length);
    }

    @PythonMethod("__getstate__($self, /)")
    PyObject getState(ThreadState thread) {
        PyObject value = getValue();
        PyObject dict = StreamCalls.attributes(thread, this);
        return PyTuple.of(value, PyInt.of(pos), dict);
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(ThreadState thread, PyObject state) {
        if (!(state instanceof PyTuple tuple) || tuple.size() < 3) {
            throw PyErr.typeError("%T.__setstate__ argument should be 3-tuple, got %T", this, state);
        }
        checkNotExported();
        if (isClosed()) {
            throw StreamCalls.closed();
        }
        init(thread, PyBytes.EMPTY);
        write(thread, tuple.get(0));
        if (!(tuple.get(1) instanceof PyInt position)) {
            throw PyErr.typeError("second item of state must be an integer, got %T", tuple.get(1));
        }
        if (position.signum() < 0) {
            throw PyErr.valueError("position value cannot be negative");
        }
        pos = Numbers.toLong(position);
        if (tuple.get(2) == Singletons.NONE) {
            return;
        }
        if (!(tuple.get(2) instanceof PyDict dict)) {
            throw PyErr.typeError("third item of state should be a dict, got a %T", tuple.get(2));
        }
        Calls.callMethod(thread, Attributes.get(thread, this, Names.DICT), Names.UPDATE_NAME, dict);
    }
}
