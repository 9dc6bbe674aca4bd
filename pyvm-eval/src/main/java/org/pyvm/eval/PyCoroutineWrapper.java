package org.pyvm.eval;

import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;

/** {@code coroutine_wrapper}: the iterator that {@code coroutine.__await__()} gives. */
@PythonType(name = "coroutine_wrapper")
public final class PyCoroutineWrapper extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "coroutine_wrapper",
                    new PyCoroutineWrapperExposed.SlotTable(),
                    new PyCoroutineWrapperExposed())
            .notSubclassable();

    private final PyCoroutine coroutine;

    PyCoroutineWrapper(PyCoroutine coroutine) {
        super(TYPE);
        this.coroutine = coroutine;
    }

    public PyCoroutine coroutine() {
        return coroutine;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        return coroutine.send(thread, Singletons.NONE);
    }

    @SlotMethod(Slot.AM_SEND)
    PyObject send(ThreadState thread, PyObject value) {
        return coroutine.send(thread, value);
    }

    @PythonMethod("send($self, value, /)")
    PyObject sendMethod(ThreadState thread, PyObject value) {
        return GeneratorMethods.orStop(thread, coroutine.send(thread, value));
    }

    @PythonMethod("throw($self, typ, val=None, tb=None, /)")
    PyObject throwMethod(ThreadState thread, PyObject type, PyObject value, PyObject tb) {
        return GeneratorMethods.orStop(thread, coroutine.throwInto(thread, Resumable.thrown(thread, type, value, tb)));
    }

    @PythonMethod("close($self, /)")
    void close(ThreadState thread) {
        coroutine.close(thread);
    }
}
