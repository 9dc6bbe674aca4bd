package org.pyvm.objects.types;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;

/** {@code staticmethod}. */
@PythonType(name = "staticmethod", doc = "Make a function of a class that is called without the instance or the class.")
public final class PyStaticMethod extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "staticmethod", new PyStaticMethodExposed.SlotTable(), new PyStaticMethodExposed())
            .withDict();

    /** Null until {@code __init__}. */
    private PyObject function;

    private PyStaticMethod(PyType type) {
        super(type);
    }

    public PyStaticMethod(PyObject function) {
        super(TYPE);
        this.function = function;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyStaticMethod(cls);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        function = WrappedFunction.init(thread, this, args, names);
    }

    /** Null until {@code __init__} has run. */
    public PyObject function() {
        return function;
    }

    @PythonGetter(value = "__func__", member = true)
    PyObject functionOrNone() {
        return WrappedFunction.orNone(function);
    }

    @PythonGetter(value = "__wrapped__", member = true)
    PyObject wrapped() {
        return WrappedFunction.orNone(function);
    }

    @PythonGetter("__isabstractmethod__")
    boolean isAbstract(ThreadState thread) {
        return WrappedFunction.isAbstract(thread, function);
    }

    @SlotMethod(Slot.TP_REPR)
    PyStr repr(ThreadState thread) {
        return WrappedFunction.repr(thread, "staticmethod", function);
    }

    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject descrGet(PyObject object, PyType type) {
        return WrappedFunction.require(function, "staticmethod");
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        return Calls.call(thread, WrappedFunction.require(function, "staticmethod"), args, names);
    }
}
