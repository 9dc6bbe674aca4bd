package org.pyvm.objects.types;

import java.util.EnumSet;
import java.util.Set;
import org.pyvm.objects.ClassSlots;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyInstance;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;

/** The slots of {@code type}: making instances (chapter 4.4 of the book) and the look-up of class attributes (4.5). */
public class TypeSlots extends Slots {
    @Override
    protected void fill(Set<Slot> slots) {
        super.fill(slots);
        slots.add(Slot.TP_CALL);
        slots.add(Slot.NB_OR);
    }

    @Override
    public Set<Slot> declared() {
        return EnumSet.of(
                Slot.TP_REPR, Slot.TP_CALL, Slot.TP_GETATTRO, Slot.TP_SETATTRO, Slot.TP_INIT, Slot.TP_NEW, Slot.NB_OR);
    }

    @Override
    public PyObject repr(ThreadState thread, PyObject self) {
        PyType type = (PyType) self;
        PyObject module = type.isHeapType() ? type.dict().get(Names.MODULE) : PyStr.of(type.module());
        boolean shown = module instanceof PyStr text && !text.is("builtins");
        return PyStr.of("<class '" + (shown ? module + "." + type.qualName() : type.name()) + "'>");
    }

    @Override
    public PyObject newInstance(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        return ClassCreation.create(thread, cls, args, names);
    }

    /** All was done in {@code __new__}, which got the keywords too. */
    @Override
    public void init(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        int given = args.length - (names == null ? 0 : names.length);
        if (names != null && names.length > 0 && given == 1) {
            throw PyErr.typeError("type.__init__() takes no keyword arguments");
        }
        if (given != 1 && given != 3) {
            throw PyErr.typeError("type.__init__() takes 1 or 3 arguments");
        }
    }

    @Override
    public PyObject or(ThreadState thread, PyObject v, PyObject w) {
        return PyUnion.or(thread, v, w);
    }

    /** {@code type_getattro}. */
    @Override
    public PyObject getAttribute(ThreadState thread, PyObject self, PyStr name) {
        PyObject value = find(thread, self, name);
        if (value == null) {
            throw noAttribute((PyType) self, name);
        }
        return value;
    }

    static PyErr noAttribute(PyType type, PyStr name) {
        return Attributes.withNameAndObject(
                PyErr.attributeError("type object '%N' has no attribute '%s'", type, name), name, type);
    }

    @Override
    public PyObject getAttributeOrNull(ThreadState thread, PyObject self, PyStr name) {
        try {
            return find(thread, self, name);
        } catch (PyErr e) {
            return Attributes.nullIfMissing(e);
        }
    }

    /** A data descriptor of the metatype, then what the type's own order finds, then anything else of the metatype. */
    private static PyObject find(ThreadState thread, PyObject self, PyStr name) {
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

    /** {@code type_setattro}. */
    @Override
    public void setAttribute(ThreadState thread, PyObject self, PyStr name, PyObject value) {
        PyType type = (PyType) self;
        if (!type.isHeapType()) {
            throw TypeMethods.immutable(type, name);
        }
        PyObject descriptor = type.type().lookup(name);
        if (descriptor != null) {
            Slots slots = descriptor.type().slots();
            if (slots.has(Slot.TP_DESCR_SET)) {
                slots.descrSet(thread, descriptor, type, value);
                return;
            }
        }
        if (value != null) {
            type.put(PyStr.intern(name), value);
        } else if (!type.remove(name)) {
            throw noAttribute(type, name);
        }
    }

    /** {@code type_call}: {@code tp_new}, then {@code tp_init} if that gave an instance. */
    @Override
    public PyObject call(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        PyType cls = (PyType) self;
        if (cls == PyType.TYPE) {
            int named = names == null ? 0 : names.length;
            if (args.length - named == 1) {
                if (named > 0) {
                    throw PyErr.typeError("type() takes no keyword arguments");
                }
                return args[0].type();
            }
            if (args.length - named != 3) {
                throw PyErr.typeError("type() takes 1 or 3 arguments");
            }
        }
        PyObject object = cls.slots().newInstance(thread, cls, args, names);
        PyType made = object.type();
        if (made == cls || made.isSubtypeOf(cls)) {
            made.slots().init(thread, object, args, names);
        }
        return object;
    }

    private static boolean makesPlainInstances(PyObject cls) {
        return ((PyType) cls).slots() instanceof ClassSlots slots && slots.makesPlainInstances();
    }

    @Override
    public PyObject call(ThreadState thread, PyObject self) {
        if (!makesPlainInstances(self)) {
            return super.call(thread, self);
        }
        PyType cls = (PyType) self;
        PyObject object = new PyInstance(cls);
        ClassSlots.checkInitResult(Calls.callBound(thread, cls.lookup(Names.INIT), object));
        return object;
    }

    @Override
    public PyObject call(ThreadState thread, PyObject self, PyObject a) {
        if (!makesPlainInstances(self)) {
            return self == PyType.TYPE ? a.type() : super.call(thread, self, a);
        }
        PyType cls = (PyType) self;
        PyObject object = new PyInstance(cls);
        ClassSlots.checkInitResult(Calls.callBound(thread, cls.lookup(Names.INIT), object, a));
        return object;
    }

    @Override
    public PyObject call(ThreadState thread, PyObject self, PyObject a, PyObject b) {
        if (!makesPlainInstances(self)) {
            return super.call(thread, self, a, b);
        }
        PyType cls = (PyType) self;
        PyObject object = new PyInstance(cls);
        ClassSlots.checkInitResult(Calls.callBound(thread, cls.lookup(Names.INIT), object, a, b));
        return object;
    }
}
