package org.pyvm.modules.csv;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/** The module {@code _csv}. */
@PythonModule("_csv")
public final class CsvModule {
    private static final PyStr WRITE = PyStr.intern("write");

    @PythonConstant("Dialect")
    static final PyType DIALECT = PyDialect.TYPE;

    @PythonConstant("Reader")
    static final PyType READER = CsvReader.TYPE;

    @PythonConstant("Writer")
    static final PyType WRITER = CsvWriter.TYPE;

    @PythonConstant("QUOTE_MINIMAL")
    static final PyObject QUOTE_MINIMAL = PyInt.of(PyDialect.QUOTE_MINIMAL);

    @PythonConstant("QUOTE_ALL")
    static final PyObject QUOTE_ALL = PyInt.of(PyDialect.QUOTE_ALL);

    @PythonConstant("QUOTE_NONNUMERIC")
    static final PyObject QUOTE_NONNUMERIC = PyInt.of(PyDialect.QUOTE_NONNUMERIC);

    @PythonConstant("QUOTE_NONE")
    static final PyObject QUOTE_NONE = PyInt.of(PyDialect.QUOTE_NONE);

    @PythonConstant("__version__")
    static final PyObject VERSION = PyStr.ofBmp("1.0");

    CsvModule() {}

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        CsvState state = CsvState.of(thread);
        module.dict().put("Error", state.error);
        module.dict().put("_dialects", state.dialects);
    }

    @PythonFunction(value = "reader", raw = true)
    PyObject reader(ThreadState thread, PyObject[] args, PyStr[] names) {
        int count = Arguments.positionalCount(args, names);
        Arguments.checkCount("", count, 1, 2);
        PyObject lines = Iterators.iter(thread, args[0]);
        return new CsvReader(thread, lines, PyDialect.of(thread, count > 1 ? args[1] : null, args, names));
    }

    @PythonFunction(value = "writer", raw = true)
    PyObject writer(ThreadState thread, PyObject[] args, PyStr[] names) {
        int count = Arguments.positionalCount(args, names);
        Arguments.checkCount("", count, 1, 2);
        PyDialect dialect = PyDialect.of(thread, count > 1 ? args[1] : null, args, names);
        PyObject write = Attributes.getOrNull(thread, args[0], WRITE);
        if (write == null) {
            throw PyErr.typeError("argument 1 must have a \"write\" method");
        }
        return new CsvWriter(write, dialect);
    }

    @PythonFunction(value = "register_dialect", raw = true)
    PyObject registerDialect(ThreadState thread, PyObject[] args, PyStr[] names) {
        int count = Arguments.positionalCount(args, names);
        Arguments.checkCount("", count, 1, 2);
        if (!(args[0] instanceof PyStr name)) {
            throw PyErr.typeError("dialect name must be a string");
        }
        PyDialect dialect = PyDialect.of(thread, count > 1 ? args[1] : null, args, names);
        CsvState.of(thread).dialects.put(thread, name, dialect);
        return Singletons.NONE;
    }

    @PythonFunction("unregister_dialect(name)")
    void unregisterDialect(ThreadState thread, PyObject name) {
        if (CsvState.of(thread).dialects.remove(thread, name) == null) {
            throw CsvState.error(thread, "unknown dialect");
        }
    }

    @PythonFunction("get_dialect(name)")
    PyObject getDialect(ThreadState thread, PyObject name) {
        return CsvState.dialect(thread, name);
    }

    @PythonFunction("list_dialects()")
    PyObject listDialects(ThreadState thread) {
        PyList names = new PyList();
        names.extend(thread, CsvState.of(thread).dialects);
        return names;
    }

    @PythonFunction("field_size_limit(new_limit=<unrepresentable>, /)")
    long fieldSizeLimit(ThreadState thread, PyObject newLimit) {
        CsvState state = CsvState.of(thread);
        long before = state.fieldLimit;
        if (newLimit != null) {
            if (newLimit.type() != PyInt.TYPE) {
                throw PyErr.typeError("limit must be an integer");
            }
            state.fieldLimit = Numbers.toLong((PyInt) newLimit);
        }
        return before;
    }
}
