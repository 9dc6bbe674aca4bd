package org.pyvm.objects;

import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PySlotWrapper;
import org.pyvm.objects.types.PyStr;

/**
 * What a slot does by calling the special methods of the object's class (CPython's {@code slot_*} functions): {@link ClassSlots}
 * comes here when Python code has defined them.
 */
final class SpecialMethods {
    private SpecialMethods() {}

    static PyObject special(PyObject self, PyStr name) {
        return self.type().lookup(name);
    }

    static PyObject unary(ThreadState thread, PyObject self, PyStr name) {
        PyObject method = special(self, name);
        if (method == Singletons.NONE) {
            if (name == Names.ITER) {
                throw PyErr.typeError("'%T' object is not iterable", self);
            }
            throw PyErr.typeError("'NoneType' object is not callable");
        }
        return Calls.callBound(thread, method, self);
    }

    /** NotImplemented when the object has no such method. */
    static PyObject maybe(ThreadState thread, PyObject self, PyStr name, PyObject argument) {
        PyObject method = special(self, name);
        return method == null ? Singletons.NOT_IMPLEMENTED : Calls.callBound(thread, method, self, argument);
    }

    private static boolean overrides(PyObject object, Slot slot) {
        return object.type().slots() instanceof ClassSlots slots && slots.isOverridden(slot);
    }

    /** CPython's SLOT1BINFULL: called for whichever operand's type fills the slot with special methods. */
    static PyObject binary(ThreadState thread, PyObject v, PyObject w, Slot slot, PyStr name, PyStr reflected) {
        boolean tryOther = v.type() != w.type() && overrides(w, slot);
        if (overrides(v, slot)) {
            if (tryOther && w.type().isSubtypeOf(v.type()) && isOverloaded(v, w, reflected)) {
                PyObject result = maybe(thread, w, reflected, v);
                if (result != Singletons.NOT_IMPLEMENTED) {
                    return result;
                }
                tryOther = false;
            }
            PyObject result = maybe(thread, v, name, w);
            if (result != Singletons.NOT_IMPLEMENTED || v.type() == w.type()) {
                return result;
            }
        }
        return tryOther ? maybe(thread, w, reflected, v) : Singletons.NOT_IMPLEMENTED;
    }

    private static boolean isOverloaded(PyObject v, PyObject w, PyStr name) {
        PyObject theirs = w.type().lookup(name);
        return theirs != null && theirs != v.type().lookup(name);
    }

    static PyObject power(ThreadState thread, PyObject v, PyObject w, PyObject modulus) {
        if (modulus == Singletons.NONE) {
            return binary(thread, v, w, Slot.NB_POWER, Names.POW, Names.RPOW);
        }
        // Three-argument power is never reflected.
        if (overrides(v, Slot.NB_POWER)) {
            PyObject method = special(v, Names.POW);
            return method == null ? Singletons.NOT_IMPLEMENTED : Calls.callBound(thread, method, v, w, modulus);
        }
        return Singletons.NOT_IMPLEMENTED;
    }

    static long hash(ThreadState thread, PyObject self) {
        PyObject method = special(self, Names.HASH);
        if (method == null || method == Singletons.NONE) {
            throw PyErr.typeError("unhashable type: '%T'", self);
        }
        PyObject result = Calls.callBound(thread, method, self);
        if (!(result instanceof PyInt number)) {
            throw PyErr.typeError("__hash__ method should return an integer");
        }
        long hash = number.fitsLong() ? number.longValue() : Numbers.hash(number);
        return hash == -1 ? -2 : hash;
    }

    static PyObject getAttribute(ThreadState thread, PyObject self, PyStr name) {
        PyObject fallback = special(self, Names.GETATTR);
        PyObject method = special(self, Names.GETATTRIBUTE);
        boolean generic = method instanceof PySlotWrapper wrapper && wrapper.slot() == Slot.TP_GETATTRO;
        if (fallback == null) {
            return Calls.callBound(thread, method, self, name);
        }
        if (generic) {
            PyObject value = ((PySlotWrapper) method).owner().slots().getAttributeOrNull(thread, self, name);
            return value != null ? value : Calls.callBound(thread, fallback, self, name);
        }
        try {
            return Calls.callBound(thread, method, self, name);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.ATTRIBUTE_ERROR)) {
                throw e;
            }
            return Calls.callBound(thread, fallback, self, name);
        }
    }

    static void setAttribute(ThreadState thread, PyObject self, PyStr name, PyObject value) {
        if (value == null) {
            Calls.callBound(thread, special(self, Names.DELATTR), self, name);
        } else {
            Calls.callBound(thread, special(self, Names.SETATTR), self, name, value);
        }
    }

    static PyObject richCompare(ThreadState thread, PyObject self, PyObject other, Comparison op) {
        PyStr name = switch (op) {
            case LT -> Names.LT;
            case LE -> Names.LE;
            case EQ -> Names.EQ;
            case NE -> Names.NE;
            case GT -> Names.GT;
            case GE -> Names.GE;
        };
        PyObject method = special(self, name);
        if (method == null) {
            return Singletons.NOT_IMPLEMENTED;
        }
        if (method.type().isMethodDescriptor()) {
            return Calls.call(thread, method, self, other);
        }
        PyObject bound;
        try {
            bound = Attributes.bind(thread, method, self, self.type());
        } catch (PyErr e) {
            // CPython forgets what goes wrong here, and not what goes wrong in the call.
            return Singletons.NOT_IMPLEMENTED;
        }
        return Calls.call(thread, bound, other);
    }

    /** StopIteration from {@code __next__} means exhausted; its value is kept for {@code yield from}. */
    static PyObject next(ThreadState thread, PyObject self) {
        try {
            return unary(thread, self, Names.NEXT);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.STOP_ITERATION)) {
                throw e;
            }
            thread.stopValue = Exceptions.stopIterationValue(e.value());
            return null;
        }
    }

    static PyObject descrGet(ThreadState thread, PyObject self, PyObject object, PyType owner) {
        PyObject method = special(self, Names.GET);
        return Calls.callBound(
                thread,
                method,
                self,
                object == null ? Singletons.NONE : object,
                owner == null ? Singletons.NONE : owner);
    }

    static void descrSet(ThreadState thread, PyObject self, PyObject object, PyObject value) {
        PyStr name = value == null ? Names.DELETE : Names.SET;
        PyObject method = special(self, name);
        if (method == null) {
            throw PyErr.of(Exceptions.ATTRIBUTE_ERROR, PyStr.of(name.toString()));
        }
        if (value == null) {
            Calls.callBound(thread, method, self, object);
        } else {
            Calls.callBound(thread, method, self, object, value);
        }
    }

    static void init(ThreadState thread, PyObject self, PyObject[] args, PyStr[] names) {
        PyObject result = Calls.callBound(thread, special(self, Names.INIT), self, args, names);
        ClassSlots.checkInitResult(result);
    }

    static boolean isTrue(ThreadState thread, PyObject self) {
        PyObject result = unary(thread, self, Names.BOOL);
        if (result == Singletons.TRUE || result == Singletons.FALSE) {
            return result == Singletons.TRUE;
        }
        throw PyErr.typeError("__bool__ should return bool, returned %T", result);
    }

    static int length(ThreadState thread, PyObject self) {
        return Objects.checkedLength(thread, unary(thread, self, Names.LEN));
    }

    static PyObject item(ThreadState thread, PyObject self, long index) {
        return Calls.callBound(thread, special(self, Names.GETITEM), self, PyInt.of(index));
    }

    static void setItem(ThreadState thread, PyObject self, long index, PyObject value) {
        setSubscript(thread, self, PyInt.of(index), value);
    }

    static boolean contains(ThreadState thread, PyObject self, PyObject value) {
        PyObject method = special(self, Names.CONTAINS);
        if (method == Singletons.NONE) {
            throw PyErr.typeError("'%T' object is not a container", self);
        }
        return Objects.isTrue(thread, Calls.callBound(thread, method, self, value));
    }

    static PyObject subscript(ThreadState thread, PyObject self, PyObject key) {
        return Calls.callBound(thread, special(self, Names.GETITEM), self, key);
    }

    static void setSubscript(ThreadState thread, PyObject self, PyObject key, PyObject value) {
        PyStr name = value == null ? Names.DELITEM : Names.SETITEM;
        PyObject method = special(self, name);
        if (method == null) {
            throw PyErr.typeError(
                    value == null
                            ? "'%T' object doesn't support item deletion"
                            : "'%T' object does not support item assignment",
                    self);
        }
        if (value == null) {
            Calls.callBound(thread, method, self, key);
        } else {
            Calls.callBound(thread, method, self, key, value);
        }
    }
}
