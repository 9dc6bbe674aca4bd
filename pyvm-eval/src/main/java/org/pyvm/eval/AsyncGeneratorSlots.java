package org.pyvm.eval;

import java.util.Set;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;

/** The slots of asynchronous generators. */
final class AsyncGeneratorSlots extends Slots {
    @Override
    protected void fill(Set<Slot> slots) {
        super.fill(slots);
        slots.add(Slot.AM_AITER);
        slots.add(Slot.AM_ANEXT);
    }

    @Override
    public PyObject aiter(ThreadState thread, PyObject self) {
        return self;
    }

    @Override
    public PyObject anext(ThreadState thread, PyObject self) {
        PyAsyncGenerator generator = (PyAsyncGenerator) self;
        callHooks(thread, generator);
        return new PyAsyncGeneratorStep(generator, PyAsyncGeneratorStep.Kind.SEND, Singletons.NONE, null);
    }

    /** Tells the event loop of a generator that is used for the first time. */
    static void callHooks(ThreadState thread, PyAsyncGenerator generator) {
        if (generator.hooksCalled) {
            return;
        }
        generator.hooksCalled = true;
        if (thread.asyncGenFirstIter != null) {
            Calls.call(thread, thread.asyncGenFirstIter, generator);
        }
    }
}
