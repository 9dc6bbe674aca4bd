package org.pyvm.objects.protocol;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PySmallInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.PyUnion;

/** What every object can be asked: its texts, hash, truth, length, items, and what it is an instance of. */
public final class Objects {
    private Objects() {}

    /** {@code repr(object)}. */
    public static PyStr repr(ThreadState thread, PyObject object) {
        thread.enter(" while getting the repr of an object");
        try {
            PyObject text = object.type().slots().repr(thread, object);
            if (text instanceof PyStr str) {
                return str;
            }
            throw PyErr.typeError("__repr__ returned non-string (type %T)", text);
        } finally {
            thread.leave();
        }
    }

    /** {@code str(object)}. */
    public static PyStr str(ThreadState thread, PyObject object) {
        if (object.getClass() == PyStr.class) {
            return (PyStr) object;
        }
        thread.enter(" while getting the str of an object");
        try {
            PyObject text = object.type().slots().str(thread, object);
            if (text instanceof PyStr str) {
                return str;
            }
            throw PyErr.typeError("__str__ returned non-string (type %T)", text);
        } finally {
            thread.leave();
        }
    }

    /** {@code ascii(object)}. */
    public static PyStr ascii(ThreadState thread, PyObject object) {
        return repr(thread, object).escapeNonAscii();
    }

    /** {@code hash(object)}; never -1. */
    public static long hash(ThreadState thread, PyObject object) {
        if (object.getClass() == PyStr.class) {
            return ((PyStr) object).hash();
        }
        return object.getClass() == PySmallInt.class
                ? PyInt.hashOf((PyInt) object)
                : object.type().slots().hash(thread, object);
    }

    /** {@code bool(object)}. */
    public static boolean isTrue(ThreadState thread, PyObject object) {
        if (object == Singletons.TRUE) {
            return true;
        }
        if (object == Singletons.FALSE || object == Singletons.NONE) {
            return false;
        }
        Slots slots = object.type().slots();
        if (slots.has(Slot.NB_BOOL)) {
            return slots.isTrue(thread, object);
        }
        return !slots.has(Slot.SQ_LENGTH) || slots.length(thread, object) != 0;
    }

    /** {@code len(object)}, for lengths that fit an int. */
    public static int length(ThreadState thread, PyObject object) {
        Slots slots = object.type().slots();
        if (!slots.has(Slot.SQ_LENGTH)) {
            throw PyErr.typeError("object of type '%T' has no len()", object);
        }
        return slots.length(thread, object);
    }

    /** {@code len(object)} as Python sees it. */
    public static PyObject longLength(ThreadState thread, PyObject object) {
        Slots slots = object.type().slots();
        if (!slots.has(Slot.SQ_LENGTH)) {
            throw PyErr.typeError("object of type '%T' has no len()", object);
        }
        return slots.longLength(thread, object);
    }

    /** Checks what {@code __len__} returned. */
    public static PyObject checkedLongLength(ThreadState thread, PyObject result) {
        PyInt length = Numbers.index(thread, result);
        if (length.signum() < 0) {
            throw PyErr.valueError("__len__() should return >= 0");
        }
        if (!length.fitsLong()) {
            throw PyErr.overflowError("cannot fit '%T' into an index-sized integer", result);
        }
        return length;
    }

    /** Checks what {@code __len__} returned. */
    public static int checkedLength(ThreadState thread, PyObject result) {
        PyInt length = (PyInt) checkedLongLength(thread, result);
        return (int) Math.min(length.longValue(), Integer.MAX_VALUE);
    }

    /** {@code operator.length_hint(object, fallback)}. */
    public static int lengthHint(ThreadState thread, PyObject object, int fallback) {
        Slots slots = object.type().slots();
        if (slots.has(Slot.SQ_LENGTH)) {
            try {
                return slots.length(thread, object);
            } catch (PyErr e) {
                if (!e.matches(org.pyvm.objects.types.Exceptions.TYPE_ERROR)) {
                    throw e;
                }
            }
        }
        PyObject method = object.type().lookup(Names.LENGTH_HINT);
        if (method == null) {
            return fallback;
        }
        PyObject hint;
        try {
            hint = Calls.callBound(thread, method, object);
        } catch (PyErr e) {
            if (e.matches(org.pyvm.objects.types.Exceptions.TYPE_ERROR)) {
                return fallback;
            }
            throw e;
        }
        if (hint == Singletons.NOT_IMPLEMENTED) {
            return fallback;
        }
        if (!(hint instanceof PyInt number)) {
            throw PyErr.typeError("__length_hint__ must be an integer, not %T", hint);
        }
        if (number.signum() < 0) {
            throw PyErr.valueError("__length_hint__() should return >= 0");
        }
        return (int) Math.min(Numbers.toLong(number), Integer.MAX_VALUE - 8);
    }

    /** {@code object[key]}. */
    public static PyObject getItem(ThreadState thread, PyObject object, PyObject key) {
        Slots slots = object.type().slots();
        if (slots.has(Slot.MP_SUBSCRIPT)) {
            return slots.subscript(thread, object, key);
        }
        if (slots.has(Slot.SQ_ITEM)) {
            if (key.type().slots().has(Slot.NB_INDEX)) {
                return Sequences.getItem(thread, object, Numbers.toIndex(thread, key));
            }
            throw PyErr.typeError("sequence index must be integer, not '%T'", key);
        }
        if (object instanceof PyType type) {
            if (type == PyType.TYPE) {
                return PyGenericAlias.of(thread, type, key);
            }
            PyObject method = getOrNullFromType(thread, type);
            if (method != null && method != Singletons.NONE) {
                return Calls.call(thread, method, key);
            }
            throw PyErr.typeError("type '%N' is not subscriptable", type);
        }
        throw PyErr.typeError("'%T' object is not subscriptable", object);
    }

    private static PyObject getOrNullFromType(ThreadState thread, PyType type) {
        return Attributes.getOrNull(thread, type, Names.CLASS_GETITEM);
    }

    /** {@code object[key] = value}. */
    public static void setItem(ThreadState thread, PyObject object, PyObject key, PyObject value) {
        storeItem(thread, object, key, value, "'%T' object does not support item assignment");
    }

    /** {@code del object[key]}. */
    public static void deleteItem(ThreadState thread, PyObject object, PyObject key) {
        storeItem(thread, object, key, null, "'%T' object doesn't support item deletion");
    }

    private static void storeItem(ThreadState thread, PyObject object, PyObject key, PyObject value, String refusal) {
        Slots slots = object.type().slots();
        if (slots.has(Slot.MP_ASS_SUBSCRIPT)) {
            slots.setSubscript(thread, object, key, value);
        } else if (slots.has(Slot.SQ_ASS_ITEM)) {
            if (!key.type().slots().has(Slot.NB_INDEX)) {
                throw PyErr.typeError("sequence index must be integer, not '%T'", key);
            }
            Sequences.storeItem(thread, object, Numbers.toIndex(thread, key), value);
        } else {
            throw PyErr.typeError(refusal, object);
        }
    }

    /** {@code isinstance(object, classInfo)}. */
    public static boolean isInstance(ThreadState thread, PyObject object, PyObject classInfo) {
        if (object.type() == classInfo) {
            return true;
        }
        if (classInfo.type() == PyType.TYPE) {
            return isInstanceByType(thread, object, classInfo);
        }
        if (classInfo instanceof PyUnion union) {
            classInfo = union.args();
        }
        if (classInfo instanceof PyTuple tuple) {
            thread.enter(" in __instancecheck__");
            try {
                for (int i = 0; i < tuple.size(); i++) {
                    if (isInstance(thread, object, tuple.get(i))) {
                        return true;
                    }
                }
                return false;
            } finally {
                thread.leave();
            }
        }
        PyObject check = Attributes.specialOrNull(thread, classInfo, Names.INSTANCECHECK);
        if (check != null) {
            thread.enter(" in __instancecheck__");
            try {
                return isTrue(thread, Calls.call(thread, check, object));
            } finally {
                thread.leave();
            }
        }
        return isInstanceByType(thread, object, classInfo);
    }

    /** What {@code type.__instancecheck__} answers. */
    public static boolean isInstanceByType(ThreadState thread, PyObject object, PyObject classInfo) {
        if (classInfo instanceof PyType type) {
            if (object.type().isSubtypeOf(type)) {
                return true;
            }
            PyObject claimed = Attributes.getOrNull(thread, object, Names.CLASS);
            return claimed instanceof PyType other && other != object.type() && other.isSubtypeOf(type);
        }
        if (basesOf(thread, classInfo) == null) {
            throw PyErr.typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
        }
        PyObject claimed = Attributes.getOrNull(thread, object, Names.CLASS);
        return claimed != null && isSubclassByBases(thread, claimed, classInfo);
    }

    /** {@code issubclass(cls, classInfo)}. */
    public static boolean isSubclass(ThreadState thread, PyObject cls, PyObject classInfo) {
        if (classInfo.type() == PyType.TYPE) {
            return cls == classInfo || isSubclassByType(thread, cls, classInfo);
        }
        if (classInfo instanceof PyUnion union) {
            classInfo = union.args();
        }
        if (classInfo instanceof PyTuple tuple) {
            thread.enter(" in __subclasscheck__");
            try {
                for (int i = 0; i < tuple.size(); i++) {
                    if (isSubclass(thread, cls, tuple.get(i))) {
                        return true;
                    }
                }
                return false;
            } finally {
                thread.leave();
            }
        }
        PyObject check = Attributes.specialOrNull(thread, classInfo, Names.SUBCLASSCHECK);
        if (check != null) {
            thread.enter(" in __subclasscheck__");
            try {
                return isTrue(thread, Calls.call(thread, check, cls));
            } finally {
                thread.leave();
            }
        }
        return isSubclassByType(thread, cls, classInfo);
    }

    /** What {@code type.__subclasscheck__} answers. */
    public static boolean isSubclassByType(ThreadState thread, PyObject cls, PyObject classInfo) {
        if (cls instanceof PyType derived && classInfo instanceof PyType type) {
            return derived.isSubtypeOf(type);
        }
        if (basesOf(thread, cls) == null) {
            throw PyErr.typeError("issubclass() arg 1 must be a class");
        }
        if (basesOf(thread, classInfo) == null) {
            throw PyErr.typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
        }
        return isSubclassByBases(thread, cls, classInfo);
    }

    private static PyTuple basesOf(ThreadState thread, PyObject cls) {
        return Attributes.getOrNull(thread, cls, Names.BASES) instanceof PyTuple bases ? bases : null;
    }

    private static boolean isSubclassByBases(ThreadState thread, PyObject derived, PyObject cls) {
        if (derived == cls) {
            return true;
        }
        PyTuple bases = basesOf(thread, derived);
        if (bases == null) {
            return false;
        }
        thread.enter(" in __subclasscheck__");
        try {
            for (int i = 0; i < bases.size(); i++) {
                if (isSubclassByBases(thread, bases.get(i), cls)) {
                    return true;
                }
            }
            return false;
        } finally {
            thread.leave();
        }
    }

    /** {@code format(object, spec)}. */
    public static PyStr format(ThreadState thread, PyObject object, PyStr spec) {
        if (spec.length() == 0 && object.getClass() == PyStr.class) {
            return (PyStr) object;
        }
        PyObject method = object.type().lookup(Names.FORMAT);
        if (method == null) {
            throw PyErr.typeError("Type %T doesn't define __format__", object);
        }
        PyObject text = Calls.callBound(thread, method, object, spec);
        if (text instanceof PyStr str) {
            return str;
        }
        throw PyErr.typeError("__format__ must return a str, not %T", text);
    }
}
