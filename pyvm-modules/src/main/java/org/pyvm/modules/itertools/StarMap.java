package org.pyvm.modules.itertools;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyTuple;

/** The function called with the items of each item. */
@PythonType(name = "starmap", module = "itertools", parts = IterIsSelf.class)
public final class StarMap extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "starmap", new StarMapExposed.SlotTable(), new StarMapExposed());

    private final PyObject function;
    private final PyObject iterator;

    private StarMap(PyType cls, PyObject function, PyObject iterator) {
        super(cls);
        this.function = function;
        this.iterator = iterator;
    }

    @PythonNew("($cls, function, iterable, /)")
    static PyObject make(ThreadState thread, PyType cls, PyObject function, PyObject iterable) {
        return new StarMap(cls, function, Iterators.iter(thread, iterable));
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        PyObject args = Iterators.next(thread, iterator);
        return args == null ? null : Calls.callArray(thread, function, Sequences.toArray(thread, args));
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), PyTuple.of(function, iterator));
    }
}
