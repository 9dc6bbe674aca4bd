package org.pyvm.modules.ctypes;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.Audits;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module {@code _ctypes}. */
@PythonModule(value = "_ctypes", doc = "Data and functions of C: what the package ctypes is made of.")
public final class CtypesModule {
    private static final PyStr SETSTATE = PyStr.intern("__setstate__");

    @PythonConstant("__version__")
    static final String VERSION = "1.1.0";

    @PythonConstant("CTYPES_MAX_ARGCOUNT")
    static final int MOST_ARGUMENTS = ForeignCall.MOST_ARGUMENTS;

    @PythonConstant("FUNCFLAG_CDECL")
    static final int CDECL = 1;

    @PythonConstant("FUNCFLAG_PYTHONAPI")
    static final int PYTHON_API = FunctionTypes.PYTHON_API;

    @PythonConstant("FUNCFLAG_USE_ERRNO")
    static final int USE_ERRNO = FunctionTypes.USE_ERRNO;

    @PythonConstant("FUNCFLAG_USE_LASTERROR")
    static final int USE_LASTERROR = 16;

    @PythonConstant("RTLD_LOCAL")
    static final int RTLD_LOCAL = 0;

    @PythonConstant("RTLD_GLOBAL")
    static final int RTLD_GLOBAL = DynamicLibraries.RTLD_GLOBAL;

    @PythonConstant("_SimpleCData")
    static final PyType SIMPLE = PySimpleCData.TYPE;

    @PythonConstant("Structure")
    static final PyType STRUCTURE = PyStructure.TYPE;

    @PythonConstant("Union")
    static final PyType UNION = PyUnion.TYPE;

    @PythonConstant("Array")
    static final PyType ARRAY = PyArray.TYPE;

    @PythonConstant("_Pointer")
    static final PyType POINTER = PyPointer.TYPE;

    @PythonConstant("CFuncPtr")
    static final PyType FUNCTION = PyCFuncPtr.TYPE;

    CtypesModule() {}

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        CtypesState state = CtypesState.of(thread);
        PyDict names = module.dict();
        state.unpickle = names.get("_unpickle");
        names.put("ArgumentError", state.argumentError);
        names.put("_pointer_type_cache", state.pointerTypes);
        names.put("_memmove_addr", PyInt.of(state.library.address("memmove")));
        names.put("_memset_addr", PyInt.of(state.library.address("memset")));
        names.put("_cast_addr", PyInt.of(state.intrinsics.address("cast")));
        names.put("_string_at_addr", PyInt.of(state.intrinsics.address("string_at")));
        names.put("_wstring_at_addr", PyInt.of(state.intrinsics.address("wstring_at")));
    }

    // Types

    private static CTypeInfo infoOf(PyObject object) {
        return object instanceof PyCData data ? data.info() : CTypeInfo.orNull(object);
    }

    @PythonFunction(value = "sizeof(obj, /)", doc = "How many bytes data of a C type takes, or this data does.")
    long sizeOf(PyObject object) {
        if (object instanceof PyCData data) {
            return data.size;
        }
        CTypeInfo info = infoOf(object);
        if (info == null) {
            throw PyErr.typeError("this type has no size");
        }
        return info.size;
    }

    @PythonFunction(
            value = "alignment(obj, /)",
            doc = "Of what number the addresses of data of a C type are multiples.")
    long alignment(PyObject object) {
        CTypeInfo info = infoOf(object);
        if (info == null) {
            throw PyErr.typeError("no alignment info");
        }
        return info.align;
    }

    @PythonFunction(
            value = "buffer_info(obj, /)",
            doc = "Format, number of dimensions and shape that a memoryview has.")
    PyObject bufferInfo(PyObject object) {
        CTypeInfo info = infoOf(object);
        if (info == null) {
            throw PyErr.typeError("not a ctypes type or object");
        }
        PyObject[] shape = new PyObject[info.shape.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = PyInt.of(info.shape[i]);
        }
        return PyTuple.of(PyStr.of(info.format), PyInt.of(shape.length), PyTuple.of(shape));
    }

    @PythonFunction("POINTER(type, /)")
    PyObject pointerType(ThreadState thread, PyObject target) {
        PyDict cache = CtypesState.of(thread).pointerTypes;
        PyObject known = cache.get(thread, target);
        if (known != null) {
            return known;
        }
        PyDict namespace = new PyDict();
        String name;
        PyObject key = target;
        if (target instanceof PyStr text) {
            name = text.toString();
        } else if (target instanceof PyType type) {
            name = type.name();
            namespace.put(SequenceTypes.TYPE, type);
        } else {
            throw PyErr.typeError("must be a ctypes type");
        }
        PyObject made =
                Calls.call(thread, Metatypes.POINTER, PyStr.of("LP_" + name), PyTuple.of(PyPointer.TYPE), namespace);
        if (target instanceof PyStr) {
            // By its number, for SetPointerType to find.
            key = PyInt.of(Identity.of(made));
        }
        cache.put(thread, key, made);
        return made;
    }

    @PythonFunction("pointer(obj, /)")
    PyObject pointer(ThreadState thread, PyObject object) {
        PyObject type = CtypesState.of(thread).pointerTypes.get(thread, object.type());
        return Calls.call(thread, type == null ? pointerType(thread, object.type()) : type, object);
    }

    @PythonFunction("_unpickle(typ, state, /)")
    PyObject unpickle(ThreadState thread, PyObject type, PyTuple state) {
        PyObject made = Calls.callMethod(thread, type, org.pyvm.objects.Names.NEW, type);
        Calls.callMethod(thread, made, SETSTATE, state.toArray());
        return made;
    }

    // Instances

    @PythonFunction(
            value = "byref(obj, offset=<unrepresentable>, /)",
            doc = "The address of data as an argument: quicker than a pointer, and good for nothing else.")
    PyObject byRef(ThreadState thread, PyObject object, PyObject offset) {
        long bytes = offset == null ? 0 : Convert.toLong(thread, offset);
        if (!(object instanceof PyCData data)) {
            throw PyErr.typeError("byref() argument must be a ctypes instance, not '%T'", object);
        }
        return FromParam.reference(thread, data, bytes);
    }

    @PythonFunction(value = "addressof(obj, /)", doc = "Where the bytes of data are.")
    PyObject addressOf(ThreadState thread, PyObject object) {
        if (!(object instanceof PyCData data)) {
            throw PyErr.typeError("invalid type");
        }
        Audits.report(thread, "ctypes.addressof", object);
        return SimpleValues.unsigned(data.address(CtypesState.of(thread)));
    }

    @PythonFunction(value = "resize(obj, size, /)", doc = "Gives data more memory than its type needs.")
    void resize(PyObject object, long size) {
        if (!(object instanceof PyCData data)) {
            throw PyErr.typeError("excepted ctypes instance");
        }
        if (size < data.info().size) {
            throw PyErr.valueError("minimum size is %d", data.info().size);
        }
        if (!data.ownsMemory()) {
            throw PyErr.valueError("Memory cannot be resized because this object doesn't own it");
        }
        if (size > data.size) {
            data.block.resize(size);
        }
        data.size = size;
    }

    // Libraries

    @PythonFunction(
            value = "dlopen(name, flag=<unrepresentable>, /)",
            doc = "Opens a shared library; gives its handle.")
    PyObject dlopen(ThreadState thread, PyObject name, PyObject flag) {
        int mode = flag == null ? DynamicLibraries.RTLD_NOW : Convert.toInt(thread, flag) | DynamicLibraries.RTLD_NOW;
        Audits.report(thread, "ctypes.dlopen", name);
        byte[] path = name == Singletons.NONE ? null : libraryPath(thread, name);
        CtypesState state = CtypesState.of(thread);
        long handle = state.libraries.open(path, mode);
        if (handle == 0) {
            String error = state.libraries.error();
            throw PyErr.of(Exceptions.OS_ERROR, PyStr.of(error == null ? "dlopen() error" : error));
        }
        return SimpleValues.unsigned(handle);
    }

    /** As the C library is to have it: a path is relative to the interpreter's current directory, a bare name to none. */
    private static byte[] libraryPath(ThreadState thread, PyObject name) {
        PyObject path = FileSystemPaths.fsPath(thread, name);
        String text = path instanceof PyStr str
                ? FileSystemPaths.toHost(str)
                : FileSystemPaths.toHost(((PyBytes) path).array());
        if (text.indexOf('/') > 0) {
            text = thread.interpreter().service(Host.class).files().currentDirectory() + "/" + text;
        }
        return FileSystemPaths.toBytes(text);
    }

    @PythonFunction(value = "dlsym(handle, name, /)", doc = "The address of a name in a shared library.")
    PyObject dlsym(ThreadState thread, PyObject handle, PyStr name) {
        long library = address(thread, handle);
        Audits.report(thread, "ctypes.dlsym/handle", handle, name);
        CtypesState state = CtypesState.of(thread);
        long address = state.libraries.symbol(library, Utf8.encode(thread, name, null));
        if (address == 0) {
            throw PyErr.of(Exceptions.OS_ERROR, PyStr.of(state.libraries.error()));
        }
        return SimpleValues.unsigned(address);
    }

    @PythonFunction(value = "dlclose(handle, /)", doc = "Closes a shared library.")
    void dlclose(ThreadState thread, PyObject handle) {
        CtypesState state = CtypesState.of(thread);
        if (!state.libraries.close(address(thread, handle))) {
            throw PyErr.of(Exceptions.OS_ERROR, PyStr.of(state.libraries.error()));
        }
    }

    private static long address(ThreadState thread, PyObject number) {
        if (!(number instanceof PyInt address)) {
            throw PyErr.typeError("an integer is required");
        }
        return address.longValue();
    }

    @PythonFunction("call_function(address, arguments, /)")
    PyObject callFunction(ThreadState thread, PyObject address, PyTuple arguments) {
        return callAddress(thread, address, arguments);
    }

    @PythonFunction("call_cdeclfunction(address, arguments, /)")
    PyObject callCdeclFunction(ThreadState thread, PyObject address, PyTuple arguments) {
        return callAddress(thread, address, arguments);
    }

    private static PyObject callAddress(ThreadState thread, PyObject address, PyTuple arguments) {
        Audits.report(thread, "ctypes.call_function", address, arguments);
        return new ForeignCall(0, null, null, null).run(thread, address(thread, address), arguments.toArray());
    }

    // errno

    @PythonFunction("get_errno()")
    int getErrno(ThreadState thread) {
        Audits.report(thread, "ctypes.get_errno");
        return CtypesState.of(thread).errnos.get();
    }

    @PythonFunction("set_errno(value, /)")
    int setErrno(ThreadState thread, int value) {
        Audits.report(thread, "ctypes.set_errno", PyInt.of(value));
        return CtypesState.of(thread).errnos.set(value);
    }

    // Objects of Python

    @PythonFunction("PyObj_FromPtr(address, /)")
    PyObject objectAt(ThreadState thread, PyObject address) {
        Audits.report(thread, "ctypes.PyObj_FromPtr", address);
        return CtypesState.of(thread).objects.get(address(thread, address));
    }

    /** There are no counts of references: nothing is to be done. */
    @PythonFunction("Py_INCREF(obj, /)")
    PyObject incref(PyObject object) {
        return object;
    }

    /** See {@link #incref}. */
    @PythonFunction("Py_DECREF(obj, /)")
    PyObject decref(PyObject object) {
        return object;
    }
}
