package org.pyvm.modules.functools;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** What {@code functools.cmp_to_key} makes: called, it wraps an object so that a comparison function orders it. */
@PythonType(name = "KeyWrapper", module = "functools", hashable = false)
public final class KeyWrapper extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "functools", "KeyWrapper", new KeyWrapperExposed.SlotTable(), new KeyWrapperExposed())
            .notSubclassable();

    private final PyObject compare;
    /** Null for the key function itself. */
    private PyObject object;

    KeyWrapper(PyObject compare, PyObject object) {
        super(TYPE);
        this.compare = compare;
        this.object = object;
    }

    @PythonGetter("obj")
    PyObject object() {
        return object == null ? Singletons.NONE : object;
    }

    @PythonSetter("obj")
    void setObject(PyObject value) {
        object = value;
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (args.length > 1) {
            throw PyErr.typeError("K() takes at most 1 argument (%d given)", args.length);
        }
        if (args.length == 0) {
            throw PyErr.typeError("K() missing required argument 'obj' (pos 1)");
        }
        if (names != null && names.length == 1 && !names[0].is("obj")) {
            throw PyErr.typeError("K() missing required argument 'obj' (pos 1)");
        }
        return new KeyWrapper(compare, args[0]);
    }

    @SlotMethod(Slot.TP_CALL)
    PyObject call(ThreadState thread, PyObject argument) {
        return new KeyWrapper(compare, argument);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!(other instanceof KeyWrapper wrapper)) {
            throw PyErr.typeError("other argument must be K instance");
        }
        if (object == null || wrapper.object == null) {
            throw PyErr.attributeError("object");
        }
        PyObject order = Calls.call(thread, compare, object, wrapper.object);
        return Comparisons.compare(thread, order, PyInt.of(0), op);
    }
}
