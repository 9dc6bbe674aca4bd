package org.pyvm.modules.csv;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyDict;

/** What the module keeps for one interpreter: its exception, the dialects by name, and the longest field that is read. */
final class CsvState {
    final PyType error;
    final PyDict dialects = new PyDict();
    long fieldLimit = 128 * 1024;

    private CsvState(ThreadState thread) {
        error = Exceptions.define(thread, "_csv.Error", Exceptions.EXCEPTION);
    }

    static CsvState of(ThreadState thread) {
        return thread.interpreter().service(CsvState.class, () -> new CsvState(thread));
    }

    static PyErr error(ThreadState thread, String template, Object... values) {
        return PyErr.of(of(thread).error, template, values);
    }

    static PyObject dialect(ThreadState thread, PyObject name) {
        PyObject dialect = of(thread).dialects.get(thread, name);
        if (dialect == null) {
            throw error(thread, "unknown dialect");
        }
        return dialect;
    }
}
