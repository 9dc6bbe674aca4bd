package org.pyvm.modules.sqlite;

import java.lang.ref.ReferenceQueue;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.IntSupplier;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** What the module keeps for one interpreter. */
final class SqliteState {
    final SqliteErrors errors;
    final SqliteApi api;
    final Callbacks callbacks;
    /** By pairs of type and protocol. */
    final PyDict adapters = new PyDict();
    /** By name, in capitals. */
    final PyDict converters = new PyDict();
    /** Whether there is an adapter for int, float, str or bytearray, which are looked up for these only then. */
    boolean baseTypeAdapted;
    /** Whether errors of callbacks are reported, and not only seen as failures of the library. */
    boolean reportsCallbackErrors;

    /** Tells of statements and blobs that were dropped. */
    final ReferenceQueue<PyObject> dropped = new ReferenceQueue<>();

    private final Set<PyConnection> connections = Collections.newSetFromMap(new WeakHashMap<>());

    private SqliteState(ThreadState thread) {
        errors = new SqliteErrors(thread);
        Host host = thread.interpreter().service(Host.class);
        api = new SqliteApi(
                host.natives(),
                name -> PyErr.of(errors.notSupportedError, "the SQLite library does not have the function %s", name));
        callbacks = new Callbacks(this, thread.interpreter().lock());
    }

    /** @throws PyErr ImportError when the system has no SQLite, PermissionError when native code is not allowed */
    static SqliteState of(ThreadState thread) {
        try {
            return thread.interpreter().service(SqliteState.class, () -> new SqliteState(thread));
        } catch (HostException e) {
            if (e.errno() == Errno.ENOENT.number() || e.errno() == Errno.ENOSYS.number()) {
                throw PyErr.importError(
                        "_sqlite3 needs the system's SQLite library, and none of %s can be loaded",
                        String.join(", ", SqliteApi.LIBRARIES));
            }
            throw HostErrors.of(thread, e);
        }
    }

    void opened(PyConnection connection) {
        connections.add(connection);
    }

    void closed(PyConnection connection) {
        connections.remove(connection);
    }

    /** Calls the library without the interpreter's lock, and raises what a callback has left behind. */
    int unlocked(ThreadState thread, IntSupplier call) {
        int result = thread.interpreter().lock().<Integer>released(call::getAsInt);
        callbacks.raiseKept();
        return result;
    }

    /** Makes a call once more when statements that were dropped have been in its way. */
    int retried(IntSupplier call) {
        int code = call.getAsInt();
        return ResultCodes.isConflict(code) && resetDropped() ? call.getAsInt() : code;
    }

    /** Gives back what belongs to statements and blobs that were dropped. */
    void sweep() {
        for (Object found = dropped.poll(); found != null; found = dropped.poll()) {
            ((NativeHandle) found).close(api);
        }
    }

    /**
     * Resets the statements of cursors that were dropped before their last row, since they keep tables locked. CPython does so when
     * the last reference goes; here it is done, with the collector's help, when something turns out to be locked.
     *
     * @return whether there was one
     */
    boolean resetDropped() {
        boolean some = false;
        for (PyConnection connection : connections.toArray(PyConnection[]::new)) {
            some |= connection != null && connection.hasBusyStatements();
        }
        if (!some) {
            return false;
        }
        System.gc();
        boolean reset = false;
        for (PyConnection connection : connections.toArray(PyConnection[]::new)) {
            reset |= connection != null && connection.resetDropped();
        }
        return reset;
    }

    // Texts

    /** UTF-8 without a zero in it. */
    static byte[] utf8(ThreadState thread, PyStr text) {
        byte[] bytes = Utf8.encode(thread, text, null);
        if (hasZero(bytes)) {
            throw PyErr.valueError("embedded null character");
        }
        return bytes;
    }

    static boolean hasZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    static PyStr text(ThreadState thread, byte[] utf8) {
        return Utf8.decode(thread, utf8, null);
    }

    /** What SQL has as an integer. */
    static long integer(PyInt number) {
        if (!number.fitsLong()) {
            throw PyErr.overflowError("Python int too large to convert to SQLite INTEGER");
        }
        return number.longValue();
    }

    static PyObject blob(byte[] bytes) {
        return bytes.length == 0 ? PyBytes.EMPTY : PyBytes.of(bytes);
    }

    /** For a parameter that is to be an instance of one of the module's types. */
    static PyErr wrongArgument(String function, String argument, PyType expected, PyObject given) {
        return PyErr.typeError("%s() argument %s must be %s, not %T", function, argument, expected.fullName(), given);
    }
}
