package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** Running totals. */
@PythonType(name = "accumulate", module = "itertools", parts = IterIsSelf.class)
public final class Accumulate extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "accumulate", new AccumulateExposed.SlotTable(), new AccumulateExposed());

    private final PyObject iterator;
    /** None for addition. */
    private final PyObject function;
    /** Null before the first one. */
    private PyObject total;
    /** None once given. */
    private PyObject initial;

    private Accumulate(PyType cls, PyObject iterator, PyObject function, PyObject initial) {
        super(cls);
        this.iterator = iterator;
        this.function = function;
        this.initial = initial;
    }

    @PythonNew("($cls, iterable, func=None, *, initial=None)")
    static PyObject make(ThreadState thread, PyType cls, PyObject iterable, PyObject function, PyObject initial) {
        return new Accumulate(cls, Iterators.iter(thread, iterable), function, initial);
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        if (initial != Singletons.NONE) {
            total = initial;
            initial = Singletons.NONE;
            return total;
        }
        PyObject item = Iterators.next(thread, iterator);
        if (item == null) {
            return null;
        }
        if (total == null) {
            total = item;
        } else if (function == Singletons.NONE) {
            total = Numbers.add(thread, total, item);
        } else {
            total = Calls.call(thread, function, total, item);
        }
        return total;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        if (initial != Singletons.NONE) {
            PyObject rest = Chain.of(thread, PyTuple.of(initial), iterator);
            return PyTuple.of(type(), PyTuple.of(rest, function), Singletons.NONE);
        }
        if (total == Singletons.NONE) {
            // None as a state would mean none: put it in front and skip it.
            PyObject rest = new Accumulate(type(), Chain.of(thread, PyTuple.of(total), iterator), function, initial);
            return PyTuple.of(Islice.TYPE, PyTuple.of(rest, PyInt.of(1), Singletons.NONE));
        }
        return PyTuple.of(type(), PyTuple.of(iterator, function), total == null ? Singletons.NONE : total);
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(PyObject state) {
        total = state;
    }
}
