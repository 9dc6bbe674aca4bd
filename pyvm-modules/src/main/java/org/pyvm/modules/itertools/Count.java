package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyComplex;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PySmallInt;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** Evenly spaced numbers without end. */
@PythonType(name = "count", module = "itertools", parts = IterIsSelf.class)
public final class Count extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "count", new CountExposed.SlotTable(), new CountExposed());

    /** The next number, when {@link #number} is null. */
    private long next;
    /** The next number where it is no int of 64 bits, or the step is not 1. */
    private PyObject number;

    private final PyObject step;

    private Count(PyType cls, PyObject start, PyObject step) {
        super(cls);
        this.step = step;
        boolean fast = start.getClass() == PySmallInt.class && step instanceof PyInt one && isOne(one);
        next = fast ? ((PyInt) start).longValue() : 0;
        number = fast ? null : start;
    }

    private static boolean isOne(PyInt number) {
        return number.fitsLong() && number.longValue() == 1;
    }

    @PythonNew("($cls, start=0, step=1)")
    static PyObject make(ThreadState thread, PyType cls, PyObject start, PyObject step) {
        if (!isNumber(start) || !isNumber(step)) {
            throw PyErr.typeError("a number is required");
        }
        return new Count(cls, start, step);
    }

    /** {@code PyNumber_Check}. */
    private static boolean isNumber(PyObject object) {
        var slots = object.type().slots();
        return slots.has(Slot.NB_INDEX)
                || slots.has(Slot.NB_INT)
                || slots.has(Slot.NB_FLOAT)
                || object instanceof PyComplex;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        if (number == null && next != Long.MAX_VALUE) {
            return PyInt.of(next++);
        }
        PyObject current = current();
        number = Numbers.add(thread, current, step);
        return current;
    }

    private PyObject current() {
        return number == null ? PyInt.of(next) : number;
    }

    private boolean hasUnitStep() {
        return step instanceof PyInt one && isOne(one);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        StrBuilder text = new StrBuilder().append(type().name()).append('(').append(Objects.repr(thread, current()));
        if (!hasUnitStep()) {
            text.append(", ").append(Objects.repr(thread, step));
        }
        return text.append(')').toPyStr();
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), hasUnitStep() ? PyTuple.of(current()) : PyTuple.of(current(), step));
    }
}
