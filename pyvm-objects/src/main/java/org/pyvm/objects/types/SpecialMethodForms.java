package org.pyvm.objects.types;

import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;

/** The forms that special methods have: what they take, and how they call their slot. */
final class SpecialMethodForms {
    private SpecialMethodForms() {}

    /** A slot that takes the object alone. */
    @FunctionalInterface
    interface UnarySlot {
        PyObject call(Slots slots, ThreadState thread, PyObject self);
    }

    /** A slot that takes two objects. */
    @FunctionalInterface
    interface BinarySlot {
        PyObject call(Slots slots, ThreadState thread, PyObject v, PyObject w);
    }

    /** A slot that takes an object and an index or count. */
    @FunctionalInterface
    interface IndexSlot {
        PyObject call(Slots slots, ThreadState thread, PyObject self, long index);
    }

    /** {@code wrap_unaryfunc} and others without arguments. */
    static final class Unary extends SpecialMethod {
        private final UnarySlot function;

        Unary(String name, Slot slot, UnarySlot function) {
            super(name, slot, "($self, /)");
            this.function = function;
        }

        @Override
        PyErr wrongCount(int given) {
            return expected(0, given);
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self) {
            return function.call(slots, thread, self);
        }
    }

    /** {@code wrap_binaryfunc_l}, and with {@code reflected} {@code wrap_binaryfunc_r}. */
    static final class Binary extends SpecialMethod {
        private final BinarySlot function;
        private final boolean reflected;

        Binary(String name, Slot slot, String textSignature, boolean reflected, BinarySlot function) {
            super(name, slot, textSignature);
            this.function = function;
            this.reflected = reflected;
        }

        @Override
        PyErr wrongCount(int given) {
            return expected(1, given);
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject a) {
            return reflected ? function.call(slots, thread, a, self) : function.call(slots, thread, self, a);
        }
    }

    /** {@code wrap_ternaryfunc} and its reflected form: power. */
    static final class Power extends SpecialMethod {
        private final boolean reflected;

        Power(String name, boolean reflected) {
            super(name, Slot.NB_POWER, "($self, value, mod=None, /)");
            this.reflected = reflected;
        }

        @Override
        PyErr wrongCount(int given) {
            return unpack(1, 2, given);
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject a) {
            return call(thread, slots, self, a, Singletons.NONE);
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject a, PyObject modulus) {
            return reflected ? slots.power(thread, a, self, modulus) : slots.power(thread, self, a, modulus);
        }
    }

    /** {@code richcmp_*}. */
    static final class Compare extends SpecialMethod {
        private final Comparison comparison;

        Compare(Comparison comparison) {
            super(comparison.specialMethod(), Slot.TP_RICHCOMPARE, "($self, value, /)");
            this.comparison = comparison;
        }

        @Override
        PyErr wrongCount(int given) {
            return expected(1, given);
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject a) {
            return slots.richCompare(thread, self, a, comparison);
        }
    }

    /** {@code wrap_call} and {@code wrap_init}: any arguments. */
    static final class Call extends SpecialMethod {
        Call(String name, Slot slot) {
            super(name, slot, "($self, /, *args, **kwargs)");
        }

        @Override
        PyErr wrongCount(int given) {
            throw new IllegalStateException("takes any number");
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self) {
            return call(thread, slots, self, new PyObject[0], null);
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject a) {
            return slot() == Slot.TP_CALL
                    ? slots.call(thread, self, a)
                    : call(thread, slots, self, new PyObject[] {a}, null);
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject a, PyObject b) {
            return slot() == Slot.TP_CALL
                    ? slots.call(thread, self, a, b)
                    : call(thread, slots, self, new PyObject[] {a, b}, null);
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject[] args, PyStr[] names) {
            if (slot() == Slot.TP_CALL) {
                return slots.call(thread, self, args, names);
            }
            slots.init(thread, self, args, names);
            return Singletons.NONE;
        }
    }

    /** {@code wrap_descr_get}. */
    static final class DescriptorGet extends SpecialMethod {
        DescriptorGet() {
            super("__get__", Slot.TP_DESCR_GET, "($self, instance, owner=None, /)");
        }

        @Override
        PyErr wrongCount(int given) {
            return unpack(1, 2, given);
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject a) {
            return call(thread, slots, self, a, Singletons.NONE);
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject a, PyObject b) {
            PyObject object = a == Singletons.NONE ? null : a;
            if (object == null && b == Singletons.NONE) {
                throw PyErr.typeError("__get__(None, None) is invalid");
            }
            if (b instanceof PyType owner) {
                return slots.descrGet(thread, self, object, owner);
            }
            return object == null
                    ? Descriptors.getFromNoType(thread, self, b)
                    : slots.descrGet(thread, self, object, null);
        }
    }

    /** A method that sets something, of two arguments: {@code __set__}, {@code __setattr__}, {@code __setitem__}. */
    static final class Store extends SpecialMethod {
        Store(String name, Slot slot, String textSignature) {
            super(name, slot, textSignature);
        }

        @Override
        PyErr wrongCount(int given) {
            return unpack(2, 2, given);
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject a, PyObject b) {
            store(this, thread, slots, self, a, b);
            return Singletons.NONE;
        }
    }

    /** A method that deletes something: {@code __delete__}, {@code __delattr__}, {@code __delitem__}. */
    static final class Delete extends SpecialMethod {
        Delete(String name, Slot slot, String textSignature) {
            super(name, slot, textSignature);
        }

        @Override
        PyErr wrongCount(int given) {
            return expected(1, given);
        }

        @Override
        PyObject call(ThreadState thread, Slots slots, PyObject self, PyObject a) {
            store(this, thread, slots, self, a, null);
            return Singletons.NONE;
        }
    }

    private static void store(
            SpecialMethod method, ThreadState thread, Slots slots, PyObject self, PyObject key, PyObject value) {
        if (method.slot() == Slot.TP_SETATTRO) {
            PyStr name = attributeName(key);
            refuseToCheat(slots, self, method.name());
            slots.setAttribute(thread, self, name, value);
        } else if (method.slot() == Slot.TP_DESCR_SET) {
            slots.descrSet(thread, self, key, value);
        } else if (method.slot() == Slot.MP_ASS_SUBSCRIPT) {
            slots.setSubscript(thread, self, key, value);
        } else {
            slots.setItem(thread, self, index(thread, slots, self, key), value);
        }
    }

    static PyStr attributeName(PyObject name) {
        if (name instanceof PyStr text) {
            return PyStr.intern(text);
        }
        throw PyErr.typeError("attribute name must be string, not '%T'", name);
    }

    /** {@code hackcheck}: the method of a base must not get round that of a built-in type between it and the object's. */
    private static void refuseToCheat(Slots slots, PyObject self, PyStr name) {
        PyType type = self.type();
        while (type != null && type.isHeapType()) {
            type = type.base();
        }
        while (type != null && !type.slots().declared().contains(Slot.TP_SETATTRO) && type != PyType.OBJECT) {
            type = type.base();
        }
        if (type != null && type.slots() != slots && !slotsOf(type, slots)) {
            throw PyErr.typeError("can't apply this %s to %N object", name, self.type());
        }
    }

    /** Whether a type inherits its tp_setattro from the type with these slots: then they are the same function. */
    private static boolean slotsOf(PyType type, Slots slots) {
        for (PyType base : type.mro()) {
            if (base.slots() == slots) {
                return false;
            }
        }
        return true;
    }

    /** {@code getindex}: counts negative ones from the end. */
    static long index(ThreadState thread, Slots slots, PyObject self, PyObject key) {
        long index = number(thread, key);
        return index < 0 && slots.has(Slot.SQ_LENGTH) ? index + slots.length(thread, self) : index;
    }

    /** {@code PyNumber_AsSsize_t} with OverflowError. */
    static long number(ThreadState thread, PyObject value) {
        PyInt number = Numbers.index(thread, value);
        if (!number.fitsLong()) {
            throw PyErr.overflowError("cannot fit '%T' into an index-sized integer", value);
        }
        return number.longValue();
    }
}
