package org.pyvm.eval;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyGenericAlias;

/** The methods of generators. */
final class GeneratorMethods {
    private GeneratorMethods() {}

    private static PyGenerator of(PyObject self) {
        return (PyGenerator) self;
    }

    @SlotMethod(Slot.TP_ITER)
    static PyObject iter(ThreadState thread, PyObject self) {
        return self;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    static PyObject next(ThreadState thread, PyObject self) {
        return of(self).send(thread, Singletons.NONE);
    }

    @SlotMethod(Slot.AM_SEND)
    static PyObject send(ThreadState thread, PyObject self, PyObject value) {
        return of(self).send(thread, value);
    }

    /** A value yielded, or StopIteration with the result. */
    static PyObject orStop(ThreadState thread, PyObject yielded) {
        if (yielded == null) {
            throw stop(thread);
        }
        return yielded;
    }

    private static PyErr stop(ThreadState thread) {
        PyObject value = thread.stopValue;
        return PyErr.stopIteration(value);
    }

    @PythonMethod("send($self, value, /)")
    static PyObject sendMethod(ThreadState thread, PyObject self, PyObject value) {
        return orStop(thread, of(self).send(thread, value));
    }

    @PythonMethod("throw($self, typ, val=None, tb=None, /)")
    static PyObject throwMethod(ThreadState thread, PyObject self, PyObject type, PyObject value, PyObject tb) {
        return orStop(thread, of(self).throwInto(thread, Resumable.thrown(thread, type, value, tb)));
    }

    @PythonMethod("close($self, /)")
    static void close(ThreadState thread, PyObject self) {
        of(self).close(thread);
    }

    @PythonGetter(value = "gi_code", member = true)
    static PyObject code(PyObject self) {
        return of(self).code();
    }

    @PythonGetter("gi_frame")
    static PyObject frame(PyObject self) {
        return of(self).exposedFrame();
    }

    @PythonGetter("gi_running")
    static boolean running(PyObject self) {
        return of(self).isRunning();
    }

    @PythonGetter("gi_suspended")
    static boolean suspended(PyObject self) {
        return of(self).frame() != null && of(self).frame().isSuspended();
    }

    @PythonGetter("gi_yieldfrom")
    static PyObject yieldFrom(PyObject self) {
        PyObject delegate = of(self).delegate();
        return delegate == null ? Singletons.NONE : delegate;
    }

    @PythonClassMethod("__class_getitem__($type, item, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject item) {
        return PyGenericAlias.of(thread, type, item);
    }
}
