package org.pyvm.modules.sqlite;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Makes of objects what SQL can hold, by functions that are registered for their types or by the objects themselves (PEP 246). */
final class Adapters {
    private static final PyStr ADAPT = PyStr.intern("__adapt__");
    private static final PyStr CONFORM = PyStr.intern("__conform__");

    private Adapters() {}

    static void register(ThreadState thread, SqliteState state, PyObject type, PyObject adapter) {
        if (type == PyInt.TYPE || type == PyFloat.TYPE || type == PyStr.TYPE || type == PyByteArray.TYPE) {
            state.baseTypeAdapted = true;
        }
        state.adapters.put(thread, PyTuple.of(type, PyPrepareProtocol.TYPE), adapter);
    }

    /** @param alternative what to take where nobody knows how; null for an error */
    static PyObject adapt(
            ThreadState thread, SqliteState state, PyObject object, PyObject protocol, PyObject alternative) {
        PyType type = object.type();
        PyObject adapter = state.adapters.get(thread, PyTuple.of(type, protocol));
        if (adapter != null) {
            return Calls.call(thread, adapter, object);
        }
        PyObject adapted = askedOrNull(thread, protocol, ADAPT, object);
        if (adapted == null) {
            adapted = askedOrNull(thread, object, CONFORM, protocol);
        }
        if (adapted == null) {
            adapted = alternative;
        }
        if (adapted == null) {
            throw state.errors.programming("can't adapt");
        }
        return adapted;
    }

    /** A method that is not there, raises a TypeError, or returns None, has no answer. */
    private static PyObject askedOrNull(ThreadState thread, PyObject object, PyStr method, PyObject argument) {
        PyObject bound = Attributes.getOrNull(thread, object, method);
        if (bound == null) {
            return null;
        }
        try {
            PyObject answer = Calls.call(thread, bound, argument);
            return answer == Singletons.NONE ? null : answer;
        } catch (PyErr e) {
            if (!e.matches(Exceptions.TYPE_ERROR)) {
                throw e;
            }
            return null;
        }
    }
}
