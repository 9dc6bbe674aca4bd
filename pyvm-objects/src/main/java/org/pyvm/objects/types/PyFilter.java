package org.pyvm.objects.types;

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
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Objects;

/** {@code filter}. */
@PythonType(name = "filter", module = "builtins")
public final class PyFilter extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("builtins", "filter", new PyFilterExposed.SlotTable(), new PyFilterExposed());

    private final PyObject function;
    private final PyObject iterator;

    private PyFilter(PyType cls, PyObject function, PyObject iterator) {
        super(cls);
        this.function = function;
        this.iterator = iterator;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywordsUnlessOverridden("filter", cls, Slot.TP_INIT, names);
        Arguments.checkCount("filter", Arguments.positionalCount(args, names), 2, 2);
        return new PyFilter(cls, args[0], Iterators.iter(thread, args[1]));
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        boolean plainTruth = function == Singletons.NONE || function == PyBool.TYPE;
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            if (Objects.isTrue(thread, plainTruth ? item : Calls.call(thread, function, item))) {
                return item;
            }
        }
        return null;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(type(), PyTuple.of(function, iterator));
    }
}
