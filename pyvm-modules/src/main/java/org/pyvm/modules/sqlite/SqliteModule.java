package org.pyvm.modules.sqlite;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/** The module {@code _sqlite3}. */
@PythonModule("_sqlite3")
public final class SqliteModule {
    static final PyStr UPPER = PyStr.intern("upper");

    private static final int FACTORY = 5;

    @PythonConstant("PARSE_DECLTYPES")
    static final int PARSE_DECLTYPES = 1;

    @PythonConstant("PARSE_COLNAMES")
    static final int PARSE_COLNAMES = 2;

    @PythonConstant("version")
    static final String VERSION = "2.6.0";

    @PythonConstant("Connection")
    static final PyType CONNECTION = PyConnection.TYPE;

    @PythonConstant("Cursor")
    static final PyType CURSOR = PyCursor.TYPE;

    @PythonConstant("Row")
    static final PyType ROW = PyRow.TYPE;

    @PythonConstant("Blob")
    static final PyType BLOB = PyBlob.TYPE;

    @PythonConstant("PrepareProtocol")
    static final PyType PREPARE_PROTOCOL = PyPrepareProtocol.TYPE;

    SqliteModule() {}

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        SqliteState state = SqliteState.of(thread);
        state.errors.addTo(module.dict());
        ResultCodes.addTo(module.dict());
        module.dict().put("adapters", state.adapters);
        module.dict().put("converters", state.converters);
        module.dict().put("sqlite_version", PyStr.of(state.api.version()));
        module.dict().put("threadsafety", PyInt.of(threadSafety(state.api.threadSafe())));
    }

    /** The DB-API's number for the library's. */
    private static int threadSafety(int mode) {
        return switch (mode) {
            case 0 -> 0;
            case 1 -> 3;
            default -> 1;
        };
    }

    @PythonFunction(value = "connect", raw = true)
    PyObject connect(ThreadState thread, PyObject[] args, PyStr[] names) {
        PyObject factory = Arguments.named(args, names, "factory");
        if (factory == null && Arguments.positionalCount(args, names) > FACTORY) {
            factory = args[FACTORY];
        }
        return Calls.call(thread, factory == null ? PyConnection.TYPE : factory, args, names);
    }

    @PythonFunction("complete_statement(statement)")
    boolean completeStatement(ThreadState thread, PyStr statement) {
        return SqliteState.of(thread).api.complete(SqliteState.utf8(thread, statement));
    }

    @PythonFunction("enable_shared_cache(do_enable)")
    void enableSharedCache(ThreadState thread, int on) {
        Warnings.warn(
                thread,
                Exceptions.DEPRECATION_WARNING,
                "enable_shared_cache is deprecated and will be removed in Python 3.12. Shared cache is strongly"
                        + " discouraged by the SQLite 3 documentation. If shared cache must be used, open the database"
                        + " in URI mode usingthe cache=shared query parameter.",
                1);
        SqliteState state = SqliteState.of(thread);
        if (state.api.enableSharedCache(on) != SqliteApi.OK) {
            throw state.errors.operational("Changing the shared_cache flag failed");
        }
    }

    @PythonFunction("register_adapter(type, adapter, /)")
    void registerAdapter(ThreadState thread, PyObject type, PyObject adapter) {
        Adapters.register(thread, SqliteState.of(thread), type, adapter);
    }

    @PythonFunction("register_converter(typename, converter, /)")
    void registerConverter(ThreadState thread, PyStr name, PyObject converter) {
        SqliteState.of(thread).converters.put(thread, Calls.callMethod(thread, name, UPPER), converter);
    }

    @PythonFunction("enable_callback_tracebacks(enable, /)")
    void enableCallbackTracebacks(ThreadState thread, PyObject enable) {
        SqliteState.of(thread).reportsCallbackErrors = Convert.toInt(thread, enable) != 0;
    }

    @PythonFunction("adapt(obj, proto=<unrepresentable>, alt=<unrepresentable>, /)")
    PyObject adapt(ThreadState thread, PyObject object, PyObject protocol, PyObject alternative) {
        return Adapters.adapt(
                thread,
                SqliteState.of(thread),
                object,
                protocol == null ? PyPrepareProtocol.TYPE : protocol,
                alternative);
    }
}
