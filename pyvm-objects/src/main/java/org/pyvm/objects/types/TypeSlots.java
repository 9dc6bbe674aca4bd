package org.pyvm.objects.types;

import java.util.Set;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;

/** The slots of {@code type}: making instances (chapter 4.4 of the book) and the look-up of class attributes (4.5). */
public final class TypeSlots extends Slots {
    @Override
    protected void fill(Set<Slot> slots) {
        super.fill(slots);
        slots.add(Slot.TP_CALL);
    }

    /** {@code type_call}: {@code tp_new}, then {@code tp_init} if that gave an instance. */
    @Override
    public PyObject call(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        PyType cls = (PyType) self;
        if (cls == PyType.TYPE) {
            if (args.length == 1 && names == null) {
                return args[0].type();
            }
            if (args.length != 3) {
                throw PyErr.typeError("type() takes 1 or 3 arguments");
            }
        }
        PyObject object = cls.slots().newInstance(thread, cls, args, names);
        if (object.type() == cls || object.type().isSubtypeOf(cls)) {
            object.type().slots().init(thread, object, args, names);
        }
        return object;
    }
}
