package org.pyvm.modules.asyncio;

import org.pyvm.eval.Resumable;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyTraceback;

/** What awaiting a future goes through: gives the future, once, to the task that runs, and then ends with the future's result. */
@PythonType(name = "FutureIter", module = "_asyncio")
public final class FutureIterator extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_asyncio", "FutureIter", new FutureIteratorExposed.SlotTable(), new FutureIteratorExposed())
            .notSubclassable();

    /** Null when it has ended. */
    private PyFuture future;

    FutureIterator(PyFuture future) {
        super(TYPE);
        this.future = future;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        PyFuture awaited = future;
        if (awaited == null) {
            thread.stopValue = Singletons.NONE;
            return null;
        }
        if (awaited.isPending()) {
            if (awaited.isBlocking()) {
                throw PyErr.runtimeError("await wasn't used with future");
            }
            awaited.setBlocking(true);
            return awaited;
        }
        future = null;
        thread.stopValue = awaited.result(thread);
        return null;
    }

    /** What is sent is of no use to a future. */
    @SlotMethod(Slot.AM_SEND)
    PyObject send(ThreadState thread, PyObject value) {
        return next(thread);
    }

    @PythonMethod("send($self, value, /)")
    PyObject sendMethod(ThreadState thread, PyObject value) {
        PyObject yielded = next(thread);
        if (yielded == null) {
            throw PyErr.stopIteration(thread.stopValue);
        }
        return yielded;
    }

    @PythonMethod("throw($self, type, value=None, traceback=None, /)")
    PyObject throwMethod(ThreadState thread, PyObject type, PyObject value, PyObject traceback) {
        if (traceback != Singletons.NONE && !(traceback instanceof PyTraceback)) {
            throw PyErr.typeError("throw() third argument must be a traceback");
        }
        if (type instanceof PyBaseException && value != Singletons.NONE) {
            throw PyErr.typeError("instance exception may not have a separate value");
        }
        if (!(type instanceof PyBaseException)
                && !(type instanceof PyType cls && cls.isSubtypeOf(Exceptions.BASE_EXCEPTION))) {
            throw PyErr.typeError("exceptions must be classes deriving BaseException or instances of such a class");
        }
        future = null;
        throw Resumable.thrown(thread, type, value, traceback);
    }

    @PythonMethod("close($self, /)")
    void close() {
        future = null;
    }
}
