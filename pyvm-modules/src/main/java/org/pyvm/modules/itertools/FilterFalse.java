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
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyTuple;

/** The items for which the function is false. */
@PythonType(name = "filterfalse", module = "itertools", parts = IterIsSelf.class)
public final class FilterFalse extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("itertools", "filterfalse", new FilterFalseExposed.SlotTable(), new FilterFalseExposed());

    private final PyObject function;
    private final PyObject iterator;

    private FilterFalse(PyType cls, PyObject function, PyObject iterator) {
        super(cls);
        this.function = function;
        this.iterator = iterator;
    }

    @PythonNew("($cls, function, iterable, /)")
    static PyObject make(ThreadState thread, PyType cls, PyObject function, PyObject iterable) {
        return new FilterFalse(cls, function, Iterators.iter(thread, iterable));
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        boolean plainTruth = function == Singletons.NONE || function == PyBool.TYPE;
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (!Objects.isTrue(thread, plainTruth ? item : Calls.call(thread, function, item))) {
                return item;
            }
        }
        return null;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), PyTuple.of(function, iterator));
    }
}
