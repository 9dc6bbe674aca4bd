package org.pyvm.objects.protocol;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Slot;
import org.pyvm.objects.Slots;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyStr;

/** Attribute access (chapter 4.5 of the book). */
public final class Attributes {
    private static final String NO_ATTRIBUTE = "'%T' object has no attribute '%s'";

    private Attributes() {}

    /** {@code object.name}. */
    public static PyObject get(ThreadState thread, PyObject object, PyStr name) {
        try {
            return object.type().slots().getAttribute(thread, object, name);
        } catch (PyErr e) {
            addContext(e, name, object);
            throw e;
        }
    }

    /** Tells an AttributeError that a program raised what was looked for and where, for the suggestions in tracebacks. */
    private static void addContext(PyErr error, PyStr name, PyObject object) {
        if (error.matches(Exceptions.ATTRIBUTE_ERROR)
                && error.value().field(Names.NAME_NAME) == null
                && error.value().field(Names.OBJ_NAME) == null) {
            withNameAndObject(error, name, object);
        }
    }

    /** As {@link #get(ThreadState, PyObject, PyStr)}, for a name that Java code spells. */
    public static PyObject get(ThreadState thread, PyObject object, String name) {
        return get(thread, object, PyStr.intern(name));
    }

    /** {@code object.name}, or null where that raises AttributeError. */
    public static PyObject getOrNull(ThreadState thread, PyObject object, PyStr name) {
        return object.type().slots().getAttributeOrNull(thread, object, name);
    }

    /** Reads through {@code getAttribute} and turns its AttributeError into null. */
    public static PyObject nullIfMissing(ThreadState thread, PyObject object, PyStr name) {
        try {
            return object.type().slots().getAttribute(thread, object, name);
        } catch (PyErr e) {
            return nullIfMissing(e);
        }
    }

    /** {@code object.name = value}. */
    public static void set(ThreadState thread, PyObject object, PyStr name, PyObject value) {
        object.type().slots().setAttribute(thread, object, name, value);
    }

    /** {@code del object.name}. */
    public static void delete(ThreadState thread, PyObject object, PyStr name) {
        object.type().slots().setAttribute(thread, object, name, null);
    }

    /** As {@link #genericFind}, and null also where a descriptor raises AttributeError. */
    public static PyObject genericGetOrNull(ThreadState thread, PyObject object, PyStr name) {
        try {
            return genericFind(thread, object, name);
        } catch (PyErr e) {
            return nullIfMissing(e);
        }
    }

    /** Null for an AttributeError, which {@code hasattr} and the like take for an answer. @throws PyErr any other error */
    public static PyObject nullIfMissing(PyErr error) {
        if (error.matches(Exceptions.ATTRIBUTE_ERROR)) {
            return null;
        }
        throw error;
    }

    /**
     * {@code PyObject_GenericGetAttr}, but null when nothing has the name: data descriptor, instance, other descriptor, class
     * attribute.
     */
    public static PyObject genericFind(ThreadState thread, PyObject object, PyStr name) {
        PyType type = object.type();
        PyObject descriptor = type.lookup(name);
        Slots slots = null;
        if (descriptor != null) {
            slots = descriptor.type().slots();
            if (slots.has(Slot.TP_DESCR_SET) && slots.has(Slot.TP_DESCR_GET)) {
                return slots.descrGet(thread, descriptor, object, type);
            }
        }
        PyObject own = Shape.get(object, name);
        if (own != null) {
            return own;
        }
        if (descriptor == null) {
            return null;
        }
        return slots.has(Slot.TP_DESCR_GET) ? slots.descrGet(thread, descriptor, object, type) : descriptor;
    }

    /** {@code PyObject_GenericSetAttr}; a null value deletes. */
    public static void genericSet(ThreadState thread, PyObject object, PyStr name, PyObject value) {
        PyObject descriptor = object.type().lookup(name);
        if (descriptor != null) {
            Slots slots = descriptor.type().slots();
            if (slots.has(Slot.TP_DESCR_SET)) {
                slots.descrSet(thread, descriptor, object, value);
                return;
            }
        }
        Shape shape = object.shape();
        if (shape == null || !shape.isOpen()) {
            throw descriptor == null
                    ? PyErr.attributeError(NO_ATTRIBUTE, object, name)
                    : PyErr.attributeError("'%T' object attribute '%s' is read-only", object, name);
        }
        if (value != null) {
            Shape.set(object, name, value);
        } else if (!Shape.remove(object, name)) {
            // Only a read tells the exception what was asked of whom: 3.11 suggests no other name for this one.
            throw PyErr.attributeError(NO_ATTRIBUTE, object, name);
        }
    }

    /** The AttributeError for a missing attribute, with {@code name} and {@code obj} set. */
    public static PyErr noAttribute(PyObject object, PyStr name) {
        PyErr error = PyErr.attributeError(NO_ATTRIBUTE, object, name);
        return withNameAndObject(error, name, object);
    }

    /** Sets {@code name} and {@code obj} of an AttributeError. */
    public static PyErr withNameAndObject(PyErr error, PyStr name, PyObject object) {
        PyBaseException value = error.value();
        Exceptions.setField(value, Names.NAME_NAME, name);
        Exceptions.setField(value, Names.OBJ_NAME, object);
        return error;
    }

    /** Binds an attribute found on a type: calls its {@code __get__} if it has one. */
    public static PyObject bind(ThreadState thread, PyObject attribute, PyObject object, PyType owner) {
        Slots slots = attribute.type().slots();
        return slots.has(Slot.TP_DESCR_GET) ? slots.descrGet(thread, attribute, object, owner) : attribute;
    }

    /** A special method bound to its object, or null: looked up on the type only. */
    public static PyObject specialOrNull(ThreadState thread, PyObject object, PyStr name) {
        PyObject attribute = object.type().lookup(name);
        return attribute == null ? null : bind(thread, attribute, object, object.type());
    }
}
