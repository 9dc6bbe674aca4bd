package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code bytearray_iterator}. */
@PythonType(name = "bytearray_iterator", module = "builtins")
public final class PyByteArrayIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "bytearray_iterator",
                    new PyByteArrayIteratorExposed.SlotTable(),
                    new PyByteArrayIteratorExposed())
            .notSubclassable();

    /** Null once exhausted. */
    private PyByteArray bytes;

    private int index;

    public PyByteArrayIterator(PyByteArray bytes) {
        super(TYPE);
        this.bytes = bytes;
    }

    /** The next byte as an int, or null when exhausted; runs no Python code. */
    @SlotMethod(Slot.TP_ITERNEXT)
    public PyObject next() {
        PyByteArray source = bytes;
        if (source == null) {
            return null;
        }
        if (index < source.size()) {
            return PyInt.of(source.array()[index++] & 0xFF);
        }
        bytes = null;
        return null;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__length_hint__($self, /)")
    int lengthHint() {
        return bytes == null ? 0 : Math.max(0, bytes.size() - index);
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return bytes == null ? IteratorPickles.iter(thread, PyTuple.EMPTY) : IteratorPickles.iter(thread, bytes, index);
    }

    @PythonMethod("__setstate__($self, object, /)")
    void setState(long position) {
        if (bytes != null) {
            index = Math.clamp(position, 0, bytes.size());
        }
    }
}
