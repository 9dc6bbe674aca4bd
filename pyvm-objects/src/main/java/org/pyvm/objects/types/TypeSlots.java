package org.pyvm.objects.types;

import java.util.EnumSet;
import java.util.Set;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;

/** The slots of {@code type}: making instances (chapter 4.4 of the book) and the look-up of class attributes (4.5). */
public final class TypeSlots extends Slots {
    @Override
    protected void fill(Set<Slot> slots) {
        super.fill(slots);
        slots.add(Slot.TP_CALL);
    }

    @Override
    public Set<Slot> declared() {
        return EnumSet.of(Slot.TP_CALL, Slot.TP_GETATTRO);
    }

    /** {@code type_getattro}. */
    @Override
    public PyObject getAttribute(ThreadState thread, PyObject self, PyStr name) {
        PyObject value = getAttributeOrNull(thread, self, name);
        if (value == null) {
            throw Attributes.withNameAndObject(
                    PyErr.attributeError("type object '%N' has no attribute '%s'", self, name), name, self);
        }
        return value;
    }

    /** A data descriptor of the metatype, then what the type's own order finds, then anything else of the metatype. */
    @Override
    public PyObject getAttributeOrNull(ThreadState thread, PyObject self, PyStr name) {
        PyType type = (PyType) self;
        PyType metatype = type.type();
        PyObject ofMeta = metatype.lookup(name);
        Slots metaSlots = ofMeta == null ? null : ofMeta.type().slots();
        if (ofMeta != null && metaSlots.has(Slot.TP_DESCR_SET) && metaSlots.has(Slot.TP_DESCR_GET)) {
            return metaSlots.descrGet(thread, ofMeta, type, metatype);
        }
        PyObject own = type.lookup(name);
        if (own != null) {
            Slots slots = own.type().slots();
            return slots.has(Slot.TP_DESCR_GET) ? slots.descrGet(thread, own, null, type) : own;
        }
        if (ofMeta == null) {
            return null;
        }
        return metaSlots.has(Slot.TP_DESCR_GET) ? metaSlots.descrGet(thread, ofMeta, type, metatype) : ofMeta;
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
