package org.pyvm.objects.types;

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
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;

/** {@code map}. */
@PythonType(name = "map", module = "builtins")
public final class PyMap extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("builtins", "map", new PyMapExposed.SlotTable(), new PyMapExposed());

    private final PyObject function;
    private final PyObject[] iterators;

    private PyMap(PyType cls, PyObject function, PyObject[] iterators) {
        super(cls);
        this.function = function;
        this.iterators = iterators;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywordsUnlessOverridden("map", cls, Slot.TP_INIT, names);
        int positional = Arguments.positionalCount(args, names);
        if (positional < 2) {
            throw PyErr.typeError("map() must have at least two arguments.");
        }
        PyObject[] iterators = new PyObject[positional - 1];
        for (int i = 0; i < iterators.length; i++) {
            iterators[i] = Iterators.iter(thread, args[i + 1]);
        }
        return new PyMap(cls, args[0], iterators);
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        if (iterators.length == 1) {
            PyObject item = Iterators.next(thread, iterators[0]);
            return item == null ? null : Calls.call(thread, function, item);
        }
        PyObject[] items = new PyObject[iterators.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = Iterators.next(thread, iterators[i]);
            if (items[i] == null) {
                return null;
            }
        }
        return Calls.callArray(thread, function, items);
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        PyObject[] parts = new PyObject[iterators.length + 1];
        parts[0] = function;
        System.arraycopy(iterators, 0, parts, 1, iterators.length);
        return PyTuple.of(type(), PyTuple.of(parts));
    }
}
