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
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;

/** {@code classmethod}. */
@PythonType(
        name = "classmethod",
        doc = "Make a method of a class that is called with the class and not with the instance.")
public final class PyClassMethod extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "classmethod", new PyClassMethodExposed.SlotTable(), new PyClassMethodExposed())
            .withDict();

    /** Null until {@code __init__}. */
    private PyObject function;

    private PyClassMethod(PyType type) {
        super(type);
    }

    public PyClassMethod(PyObject function) {
        super(TYPE);
        this.function = function;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyClassMethod(cls);
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
        return WrappedFunction.repr(thread, "classmethod", function);
    }

    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject descrGet(ThreadState thread, PyObject object, PyType type) {
        return bind(thread, type == null ? object.type() : type);
    }

    /** Binds to the class; a callable that is a descriptor itself (such as a property) is asked in place of that. */
    PyObject bind(ThreadState thread, PyObject owner) {
        PyObject callable = WrappedFunction.require(function, "classmethod");
        Slots slots = callable.type().slots();
        return slots.has(Slot.TP_DESCR_GET)
                ? slots.descrGet(thread, callable, owner, owner instanceof PyType type ? type : owner.type())
                : new PyMethod(callable, owner);
    }
}
