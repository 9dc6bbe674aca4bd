package org.pyvm.modules.sqlite;

import java.util.function.Consumer;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code sqlite3.Cursor}: executes statements and is the iterator of what they find. */
@PythonType(name = "Cursor", module = "sqlite3", doc = "Executes statements and iterates over their rows.")
public final class PyCursor extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "sqlite3", "Cursor", new PyCursorExposed.SlotTable(), new PyCursorExposed())
            .weakReferenceable();

    /** Null until {@code __init__} has run. */
    private PyConnection connection;

    private PyObject description = Singletons.NONE;
    private PyObject lastRowId = Singletons.NONE;
    private PyObject rowFactory = Singletons.NONE;
    private int arraySize = 1;
    private long rowCount = -1;
    /** Null when there is no row left. */
    private PyStatement statement;

    private RowReader reader;
    private boolean closed;
    private boolean initialized;
    /** While it works: what it calls must not use it. */
    private boolean locked;

    private PyCursor(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyCursor(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        Arguments.noKeywordsUnlessOverridden("Cursor", type(), Slot.TP_INIT, names);
        Arguments.checkCount("Cursor", args.length, 1, 1);
        if (!(args[0] instanceof PyConnection given)) {
            throw SqliteState.wrongArgument("Cursor", "1", PyConnection.TYPE, args[0]);
        }
        checkNotLocked(SqliteState.of(thread));
        connection = given;
        dropStatement();
        closed = false;
        description = Singletons.NONE;
        lastRowId = Singletons.NONE;
        arraySize = 1;
        rowCount = -1;
        rowFactory = Singletons.NONE;
        given.checkThread(thread);
        initialized = true;
    }

    private void checkNotLocked(SqliteState state) {
        if (locked) {
            throw state.errors.programming("Recursive use of cursors not allowed.");
        }
    }

    private SqliteState check(ThreadState thread) {
        SqliteState state = SqliteState.of(thread);
        if (!initialized) {
            throw state.errors.programming("Base Cursor.__init__ not called.");
        }
        if (closed) {
            throw state.errors.programming("Cannot operate on a closed cursor.");
        }
        connection.checkThread(thread);
        connection.check(thread);
        checkNotLocked(state);
        return state;
    }

    @PythonMethod("execute($self, sql, parameters=(), /)")
    PyObject execute(ThreadState thread, PyStr sql, PyObject parameters) {
        return perform(thread, state -> {
            begin(thread, sql);
            connection.use();
            try {
                new Parameters(state, connection.open(), statement.pointer(state)).bind(thread, parameters);
                step(thread, state);
                lastRowId = PyInt.of(state.api.lastInsertRowId(connection.open()));
            } finally {
                connection.endUse();
            }
        });
    }

    @PythonMethod("executemany($self, sql, seq_of_parameters, /)")
    PyObject executeMany(ThreadState thread, PyStr sql, PyObject parameterSets) {
        return perform(thread, state -> {
            PyObject sets = Iterators.iter(thread, parameterSets);
            begin(thread, sql);
            if (statement.handle.pointer() != 0 && state.api.isReadOnly(statement.handle.pointer())) {
                throw state.errors.programming("executemany() can only execute DML statements.");
            }
            connection.use();
            try {
                for (PyObject set = Iterators.next(thread, sets); set != null; set = Iterators.next(thread, sets)) {
                    new Parameters(state, connection.open(), statement.pointer(state)).bind(thread, set);
                    step(thread, state);
                    // Rows of RETURNING are not kept.
                    statement.reset(state);
                }
            } finally {
                connection.endUse();
            }
        });
    }

    /** Executes a statement while nobody else can use the cursor; one that fails leaves nothing to fetch. */
    private PyObject perform(ThreadState thread, Consumer<SqliteState> execution) {
        SqliteState state = check(thread);
        locked = true;
        try {
            execution.accept(state);
            finish(state);
        } catch (RuntimeException | Error e) {
            dropStatement();
            rowCount = -1;
            throw e;
        } finally {
            locked = false;
        }
        return this;
    }

    /** Prepares the statement, and begins a transaction where one is due. */
    private void begin(ThreadState thread, PyStr sql) {
        description = Singletons.NONE;
        dropStatement();
        statement = connection.statement(thread, sql);
        statement.handle.usedBy(this);
        rowCount = statement.isDml ? 0 : -1;
        if (statement.isDml) {
            connection.beginIfWanted(thread);
        }
    }

    private void step(ThreadState thread, SqliteState state) {
        int code = state.retried(() -> {
            statement.reset(state);
            return statement.step(thread, state);
        });
        long db = connection.open();
        if (code != SqliteApi.ROW && code != SqliteApi.DONE) {
            throw state.errors.of(thread, state.api, db);
        }
        long pointer = statement.pointer(state);
        if (pointer == 0) {
            return;
        }
        reader = new RowReader(thread, connection, pointer);
        if (description == Singletons.NONE && state.api.columnCount(pointer) > 0) {
            description = reader.description(thread);
        }
        if (code == SqliteApi.DONE) {
            countChanges(state, db);
            statement.reset(state);
        }
    }

    private void countChanges(SqliteState state, long db) {
        if (statement.isDml) {
            rowCount += state.api.changes(db);
        }
    }

    private void finish(SqliteState state) {
        if (statement != null && !statement.handle.isBusy(state.api)) {
            statement.clear(state);
            statement = null;
            reader = null;
        }
    }

    private void dropStatement() {
        if (statement != null) {
            statement.reset(connection.state());
            statement = null;
            reader = null;
        }
    }

    @PythonMethod("executescript($self, sql_script, /)")
    PyObject executeScript(ThreadState thread, PyStr script) {
        byte[] sql = SqliteState.utf8(thread, script);
        check(thread);
        connection.executeScript(thread, sql);
        return this;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        SqliteState state = check(thread);
        if (statement == null) {
            return null;
        }
        PyObject row = read(thread, state);
        return rowFactory == Singletons.NONE ? row : Calls.call(thread, rowFactory, this, row);
    }

    /** Reads the row at hand and goes on to the next one, so that a statement is done when its last row is read. */
    private PyTuple read(ThreadState thread, SqliteState state) {
        PyStatement current = statement;
        current.pointer(state);
        locked = true;
        connection.use();
        try {
            PyTuple row = reader.row(thread);
            long db = connection.open();
            int code = current.step(thread, state);
            if (code == SqliteApi.DONE) {
                countChanges(state, db);
                dropStatement();
            } else if (code != SqliteApi.ROW) {
                PyErr error = state.errors.of(thread, state.api, db);
                dropStatement();
                throw error;
            }
            return row;
        } finally {
            connection.endUse();
            locked = false;
        }
    }

    @PythonMethod("fetchone($self, /)")
    PyObject fetchOne(ThreadState thread) {
        PyObject row = next(thread);
        return row == null ? Singletons.NONE : row;
    }

    @PythonMethod("fetchmany($self, size=<unrepresentable>)")
    PyObject fetchMany(ThreadState thread, PyObject size) {
        return fetch(thread, size == null ? arraySize : Convert.toInt(thread, size));
    }

    @PythonMethod("fetchall($self, /)")
    PyObject fetchAll(ThreadState thread) {
        return fetch(thread, 0);
    }

    /** @param most 0 for all */
    private PyObject fetch(ThreadState thread, int most) {
        PyList rows = new PyList();
        for (PyObject row = next(thread); row != null; row = next(thread)) {
            rows.append(row);
            if (rows.size() == most) {
                break;
            }
        }
        return rows;
    }

    @PythonMethod("setinputsizes($self, sizes, /)")
    void setInputSizes(PyObject sizes) {}

    @PythonMethod("setoutputsize($self, size, column=None, /)")
    void setOutputSize(PyObject size, PyObject column) {}

    @PythonMethod("close($self, /)")
    void close(ThreadState thread) {
        SqliteState state = SqliteState.of(thread);
        checkNotLocked(state);
        if (connection == null) {
            throw state.errors.programming("Base Cursor.__init__ not called.");
        }
        connection.checkThread(thread);
        connection.check(thread);
        dropStatement();
        closed = true;
    }

    @PythonGetter(value = "connection", member = true)
    PyObject connection() {
        return connection == null ? Singletons.NONE : connection;
    }

    @PythonGetter(value = "description", member = true)
    PyObject description() {
        return description;
    }

    @PythonGetter(value = "lastrowid", member = true)
    PyObject lastRowId() {
        return lastRowId;
    }

    @PythonGetter(value = "rowcount", member = true)
    long rowCount() {
        return rowCount;
    }

    @PythonGetter(value = "arraysize", member = true)
    int arraySize() {
        return arraySize;
    }

    @PythonSetter("arraysize")
    void setArraySize(int size) {
        arraySize = size;
    }

    @PythonGetter(value = "row_factory", member = true)
    PyObject rowFactory() {
        return rowFactory;
    }

    @PythonSetter(value = "row_factory", deletable = true)
    void setRowFactory(PyObject factory) {
        rowFactory = factory == null ? Singletons.NONE : factory;
    }
}
