package org.pyvm.objects.types;

import java.util.Set;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;

/** {@code method}: a function bound to the object that it is called on. */
public final class PyMethod extends PyObject {
    public static final PyType TYPE = PyType.builtin("builtins", "method", new MethodSlots(), null)
            .notSubclassable()
            .weakReferenceable();

    private final PyObject function;
    private final PyObject self;

    public PyMethod(PyObject function, PyObject self) {
        super(TYPE);
        this.function = function;
        this.self = self;
    }

    /** {@code __func__}. */
    public PyObject function() {
        return function;
    }

    /** {@code __self__}. */
    public PyObject self() {
        return self;
    }

    /** The slots of bound methods. */
    private static final class MethodSlots extends Slots {
        @Override
        protected void fill(Set<Slot> slots) {
            super.fill(slots);
            slots.add(Slot.TP_CALL);
            slots.add(Slot.TP_DESCR_GET);
        }

        @Override
        public PyObject descrGet(ThreadState thread, PyObject self, PyObject object, PyType owner) {
            return self;
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self) {
            PyMethod method = (PyMethod) self;
            return Calls.call(thread, method.function, method.self);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self, PyObject a) {
            PyMethod method = (PyMethod) self;
            return Calls.call(thread, method.function, method.self, a);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b) {
            PyMethod method = (PyMethod) self;
            return Calls.call(thread, method.function, method.self, a, b);
        }

        @Override
        public PyObject call(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
            PyMethod method = (PyMethod) self;
            return Calls.callWithSelf(thread, method.function, method.self, args, names);
        }
    }
}
