package org.pyvm.modules.ctypes;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import org.pyvm.modules.Audits;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/**
 * Functions that deal in objects of Python, so that they are Java's: they have addresses, by which functions of {@code _ctypes} call
 * them, but native code cannot.
 */
final class Intrinsics {
    /** The body of one. */
    @FunctionalInterface
    interface Body {
        PyObject call(ThreadState thread, CtypesState state, PyCArg[] arguments);
    }

    private static final int MOST = 256;

    /** Nothing is ever read or written there: it is reserved so that the addresses are nobody else's. */
    private final MemorySegment reserved = Arena.ofAuto().allocate(MOST);

    private final Map<Long, Body> bodies = new HashMap<>();
    private final Map<String, Long> byName = new HashMap<>();

    Intrinsics() {
        add("cast", Intrinsics::cast);
        add("string_at", Intrinsics::stringAt);
        add("wstring_at", Intrinsics::wideStringAt);
    }

    void add(String name, Body body) {
        long address = reserved.address() + bodies.size();
        bodies.put(address, body);
        byName.put(name, address);
    }

    /** 0 for none. */
    long address(String name) {
        return byName.getOrDefault(name, 0L);
    }

    /** Null for the address of a native function. */
    Body at(long address) {
        long number = address - reserved.address();
        return number >= 0 && number < MOST ? bodies.get(address) : null;
    }

    private static long number(PyCArg argument) {
        return (long) argument.value;
    }

    private static PyObject stringAt(ThreadState thread, CtypesState state, PyCArg[] arguments) {
        long address = number(arguments[0]);
        int size = (int) number(arguments[1]);
        Audits.report(thread, "ctypes.string_at", PyInt.of(address), PyInt.of(size));
        if (size < -1) {
            throw PyErr.systemError("Negative size passed to PyBytes_FromStringAndSize");
        }
        byte[] bytes = size == -1 ? state.textAt(address) : state.bytesAt(address, size);
        return PyBytes.of(bytes);
    }

    private static PyObject wideStringAt(ThreadState thread, CtypesState state, PyCArg[] arguments) {
        long address = number(arguments[0]);
        int size = (int) number(arguments[1]);
        Audits.report(thread, "ctypes.wstring_at", PyInt.of(address), PyInt.of(size));
        if (size == -1) {
            return state.wideTextAt(address);
        }
        if (size != 0) {
            state.checkAddress(address);
        }
        return WideText.text(state.memory, address, size);
    }

    private static PyObject cast(ThreadState thread, CtypesState state, PyCArg[] arguments) {
        PyObject source = arguments[1].object;
        PyObject type = arguments[2].object;
        if (!isPointerType(type)) {
            throw PyErr.typeError(
                    "cast() argument 2 must be a pointer type, not %s",
                    type instanceof PyType cls ? cls.name() : type.type().name());
        }
        PyCData result = (PyCData) Calls.call(thread, type);
        PyObject alive = source instanceof PyCArg argument ? argument.object : source;
        if (alive instanceof PyCData data) {
            // The same dictionary, not a copy: what the source keeps from now on the result keeps too.
            PyObject kept = data.keptByOwner();
            result.kept = kept == null ? new PyDict() : kept;
            if (result.kept instanceof PyDict dict && dict.type() == PyDict.TYPE) {
                dict.put(thread, PyInt.of(Identity.of(data)), data);
            }
        } else if (source instanceof PyBytes || source instanceof PyStr) {
            result.kept = new PyDict();
            ((PyDict) result.kept).put(thread, PyInt.of(Identity.of(source)), source);
        }
        result.setPointer(number(arguments[0]));
        return result;
    }

    private static boolean isPointerType(PyObject type) {
        CTypeInfo info = CTypeInfo.orNull(type);
        return info != null
                && switch (info.kind) {
                    case POINTER, FUNCTION -> true;
                    case SIMPLE -> info.code.isPointer();
                    case STRUCTURE, UNION, ARRAY -> false;
                };
    }
}
