package org.pyvm.objects.types;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;

/** {@code callable_iterator}: what {@code iter(function, sentinel)} makes. */
@PythonType(name = "callable_iterator", module = "builtins")
public final class PyCallIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "callable_iterator", new PyCallIteratorExposed.SlotTable(), new PyCallIteratorExposed())
            .notSubclassable();

    /** Null once exhausted. */
    private PyObject callable;

    private PyObject sentinel;

    public PyCallIterator(PyObject callable, PyObject sentinel) {
        super(TYPE);
        this.callable = callable;
        this.sentinel = sentinel;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        if (callable == null) {
            return null;
        }
        PyObject result;
        try {
            result = Calls.call(thread, callable);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.STOP_ITERATION)) {
                throw e;
            }
            exhaust();
            return null;
        }
        // The call may have exhausted this very iterator.
        if (callable == null) {
            return null;
        }
        if (!Comparisons.equal(thread, sentinel, result)) {
            return result;
        }
        exhaust();
        return null;
    }

    private void exhaust() {
        callable = null;
        sentinel = null;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        return callable == null
                ? IteratorPickles.iter(thread, PyTuple.EMPTY)
                : PyTuple.of(IteratorPickles.builtin(thread, "iter"), PyTuple.of(callable, sentinel));
    }
}
