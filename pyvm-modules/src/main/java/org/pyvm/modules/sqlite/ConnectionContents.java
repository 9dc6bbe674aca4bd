package org.pyvm.modules.sqlite;

import org.pyvm.expose.PythonMethod;
import org.pyvm.modules.Audits;
import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The methods of connections that deal with databases as a whole, with blobs, limits and extensions. */
final class ConnectionContents {
    private static final byte[] MAIN = {'m', 'a', 'i', 'n'};
    private static final String DUMP = "_iterdump";
    private static final double MILLIS = 1000;

    private ConnectionContents() {}

    @PythonMethod("backup($self, /, target, *, pages=-1, progress=None, name='main', sleep=0.25)")
    static void backup(
            ThreadState thread,
            PyConnection self,
            PyObject target,
            int pages,
            PyObject progress,
            PyStr name,
            double sleep) {
        if (!(target instanceof PyConnection other)) {
            throw SqliteState.wrongArgument("backup", "'target'", PyConnection.TYPE, target);
        }
        byte[] database = SqliteState.utf8(thread, name);
        long from = self.checked(thread);
        other.check(thread);
        long to = other.open();
        if (other == self) {
            throw PyErr.valueError("target cannot be the same connection instance");
        }
        if (progress != Singletons.NONE && !Calls.isCallable(progress)) {
            throw PyErr.typeError("progress argument must be a callable");
        }
        self.use();
        other.use();
        try {
            copy(thread, self.state(), from, database, to, pages == 0 ? -1 : pages, progress, (int) (sleep * MILLIS));
        } finally {
            other.endUse();
            self.endUse();
        }
    }

    private static void copy(
            ThreadState thread,
            SqliteState state,
            long from,
            byte[] database,
            long to,
            int pages,
            PyObject progress,
            int sleepMillis) {
        SqliteApi api = state.api;
        long backup = api.backupInit(to, MAIN, from, database);
        if (backup == 0) {
            throw state.errors.of(thread, api, to);
        }
        int result;
        try {
            int code;
            do {
                code = state.unlocked(thread, () -> api.backupStep(backup, pages));
                if (progress != Singletons.NONE) {
                    Calls.call(
                            thread,
                            progress,
                            PyInt.of(code),
                            PyInt.of(api.backupRemaining(backup)),
                            PyInt.of(api.backupPageCount(backup)));
                }
                if (ResultCodes.isConflict(code)) {
                    state.unlocked(thread, () -> {
                        api.sleep(sleepMillis);
                        return SqliteApi.OK;
                    });
                }
            } while (code == SqliteApi.OK || ResultCodes.isConflict(code));
        } finally {
            result = state.unlocked(thread, () -> api.backupFinish(backup));
        }
        if (result != SqliteApi.OK) {
            throw state.errors.of(thread, api, to);
        }
    }

    @PythonMethod("serialize($self, /, *, name='main')")
    static PyObject serialize(ThreadState thread, PyConnection self, PyStr name) {
        byte[] database = SqliteState.utf8(thread, name);
        long db = self.checked(thread);
        byte[] content = self.state().api.serialize(db, database);
        if (content == null) {
            throw self.state().errors.operational("unable to serialize '%s'", name);
        }
        return SqliteState.blob(content);
    }

    @PythonMethod("deserialize($self, data, /, *, name='main')")
    static void deserialize(ThreadState thread, PyConnection self, PyObject data, PyStr name) {
        byte[] content =
                data instanceof PyStr text ? SqliteState.utf8(thread, text) : Convert.toByteArray(thread, data);
        byte[] database = SqliteState.utf8(thread, name);
        long db = self.checked(thread);
        SqliteState state = self.state();
        if (state.unlocked(thread, () -> state.api.deserialize(db, database, content)) != SqliteApi.OK) {
            // Where there is no such database, the connection does not know of an error.
            throw state.api.errorCode(db) == SqliteApi.OK
                    ? state.errors.operational("unable to deserialize '%s'", name)
                    : state.errors.of(thread, state.api, db);
        }
    }

    /** The library's module writes the dump. */
    @PythonMethod("iterdump($self, /)")
    static PyObject dump(ThreadState thread, PyConnection self) {
        self.check(thread);
        PyObject module = Importing.importModule(
                thread, PyStr.intern("sqlite3.dump"), Singletons.NONE, PyTuple.of(PyStr.intern(DUMP)), 0);
        return Calls.call(thread, Attributes.get(thread, module, DUMP), self);
    }

    @PythonMethod("blobopen($self, table, column, row, /, *, readonly=False, name='main')")
    static PyObject openBlob(
            ThreadState thread,
            PyConnection self,
            PyStr table,
            PyStr column,
            PyObject row,
            boolean readOnly,
            PyStr name) {
        byte[] tableName = SqliteState.utf8(thread, table);
        byte[] columnName = SqliteState.utf8(thread, column);
        if (!(row instanceof PyInt number)) {
            throw PyErr.typeError("expected 'int'");
        }
        long rowId = SqliteState.integer(number);
        byte[] database = SqliteState.utf8(thread, name);
        long db = self.checked(thread);
        SqliteState state = self.state();
        SqliteApi.Opened[] opened = new SqliteApi.Opened[1];
        self.use();
        try {
            int code = state.unlocked(thread, () -> {
                opened[0] = state.api.openBlob(db, database, tableName, columnName, rowId, !readOnly);
                return opened[0].code();
            });
            if (code == ResultCodes.MISUSE) {
                throw PyErr.of(state.errors.interfaceError, "%s", state.api.errorText(code));
            }
            if (code != SqliteApi.OK) {
                throw state.errors.of(thread, state.api, db);
            }
            return new PyBlob(self, opened[0].pointer());
        } finally {
            self.endUse();
        }
    }

    @PythonMethod("getlimit($self, category, /)")
    static int limit(ThreadState thread, PyConnection self, int category) {
        return setLimit(thread, self, category, -1);
    }

    @PythonMethod("setlimit($self, category, limit, /)")
    static int setLimit(ThreadState thread, PyConnection self, int category, int limit) {
        long db = self.checked(thread);
        int before = self.state().api.limit(db, category, limit);
        if (before < 0) {
            throw self.state().errors.programming("'category' is out of bounds");
        }
        return before;
    }

    @PythonMethod("enable_load_extension($self, enable, /)")
    static void enableLoadExtension(ThreadState thread, PyConnection self, boolean enable) {
        Audits.report(thread, "sqlite3.enable_load_extension", self, enable ? Singletons.TRUE : Singletons.FALSE);
        long db = self.checked(thread);
        if (self.state().api.enableLoadExtension(db, enable ? 1 : 0) != SqliteApi.OK) {
            throw self.state().errors.operational("Error enabling load extension");
        }
    }

    @PythonMethod("load_extension($self, name, /)")
    static void loadExtension(ThreadState thread, PyConnection self, PyStr name) {
        Audits.report(thread, "sqlite3.load_extension", self, name);
        byte[] file = SqliteState.utf8(thread, name);
        long db = self.checked(thread);
        String failure = self.state().api.loadExtension(db, file);
        if (failure != null) {
            throw self.state().errors.operational("%s", failure);
        }
    }
}
