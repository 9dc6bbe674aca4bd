package org.pyvm.modules.sqlite;

import java.util.Set;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.types.PyStr;

/** {@code sqlite3.Statement}: one that is prepared. */
@PythonType(name = "Statement", module = "sqlite3")
final class PyStatement extends PyObject {
    static final PyType TYPE = PyType.builtin(
                    "sqlite3", "Statement", new PyStatementExposed.SlotTable(), new PyStatementExposed())
            .notSubclassable();

    final NativeHandle handle;
    /** A text of blanks and comments has none. */
    private final boolean isEmpty;
    /** Whether it changes rows: such a statement begins a transaction, and has a row count. */
    final boolean isDml;

    private PyStatement(SqliteState state, long pointer, boolean isDml, long db, Set<NativeHandle> siblings) {
        super(TYPE);
        this.handle = new NativeHandle(state, this, false, pointer, db, siblings);
        this.isEmpty = pointer == 0;
        this.isDml = isDml;
    }

    /** Prepares the only statement of a text. */
    static PyStatement prepare(ThreadState thread, PyConnection connection, PyStr sql) {
        SqliteState state = connection.state();
        byte[] utf8 = Utf8.encode(thread, sql, null);
        connection.checkSize(utf8);
        if (SqliteState.hasZero(utf8)) {
            throw state.errors.programming("the query contains a null character");
        }
        SqliteApi.Prepared[] prepared = new SqliteApi.Prepared[1];
        long db = connection.open();
        connection.use();
        try {
            int code = state.unlocked(thread, () -> {
                prepared[0] = state.api.prepare(db, utf8, 0);
                return prepared[0].code();
            });
            if (code != SqliteApi.OK) {
                throw state.errors.of(thread, state.api, db);
            }
        } finally {
            connection.endUse();
        }
        if (SqlText.start(utf8, prepared[0].consumed()) < utf8.length) {
            state.api.finish(prepared[0].statement());
            throw state.errors.programming("You can only execute one statement at a time.");
        }
        return new PyStatement(state, prepared[0].statement(), SqlText.isDml(utf8), db, connection.handles);
    }

    /** @throws PyErr ProgrammingError when the connection was closed meanwhile */
    long pointer(SqliteState state) {
        if (handle.pointer() == 0 && !isEmpty) {
            throw state.errors.programming("Cannot operate on a closed database.");
        }
        return handle.pointer();
    }

    /** One step, without the interpreter's lock; to be called in a use of the connection. */
    int step(ThreadState thread, SqliteState state) {
        long pointer = pointer(state);
        return state.unlocked(thread, () -> state.api.step(pointer));
    }

    /** Forgets the values of parameters, which may be large. */
    void clear(SqliteState state) {
        if (handle.pointer() != 0) {
            state.api.clearBindings(handle.pointer());
        }
    }

    void reset(SqliteState state) {
        if (handle.pointer() != 0) {
            state.api.reset(handle.pointer());
        }
    }
}
