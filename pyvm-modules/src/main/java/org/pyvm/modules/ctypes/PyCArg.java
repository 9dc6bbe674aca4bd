package org.pyvm.modules.ctypes;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyStr;

/** An argument that is ready to be passed: what {@code byref} and {@code from_param} give. */
@PythonType(name = "CArgObject", module = "builtins")
final class PyCArg extends PyObject {
    static final PyType TYPE =
            PyType.builtin("builtins", "CArgObject", new PyCArgExposed.SlotTable(), new PyCArgExposed());

    /** The letter of a simple type, P for another pointer, V for a structure. */
    final char tag;
    /** As {@link Signatures} names it. */
    final char letter;
    /** A Long, a Double, a Float or a segment. */
    final Object value;
    /** Of a structure, else null. */
    final MemoryLayout layout;
    /** What must live until the call is over; may be null. */
    final PyObject object;

    private PyCArg(char tag, char letter, Object value, MemoryLayout layout, PyObject object) {
        super(TYPE);
        this.tag = tag;
        this.letter = letter;
        this.value = value;
        this.layout = layout;
        this.object = object;
    }

    static PyCArg integer(char tag, long value, PyObject object) {
        return new PyCArg(tag, Signatures.INTEGER, value, null, object);
    }

    static PyCArg floating(char tag, double value, PyObject object) {
        return tag == 'f'
                ? new PyCArg(tag, Signatures.FLOAT, (float) value, null, object)
                : new PyCArg(tag, Signatures.DOUBLE, value, null, object);
    }

    /** A structure, as it is now. */
    static PyCArg structure(PyCData data) {
        CTypeInfo info = data.info();
        MemorySegment copy = Arena.ofAuto().allocate(Math.max(1, info.size), SimpleCode.LONG_DOUBLE_SIZE);
        MemorySegment.copy(data.block.segment(), data.offset, copy, 0, info.size);
        return new PyCArg('V', Signatures.STRUCTURE, copy, NativeLayouts.of(info), data);
    }

    @PythonGetter(value = "_obj", member = true)
    PyObject object() {
        return object == null ? Singletons.NONE : object;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        String at = " at " + Identity.address(this);
        String text = switch (tag) {
            case 'b', 'B', 'h', 'H', 'i', 'I', 'l', 'L', 'q', 'Q' -> "'" + tag + "' (" + value + ")";
            case 'd', 'f' -> "'" + tag + "' (" + Objects.repr(thread, PyFloat.of(((Number) value).doubleValue())) + ")";
            case 'c' -> {
                long c = (long) value & 0xFF;
                boolean literal = c >= ' ' && c < 0x7F && c != '\'' && c != '\\';
                yield literal
                        ? "'c' ('" + (char) c + "')"
                        : "'c' ('\\x" + Character.forDigit((int) c >> 4, 16) + Character.forDigit((int) c & 15, 16)
                                + "')";
            }
            case 'z', 'Z', 'P' -> "'" + tag + "' (0x" + Long.toHexString((long) value) + ")";
            default -> "'" + tag + "'" + at;
        };
        return PyStr.of("<cparam " + text + ">");
    }
}
