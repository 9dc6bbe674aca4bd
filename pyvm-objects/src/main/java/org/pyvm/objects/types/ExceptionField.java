package org.pyvm.objects.types;

import java.util.Set;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;

/** The descriptor of a field that a built-in exception type has beside its arguments; None while it is not set. */
final class ExceptionField extends PyObject {
    static final PyType TYPE = PyType.builtin("builtins", "member_descriptor", new FieldSlots(), null)
            .notSubclassable();

    private final PyType owner;
    private final PyStr name;
    private final boolean readOnly;

    /** Whether it is no attribute while it is not set, and takes numbers only. */
    private final boolean optionalNumber;

    ExceptionField(PyType owner, PyStr name, boolean readOnly) {
        this(owner, name, readOnly, false);
    }

    ExceptionField(PyType owner, PyStr name, boolean readOnly, boolean optionalNumber) {
        super(TYPE);
        this.optionalNumber = optionalNumber;
        this.owner = owner;
        this.name = name;
        this.readOnly = readOnly;
    }

    private PyBaseException check(PyObject object) {
        if (object instanceof PyBaseException exception && object.type().isSubtypeOf(owner)) {
            return exception;
        }
        throw PyErr.typeError("descriptor '%s' for '%N' objects doesn't apply to a '%T' object", name, owner, object);
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
            ExceptionField field = (ExceptionField) self;
            return PyStr.of("<member '" + field.name + "' of '" + field.owner.name() + "' objects>");
        }

        @Override
        public PyObject descrGet(ThreadState thread, PyObject self, PyObject object, PyType cls) {
            if (object == null) {
                return self;
            }
            ExceptionField field = (ExceptionField) self;
            PyObject value = field.check(object).field(field.name);
            if (value == null && field.optionalNumber) {
                throw PyErr.attributeError(field.name.toString());
            }
            return value == null ? Singletons.NONE : value;
        }

        @Override
        public void descrSet(ThreadState thread, PyObject self, PyObject object, PyObject value) {
            ExceptionField field = (ExceptionField) self;
            PyBaseException exception = field.check(object);
            if (field.readOnly) {
                throw PyErr.attributeError("readonly attribute");
            }
            if (field.optionalNumber) {
                exception.setField(field.name, number(thread, field, exception, value));
                return;
            }
            exception.setField(field.name, value);
        }

        private static PyObject number(
                ThreadState thread, ExceptionField field, PyBaseException exception, PyObject value) {
            if (value != null) {
                return Numbers.index(thread, value);
            }
            if (exception.field(field.name) == null) {
                throw PyErr.attributeError(field.name.toString());
            }
            return null;
        }
    }
}
