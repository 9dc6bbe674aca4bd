package org.pyvm.modules.sqlite;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Gives a statement the values of its parameters. */
final class Parameters {
    private final SqliteState state;
    private final long db;
    private final long statement;

    Parameters(SqliteState state, long db, long statement) {
        this.state = state;
        this.db = db;
        this.statement = statement;
    }

    void bind(ThreadState thread, PyObject values) {
        int needed = statement == 0 ? 0 : state.api.parameterCount(statement);
        if (values instanceof PyTuple
                || values instanceof PyList
                || !(values instanceof PyDict) && Sequences.isSequence(values)) {
            bindByNumber(thread, values, needed);
        } else if (values instanceof PyDict || Mappings.isMapping(values)) {
            bindByName(thread, values, needed);
        } else {
            throw state.errors.programming("parameters are of unsupported type");
        }
    }

    private void bindByNumber(ThreadState thread, PyObject values, int needed) {
        int given = Objects.length(thread, values);
        if (given != needed) {
            throw state.errors.programming(
                    "Incorrect number of bindings supplied. The current statement uses %d, and there are %d supplied.",
                    needed, given);
        }
        for (int i = 0; i < needed; i++) {
            bind(thread, i + 1, Sequences.getItem(thread, values, i));
        }
    }

    private void bindByName(ThreadState thread, PyObject values, int needed) {
        for (int i = 1; i <= needed; i++) {
            byte[] written = state.api.parameterName(statement, i);
            if (written == null) {
                throw state.errors.programming(
                        "Binding %d has no name, but you supplied a dictionary (which has only names).", i);
            }
            PyStr full = SqliteState.text(thread, written);
            // Without the colon.
            PyStr name = full.substring(1, full.length());
            bind(thread, i, named(thread, values, name));
        }
    }

    private PyObject named(ThreadState thread, PyObject values, PyStr name) {
        PyObject value;
        try {
            value = values.type() == PyDict.TYPE
                    ? ((PyDict) values).get(thread, name)
                    : Objects.getItem(thread, values, name);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.LOOKUP_ERROR)) {
                throw e;
            }
            value = null;
        }
        if (value == null) {
            throw state.errors.programming("You did not supply a value for binding parameter :%s.", name);
        }
        return value;
    }

    private void bind(ThreadState thread, int number, PyObject value) {
        PyObject adapted =
                needsAdapter(value) ? Adapters.adapt(thread, state, value, PyPrepareProtocol.TYPE, value) : value;
        if (bindAdapted(thread, number, adapted) != SqliteApi.OK) {
            throw state.errors.of(thread, state.api, db);
        }
    }

    private boolean needsAdapter(PyObject value) {
        if (state.baseTypeAdapted) {
            return true;
        }
        PyType type = value.type();
        return type != PyInt.TYPE && type != PyFloat.TYPE && type != PyStr.TYPE && type != PyByteArray.TYPE;
    }

    private int bindAdapted(ThreadState thread, int number, PyObject value) {
        SqliteApi api = state.api;
        if (value == Singletons.NONE) {
            return api.bindNull(statement, number);
        }
        if (value instanceof PyInt integer) {
            return api.bind(statement, number, SqliteState.integer(integer));
        }
        if (value instanceof PyFloat real) {
            return api.bind(statement, number, real.value());
        }
        if (value instanceof PyStr text) {
            return api.bindText(statement, number, Utf8.encode(thread, text, null));
        }
        if (value.type().slots().has(Slot.BF_GETBUFFER)) {
            return api.bindBlob(statement, number, Convert.toByteArray(thread, value));
        }
        throw state.errors.programming("Error binding parameter %d: type '%T' is not supported", number, value);
    }
}
