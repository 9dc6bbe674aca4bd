package org.pyvm.modules.structs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/** The module {@code _struct}. */
@PythonModule("_struct")
public final class StructModule {
    private static final int CACHE_LIMIT = 100;

    @PythonConstant("Struct")
    static final PyObject STRUCT = PyStruct.TYPE;

    /** Formats that were used, by their text. */
    private final Map<String, PyStruct> cache = new LinkedHashMap<>();

    StructModule() {}

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        module.dict().put("error", PyStruct.errorType(thread));
    }

    private PyStruct struct(ThreadState thread, PyObject format) {
        if (!(format instanceof PyStr text)) {
            return new PyStruct(PyStruct.parse(thread, format));
        }
        String key = text.toString();
        PyStruct known = cache.get(key);
        if (known == null) {
            known = new PyStruct(PyStruct.parse(thread, format));
            if (cache.size() >= CACHE_LIMIT) {
                cache.clear();
            }
            cache.put(key, known);
        }
        return known;
    }

    @PythonFunction("_clearcache()")
    void clearCache() {
        cache.clear();
    }

    @PythonFunction("calcsize(format, /)")
    long size(ThreadState thread, PyObject format) {
        return struct(thread, format).size();
    }

    private static PyObject[] behindFormat(PyObject[] args) {
        if (args.length == 0) {
            throw PyErr.typeError("missing format argument");
        }
        return Arrays.copyOfRange(args, 1, args.length);
    }

    @PythonFunction(value = "pack", raw = true)
    PyObject pack(ThreadState thread, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("pack", names);
        PyObject[] values = behindFormat(args);
        return struct(thread, args[0]).pack(thread, values, null);
    }

    @PythonFunction(value = "pack_into", raw = true)
    PyObject packInto(ThreadState thread, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("pack_into", names);
        PyObject[] values = behindFormat(args);
        return struct(thread, args[0]).packInto(thread, values, null);
    }

    @PythonFunction("unpack(format, buffer, /)")
    PyObject unpack(ThreadState thread, PyObject format, PyObject buffer) {
        return struct(thread, format).unpack(thread, buffer);
    }

    @PythonFunction("unpack_from(format, /, buffer, offset=0)")
    PyObject unpackFrom(ThreadState thread, PyObject format, PyObject buffer, long offset) {
        return struct(thread, format).unpackFrom(thread, buffer, offset);
    }

    @PythonFunction("iter_unpack(format, buffer, /)")
    PyObject iterUnpack(ThreadState thread, PyObject format, PyObject buffer) {
        return struct(thread, format).iterUnpack(thread, buffer);
    }
}
