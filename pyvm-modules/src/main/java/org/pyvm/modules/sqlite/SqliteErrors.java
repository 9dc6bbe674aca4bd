package org.pyvm.modules.sqlite;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** The exceptions of one interpreter, as the DB-API orders them, and which of them a result code of the library is. */
final class SqliteErrors {
    private static final PyStr CODE = PyStr.intern("sqlite_errorcode");
    private static final PyStr NAME = PyStr.intern("sqlite_errorname");

    final PyType warning;
    final PyType error;
    final PyType interfaceError;
    final PyType databaseError;
    final PyType internalError;
    final PyType operationalError;
    final PyType programmingError;
    final PyType integrityError;
    final PyType dataError;
    final PyType notSupportedError;

    SqliteErrors(ThreadState thread) {
        warning = define(thread, "Warning", Exceptions.EXCEPTION);
        error = define(thread, "Error", Exceptions.EXCEPTION);
        interfaceError = define(thread, "InterfaceError", error);
        databaseError = define(thread, "DatabaseError", error);
        internalError = define(thread, "InternalError", databaseError);
        operationalError = define(thread, "OperationalError", databaseError);
        programmingError = define(thread, "ProgrammingError", databaseError);
        integrityError = define(thread, "IntegrityError", databaseError);
        dataError = define(thread, "DataError", databaseError);
        notSupportedError = define(thread, "NotSupportedError", databaseError);
    }

    private static PyType define(ThreadState thread, String name, PyType base) {
        return Exceptions.define(thread, "sqlite3." + name, base);
    }

    void addTo(PyDict module) {
        for (PyType type : new PyType[] {
            warning,
            error,
            interfaceError,
            databaseError,
            internalError,
            operationalError,
            programmingError,
            integrityError,
            dataError,
            notSupportedError
        }) {
            module.put(type.name(), type);
        }
    }

    PyErr programming(String template, Object... values) {
        return PyErr.of(programmingError, template, values);
    }

    PyErr operational(String template, Object... values) {
        return PyErr.of(operationalError, template, values);
    }

    PyErr data(String template, Object... values) {
        return PyErr.of(dataError, template, values);
    }

    /** What a connection failed with last. */
    PyErr of(ThreadState thread, SqliteApi api, long db) {
        int code = api.errorCode(db);
        if (code == ResultCodes.NOMEM) {
            return PyErr.memoryError();
        }
        return with(thread, type(code), api.extendedErrorCode(db), api.errorMessage(db));
    }

    private PyErr with(ThreadState thread, PyType type, int code, String message) {
        PyErr raised = PyErr.of(type, PyStr.of(message));
        String name = ResultCodes.name(code);
        Attributes.set(thread, raised.value(), CODE, PyInt.of(code));
        Attributes.set(thread, raised.value(), NAME, PyStr.of(name == null ? "unknown" : name));
        return raised;
    }

    private PyType type(int code) {
        return switch (code) {
            case ResultCodes.INTERNAL, ResultCodes.NOTFOUND -> internalError;
            case ResultCodes.ERROR,
                    ResultCodes.PERM,
                    ResultCodes.ABORT,
                    ResultCodes.BUSY,
                    ResultCodes.LOCKED,
                    ResultCodes.READONLY,
                    ResultCodes.INTERRUPT,
                    ResultCodes.IOERR,
                    ResultCodes.FULL,
                    ResultCodes.CANTOPEN,
                    ResultCodes.PROTOCOL,
                    ResultCodes.EMPTY,
                    ResultCodes.SCHEMA -> operationalError;
            case ResultCodes.TOOBIG -> dataError;
            case ResultCodes.CONSTRAINT, ResultCodes.MISMATCH -> integrityError;
            case ResultCodes.MISUSE, ResultCodes.RANGE -> interfaceError;
            default -> databaseError;
        };
    }
}
