package org.pyvm.modules.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Makes rows of what a statement has found: one reader for each execution. */
final class RowReader {
    /** Longer messages about text that is no UTF-8 are cut, as CPython does. */
    private static final int LONGEST_MESSAGE = 199;

    private final PyConnection connection;
    private final SqliteState state;
    private final long statement;
    /** By column, null for none; null when no converters are asked for. */
    private final PyObject[] converters;

    RowReader(ThreadState thread, PyConnection connection, long statement) {
        this.connection = connection;
        this.state = connection.state();
        this.statement = statement;
        this.converters = connection.detectTypes() == 0 ? null : converters(thread);
    }

    private PyObject[] converters(ThreadState thread) {
        PyObject[] found = new PyObject[state.api.columnCount(statement)];
        for (int i = 0; i < found.length; i++) {
            if ((connection.detectTypes() & SqliteModule.PARSE_COLNAMES) != 0) {
                found[i] = converterOfName(thread, state.api.columnName(statement, i));
            }
            if (found[i] == null && (connection.detectTypes() & SqliteModule.PARSE_DECLTYPES) != 0) {
                found[i] = converterOfType(thread, state.api.columnDeclaredType(statement, i));
            }
        }
        return found;
    }

    /** The type is in brackets behind the name. */
    private PyObject converterOfName(ThreadState thread, byte[] name) {
        if (name == null) {
            return null;
        }
        int start = -1;
        for (int i = 0; i < name.length; i++) {
            if (name[i] == '[') {
                start = i + 1;
            } else if (name[i] == ']' && start >= 0) {
                return converter(thread, name, start, i);
            }
        }
        return null;
    }

    /** The first word of the declared type counts: {@code NUMBER(10)} is a number. */
    private PyObject converterOfType(ThreadState thread, byte[] type) {
        if (type == null) {
            return null;
        }
        int end = 0;
        while (end < type.length && type[end] != ' ' && type[end] != '(') {
            end++;
        }
        return converter(thread, type, 0, end);
    }

    private PyObject converter(ThreadState thread, byte[] text, int from, int to) {
        PyStr name = SqliteState.text(thread, Arrays.copyOfRange(text, from, to));
        return state.converters.get(thread, Calls.callMethod(thread, name, SqliteModule.UPPER));
    }

    /** What {@code cursor.description} says of the columns: their names. */
    PyTuple description(ThreadState thread) {
        PyObject[] columns = new PyObject[state.api.columnCount(statement)];
        for (int i = 0; i < columns.length; i++) {
            byte[] name = state.api.columnName(statement, i);
            if (name == null) {
                throw PyErr.memoryError();
            }
            columns[i] = PyTuple.of(
                    columnName(thread, name),
                    Singletons.NONE,
                    Singletons.NONE,
                    Singletons.NONE,
                    Singletons.NONE,
                    Singletons.NONE,
                    Singletons.NONE);
        }
        return PyTuple.of(columns);
    }

    private PyStr columnName(ThreadState thread, byte[] name) {
        int length = name.length;
        if ((connection.detectTypes() & SqliteModule.PARSE_COLNAMES) != 0) {
            for (int i = 0; i < name.length; i++) {
                if (name[i] == '[') {
                    length = i > 0 && name[i - 1] == ' ' ? i - 1 : i;
                    break;
                }
            }
        }
        return SqliteState.text(thread, Arrays.copyOf(name, length));
    }

    /** The row that the statement stands at. */
    PyTuple row(ThreadState thread) {
        PyObject[] values = new PyObject[state.api.dataCount(statement)];
        for (int i = 0; i < values.length; i++) {
            PyObject converter = converters == null || i >= converters.length ? null : converters[i];
            values[i] = converter == null ? value(thread, i) : converted(thread, i, converter);
        }
        return PyTuple.of(values);
    }

    private PyObject converted(ThreadState thread, int column, PyObject converter) {
        byte[] bytes = state.api.columnBlobOrNull(statement, column);
        return bytes == null ? Singletons.NONE : Calls.call(thread, converter, SqliteState.blob(bytes));
    }

    private PyObject value(ThreadState thread, int column) {
        SqliteApi api = state.api;
        return switch (api.columnType(statement, column)) {
            case SqliteApi.NULL -> Singletons.NONE;
            case SqliteApi.INTEGER -> PyInt.of(api.columnInteger(statement, column));
            case SqliteApi.FLOAT -> PyFloat.of(api.columnDouble(statement, column));
            case SqliteApi.TEXT -> text(thread, column, api.columnText(statement, column));
            default -> {
                byte[] bytes = api.columnBlobOrNull(statement, column);
                yield bytes == null ? PyBytes.EMPTY : SqliteState.blob(bytes);
            }
        };
    }

    private PyObject text(ThreadState thread, int column, byte[] utf8) {
        PyObject factory = connection.textFactory();
        if (factory == PyStr.TYPE) {
            try {
                return SqliteState.text(thread, utf8);
            } catch (PyErr e) {
                if (!e.matches(Exceptions.UNICODE_DECODE_ERROR)) {
                    throw e;
                }
                throw undecodable(column, utf8);
            }
        }
        if (factory == PyBytes.TYPE) {
            return SqliteState.blob(utf8);
        }
        if (factory == PyByteArray.TYPE) {
            return Calls.call(thread, PyByteArray.TYPE, SqliteState.blob(utf8));
        }
        return Calls.call(thread, factory, SqliteState.blob(utf8));
    }

    private PyErr undecodable(int column, byte[] utf8) {
        String name = latin1(state.api.columnName(statement, column));
        String message = "Could not decode to UTF-8 column '" + name + "' with text '" + latin1(utf8) + "'";
        String cut = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
        return PyErr.of(state.errors.operationalError, PyStr.of(cut.replaceAll("[\u0080-\u00ff]", "\ufffd")));
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
