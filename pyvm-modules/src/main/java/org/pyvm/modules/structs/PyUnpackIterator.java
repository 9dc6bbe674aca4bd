package org.pyvm.modules.structs;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;

/** {@code _struct.unpack_iterator}. */
@PythonType(name = "unpack_iterator", module = "_struct")
public final class PyUnpackIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_struct",
                    "unpack_iterator",
                    new PyUnpackIteratorExposed.SlotTable(),
                    new PyUnpackIteratorExposed())
            .notSubclassable();

    private final StructFormat format;
    /** Null once exhausted. */
    private PyBuffer buffer;

    private int at;

    PyUnpackIterator(StructFormat format, PyBuffer buffer) {
        super(TYPE);
        this.format = format;
        this.buffer = buffer;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        if (buffer == null) {
            return null;
        }
        if (at >= buffer.length()) {
            buffer.release();
            buffer = null;
            return null;
        }
        byte[] part = new byte[(int) format.size()];
        buffer.read(at, part, 0, part.length);
        at += part.length;
        return StructUnpacker.unpack(format, part, 0);
    }

    @PythonMethod("__length_hint__($self, /)")
    long lengthHint() {
        return buffer == null ? 0 : (buffer.length() - at) / format.size();
    }
}
