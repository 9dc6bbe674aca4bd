package org.pyvm.modules.dbm;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Guard;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** A database of {@code _dbm} that is open. One that is dropped is closed, since only that writes all of it. */
@PythonType(name = "dbm", module = "_dbm")
public final class PyDbm extends PyObject {
    public static final PyType TYPE = PyType.builtin("_dbm", "dbm", new PyDbmExposed.SlotTable(), new PyDbmExposed())
            .notSubclassable();

    private final DbmLibrary library;
    private final PyType error;
    /** Null when it is closed. */
    private MemorySegment database;

    private Guard guard;

    PyDbm(ThreadState thread, DbmLibrary library, PyType error, MemorySegment database) {
        super(TYPE);
        this.library = library;
        this.error = error;
        this.database = database;
        this.guard = thread.interpreter().finalization().armResource(this);
    }

    private MemorySegment open() {
        if (database == null) {
            throw PyErr.of(error, "DBM object has already been closed");
        }
        return database;
    }

    /** As an argument that is {@code str} or bytes that do not change. @param where what an error begins with */
    private static byte[] bytes(ThreadState thread, String where, PyObject key) {
        return switch (key) {
            case PyStr text -> Utf8.encode(thread, text, null);
            case PyBytes bytes -> bytes.bytesUnsafe();
            default ->
                throw key.type().slots().has(Slot.BF_GETBUFFER)
                        ? PyErr.typeError("%s must be read-only bytes-like object, not %T", where, key)
                        : PyErr.typeError("a bytes-like object is required, not '%T'", key);
        };
    }

    /** As a part of the mapping: {@code str}, or {@code bytes} alone. */
    private static byte[] bytes(ThreadState thread, PyObject object, String what) {
        return switch (object) {
            case PyStr text -> Utf8.encode(thread, text, null);
            case PyBytes bytes -> bytes.bytesUnsafe();
            default -> throw PyErr.typeError("dbm mappings have bytes or string %s only", what);
        };
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length() {
        return keys().size();
    }

    private List<PyObject> keys() {
        MemorySegment walked = open();
        List<PyObject> keys = new ArrayList<>();
        for (byte[] key = library.key(walked, true); key != null; key = library.key(walked, false)) {
            keys.add(PyBytes.of(key));
        }
        return keys;
    }

    @SlotMethod(Slot.NB_BOOL)
    boolean isTrue() {
        return library.key(open(), true) != null;
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    boolean contains(ThreadState thread, PyObject key) {
        MemorySegment asked = open();
        byte[] bytes = switch (key) {
            case PyStr text -> Utf8.encode(thread, text, null);
            case PyBytes given -> given.bytesUnsafe();
            default -> throw PyErr.typeError("dbm key must be bytes or string, not %T", key);
        };
        return library.fetch(asked, bytes) != null;
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        byte[] bytes = bytes(thread, "argument", key);
        byte[] value = library.fetch(open(), bytes);
        if (value == null) {
            throw PyErr.keyError(key);
        }
        return PyBytes.of(value);
    }

    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    void store(ThreadState thread, PyObject key, PyObject value) {
        byte[] bytes = bytes(thread, key, "keys");
        MemorySegment changed = open();
        if (value == null) {
            if (library.delete(changed, bytes) < 0) {
                throw library.hadError(changed)
                        ? PyErr.of(error, "cannot delete item from database")
                        : PyErr.keyError(key);
            }
            return;
        }
        put(changed, bytes, bytes(thread, value, "elements"));
    }

    private void put(MemorySegment changed, byte[] key, byte[] value) {
        if (library.store(changed, key, value, true) < 0) {
            library.hadError(changed);
            throw PyErr.of(error, "cannot add item to database");
        }
    }

    @PythonMethod("keys($self, /)")
    PyObject listOfKeys() {
        return PyList.of(keys().toArray(PyObject[]::new));
    }

    @PythonMethod("get($self, key, default=None, /)")
    PyObject get(ThreadState thread, PyObject key, PyObject otherwise) {
        byte[] bytes = bytes(thread, "get() argument 1", key);
        byte[] value = library.fetch(open(), bytes);
        return value != null ? PyBytes.of(value) : otherwise == null ? Singletons.NONE : otherwise;
    }

    @PythonMethod("setdefault($self, key, default=b'', /)")
    PyObject setDefault(ThreadState thread, PyObject key, PyObject otherwise) {
        byte[] bytes = bytes(thread, "setdefault() argument 1", key);
        MemorySegment changed = open();
        byte[] value = library.fetch(changed, bytes);
        if (value != null) {
            return PyBytes.of(value);
        }
        PyObject put = otherwise == null ? PyBytes.EMPTY : otherwise;
        put(changed, bytes, bytes(thread, put, "elements"));
        return put;
    }

    @PythonMethod("close($self, /)")
    void close(ThreadState thread) {
        if (database != null) {
            MemorySegment closed = database;
            database = null;
            thread.interpreter().finalization().disarm(guard);
            guard = null;
            library.close(closed);
        }
    }

    @PythonMethod("__enter__($self, /)")
    PyObject enter() {
        return this;
    }

    @PythonMethod("__exit__($self, /, *args)")
    void exit(ThreadState thread, PyObject[] args) {
        close(thread);
    }

    @Override
    public boolean hasFinalizer() {
        return guard != null || super.hasFinalizer();
    }

    @SlotMethod(Slot.TP_FINALIZE)
    static void finalizeObject(ThreadState thread, PyObject self) {
        ((PyDbm) self).close(thread);
    }
}
