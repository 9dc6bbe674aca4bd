package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code range_iterator}: of ints far enough below 64 bits that no step overflows. */
@PythonType(name = "range_iterator", module = "builtins")
public final class PyRangeIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "range_iterator", new PyRangeIteratorExposed.SlotTable(), new PyRangeIteratorExposed())
            .notSubclassable();

    private final long start;
    private final long step;
    private final long length;
    private long index;

    public PyRangeIterator(long start, long step, long length) {
        super(TYPE);
        this.start = start;
        this.step = step;
        this.length = length;
    }

    /** The next int, or null when exhausted; runs no Python code. */
    @SlotMethod(Slot.TP_ITERNEXT)
    public PyObject next() {
        long at = index;
        if (at >= length) {
            return null;
        }
        index = at + 1;
        return PyInt.of(start + at * step);
    }

    /** Whether {@link #nextLong} can be called. */
    public boolean hasNext() {
        return index < length;
    }

    /** The next int unboxed. */
    public long nextLong() {
        return start + index++ * step;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__length_hint__($self, /)")
    long lengthHint() {
        return length - index;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        PyRange range = new PyRange(PyInt.of(start), PyInt.of(start + length * step), PyInt.of(step));
        return IteratorPickles.iter(thread, range, index);
    }

    @PythonMethod("__setstate__($self, object, /)")
    void setState(long position) {
        index = Math.clamp(position, 0L, length);
    }
}
