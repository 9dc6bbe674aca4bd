package org.pyvm.modules.itertools;

import java.util.Arrays;
import org.pyvm.expose.PythonClassMethod;
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
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** One iterable after the other. */
@PythonType(name = "chain", module = "itertools", parts = IterIsSelf.class)
public final class Chain extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "chain", new ChainExposed.SlotTable(), new ChainExposed());

    /** Of the iterables; null once exhausted. */
    private PyObject source;
    /** Of the current one, or null. */
    private PyObject active;

    private Chain(PyType cls, PyObject source) {
        super(cls);
        this.source = source;
    }

    /** {@code chain(*iterables)}. */
    static Chain of(ThreadState thread, PyObject... iterables) {
        return new Chain(TYPE, Iterators.iter(thread, PyTuple.of(iterables)));
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywordsUnlessOverridden("chain", cls, Slot.TP_INIT, names);
        PyObject[] iterables = Arrays.copyOf(args, Arguments.positionalCount(args, names));
        return new Chain(cls, Iterators.iter(thread, PyTuple.of(iterables)));
    }

    @PythonClassMethod("from_iterable($type, iterable, /)")
    static PyObject fromIterable(ThreadState thread, PyType cls, PyObject iterable) {
        return new Chain(cls, Iterators.iter(thread, iterable));
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        while (source != null) {
            if (active == null) {
                PyObject iterable = Iterators.next(thread, source);
                if (iterable == null) {
                    source = null;
                    return null;
                }
                active = iterOrEnd(thread, iterable);
            }
            PyObject item = Iterators.next(thread, active);
            if (item != null) {
                return item;
            }
            active = null;
        }
        return null;
    }

    /** What cannot be iterated over ends the chain. */
    private PyObject iterOrEnd(ThreadState thread, PyObject iterable) {
        try {
            return Iterators.iter(thread, iterable);
        } catch (PyErr e) {
            source = null;
            throw e;
        }
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        if (source == null) {
            return PyTuple.of(type(), PyTuple.EMPTY);
        }
        return PyTuple.of(type(), PyTuple.EMPTY, active == null ? PyTuple.of(source) : PyTuple.of(source, active));
    }

    @PythonMethod("__setstate__($self, state, /)")
    void setState(PyObject state) {
        PyTuple parts = States.tuple(state);
        Arguments.checkCount("function", parts.size(), 1, 2);
        PyObject newActive = parts.size() == 2 ? parts.get(1) : null;
        if (!Iterators.isIterator(parts.get(0)) || newActive != null && !Iterators.isIterator(newActive)) {
            throw PyErr.typeError("Arguments must be iterators.");
        }
        source = parts.get(0);
        active = newActive;
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }
}
