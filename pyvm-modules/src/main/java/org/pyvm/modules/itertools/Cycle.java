package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyTuple;

/** The items of an iterable over and over. */
@PythonType(name = "cycle", module = "itertools", parts = IterIsSelf.class)
public final class Cycle extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "cycle", new CycleExposed.SlotTable(), new CycleExposed());

    /** Null once exhausted. */
    private PyObject iterator;

    private PyList saved = new PyList();
    private int index;
    /** Whether the iterator's items are saved already, as after unpickling. */
    private boolean allSaved;

    private Cycle(PyType cls, PyObject iterator) {
        super(cls);
        this.iterator = iterator;
    }

    @PythonNew("($cls, iterable, /)")
    static PyObject make(ThreadState thread, PyType cls, PyObject iterable) {
        return new Cycle(cls, Iterators.iter(thread, iterable));
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        if (iterator != null) {
            PyObject item = Iterators.next(thread, iterator);
            if (item != null) {
                if (!allSaved) {
                    saved.append(item);
                }
                return item;
            }
            iterator = null;
        }
        if (saved.size() == 0) {
            return null;
        }
        PyObject item = saved.get(index++);
        if (index >= saved.size()) {
            index = 0;
        }
        return item;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        if (iterator != null) {
            return PyTuple.of(type(), PyTuple.of(iterator), PyTuple.of(saved, PyBool.of(allSaved)));
        }
        PyObject rest = Iterators.iter(thread, saved);
        if (index > 0) {
            Calls.callMethod(thread, rest, Names.SETSTATE, PyInt.of(index));
        }
        return PyTuple.of(type(), PyTuple.of(rest), PyTuple.of(saved, Singletons.TRUE));
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(ThreadState thread, PyObject state) {
        PyTuple parts = States.tuple(state);
        Arguments.checkCount("function", parts.size(), 2, 2);
        if (!(parts.get(0) instanceof PyList list)) {
            throw PyErr.typeError("function argument 1 must be list, not %T", parts.get(0));
        }
        long first = Numbers.toLong(Numbers.index(thread, parts.get(1)));
        saved = list;
        allSaved = first != 0;
        index = 0;
    }
}
