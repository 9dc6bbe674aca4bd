package org.pyvm.modules.builtins;

import java.util.Set;
import org.pyvm.eval.semantics.AsyncIteration;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.types.Exceptions;

/** The awaitable of {@code anext(iterator, default)}. */
final class AnextWithDefault extends PyObject {
    static final PyType TYPE = PyType.builtin("builtins", "anext_awaitable", new AwaitableSlots(), null)
            .notSubclassable();

    private final PyObject awaitable;
    private final PyObject fallback;
    private PyObject iterator;

    AnextWithDefault(PyObject awaitable, PyObject fallback) {
        super(TYPE);
        this.awaitable = awaitable;
        this.fallback = fallback;
    }

    private PyObject send(ThreadState thread, PyObject value) {
        try {
            if (iterator == null) {
                iterator = AsyncIteration.awaitIterator(
                        thread, awaitable, "object %T can't be used in 'await' expression");
            }
            return Iterators.send(thread, iterator, value);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.STOP_ASYNC_ITERATION)) {
                throw e;
            }
            thread.stopValue = fallback;
            return null;
        }
    }

    /** The slots of the awaitable. */
    private static final class AwaitableSlots extends Slots {
        @Override
        protected void fill(Set<Slot> slots) {
            super.fill(slots);
            slots.add(Slot.TP_ITER);
            slots.add(Slot.TP_ITERNEXT);
            slots.add(Slot.AM_AWAIT);
            slots.add(Slot.AM_SEND);
        }

        @Override
        public PyObject iter(ThreadState thread, PyObject self) {
            return self;
        }

        @Override
        public PyObject await(ThreadState thread, PyObject self) {
            return self;
        }

        @Override
        public PyObject next(ThreadState thread, PyObject self) {
            return ((AnextWithDefault) self).send(thread, Singletons.NONE);
        }

        @Override
        public PyObject send(ThreadState thread, PyObject self, PyObject value) {
            return ((AnextWithDefault) self).send(thread, value);
        }
    }
}
