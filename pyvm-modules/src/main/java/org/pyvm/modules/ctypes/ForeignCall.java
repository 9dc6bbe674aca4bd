package org.pyvm.modules.ctypes;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.objects.InterpreterLock;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/**
 * A call of a native function.
 *
 * @param flags of the function's type
 * @param converters {@code from_param} of the first arguments; null when nothing is known of them
 * @param resultType null for an {@code int}
 * @param checker called with the result; null for none
 */
record ForeignCall(int flags, PyObject[] converters, PyObject resultType, PyObject checker) {
    static final int MOST_ARGUMENTS = 1024;

    PyObject run(ThreadState thread, long address, PyObject[] args) {
        CtypesState state = CtypesState.of(thread);
        if (args.length > MOST_ARGUMENTS) {
            throw PyErr.of(state.argumentError, "too many arguments (%d), maximum is %d", args.length, MOST_ARGUMENTS);
        }
        PyCArg[] arguments = new PyCArg[args.length];
        for (int i = 0; i < args.length; i++) {
            arguments[i] = argument(thread, state, args[i], i);
        }
        state.mirrors.copyIn();
        Intrinsics.Body intrinsic = state.intrinsics.at(address);
        PyObject result = intrinsic != null
                ? intrinsic.call(thread, state, arguments)
                : callNative(thread, state, address, arguments);
        // What the arguments were made of has lived until here, for the result may point into it.
        Reference.reachabilityFence(arguments);
        Reference.reachabilityFence(args);
        return checker == null ? result : Calls.call(thread, checker, result);
    }

    private PyCArg argument(ThreadState thread, CtypesState state, PyObject given, int index) {
        try {
            PyObject converted = converters != null && index < converters.length
                    ? Calls.call(thread, converters[index], given)
                    : given;
            return convert(thread, state, converted, index + 1);
        } catch (PyErr e) {
            throw PyErr.of(
                    state.argumentError,
                    "argument %d: %s: %s",
                    index + 1,
                    e.value().type().fullName(),
                    Objects.str(thread, e.value()));
        }
    }

    /** What is passed for an object whose type nobody has declared. */
    private static PyCArg convert(ThreadState thread, CtypesState state, PyObject given, int number) {
        if (given instanceof PyCArg ready) {
            return ready;
        }
        if (given instanceof PyCData data) {
            return ofData(state, data);
        }
        if (given == Singletons.NONE) {
            return PyCArg.integer('P', 0, null);
        }
        if (given instanceof PyInt integer) {
            if (integer.bigValue().bitLength() > (integer.signum() < 0 ? Long.SIZE - 1 : Long.SIZE)) {
                throw PyErr.overflowError("int too long to convert");
            }
            return PyCArg.integer('i', (int) integer.longValue(), null);
        }
        if (given instanceof PyBytes bytes) {
            return PyCArg.integer('z', state.texts.address(bytes), bytes);
        }
        if (given instanceof PyStr text) {
            return PyCArg.integer('Z', state.texts.address(text), text);
        }
        PyObject parameter = Attributes.getOrNull(thread, given, FromParam.AS_PARAMETER);
        if (parameter == null) {
            throw PyErr.typeError("Don't know how to convert parameter %d", number);
        }
        return convert(thread, state, parameter, number);
    }

    private static PyCArg ofData(CtypesState state, PyCData data) {
        CTypeInfo info = data.info();
        return switch (info.kind) {
            case SIMPLE -> FromParam.simple(info.code, data.block.segment(), data.offset, data);
            case STRUCTURE, UNION -> PyCArg.structure(data);
            case ARRAY -> PyCArg.integer('P', data.address(state), data);
            case POINTER, FUNCTION -> PyCArg.integer('P', data.pointer(), data);
        };
    }

    private PyObject callNative(ThreadState thread, CtypesState state, long address, PyCArg[] arguments) {
        if (address == 0) {
            throw PyErr.valueError("attempt to call a NULL function pointer");
        }
        CTypeInfo resultInfo = CTypeInfo.orNull(resultType);
        char resultLetter = resultType == Singletons.NONE
                ? Signatures.NOTHING
                : resultInfo == null ? Signatures.INTEGER : Signatures.letter(resultInfo);
        boolean withErrno = (flags & FunctionTypes.USE_ERRNO) != 0;
        boolean structureResult = resultLetter == Signatures.STRUCTURE;
        int fixed = 1 + (structureResult ? 1 : 0) + (withErrno ? 1 : 0);
        Object[] values = new Object[fixed + arguments.length];
        StringBuilder letters = new StringBuilder(arguments.length + 1);
        List<MemoryLayout> structures = List.of();
        for (int i = 0; i < arguments.length; i++) {
            PyCArg argument = arguments[i];
            if (argument.tag == 'g') {
                throw NativeLayouts.noLongDouble();
            }
            values[fixed + i] = argument.value;
            letters.append(argument.letter);
            if (argument.layout != null) {
                structures = with(structures, argument.layout);
            }
        }
        if (structureResult) {
            structures = with(structures, NativeLayouts.of(resultInfo));
        }
        MethodHandle handle = state.signatures.find(letters.append(resultLetter).toString(), structures, withErrno);
        values[0] = MemorySegment.ofAddress(address);
        if (structureResult) {
            values[1] = SegmentAllocator.prefixAllocator(
                    Arena.ofAuto().allocate(Math.max(1, resultInfo.size), SimpleCode.LONG_DOUBLE_SIZE));
        }
        Object result = unlocked(thread, state, handle, values, withErrno ? fixed - 1 : -1);
        state.mirrors.copyOut();
        state.callbackFailures.raise();
        return result(thread, resultInfo, result);
    }

    private static List<MemoryLayout> with(List<MemoryLayout> layouts, MemoryLayout one) {
        List<MemoryLayout> more = new ArrayList<>(layouts);
        more.add(one);
        return more;
    }

    /** Gives the interpreter's lock up meanwhile, unless the function is one of Python's. @param errnoAt -1 for a function without */
    private Object unlocked(ThreadState thread, CtypesState state, MethodHandle handle, Object[] values, int errnoAt) {
        if ((flags & FunctionTypes.PYTHON_API) != 0) {
            return invoke(state, handle, values, errnoAt);
        }
        InterpreterLock lock = thread.interpreter().lock();
        lock.release();
        try {
            return invoke(state, handle, values, errnoAt);
        } finally {
            lock.acquire();
        }
    }

    private static Object invoke(CtypesState state, MethodHandle handle, Object[] values, int errnoAt) {
        try {
            if (errnoAt < 0) {
                return (Object) handle.invokeExact(values);
            }
            values[errnoAt] = state.errnos.beforeCall();
            Object result = (Object) handle.invokeExact(values);
            state.errnos.afterCall();
            return result;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a downcall throws nothing checked", e);
        }
    }

    private PyObject result(ThreadState thread, CTypeInfo info, Object result) {
        if (resultType == Singletons.NONE) {
            return resultType;
        }
        if (info == null) {
            PyObject number = PyInt.of((int) (long) result);
            return resultType == null ? number : Calls.call(thread, resultType, number);
        }
        return PyCData.fromNative(thread, (PyType) resultType, result);
    }
}
