package org.pyvm.eval;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyGenericAlias;

/** The methods of coroutines. */
final class CoroutineMethods {
    private CoroutineMethods() {}

    private static PyCoroutine of(PyObject self) {
        return (PyCoroutine) self;
    }

    @SlotMethod(Slot.AM_AWAIT)
    static PyObject await(ThreadState thread, PyObject self) {
        return new PyCoroutineWrapper(of(self));
    }

    @SlotMethod(Slot.AM_SEND)
    static PyObject send(ThreadState thread, PyObject self, PyObject value) {
        return of(self).send(thread, value);
    }

    @PythonMethod("send($self, value, /)")
    static PyObject sendMethod(ThreadState thread, PyObject self, PyObject value) {
        return GeneratorMethods.orStop(thread, of(self).send(thread, value));
    }

    @PythonMethod("throw($self, typ, val=None, tb=None, /)")
    static PyObject throwMethod(ThreadState thread, PyObject self, PyObject type, PyObject value, PyObject tb) {
        return GeneratorMethods.orStop(thread, of(self).throwInto(thread, Resumable.thrown(thread, type, value, tb)));
    }

    @PythonMethod("close($self, /)")
    static void close(ThreadState thread, PyObject self) {
        of(self).close(thread);
    }

    @PythonGetter(value = "cr_code", member = true)
    static PyObject code(PyObject self) {
        return of(self).code();
    }

    @PythonGetter("cr_frame")
    static PyObject frame(PyObject self) {
        return of(self).exposedFrame();
    }

    @PythonGetter("cr_running")
    static boolean running(PyObject self) {
        return of(self).isRunning();
    }

    @PythonGetter("cr_suspended")
    static boolean suspended(PyObject self) {
        return of(self).frame() != null && of(self).frame().isSuspended();
    }

    @PythonGetter("cr_await")
    static PyObject awaiting(PyObject self) {
        PyObject delegate = of(self).delegate();
        return delegate == null ? Singletons.NONE : delegate;
    }

    @PythonClassMethod("__class_getitem__($type, item, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject item) {
        return PyGenericAlias.of(thread, type, item);
    }

    @PythonGetter(value = "cr_origin", member = true)
    static PyObject origin(PyObject self) {
        return of(self).origin();
    }
}
