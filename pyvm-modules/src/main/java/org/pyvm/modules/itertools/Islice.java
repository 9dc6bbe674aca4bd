package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The items that a slice would select, without indexing. */
@PythonType(name = "islice", module = "itertools", parts = IterIsSelf.class)
public final class Islice extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "islice", new IsliceExposed.SlotTable(), new IsliceExposed());

    private static final String RANGE = "must be None or an integer: 0 <= x <= sys.maxsize.";

    /** Null once exhausted. */
    private PyObject iterator;
    /** Position of the next item to give. */
    private long next;
    /** -1 for no end. */
    private final long stop;

    private final long step;
    /** Items taken from the iterator. */
    private long taken;

    private Islice(PyType cls, PyObject iterator, long next, long stop, long step) {
        super(cls);
        this.iterator = iterator;
        this.next = next;
        this.stop = stop;
        this.step = step;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywordsUnlessOverridden("islice", cls, Slot.TP_INIT, names);
        int positional = Arguments.positionalCount(args, names);
        Arguments.checkCount("islice", positional, 2, 4);
        long start = 0;
        long stop;
        if (positional == 2) {
            stop = bound(thread, args[1], -1, "Stop argument for islice() " + RANGE);
        } else {
            stop = bound(thread, args[2], -1, "Stop argument for islice() " + RANGE);
            start = bound(thread, args[1], 0, "Indices for islice() " + RANGE);
        }
        PyObject given = positional == 4 ? args[3] : Singletons.NONE;
        long step = bound(thread, given, 1, "Step for islice() must be a positive integer or None.");
        if (step < 1) {
            throw PyErr.valueError("Step for islice() must be a positive integer or None.");
        }
        return new Islice(cls, Iterators.iter(thread, args[0]), start, stop, step);
    }

    private static long bound(ThreadState thread, PyObject value, long ifNone, String refusal) {
        if (value == Singletons.NONE) {
            return ifNone;
        }
        long bound;
        try {
            bound = Numbers.toLong(Numbers.index(thread, value));
        } catch (PyErr e) {
            throw PyErr.valueError(refusal);
        }
        if (bound < 0) {
            throw PyErr.valueError(refusal);
        }
        return bound;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        PyObject source = iterator;
        if (source == null) {
            return null;
        }
        while (taken < next) {
            if (Iterators.next(thread, source) == null) {
                iterator = null;
                return null;
            }
            taken++;
        }
        if (stop >= 0 && taken >= stop) {
            iterator = null;
            return null;
        }
        PyObject item = Iterators.next(thread, source);
        if (item == null) {
            iterator = null;
            return null;
        }
        taken++;
        long following = next + step;
        next = following < next || stop >= 0 && following > stop ? stop < 0 ? Long.MAX_VALUE : stop : following;
        return item;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        if (iterator == null) {
            PyObject empty = Iterators.iter(thread, new PyList());
            return PyTuple.of(type(), PyTuple.of(empty, PyInt.of(0)), PyInt.of(0));
        }
        PyObject end = stop < 0 ? Singletons.NONE : PyInt.of(stop);
        return PyTuple.of(type(), PyTuple.of(iterator, PyInt.of(next), end, PyInt.of(step)), PyInt.of(taken));
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(long state) {
        taken = state;
    }
}
