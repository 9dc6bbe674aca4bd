package org.pyvm.objects.types;

import java.util.Set;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;

/** {@code __reduce__} of a {@link PyStructSequence}. */
final class PyStructReduce extends PyObject {
    static final PyType TYPE = PyType.builtin("builtins", "method_descriptor", new ReduceSlots(), null)
            .notSubclassable()
            .methodDescriptor();

    PyStructReduce(PyType owner) {
        super(TYPE);
    }

    /** The slots of the method. */
    private static final class ReduceSlots extends Slots {
        @Override
        protected void fill(Set<Slot> slots) {
            super.fill(slots);
            slots.add(Slot.TP_CALL);
            slots.add(Slot.TP_DESCR_GET);
        }

        @Override
        public PyObject descrGet(ThreadState thread, PyObject self, PyObject object, PyType cls) {
            return object == null ? self : new PyMethod(self, object);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
            return ((PyStructSequence) args[0]).reduce();
        }
    }
}
