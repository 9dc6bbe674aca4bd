package org.pyvm.modules.ctypes;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Makes the types of functions of their {@code _flags_}, {@code _argtypes_} and {@code _restype_}. */
final class FunctionTypes {
    static final int PYTHON_API = 4;
    static final int USE_ERRNO = 8;

    private static final PyStr FLAGS = PyStr.intern("_flags_");
    private static final PyStr ARGUMENT_TYPES = PyStr.intern("_argtypes_");
    private static final PyStr RESULT_TYPE = PyStr.intern("_restype_");
    private static final PyStr CHECK = PyStr.intern("_check_retval_");
    private static final PyStr FROM_PARAM = PyStr.intern("from_param");

    private FunctionTypes() {}

    static void complete(ThreadState thread, PyType type) {
        if (type == PyCFuncPtr.TYPE) {
            return;
        }
        CTypeInfo info = new CTypeInfo(CTypeInfo.Kind.FUNCTION);
        info.size = CTypeInfo.POINTER_SIZE;
        info.align = CTypeInfo.POINTER_SIZE;
        info.length = 1;
        info.hasPointer = true;
        info.format = "X{}";
        if (!(type.lookup(FLAGS) instanceof PyInt flags)) {
            throw PyErr.typeError("class must define _flags_ which must be an integer");
        }
        info.flags = Convert.toInt(thread, flags);
        PyObject arguments = type.lookup(ARGUMENT_TYPES);
        if (arguments != null) {
            if (!(arguments instanceof PyTuple)) {
                throw PyErr.typeError("_argtypes_ must be a sequence of types");
            }
            info.argumentTypes = items(arguments);
            info.converters = converters(thread, info.argumentTypes);
        }
        PyObject result = type.lookup(RESULT_TYPE);
        if (result != null) {
            if (!isResultType(result)) {
                throw PyErr.typeError("_restype_ must be a type, a callable, or None");
            }
            info.resultType = result;
            info.checker = checkerOf(thread, result);
        }
        type.setMetaclassState(info);
    }

    private static PyObject[] items(PyObject sequence) {
        return sequence instanceof PyTuple tuple ? tuple.toArray() : ((PyList) sequence).toArray();
    }

    /** Assignment to {@code argtypes}. */
    static PyObject[] argumentTypes(PyObject given) {
        if (!(given instanceof PyTuple) && !(given instanceof PyList)) {
            throw PyErr.typeError("_argtypes_ must be a sequence of types");
        }
        return items(given);
    }

    static PyObject[] converters(ThreadState thread, PyObject[] types) {
        if (types.length > ForeignCall.MOST_ARGUMENTS) {
            throw PyErr.of(
                    CtypesState.of(thread).argumentError,
                    "_argtypes_ has too many arguments (%d), maximum is %d",
                    types.length,
                    ForeignCall.MOST_ARGUMENTS);
        }
        PyObject[] converters = new PyObject[types.length];
        for (int i = 0; i < types.length; i++) {
            converters[i] = Attributes.getOrNull(thread, types[i], FROM_PARAM);
            if (converters[i] == null) {
                throw PyErr.typeError("item %d in _argtypes_ has no from_param method", i + 1);
            }
        }
        return converters;
    }

    static boolean isResultType(PyObject type) {
        return type == Singletons.NONE || CTypeInfo.orNull(type) != null || Calls.isCallable(type);
    }

    static PyObject checkerOf(ThreadState thread, PyObject resultType) {
        return Attributes.getOrNull(thread, resultType, CHECK);
    }
}
