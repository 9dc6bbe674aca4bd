package org.pyvm.objects.types;

import java.util.Set;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;

/** The descriptor of a named field of a {@link PyStructSequence}. */
final class PyStructField extends PyObject {
    static final PyType TYPE = PyType.builtin("builtins", "member_descriptor", new FieldSlots(), null)
            .notSubclassable();

    private final PyType owner;
    private final PyStr name;
    private final int index;

    PyStructField(PyType owner, PyStr name, int index) {
        super(TYPE);
        this.owner = owner;
        this.name = name;
        this.index = index;
    }

    /** The slots of the descriptor. */
    private static final class FieldSlots extends Slots {
        @Override
        protected void fill(Set<Slot> slots) {
            super.fill(slots);
            slots.add(Slot.TP_DESCR_GET);
            slots.add(Slot.TP_DESCR_SET);
        }

        @Override
        public PyObject repr(ThreadState thread, PyObject self) {
            PyStructField field = (PyStructField) self;
            return PyStr.of("<member '" + field.name + "' of '" + field.owner.name() + "' objects>");
        }

        @Override
        public PyObject descrGet(ThreadState thread, PyObject self, PyObject object, PyType cls) {
            return object == null ? self : ((PyStructSequence) object).field(((PyStructField) self).index);
        }

        @Override
        public void descrSet(ThreadState thread, PyObject self, PyObject object, PyObject value) {
            throw PyErr.attributeError("readonly attribute");
        }
    }
}
