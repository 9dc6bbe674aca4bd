package org.pyvm.modules.ctypes;

import java.lang.foreign.MemorySegment;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** {@code from_param} of C types: an argument as a parameter of the type takes it. */
final class FromParam {
    static final PyStr AS_PARAMETER = PyStr.intern("_as_parameter_");

    private FromParam() {}

    @PythonMethod(value = "from_param($self, value, /)", doc = "The object as an argument of this type.")
    static PyObject fromParam(ThreadState thread, PyType self, PyObject value) {
        CTypeInfo info = CTypeInfo.orNull(self);
        if (info == null) {
            if (value instanceof PyCData && Objects.isInstance(thread, value, self)) {
                return value;
            }
            throw PyErr.typeError("abstract class");
        }
        return switch (info.kind) {
            case SIMPLE ->
                switch (info.code.letter()) {
                    case 'z' -> fromText(thread, self, value, 'c');
                    case 'Z' -> fromText(thread, self, value, 'u');
                    case 'P' -> fromAnyPointer(thread, self, value);
                    default -> fromSimple(thread, self, info, value);
                };
            case POINTER -> fromPointer(thread, self, info, value);
            default -> fromInstance(thread, self, value);
        };
    }

    private static PyErr wrongType() {
        return PyErr.typeError("wrong type");
    }

    /** The same for what the value names as its parameter; null when it names none. */
    private static PyObject asParameter(ThreadState thread, PyType type, PyObject value) {
        PyObject parameter = Attributes.getOrNull(thread, value, AS_PARAMETER);
        if (parameter == null) {
            return null;
        }
        thread.enter("while processing _as_parameter_");
        try {
            return fromParam(thread, type, parameter);
        } finally {
            thread.leave();
        }
    }

    private static PyObject orWrongType(PyObject parameter) {
        if (parameter == null) {
            throw wrongType();
        }
        return parameter;
    }

    private static PyObject fromSimple(ThreadState thread, PyType type, CTypeInfo info, PyObject value) {
        if (Objects.isInstance(thread, value, type)) {
            return value;
        }
        PyCArg argument = simpleOrNull(thread, info, value);
        return argument != null ? argument : orWrongType(asParameter(thread, type, value));
    }

    /** Null for a value that the type does not take. */
    static PyCArg simpleOrNull(ThreadState thread, CTypeInfo info, PyObject value) {
        byte[] bytes = new byte[SimpleCode.LONG_DOUBLE_SIZE];
        MemorySegment memory = MemorySegment.ofArray(bytes);
        PyObject kept;
        try {
            kept = SimpleValues.set(thread, info.code, false, memory, 0, value);
        } catch (PyErr e) {
            // It may still say what is to be passed for it, by _as_parameter_.
            return null;
        }
        return simple(info.code, memory, 0, kept);
    }

    /** The value of a simple type as an argument. */
    static PyCArg simple(SimpleCode code, MemorySegment memory, long at, PyObject kept) {
        char letter = code.letter();
        return switch (letter) {
            case 'd' -> PyCArg.floating(letter, Double.longBitsToDouble(SimpleValues.bits(memory, at, 8, false)), kept);
            case 'f' ->
                PyCArg.floating(letter, Float.intBitsToFloat((int) SimpleValues.bits(memory, at, 4, false)), kept);
            case 'g' -> PyCArg.floating(letter, LongDouble.get(memory, at), kept);
            default -> {
                long bits = SimpleValues.bits(memory, at, code.size(), false);
                yield PyCArg.integer(letter, SimpleValues.extended(code, bits), kept);
            }
        };
    }

    private static boolean hasItems(PyObject value, char letter) {
        return (value instanceof PyArray || value instanceof PyPointer)
                && ((PyCData) value).info().targets(letter);
    }

    /** For {@code c_char_p} and {@code c_wchar_p}. */
    private static PyObject fromText(ThreadState thread, PyType type, PyObject value, char item) {
        if (value == Singletons.NONE) {
            return value;
        }
        if (item == 'c' && value instanceof PyBytes bytes) {
            return PyCArg.integer('z', CtypesState.of(thread).texts.address(bytes), bytes);
        }
        if (item == 'u' && value instanceof PyStr text) {
            return PyCArg.integer('Z', CtypesState.of(thread).texts.address(text), text);
        }
        if (Objects.isInstance(thread, value, type) || hasItems(value, item)) {
            return value;
        }
        if (value instanceof PyCArg argument
                && argument.object instanceof PyCData data
                && data.info().isItem(item)) {
            return value;
        }
        return orWrongType(asParameter(thread, type, value));
    }

    /** For {@code c_void_p}. */
    private static PyObject fromAnyPointer(ThreadState thread, PyType type, PyObject value) {
        if (value == Singletons.NONE) {
            return value;
        }
        CtypesState state = CtypesState.of(thread);
        if (value instanceof PyInt number) {
            return PyCArg.integer('P', number.longValue(), null);
        }
        if (value instanceof PyBytes bytes) {
            return PyCArg.integer('z', state.texts.address(bytes), bytes);
        }
        if (value instanceof PyStr text) {
            return PyCArg.integer('Z', state.texts.address(text), text);
        }
        if (Objects.isInstance(thread, value, type) || value instanceof PyArray || value instanceof PyPointer) {
            return value;
        }
        if (value instanceof PyCArg argument && argument.tag == 'P') {
            return value;
        }
        if (value instanceof PyCFuncPtr function) {
            return PyCArg.integer('P', function.pointer(), function);
        }
        if (value instanceof PySimpleCData data
                && (data.info().isItem('z') || data.info().isItem('Z'))) {
            return PyCArg.integer('Z', data.pointer(), data);
        }
        return orWrongType(asParameter(thread, type, value));
    }

    private static PyObject fromPointer(ThreadState thread, PyType type, CTypeInfo info, PyObject value) {
        if (value == Singletons.NONE) {
            return value;
        }
        if (info.target != null && value instanceof PyCData data && Objects.isInstance(thread, value, info.target)) {
            return reference(thread, data, 0);
        }
        if (info.target != null && (value instanceof PyArray || value instanceof PyPointer)) {
            PyType target = ((PyCData) value).info().target;
            if (target != null && Objects.isSubclass(thread, target, info.target)) {
                return value;
            }
        }
        return fromInstance(thread, type, value);
    }

    /** {@code byref}. */
    static PyCArg reference(ThreadState thread, PyCData data, long offset) {
        return PyCArg.integer('P', data.address(CtypesState.of(thread)) + offset, data);
    }

    private static PyObject fromInstance(ThreadState thread, PyType type, PyObject value) {
        if (Objects.isInstance(thread, value, type)) {
            return value;
        }
        if (value instanceof PyCArg argument) {
            PyType target = CTypeInfo.of(type).target;
            if (argument.object != null && target != null && Objects.isInstance(thread, argument.object, target)) {
                return value;
            }
            throw PyErr.typeError(
                    "expected %s instance instead of pointer to %s",
                    type.name(),
                    argument.object == null ? "???" : argument.object.type().fullName());
        }
        PyObject parameter = asParameter(thread, type, value);
        if (parameter == null) {
            throw PyErr.typeError("expected %s instance instead of %T", type.name(), value);
        }
        return parameter;
    }
}
