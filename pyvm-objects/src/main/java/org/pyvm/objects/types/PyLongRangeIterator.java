package org.pyvm.objects.types;

import java.math.BigInteger;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code longrange_iterator}: of ints of any size. */
@PythonType(name = "longrange_iterator", module = "builtins")
public final class PyLongRangeIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "longrange_iterator",
                    new PyLongRangeIteratorExposed.SlotTable(),
                    new PyLongRangeIteratorExposed())
            .notSubclassable();

    private final BigInteger start;
    private final BigInteger step;
    private final BigInteger length;
    private BigInteger index = BigInteger.ZERO;

    PyLongRangeIterator(PyInt start, PyInt step, PyInt length) {
        super(TYPE);
        this.start = start.bigValue();
        this.step = step.bigValue();
        this.length = length.bigValue();
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next() {
        if (index.compareTo(length) >= 0) {
            return null;
        }
        PyInt item = PyInt.of(start.add(index.multiply(step)));
        index = index.add(BigInteger.ONE);
        return item;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__length_hint__($self, /)")
    PyObject lengthHint() {
        return PyInt.of(length.subtract(index));
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        PyInt stop = PyInt.of(start.add(length.multiply(step)));
        PyRange range = new PyRange(PyInt.of(start), stop, PyInt.of(step));
        return PyTuple.of(IteratorPickles.builtin(thread, "iter"), PyTuple.of(range), PyInt.of(index));
    }

    @PythonMethod("__setstate__($self, object, /)")
    void setState(PyInt position) {
        index = position.bigValue().max(BigInteger.ZERO).min(length);
    }
}
