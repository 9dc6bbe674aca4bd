package org.pyvm.modules.builtins;

import org.pyvm.eval.semantics.AsyncIteration;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyStr;

/** The awaitable of {@code anext(iterator, default)}. */
@PythonType(name = "anext_awaitable")
public final class AnextWithDefault extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins",
                    "anext_awaitable",
                    new AnextWithDefaultExposed.SlotTable(),
                    new AnextWithDefaultExposed())
            .notSubclassable();

    private static final PyStr SEND = PyStr.intern("send");
    private static final PyStr THROW = PyStr.intern("throw");
    private static final PyStr CLOSE = PyStr.intern("close");

    private final PyObject awaitable;
    private final PyObject fallback;
    private PyObject iterator;

    AnextWithDefault(PyObject awaitable, PyObject fallback) {
        super(TYPE);
        this.awaitable = awaitable;
        this.fallback = fallback;
    }

    private PyObject iterator(ThreadState thread) {
        if (iterator == null) {
            iterator = AsyncIteration.awaitIterator(thread, awaitable, "object %T can't be used in 'await' expression");
        }
        return iterator;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return this;
    }

    @SlotMethod(Slot.AM_AWAIT)
    PyObject await() {
        return this;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    PyObject next(ThreadState thread) {
        return send(thread, Singletons.NONE);
    }

    @SlotMethod(Slot.AM_SEND)
    PyObject send(ThreadState thread, PyObject value) {
        try {
            return Iterators.send(thread, iterator(thread), value);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.STOP_ASYNC_ITERATION)) {
                throw e;
            }
            thread.stopValue = fallback;
            return null;
        }
    }

    @PythonMethod("send($self, value, /)")
    PyObject sendMethod(ThreadState thread, PyObject value) {
        return call(thread, SEND, value);
    }

    @PythonMethod(value = "throw", raw = true)
    PyObject throwMethod(ThreadState thread, PyObject[] args, PyStr[] names) {
        return call(thread, THROW, args);
    }

    @PythonMethod("close($self, /)")
    PyObject closeMethod(ThreadState thread) {
        return call(thread, CLOSE);
    }

    /** The method of the iterator, with the end of the iteration turned into the default. */
    private PyObject call(ThreadState thread, PyStr method, PyObject... args) {
        try {
            return Calls.callMethod(thread, iterator(thread), method, args);
        } catch (PyErr e) {
            throw e.matches(Exceptions.STOP_ASYNC_ITERATION) ? PyErr.stopIteration(fallback) : e;
        }
    }
}
