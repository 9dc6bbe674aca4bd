package org.pyvm.modules.sqlite;

import org.pyvm.expose.PythonGetter;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** The exceptions as attributes of connections, which the DB-API allows. */
final class ConnectionErrors {
    private ConnectionErrors() {}

    @PythonGetter(value = "Warning", member = true)
    static PyObject warning(ThreadState thread, PyConnection self) {
        return SqliteState.of(thread).errors.warning;
    }

    @PythonGetter(value = "Error", member = true)
    static PyObject error(ThreadState thread, PyConnection self) {
        return SqliteState.of(thread).errors.error;
    }

    @PythonGetter(value = "InterfaceError", member = true)
    static PyObject interfaceError(ThreadState thread, PyConnection self) {
        return SqliteState.of(thread).errors.interfaceError;
    }

    @PythonGetter(value = "DatabaseError", member = true)
    static PyObject databaseError(ThreadState thread, PyConnection self) {
        return SqliteState.of(thread).errors.databaseError;
    }

    @PythonGetter(value = "InternalError", member = true)
    static PyObject internalError(ThreadState thread, PyConnection self) {
        return SqliteState.of(thread).errors.internalError;
    }

    @PythonGetter(value = "OperationalError", member = true)
    static PyObject operationalError(ThreadState thread, PyConnection self) {
        return SqliteState.of(thread).errors.operationalError;
    }

    @PythonGetter(value = "ProgrammingError", member = true)
    static PyObject programmingError(ThreadState thread, PyConnection self) {
        return SqliteState.of(thread).errors.programmingError;
    }

    @PythonGetter(value = "IntegrityError", member = true)
    static PyObject integrityError(ThreadState thread, PyConnection self) {
        return SqliteState.of(thread).errors.integrityError;
    }

    @PythonGetter(value = "DataError", member = true)
    static PyObject dataError(ThreadState thread, PyConnection self) {
        return SqliteState.of(thread).errors.dataError;
    }

    @PythonGetter(value = "NotSupportedError", member = true)
    static PyObject notSupportedError(ThreadState thread, PyConnection self) {
        return SqliteState.of(thread).errors.notSupportedError;
    }
}
