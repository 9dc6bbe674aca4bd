package org.pyvm.objects.types;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;

/** {@code staticmethod}. */
@PythonType(name = "staticmethod")
public final class PyStaticMethod extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "staticmethod", new PyStaticMethodExposed.SlotTable(), new PyStaticMethodExposed())
            .withDict();

    private PyObject function;

    public PyStaticMethod(PyObject function) {
        super(TYPE);
        this.function = function;
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr repr(ThreadState thread) {
        return PyStr.of("<staticmethod(" + Objects.repr(thread, function) + ")>");
    }

    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject descrGet(PyObject object, PyType type) {
        return function;
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        return Calls.call(thread, function, args, names);
    }
}
