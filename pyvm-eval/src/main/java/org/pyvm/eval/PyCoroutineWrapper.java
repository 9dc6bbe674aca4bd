package org.pyvm.eval;

import java.util.Set;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;

/** {@code coroutine_wrapper}: the iterator that {@code coroutine.__await__()} gives. */
public final class PyCoroutineWrapper extends PyObject {
    public static final PyType TYPE = PyType.builtin("builtins", "coroutine_wrapper", new WrapperSlots(), null)
            .notSubclassable();

    private final PyCoroutine coroutine;

    PyCoroutineWrapper(PyCoroutine coroutine) {
        super(TYPE);
        this.coroutine = coroutine;
    }

    public PyCoroutine coroutine() {
        return coroutine;
    }

    /** The slots of the wrapper. */
    private static final class WrapperSlots extends Slots {
        @Override
        protected void fill(Set<Slot> slots) {
            super.fill(slots);
            slots.add(Slot.TP_ITER);
            slots.add(Slot.TP_ITERNEXT);
            slots.add(Slot.AM_SEND);
        }

        @Override
        public PyObject iter(ThreadState thread, PyObject self) {
            return self;
        }

        @Override
        public PyObject next(ThreadState thread, PyObject self) {
            return ((PyCoroutineWrapper) self).coroutine.send(thread, Singletons.NONE);
        }

        @Override
        public PyObject send(ThreadState thread, PyObject self, PyObject value) {
            return ((PyCoroutineWrapper) self).coroutine.send(thread, value);
        }
    }
}
