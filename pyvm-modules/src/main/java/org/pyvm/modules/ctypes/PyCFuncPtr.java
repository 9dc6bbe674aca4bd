package org.pyvm.modules.ctypes;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.Audits;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code CFuncPtr}: the address of a function, of a library or of one that calls Python. */
@PythonType(
        name = "CFuncPtr",
        module = "_ctypes",
        doc = "The base of function types: the address of a function that can be called.")
public final class PyCFuncPtr extends PyCData {
    public static final PyType TYPE = PyType.builtin(
            "_ctypes", "CFuncPtr", PyCData.TYPE, new PyCFuncPtrExposed.SlotTable(), new PyCFuncPtrExposed());

    static {
        TYPE.setType(Metatypes.FUNCTION);
    }

    /** {@code argtypes}; null when the type's hold. */
    private PyObject declaredTypes;

    private PyObject[] argumentTypes;
    private PyObject[] converters;
    /** {@code restype}; null when the type's holds. */
    private PyObject resultType;

    private PyObject checker;
    /** Null for none. */
    private PyObject errorCheck;
    /** Null for none. */
    private ParameterFlags parameterFlags;
    /** How it is called, worked out at the first call after a change. */
    private ForeignCall call;

    PyCFuncPtr(PyType type) {
        super(type);
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        int given = Arguments.positionalCount(args, names);
        if (given == 0) {
            return create(cls);
        }
        if (args[0] instanceof PyTuple name) {
            PyObject flags = given > 1 ? args[1] : Arguments.named(args, names, "paramflags");
            return ofLibrary(thread, cls, name, flags);
        }
        Arguments.checkCount("function", given, 1, 1);
        PyCFuncPtr made = (PyCFuncPtr) create(cls);
        if (args[0] instanceof PyInt address) {
            made.setPointer(address.longValue());
            return made;
        }
        if (!Calls.isCallable(args[0])) {
            throw PyErr.typeError("argument must be callable or integer function address");
        }
        CTypeInfo info = made.info();
        if (info.argumentTypes == null) {
            throw PyErr.typeError("cannot construct instance of this class: no argtypes");
        }
        Callback callback = new Callback(CtypesState.of(thread), args[0], info);
        made.setPointer(callback.address());
        made.keep(thread, 0, callback);
        return made;
    }

    private static PyObject ofLibrary(ThreadState thread, PyType cls, PyTuple specification, PyObject flags) {
        if (specification.size() != 2) {
            throw PyErr.typeError("illegal func_spec argument");
        }
        PyObject library = specification.get(1);
        byte[] name = switch (specification.get(0)) {
            case PyStr text -> Utf8.encode(thread, text, null);
            case PyBytes bytes -> bytes.toByteArray();
            default -> throw PyErr.typeError("function name must be string, bytes object or integer");
        };
        Audits.report(thread, "ctypes.dlsym", library, specification.get(0));
        long handle = DynamicLibraries.handleOf(thread, library);
        CTypeInfo info = CTypeInfo.of(cls);
        ParameterFlags parameterFlags =
                flags == null || flags == Singletons.NONE ? null : ParameterFlags.of(flags, info.argumentTypes);
        CtypesState state = CtypesState.of(thread);
        long address = state.libraries.symbol(handle, name);
        if (address == 0) {
            throw PyErr.attributeError("%s", state.libraries.error());
        }
        PyCFuncPtr made = (PyCFuncPtr) create(cls);
        made.parameterFlags = parameterFlags;
        made.setPointer(address);
        made.keep(thread, 0, library);
        return made;
    }

    PyObject[] argumentTypes() {
        return declaredTypes != null ? argumentTypes : info().argumentTypes;
    }

    private ForeignCall foreignCall() {
        ForeignCall known = call;
        if (known == null) {
            CTypeInfo info = info();
            known = new ForeignCall(
                    info.flags,
                    declaredTypes != null ? converters : info.converters,
                    resultType != null ? resultType : info.resultType,
                    resultType != null ? checker : info.checker);
            call = known;
        }
        return known;
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        ForeignCall way = foreignCall();
        int given = Arguments.positionalCount(args, names);
        ParameterFlags.Bound bound = parameterFlags == null || argumentTypes() == null || argumentTypes().length == 0
                ? null
                : parameterFlags.bind(thread, argumentTypes(), args, names);
        PyObject[] all =
                bound != null ? bound.arguments() : given == args.length ? args : java.util.Arrays.copyOf(args, given);
        int required = way.converters() == null ? 0 : way.converters().length;
        if (required > all.length) {
            throw PyErr.typeError(
                    "this function takes at least %d argument%s (%d given)",
                    required, required == 1 ? "" : "s", all.length);
        }
        PyObject result = way.run(thread, pointer(), all);
        if (errorCheck != null) {
            PyTuple arguments = PyTuple.of(all.clone());
            PyObject checked = Calls.callArray(thread, errorCheck, result, this, arguments);
            if (checked != arguments) {
                return checked;
            }
        }
        return bound == null ? result : bound.result(thread, result);
    }

    @SlotMethod(Slot.NB_BOOL)
    boolean isTrue() {
        return pointer() != 0;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.of("<" + type().name() + " object at " + Identity.address(this) + ">");
    }

    @PythonGetter(value = "argtypes", doc = "C types of the arguments, or whatever else has from_param.")
    PyObject argTypes() {
        if (declaredTypes != null) {
            return declaredTypes;
        }
        PyObject[] types = info().argumentTypes;
        return types == null ? Singletons.NONE : PyTuple.of(types.clone());
    }

    @PythonSetter(value = "argtypes", deletable = true)
    void setArgTypes(ThreadState thread, PyObject value) {
        call = null;
        if (value == null || value == Singletons.NONE) {
            declaredTypes = null;
            return;
        }
        PyObject[] types = FunctionTypes.argumentTypes(value);
        converters = FunctionTypes.converters(thread, types);
        argumentTypes = types;
        declaredTypes = value;
    }

    @PythonGetter(
            value = "restype",
            doc = "C type of the result; None for a function without, or what to call with an int.")
    PyObject resType() {
        PyObject type = resultType != null ? resultType : info().resultType;
        return type == null ? Singletons.NONE : type;
    }

    @PythonSetter(value = "restype", deletable = true)
    void setResType(ThreadState thread, PyObject value) {
        call = null;
        if (value == null) {
            resultType = null;
            return;
        }
        if (!FunctionTypes.isResultType(value)) {
            throw PyErr.typeError("restype must be a type, a callable, or None");
        }
        checker = FunctionTypes.checkerOf(thread, value);
        resultType = value;
    }

    @PythonGetter(value = "errcheck", doc = "What is called with result, function and arguments, and gives the result.")
    PyObject errCheck() {
        return errorCheck == null ? Singletons.NONE : errorCheck;
    }

    @PythonSetter(value = "errcheck", deletable = true)
    void setErrCheck(PyObject value) {
        if (value != null && !Calls.isCallable(value)) {
            throw PyErr.typeError("the errcheck attribute must be callable");
        }
        errorCheck = value;
    }
}
