package org.pyvm.modules.sys;

import java.util.Arrays;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.imports.ModuleSource;
import org.pyvm.objects.InterpreterState;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyFrame;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Unraisable;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PySimpleNamespace;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code sys}: the interpreter's view of itself. What depends on the command line is put in when it starts. */
@PythonModule("sys")
public final class SysModule {
    /** What pyvm calls itself a release of: the version of the standard library that it ships. */
    public static final String VERSION = "3.11.10";

    @PythonConstant("byteorder")
    static final String BYTE_ORDER = "little";

    @PythonConstant("platform")
    static final String PLATFORM = "linux";

    @PythonConstant("maxsize")
    static final long MAX_SIZE = Long.MAX_VALUE;

    @PythonConstant("maxunicode")
    static final int MAX_UNICODE = 0x10FFFF;

    @PythonConstant("float_repr_style")
    static final String FLOAT_REPR_STYLE = "short";

    @PythonConstant("api_version")
    static final int API_VERSION = 1013;

    @PythonConstant("hexversion")
    static final int HEX_VERSION = 0x030b0af0;

    @PythonConstant("copyright")
    static final String COPYRIGHT =
            "pyvm is Apache-2.0; its standard library is (c) 2001-2024 Python Software Foundation.";

    @PythonConstant("_framework")
    static final String FRAMEWORK = "";

    @PythonConstant("platlibdir")
    static final String PLATLIBDIR = "lib";

    private final InterpreterState interpreter;

    SysModule(InterpreterState interpreter) {
        this.interpreter = interpreter;
    }

    @PythonModuleInit
    void init(PyModule module) {
        interpreter.sys = module;
        PyDict dict = module.dict();
        dict.put("modules", interpreter.modules);
        dict.put(
                "version",
                PyStr.of(VERSION + " (pyvm 0.1.0) [Java " + Runtime.version().feature() + "]"));
        dict.put("version_info", SysTuples.versionInfo());
        dict.put("_git", PyTuple.of(PyStr.of("pyvm"), PyStr.EMPTY, PyStr.EMPTY));
        PyDict implementation = new PyDict();
        implementation.put("name", PyStr.of("pyvm"));
        implementation.put("cache_tag", PyStr.of("pyvm-311"));
        implementation.put("version", SysTuples.versionInfo());
        implementation.put("hexversion", PyInt.of(HEX_VERSION));
        implementation.put("_multiarch", PyStr.of("x86_64-linux-gnu"));
        dict.put("implementation", PySimpleNamespace.of(implementation));
        dict.put("float_info", SysTuples.floatInfo());
        dict.put("int_info", SysTuples.intInfo());
        dict.put("hash_info", SysTuples.hashInfo());
        dict.put("thread_info", SysTuples.threadInfo());
        dict.put("builtin_module_names", builtinNames());
        dict.put("stdlib_module_names", StandardModuleNames.all());
        dict.put("warnoptions", new PyList());
        dict.put("_xoptions", new PyDict());
        dict.put("path", new PyList());
        dict.put("argv", PyList.of(PyStr.EMPTY));
        dict.put("orig_argv", new PyList());
        dict.put("meta_path", new PyList());
        dict.put("path_hooks", new PyList());
        dict.put("path_importer_cache", new PyDict());
        dict.put("dont_write_bytecode", Singletons.FALSE);
        dict.put("pycache_prefix", Singletons.NONE);
        dict.put("flags", SysTuples.flags(new int[18]));
        for (String name : new String[] {"prefix", "exec_prefix", "base_prefix", "base_exec_prefix", "executable"}) {
            dict.put(name, PyStr.EMPTY);
        }
        dict.put("_base_executable", PyStr.EMPTY);
        dict.put("_home", Singletons.NONE);
        dict.put("abiflags", PyStr.EMPTY);
        for (String hook : new String[] {"displayhook", "excepthook", "breakpointhook", "unraisablehook"}) {
            dict.put("__" + hook + "__", dict.get(hook));
        }
    }

    private PyObject builtinNames() {
        ModuleSource source = interpreter.service(ModuleSource.class);
        String[] names = source.builtinNames().toArray(String[]::new);
        Arrays.sort(names);
        return PyTuple.of(Arrays.stream(names).map(PyStr::intern).toArray(PyObject[]::new));
    }

    @PythonFunction("getrecursionlimit()")
    int getRecursionLimit() {
        return interpreter.recursionLimit();
    }

    @PythonFunction("setrecursionlimit(limit, /)")
    void setRecursionLimit(ThreadState thread, int limit) {
        if (limit < 1) {
            throw PyErr.valueError("recursion limit must be greater or equal than 1");
        }
        int depth = interpreter.recursionLimit() - thread.recursionRemaining;
        if (depth >= limit) {
            throw PyErr.recursionError(
                    "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low",
                    limit, depth);
        }
        interpreter.setRecursionLimit(limit);
    }

    @PythonFunction("getswitchinterval()")
    double getSwitchInterval() {
        return interpreter.lock().switchInterval();
    }

    @PythonFunction("setswitchinterval(interval, /)")
    void setSwitchInterval(double interval) {
        if (interval <= 0) {
            throw PyErr.valueError("switch interval must be strictly positive");
        }
        interpreter.lock().setSwitchInterval(interval);
    }

    @PythonFunction("exc_info()")
    PyObject excInfo(ThreadState thread) {
        PyBaseException value = thread.handledException();
        if (value == null) {
            return PyTuple.of(Singletons.NONE, Singletons.NONE, Singletons.NONE);
        }
        PyObject traceback = value.traceback() == null ? Singletons.NONE : value.traceback();
        return PyTuple.of(value.type(), value, traceback);
    }

    @PythonFunction("exception()")
    PyObject exception(ThreadState thread) {
        PyBaseException value = thread.handledException();
        return value == null ? Singletons.NONE : value;
    }

    @PythonFunction("exit(status=None, /)")
    void exit(PyObject status) {
        throw status == Singletons.NONE
                ? PyErr.of(Exceptions.SYSTEM_EXIT, new PyObject[0])
                : status instanceof PyTuple args
                        ? PyErr.of(Exceptions.SYSTEM_EXIT, args.toArray())
                        : PyErr.of(Exceptions.SYSTEM_EXIT, status);
    }

    @PythonFunction("intern(string, /)")
    PyObject intern(PyObject string) {
        if (!(string instanceof PyStr text)) {
            throw PyErr.typeError("intern() argument must be str, not %T", string);
        }
        if (string.type() != PyStr.TYPE) {
            throw PyErr.typeError("can't intern %T", string);
        }
        return PyStr.intern(text);
    }

    @PythonFunction("_getframe(depth=0, /)")
    PyObject getFrame(ThreadState thread, int depth) {
        PyFrame frame = thread.frame;
        for (int i = 0; i < depth && frame != null; i++) {
            frame = frame.back();
        }
        if (frame == null) {
            throw PyErr.valueError("call stack is not deep enough");
        }
        frame.expose();
        return frame;
    }

    @PythonFunction("_current_frames()")
    PyObject currentFrames(ThreadState thread) {
        PyDict frames = new PyDict();
        for (ThreadState other : interpreter.threads()) {
            if (other.frame != null) {
                other.frame.expose();
                frames.put(thread, PyInt.of(other.id()), other.frame);
            }
        }
        return frames;
    }

    @PythonFunction("_current_exceptions()")
    PyObject currentExceptions(ThreadState thread) {
        PyDict exceptions = new PyDict();
        for (ThreadState other : interpreter.threads()) {
            PyBaseException value = other.handledException();
            exceptions.put(
                    thread,
                    PyInt.of(other.id()),
                    value == null
                            ? PyTuple.of(Singletons.NONE, Singletons.NONE, Singletons.NONE)
                            : PyTuple.of(
                                    value.type(),
                                    value,
                                    value.traceback() == null ? Singletons.NONE : value.traceback()));
        }
        return exceptions;
    }

    @PythonFunction("settrace(function, /)")
    void setTrace(ThreadState thread, PyObject function) {
        thread.setTraceFunction(function == Singletons.NONE ? null : function);
    }

    @PythonFunction("gettrace()")
    PyObject getTrace(ThreadState thread) {
        return thread.traceFunction() == null ? Singletons.NONE : thread.traceFunction();
    }

    @PythonFunction("setprofile(function, /)")
    void setProfile(ThreadState thread, PyObject function) {
        thread.setProfileFunction(function == Singletons.NONE ? null : function);
    }

    @PythonFunction("getprofile()")
    PyObject getProfile(ThreadState thread) {
        return thread.profileFunction() == null ? Singletons.NONE : thread.profileFunction();
    }

    @PythonFunction("getdefaultencoding()")
    String getDefaultEncoding() {
        return "utf-8";
    }

    @PythonFunction("getfilesystemencoding()")
    String getFileSystemEncoding() {
        return "utf-8";
    }

    @PythonFunction("getfilesystemencodeerrors()")
    String getFileSystemEncodeErrors() {
        return "surrogateescape";
    }

    @PythonFunction("getrefcount(object, /)")
    int getRefCount(PyObject object) {
        // Nothing is counted; CPython's answer for an object that one variable and the argument refer to.
        return 2;
    }

    @PythonFunction("getsizeof(object, default=<unrepresentable>)")
    PyObject getSizeOf(ThreadState thread, PyObject object, PyObject fallback) {
        PyObject method = object.type().lookup(Names.SIZEOF);
        if (method == null) {
            if (fallback != null) {
                return fallback;
            }
            throw PyErr.typeError("Type %T doesn't define __sizeof__", object);
        }
        PyInt size = Numbers.index(thread, Calls.callBound(thread, method, object));
        if (size.signum() < 0) {
            throw PyErr.valueError("__sizeof__() should return >= 0");
        }
        return size;
    }

    @PythonFunction("get_int_max_str_digits()")
    int getIntMaxStrDigits() {
        return interpreter.intMaxStrDigits();
    }

    @PythonFunction("set_int_max_str_digits(maxdigits)")
    void setIntMaxStrDigits(int digits) {
        if (digits != 0 && digits < 640) {
            throw PyErr.valueError("maxdigits must be 0 or larger than 640");
        }
        interpreter.setIntMaxStrDigits(digits);
    }

    @PythonFunction("is_finalizing()")
    boolean isFinalizing() {
        return interpreter.isFinalizing();
    }

    @PythonFunction("_clear_type_cache()")
    void clearTypeCache() {
        // Types forget by themselves whenever they change.
    }

    @PythonFunction("_debugmallocstats()")
    void debugMallocStats() {
        // There is no allocator of our own to report on.
    }

    @PythonFunction("getallocatedblocks()")
    int getAllocatedBlocks() {
        return 0;
    }

    @PythonFunction("audit(event, /, *args)")
    void audit(ThreadState thread, PyObject event, PyObject[] args) {
        PyList hooks = interpreter.service(AuditHooks.class, AuditHooks::new).hooks;
        if (hooks.size() > 0 && !(event instanceof PyStr)) {
            throw PyErr.typeError("expected str for argument 'event', not %T", event);
        }
        for (int i = 0; i < hooks.size(); i++) {
            Calls.call(thread, hooks.get(i), event, PyTuple.of(args.clone()));
        }
    }

    @PythonFunction("addaudithook(hook)")
    void addAuditHook(PyObject hook) {
        interpreter.service(AuditHooks.class, AuditHooks::new).hooks.append(hook);
    }

    /** The hooks of {@code sys.addaudithook}. */
    static final class AuditHooks {
        final PyList hooks = new PyList();
    }

    @PythonFunction("call_tracing(func, args, /)")
    PyObject callTracing(ThreadState thread, PyObject function, PyTuple args) {
        int before = thread.tracing;
        thread.tracing = 0;
        try {
            return Calls.callArray(thread, function, args.toArray());
        } finally {
            thread.tracing = before;
        }
    }

    @PythonFunction("get_asyncgen_hooks()")
    PyObject getAsyncGenHooks(ThreadState thread) {
        return SysTuples.asyncGenHooks(
                thread.asyncGenFirstIter == null ? Singletons.NONE : thread.asyncGenFirstIter,
                thread.asyncGenFinalizer == null ? Singletons.NONE : thread.asyncGenFinalizer);
    }

    @PythonFunction("set_asyncgen_hooks(firstiter=<unrepresentable>, finalizer=<unrepresentable>)")
    void setAsyncGenHooks(ThreadState thread, PyObject firstIter, PyObject finalizer) {
        checkHook(firstIter, "firstiter");
        checkHook(finalizer, "finalizer");
        if (finalizer != null) {
            thread.asyncGenFinalizer = finalizer == Singletons.NONE ? null : finalizer;
        }
        if (firstIter != null) {
            thread.asyncGenFirstIter = firstIter == Singletons.NONE ? null : firstIter;
        }
    }

    private static void checkHook(PyObject hook, String name) {
        if (hook != null && hook != Singletons.NONE && !Calls.isCallable(hook)) {
            throw PyErr.typeError("callable %s expected, got %T", name, hook);
        }
    }

    @PythonFunction("get_coroutine_origin_tracking_depth()")
    int getCoroutineOriginTrackingDepth(ThreadState thread) {
        return thread.coroutineOriginDepth;
    }

    @PythonFunction("set_coroutine_origin_tracking_depth(depth)")
    void setCoroutineOriginTrackingDepth(ThreadState thread, int depth) {
        if (depth < 0) {
            throw PyErr.valueError("depth must be >= 0");
        }
        thread.coroutineOriginDepth = depth;
    }

    @PythonFunction("displayhook(object, /)")
    void displayHook(ThreadState thread, PyObject object) {
        DisplayHook.show(thread, object);
    }

    @PythonFunction("excepthook(exctype, value, traceback, /)")
    void exceptHook(ThreadState thread, PyObject type, PyObject value, PyObject traceback) {
        interpreter.service(TracebackPrinter.class).print(thread, value, traceback);
    }

    @PythonFunction("unraisablehook(unraisable, /)")
    void unraisableHook(ThreadState thread, PyObject unraisable) {
        if (unraisable.type() != Unraisable.type()) {
            throw PyErr.typeError("sys.unraisablehook argument type must be UnraisableHookArgs");
        }
        interpreter.service(TracebackPrinter.class).printUnraisable(thread, unraisable);
    }

    @PythonFunction(value = "breakpointhook", raw = true)
    PyObject breakpointHook(ThreadState thread, PyObject[] args, PyStr[] names) {
        return DisplayHook.breakpoint(thread, args, names);
    }

    /** Shows exceptions; registered by the module that writes tracebacks. */
    public interface TracebackPrinter {
        /** Writes an exception and its traceback to {@code sys.stderr}. */
        void print(ThreadState thread, PyObject value, PyObject traceback);

        /** Writes what {@code sys.unraisablehook} is given. */
        void printUnraisable(ThreadState thread, PyObject unraisable);
    }
}
