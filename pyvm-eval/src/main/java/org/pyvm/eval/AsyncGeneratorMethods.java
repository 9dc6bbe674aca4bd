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
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyGenericAlias;

/** The methods of asynchronous generators. */
final class AsyncGeneratorMethods {
    private AsyncGeneratorMethods() {}

    private static PyAsyncGenerator of(PyObject self) {
        return (PyAsyncGenerator) self;
    }

    /** Tells the event loop of a generator that is used for the first time. */
    private static void callHooks(ThreadState thread, PyAsyncGenerator generator) {
        if (generator.hooksCalled) {
            return;
        }
        generator.hooksCalled = true;
        generator.finalizer = thread.asyncGenFinalizer;
        if (generator.finalizer != null && generator.frame() != null) {
            generator.arm(thread);
        }
        if (thread.asyncGenFirstIter != null) {
            Calls.call(thread, thread.asyncGenFirstIter, generator);
        }
    }

    private static PyObject step(
            ThreadState thread,
            PyObject self,
            PyAsyncGeneratorStep.Kind kind,
            PyObject value,
            org.pyvm.objects.PyErr error) {
        callHooks(thread, of(self));
        return new PyAsyncGeneratorStep(of(self), kind, value, error);
    }

    @SlotMethod(Slot.AM_AITER)
    static PyObject aiter(ThreadState thread, PyObject self) {
        return self;
    }

    @SlotMethod(Slot.AM_ANEXT)
    static PyObject anext(ThreadState thread, PyObject self) {
        return step(thread, self, PyAsyncGeneratorStep.Kind.SEND, Singletons.NONE, null);
    }

    @PythonMethod("asend($self, value, /)")
    static PyObject asend(ThreadState thread, PyObject self, PyObject value) {
        return step(thread, self, PyAsyncGeneratorStep.Kind.SEND, value, null);
    }

    @PythonMethod("athrow($self, typ, val=None, tb=None, /)")
    static PyObject athrow(ThreadState thread, PyObject self, PyObject type, PyObject value, PyObject tb) {
        return step(
                thread,
                self,
                PyAsyncGeneratorStep.Kind.THROW,
                Singletons.NONE,
                Resumable.thrown(thread, type, value, tb));
    }

    @PythonMethod("aclose($self, /)")
    static PyObject aclose(ThreadState thread, PyObject self) {
        return step(thread, self, PyAsyncGeneratorStep.Kind.CLOSE, Singletons.NONE, null);
    }

    @PythonGetter(value = "ag_code", member = true)
    static PyObject code(PyObject self) {
        return of(self).code();
    }

    @PythonGetter("ag_frame")
    static PyObject frame(PyObject self) {
        return of(self).exposedFrame();
    }

    @PythonGetter(value = "ag_running", member = true)
    static boolean running(PyObject self) {
        return of(self).busy;
    }

    @PythonGetter("ag_await")
    static PyObject awaiting(PyObject self) {
        PyObject delegate = of(self).delegate();
        return delegate == null ? Singletons.NONE : delegate;
    }

    @PythonClassMethod("__class_getitem__($type, item, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject item) {
        return PyGenericAlias.of(thread, type, item);
    }
}
