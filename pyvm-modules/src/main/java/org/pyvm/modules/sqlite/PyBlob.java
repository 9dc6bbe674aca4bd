package org.pyvm.modules.sqlite;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PySlice;
import org.pyvm.objects.types.SliceBounds;

/** {@code sqlite3.Blob}: a value in a table as a file whose size cannot be changed. */
@PythonType(name = "Blob", module = "sqlite3")
public final class PyBlob extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "sqlite3", "Blob", new PyBlobExposed.SlotTable(), new PyBlobExposed())
            .notSubclassable()
            .weakReferenceable();

    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;

    private final PyConnection connection;
    private final NativeHandle handle;
    private int offset;

    PyBlob(PyConnection connection, long pointer) {
        super(TYPE);
        this.connection = connection;
        this.handle = new NativeHandle(connection.state(), this, true, pointer, connection.open(), connection.handles);
    }

    private SqliteApi api() {
        return connection.state().api;
    }

    private long open(ThreadState thread) {
        connection.checked(thread);
        if (handle.pointer() == 0) {
            throw connection.state().errors.programming("Cannot operate on a closed blob.");
        }
        return handle.pointer();
    }

    @PythonMethod("close($self, /)")
    void close(ThreadState thread) {
        connection.checked(thread);
        handle.close(api());
    }

    @PythonMethod("__enter__($self, /)")
    PyObject enter(ThreadState thread) {
        open(thread);
        return this;
    }

    @PythonMethod("__exit__($self, type, val, tb, /)")
    boolean exit(ThreadState thread, PyObject type, PyObject value, PyObject traceback) {
        open(thread);
        handle.close(api());
        return false;
    }

    private byte[] part(ThreadState thread, int from, int count) {
        byte[] part = new byte[count];
        long pointer = open(thread);
        SqliteState state = connection.state();
        connection.use();
        try {
            if (state.unlocked(thread, () -> state.api.readBlob(pointer, part, from)) != SqliteApi.OK) {
                throw state.errors.of(thread, state.api, connection.open());
            }
        } finally {
            connection.endUse();
        }
        return part;
    }

    private void put(ThreadState thread, byte[] bytes, int at) {
        long pointer = open(thread);
        SqliteState state = connection.state();
        connection.use();
        try {
            if (state.unlocked(thread, () -> state.api.writeBlob(pointer, bytes, at)) != SqliteApi.OK) {
                throw state.errors.of(thread, state.api, connection.open());
            }
        } finally {
            connection.endUse();
        }
    }

    @PythonMethod("read($self, length=-1, /)")
    PyObject read(ThreadState thread, int length) {
        // A blob whose row has changed has no bytes any more.
        int rest = Math.max(0, api().blobSize(open(thread)) - offset);
        int count = length < 0 || length > rest ? rest : length;
        if (count == 0) {
            return PyBytes.EMPTY;
        }
        byte[] part = part(thread, offset, count);
        offset += count;
        return PyBytes.of(part);
    }

    @PythonMethod("write($self, data, /)")
    void write(ThreadState thread, byte[] data) {
        if (data.length > api().blobSize(open(thread)) - offset) {
            throw PyErr.valueError("data longer than blob length");
        }
        put(thread, data, offset);
        offset += data.length;
    }

    @PythonMethod("seek($self, offset, origin=0, /)")
    void seek(ThreadState thread, int distance, int origin) {
        int size = api().blobSize(open(thread));
        long target = switch (origin) {
            case SEEK_SET -> distance;
            case SEEK_CUR -> (long) offset + distance;
            case SEEK_END -> (long) size + distance;
            default -> throw PyErr.valueError("'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END");
        };
        if (target > Integer.MAX_VALUE) {
            throw PyErr.overflowError("seek offset results in overflow");
        }
        if (target < 0 || target > size) {
            throw PyErr.valueError("offset out of blob range");
        }
        offset = (int) target;
    }

    @PythonMethod("tell($self, /)")
    int tell(ThreadState thread) {
        open(thread);
        return offset;
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length(ThreadState thread) {
        return api().blobSize(open(thread));
    }

    private int index(ThreadState thread, PyObject key) {
        PyInt number = Numbers.index(thread, key);
        if (!number.fitsLong()) {
            throw PyErr.indexError("cannot fit '%T' into an index-sized integer", key);
        }
        int size = length(thread);
        long index = number.longValue();
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw PyErr.indexError("Blob index out of range");
        }
        return (int) at;
    }

    private static boolean isIndex(PyObject key) {
        return key.type().slots().has(Slot.NB_INDEX);
    }

    private static PySlice slice(PyObject key) {
        if (!(key instanceof PySlice slice)) {
            throw PyErr.typeError("Blob indices must be integers");
        }
        return slice;
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        open(thread);
        if (isIndex(key)) {
            return PyInt.of(part(thread, index(thread, key), 1)[0] & 0xFF);
        }
        SliceBounds bounds = slice(key).unpack(thread).forLength(length(thread));
        if (bounds.count() == 0) {
            return PyBytes.EMPTY;
        }
        if (bounds.step() == 1) {
            return PyBytes.of(part(thread, bounds.start(), bounds.count()));
        }
        byte[] picked = new byte[bounds.count()];
        int first = Math.min(bounds.at(0), bounds.at(picked.length - 1));
        int last = Math.max(bounds.at(0), bounds.at(picked.length - 1));
        byte[] span = part(thread, first, last - first + 1);
        for (int i = 0; i < picked.length; i++) {
            picked[i] = span[bounds.at(i) - first];
        }
        return PyBytes.of(picked);
    }

    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    void store(ThreadState thread, PyObject key, PyObject value) {
        open(thread);
        if (isIndex(key)) {
            storeByte(thread, key, value);
            return;
        }
        PySlice slice = slice(key);
        if (value == null) {
            throw PyErr.typeError("Blob doesn't support slice deletion");
        }
        SliceBounds bounds = slice.unpack(thread).forLength(length(thread));
        if (bounds.count() == 0) {
            return;
        }
        byte[] bytes = Convert.toByteArray(thread, value);
        if (bytes.length != bounds.count()) {
            throw PyErr.indexError("Blob slice assignment is wrong size");
        }
        if (bounds.step() == 1) {
            put(thread, bytes, bounds.start());
            return;
        }
        int first = Math.min(bounds.at(0), bounds.at(bytes.length - 1));
        int last = Math.max(bounds.at(0), bounds.at(bytes.length - 1));
        byte[] span = part(thread, first, last - first + 1);
        for (int i = 0; i < bytes.length; i++) {
            span[bounds.at(i) - first] = bytes[i];
        }
        put(thread, span, first);
    }

    private void storeByte(ThreadState thread, PyObject key, PyObject value) {
        if (value == null) {
            throw PyErr.typeError("Blob doesn't support item deletion");
        }
        int at = index(thread, key);
        if (!(value instanceof PyInt number)) {
            throw PyErr.typeError("'%T' object cannot be interpreted as an integer", value);
        }
        if (!number.fitsLong() || number.longValue() < 0 || number.longValue() > 0xFF) {
            throw PyErr.valueError("byte must be in range(0, 256)");
        }
        put(thread, new byte[] {(byte) number.longValue()}, at);
    }
}
