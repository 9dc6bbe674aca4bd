package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyTuple;

/** Each item with the one after it. */
@PythonType(name = "pairwise", module = "itertools", parts = IterIsSelf.class)
public final class Pairwise extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "pairwise", new PairwiseExposed.SlotTable(), new PairwiseExposed());

    /** Null once exhausted. */
    private PyObject iterator;
    /** The left item of the next pair; null before the first one. */
    private PyObject left;

    private Pairwise(PyType cls, PyObject iterator) {
        super(cls);
        this.iterator = iterator;
    }

    @PythonNew("($cls, iterable, /)")
    static PyObject make(ThreadState thread, PyType cls, PyObject iterable) {
        return new Pairwise(cls, Iterators.iter(thread, iterable));
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        PyObject source = iterator;
        if (source == null) {
            return null;
        }
        PyObject first = left;
        if (first == null) {
            first = Iterators.next(thread, source);
            left = first;
            // The iterator may have come back here and ended this one.
            if (first == null || iterator == null) {
                iterator = null;
                left = null;
                return null;
            }
        }
        PyObject second = Iterators.next(thread, source);
        if (second == null) {
            iterator = null;
            left = null;
            return null;
        }
        left = second;
        return PyTuple.of(first, second);
    }
}
