package org.pyvm.objects.types;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinBodies;

/** The attributes {@code __dict__} and {@code __weakref__} that a class gives its instances. */
public final class InstanceDict extends BuiltinBodies {
    private static final InstanceDict BODIES = new InstanceDict();
    private static final int DICT = 0;
    private static final int DICT_OF_BUILTIN = 1;
    private static final int WEAKREF = 2;

    private InstanceDict() {}

    /** {@code __dict__} of the instances of a type. */
    public static PyObject descriptor(PyType type) {
        int number = type.isHeapType() ? DICT : DICT_OF_BUILTIN;
        return new PyGetSetDescriptor(
                type, Names.DICT, "dictionary for instance variables", BODIES, number, number, true);
    }

    static PyObject weakrefDescriptor(PyType type) {
        return new PyGetSetDescriptor(
                type, Names.WEAKREF, "list of weak references to the object", BODIES, WEAKREF, -1, false);
    }

    @Override
    public PyObject get(int number, ThreadState thread, PyObject self) {
        if (number == WEAKREF) {
            PyObject reference = thread.interpreter().finalization().referenceTo(self);
            return reference == null ? Singletons.NONE : reference;
        }
        PyObject other = number == DICT ? ofBuiltinBase(self) : null;
        return other != null
                ? other.type().slots().descrGet(thread, other, self, self.type())
                : Shape.dictionaryOf(self);
    }

    @Override
    public void set(int number, ThreadState thread, PyObject self, PyObject value) {
        PyObject other = number == DICT ? ofBuiltinBase(self) : null;
        if (other != null) {
            if (!other.type().slots().has(Slot.TP_DESCR_SET)) {
                throw notSupported(self);
            }
            other.type().slots().descrSet(thread, other, self, value);
        } else if (value == null) {
            if (number == DICT_OF_BUILTIN) {
                throw PyErr.typeError("cannot delete __dict__");
            }
            Shape.setDictionary(self, new PyDict());
        } else if (value instanceof PyDict dict) {
            Shape.setDictionary(self, dict);
        } else {
            throw PyErr.typeError("__dict__ must be set to a dictionary, not a '%T'", value);
        }
    }

    /**
     * The {@code __dict__} of a built-in base that has one, or null. A class that derives from such a base and from another
     * class has the descriptors of both, but only the base knows where the dictionary is.
     */
    private static PyObject ofBuiltinBase(PyObject self) {
        for (PyType type = self.type(); type.base() != null; type = type.base()) {
            if (!type.isHeapType() && type.hasDict()) {
                PyObject descriptor = type.lookup(Names.DICT);
                if (descriptor == null) {
                    throw notSupported(self);
                }
                return descriptor;
            }
        }
        return null;
    }

    private static PyErr notSupported(PyObject self) {
        return PyErr.typeError("this __dict__ descriptor does not support '%T' objects", self);
    }
}
