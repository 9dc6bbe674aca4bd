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
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** As zip, to the end of the longest iterable. */
@PythonType(name = "zip_longest", module = "itertools", parts = IterIsSelf.class)
public final class ZipLongest extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "zip_longest", new ZipLongestExposed.SlotTable(), new ZipLongestExposed());

    /** Null for one that is exhausted. */
    private final PyObject[] iterators;

    private int active;
    private PyObject fillValue;

    private ZipLongest(PyType cls, PyObject[] iterators, PyObject fillValue) {
        super(cls);
        this.iterators = iterators;
        this.active = iterators.length;
        this.fillValue = fillValue;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        PyObject fillValue = Singletons.NONE;
        if (names != null && names.length > 0) {
            fillValue = Arguments.named(args, names, "fillvalue");
            if (fillValue == null || names.length > 1) {
                throw PyErr.typeError("zip_longest() got an unexpected keyword argument");
            }
        }
        PyObject[] iterators = new PyObject[Arguments.positionalCount(args, names)];
        for (int i = 0; i < iterators.length; i++) {
            iterators[i] = Iterators.iter(thread, args[i]);
        }
        return new ZipLongest(cls, iterators, fillValue);
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        if (active == 0) {
            return null;
        }
        PyObject[] items = new PyObject[iterators.length];
        for (int i = 0; i < items.length; i++) {
            PyObject item = iterators[i] == null ? null : nextOf(thread, i);
            if (item == null && active == 0) {
                return null;
            }
            items[i] = item == null ? fillValue : item;
        }
        return PyTuple.of(items);
    }

    private PyObject nextOf(ThreadState thread, int index) {
        PyObject item;
        try {
            item = Iterators.next(thread, iterators[index]);
        } catch (PyErr e) {
            active = 0;
            throw e;
        }
        if (item == null) {
            active--;
            iterators[index] = null;
        }
        return item;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        PyObject[] sources = new PyObject[iterators.length];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = iterators[i] == null ? PyTuple.EMPTY : iterators[i];
        }
        return PyTuple.of(type(), PyTuple.of(sources), fillValue);
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(PyObject state) {
        fillValue = state;
    }
}
