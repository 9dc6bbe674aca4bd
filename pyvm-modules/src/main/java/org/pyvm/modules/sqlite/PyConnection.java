package org.pyvm.modules.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.Audits;
import org.pyvm.objects.Guard;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyStr;

/**
 * {@code sqlite3.Connection}: an open database, and its transactions. Callbacks are in {@link ConnectionCallbacks}, what deals with
 * whole databases in {@link ConnectionContents}.
 *
 * <p>Another thread, or a callback, may close it while the library works. So each use is counted, and the library's connection is
 * closed when the last one ends.
 */
@PythonType(
        name = "Connection",
        module = "sqlite3",
        doc = "An open database.",
        parts = {ConnectionCallbacks.class, ConnectionContents.class, ConnectionErrors.class})
public final class PyConnection extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("sqlite3", "Connection", new PyConnectionExposed.SlotTable(), new PyConnectionExposed());

    private static final List<String> ISOLATION_LEVELS = List.of("", "DEFERRED", "IMMEDIATE", "EXCLUSIVE");
    private static final PyStr EXECUTE = PyStr.intern("execute");
    private static final PyStr EXECUTE_MANY = PyStr.intern("executemany");
    private static final PyStr EXECUTE_SCRIPT = PyStr.intern("executescript");
    private static final double MILLIS = 1000;

    /** Its statements and blobs. */
    final Set<NativeHandle> handles = new HashSet<>();

    /** The numbers of its hooks with {@link Callbacks}. */
    final ConnectionCallbacks.Hooks hooks = new ConnectionCallbacks.Hooks();

    private SqliteState state;
    /** 0 when closed. */
    private long db;

    private int uses;
    /** What is to be closed when the last use ends; 0 for nothing. */
    private long closing;

    private boolean initialized;
    private Guard guard;
    /** Null for none: transactions are the program's business. */
    private String isolationLevel;

    private int detectTypes;
    private boolean checksThread;
    private long threadId;
    private Map<String, PyStatement> statements = cache(0);
    private PyObject rowFactory = Singletons.NONE;
    private PyObject textFactory = PyStr.TYPE;

    private PyConnection(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyConnection(cls);
    }

    @PythonInit(
            value = "($self, database, timeout=5.0, detect_types=0, isolation_level='', check_same_thread=True,"
                    + " factory=<unrepresentable>, cached_statements=128, uri=False)",
            showSignature = false)
    void init(
            ThreadState thread,
            PyObject database,
            double timeout,
            int detect,
            PyObject level,
            boolean checkSameThread,
            PyObject factory,
            int cachedStatements,
            boolean uri) {
        state = SqliteState.of(thread);
        Audits.report(thread, "sqlite3.connect", database);
        String newLevel = level(thread, level);
        byte[] name = new DatabaseName(thread, database, uri).utf8();
        if (initialized) {
            initialized = false;
            closeLibrary(thread, true);
        }
        state.sweep();
        int flags = SqliteApi.OPEN_READWRITE | SqliteApi.OPEN_CREATE | (uri ? SqliteApi.OPEN_URI : 0);
        SqliteApi.Opened[] opened = new SqliteApi.Opened[1];
        int code = state.unlocked(thread, () -> {
            opened[0] = state.api.open(name, flags);
            return opened[0].code();
        });
        long pointer = opened[0].pointer();
        if (code != SqliteApi.OK) {
            PyErr error = pointer == 0 ? PyErr.memoryError() : state.errors.of(thread, state.api, pointer);
            state.api.close(pointer);
            throw error;
        }
        state.api.busyTimeout(pointer, (int) (timeout * MILLIS));
        db = pointer;
        isolationLevel = newLevel;
        detectTypes = detect;
        checksThread = checkSameThread;
        threadId = thread.id();
        statements = cache(cachedStatements);
        rowFactory = Singletons.NONE;
        textFactory = PyStr.TYPE;
        guard = thread.interpreter().finalization().armResource(this);
        state.opened(this);
        initialized = true;
        Audits.report(thread, "sqlite3.connect/handle", this);
    }

    private static Map<String, PyStatement> cache(int size) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, PyStatement> eldest) {
                return size() > size;
            }
        };
    }

    private static String level(ThreadState thread, PyObject level) {
        if (level == Singletons.NONE) {
            return null;
        }
        if (!(level instanceof PyStr text)) {
            throw PyErr.typeError("isolation_level must be str or None");
        }
        SqliteState.utf8(thread, text);
        String known = text.toString().toUpperCase(Locale.ROOT);
        if (!ISOLATION_LEVELS.contains(known)) {
            throw PyErr.valueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'");
        }
        return known;
    }

    SqliteState state() {
        return state;
    }

    int detectTypes() {
        return detectTypes;
    }

    // Checks

    private PyErr notInitialized(ThreadState thread) {
        return SqliteState.of(thread).errors.programming("Base Connection.__init__ not called.");
    }

    void check(ThreadState thread) {
        if (!initialized) {
            throw notInitialized(thread);
        }
        open();
    }

    /** The library's connection. @throws PyErr ProgrammingError when it is closed */
    long open() {
        if (db == 0) {
            throw state.errors.programming("Cannot operate on a closed database.");
        }
        return db;
    }

    void checkThread(ThreadState thread) {
        if (initialized && checksThread && thread.id() != threadId) {
            throw state.errors.programming(
                    "SQLite objects created in a thread can only be used in that same thread."
                            + " The object was created in thread id %d and this is thread id %d.",
                    threadId, thread.id());
        }
    }

    /** Both checks; the library's connection. */
    long checked(ThreadState thread) {
        checkThread(thread);
        check(thread);
        return db;
    }

    void checkSize(byte[] sql) {
        if (sql.length > state.api.limit(open(), SqliteApi.LIMIT_SQL_LENGTH, -1)) {
            throw state.errors.data("query string is too large");
        }
    }

    // Uses and the end

    void use() {
        uses++;
    }

    void endUse() {
        uses--;
        if (uses == 0 && closing != 0) {
            long pointer = closing;
            closing = 0;
            closePointer(pointer, false);
        }
    }

    private void closeLibrary(ThreadState thread) {
        closeLibrary(thread, false);
    }

    /** @param keepsRows whether cursors can go on to read what they have begun to, as after a new {@code __init__} */
    private void closeLibrary(ThreadState thread, boolean keepsRows) {
        statements.clear();
        long pointer = db;
        db = 0;
        if (pointer == 0) {
            return;
        }
        state.closed(this);
        if (guard != null) {
            thread.interpreter().finalization().disarm(guard);
            guard = null;
        }
        if (uses > 0) {
            closing = pointer;
        } else {
            closePointer(pointer, keepsRows);
        }
    }

    /** Statements that stay keep the library's connection alive until they are given back. */
    private void closePointer(long pointer, boolean keepsRows) {
        for (NativeHandle handle : new ArrayList<>(handles)) {
            if (handle.belongsTo(pointer) && !(keepsRows && handle.isBusy(state.api))) {
                handle.close(state.api);
            }
        }
        state.api.close(pointer);
        hooks.clear(state.callbacks);
    }

    @PythonMethod("close($self, /)")
    void close(ThreadState thread) {
        checkThread(thread);
        if (!initialized) {
            throw notInitialized(thread);
        }
        closeLibrary(thread);
    }

    @Override
    public boolean hasFinalizer() {
        return guard != null || super.hasFinalizer();
    }

    /** One that was dropped is closed, whichever thread it belonged to. */
    @SlotMethod(Slot.TP_FINALIZE)
    static void finalizeObject(ThreadState thread, PyObject self) {
        ((PyConnection) self).closeLibrary(thread);
    }

    boolean hasBusyStatements() {
        for (NativeHandle handle : handles) {
            if (handle.isBusy(state.api)) {
                return true;
            }
        }
        return false;
    }

    boolean resetDropped() {
        boolean some = false;
        for (NativeHandle handle : handles) {
            if (handle.isAbandoned(state.api)) {
                state.api.reset(handle.pointer());
                some = true;
            }
        }
        return some;
    }

    // Statements

    /** A statement for a text that nobody steps through. */
    PyStatement statement(ThreadState thread, PyStr sql) {
        state.sweep();
        String key = sql.toString();
        PyStatement cached = statements.get(key);
        if (cached != null && !cached.handle.isBusy(state.api)) {
            return cached;
        }
        PyStatement made = PyStatement.prepare(thread, this, sql);
        if (cached == null) {
            statements.put(key, made);
        }
        return made;
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        checked(thread);
        Arguments.noKeywords("sqlite3.Connection", names);
        if (args.length != 1) {
            throw PyErr.typeError("function takes exactly 1 argument (%d given)", args.length);
        }
        if (!(args[0] instanceof PyStr sql)) {
            throw PyErr.typeError("argument 1 must be str, not %T", args[0]);
        }
        return PyStatement.prepare(thread, this, sql);
    }

    /** Runs one statement of the module's own to its end. */
    private void run(ThreadState thread, String sql) {
        long pointer = open();
        byte[] utf8 = sql.getBytes(StandardCharsets.US_ASCII);
        use();
        try {
            int code = state.retried(
                    () -> state.unlocked(thread, () -> runOnce(pointer, utf8, 0).code()));
            if (code != SqliteApi.OK) {
                throw state.errors.of(thread, state.api, pointer);
            }
        } finally {
            endUse();
        }
    }

    /** The result, and how many bytes of the text the statement took. */
    private SqliteApi.Prepared runOnce(long pointer, byte[] sql, int from) {
        SqliteApi.Prepared prepared = state.api.prepare(pointer, sql, from);
        int code = prepared.code();
        if (code == SqliteApi.OK) {
            do {
                code = state.api.step(prepared.statement());
            } while (code == SqliteApi.ROW);
            code = state.api.finish(prepared.statement());
        }
        return new SqliteApi.Prepared(code, 0, prepared.consumed());
    }

    void executeScript(ThreadState thread, byte[] sql) {
        checkSize(sql);
        long pointer = open();
        if (!state.api.isAutocommit(pointer)) {
            run(thread, "COMMIT");
        }
        use();
        try {
            int at = 0;
            while (at < sql.length) {
                at += runOne(thread, pointer, sql, at);
            }
        } finally {
            endUse();
        }
    }

    private int runOne(ThreadState thread, long pointer, byte[] sql, int from) {
        SqliteApi.Prepared[] ran = new SqliteApi.Prepared[1];
        IntSupplier once = () -> {
            ran[0] = runOnce(pointer, sql, from);
            return ran[0].code();
        };
        int code = state.retried(() -> state.unlocked(thread, once));
        if (code != SqliteApi.OK) {
            throw state.errors.of(thread, state.api, pointer);
        }
        return ran[0].consumed();
    }

    // Transactions

    void beginIfWanted(ThreadState thread) {
        if (isolationLevel != null && state.api.isAutocommit(open())) {
            run(thread, "BEGIN " + isolationLevel);
        }
    }

    @PythonMethod("commit($self, /)")
    void commit(ThreadState thread) {
        long pointer = checked(thread);
        if (!state.api.isAutocommit(pointer)) {
            run(thread, "COMMIT");
        }
    }

    @PythonMethod("rollback($self, /)")
    void rollback(ThreadState thread) {
        long pointer = checked(thread);
        if (!state.api.isAutocommit(pointer)) {
            run(thread, "ROLLBACK");
        }
    }

    @PythonMethod("__enter__($self, /)")
    PyObject enter(ThreadState thread) {
        check(thread);
        return this;
    }

    @PythonMethod("__exit__($self, type, value, traceback, /)")
    boolean exit(ThreadState thread, PyObject type, PyObject value, PyObject traceback) {
        if (type != Singletons.NONE || value != Singletons.NONE || traceback != Singletons.NONE) {
            rollback(thread);
            return false;
        }
        try {
            commit(thread);
        } catch (PyErr e) {
            // So that the database is not locked any longer.
            try {
                rollback(thread);
            } catch (PyErr second) {
                second.value().setContext(e.value());
                throw PyErr.again(second.value());
            }
            throw e;
        }
        return false;
    }

    @PythonGetter("in_transaction")
    boolean inTransaction(ThreadState thread) {
        check(thread);
        return !state.api.isAutocommit(db);
    }

    @PythonGetter("total_changes")
    int totalChanges(ThreadState thread) {
        check(thread);
        return state.api.totalChanges(db);
    }

    @PythonGetter("isolation_level")
    PyObject isolationLevel(ThreadState thread) {
        check(thread);
        return isolationLevel == null ? Singletons.NONE : PyStr.of(isolationLevel);
    }

    @PythonSetter(value = "isolation_level", deletable = true)
    void setIsolationLevel(ThreadState thread, PyObject level) {
        if (level == null) {
            throw PyErr.attributeError("cannot delete attribute");
        }
        String newLevel = level(thread, level);
        isolationLevel = newLevel;
        if (newLevel == null) {
            commit(thread);
        }
    }

    // Cursors

    @PythonMethod("cursor($self, factory=<unrepresentable>)")
    PyObject cursor(ThreadState thread, PyObject factory) {
        checked(thread);
        PyObject cursor = Calls.call(thread, factory == null ? PyCursor.TYPE : factory, this);
        if (!(cursor instanceof PyCursor made)) {
            throw PyErr.typeError("factory must return a cursor, not %T", cursor);
        }
        if (rowFactory != Singletons.NONE) {
            made.setRowFactory(rowFactory);
        }
        return made;
    }

    @PythonMethod("execute($self, sql, parameters=<unrepresentable>, /)")
    PyObject execute(ThreadState thread, PyObject sql, PyObject parameters) {
        PyObject cursor = cursor(thread, null);
        return parameters == null
                ? Calls.callMethod(thread, cursor, EXECUTE, sql)
                : Calls.callMethod(thread, cursor, EXECUTE, sql, parameters);
    }

    @PythonMethod("executemany($self, sql, parameters, /)")
    PyObject executeMany(ThreadState thread, PyObject sql, PyObject parameters) {
        return Calls.callMethod(thread, cursor(thread, null), EXECUTE_MANY, sql, parameters);
    }

    @PythonMethod("executescript($self, sql_script, /)")
    PyObject executeScript(ThreadState thread, PyObject script) {
        return Calls.callMethod(thread, cursor(thread, null), EXECUTE_SCRIPT, script);
    }

    @PythonMethod("interrupt($self, /)")
    void interrupt(ThreadState thread) {
        check(thread);
        state.api.interrupt(db);
    }

    @PythonGetter(value = "row_factory", member = true)
    PyObject rowFactory() {
        return rowFactory;
    }

    @PythonSetter(value = "row_factory", deletable = true)
    void setRowFactory(PyObject factory) {
        rowFactory = factory == null ? Singletons.NONE : factory;
    }

    @PythonGetter(value = "text_factory", member = true)
    PyObject textFactory() {
        return textFactory;
    }

    @PythonSetter(value = "text_factory", deletable = true)
    void setTextFactory(PyObject factory) {
        textFactory = factory == null ? Singletons.NONE : factory;
    }
}
