package org.pyvm.objects.types;

import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.BuiltinBodies;

/** The attributes {@code __dict__} and {@code __weakref__} that a class gives its instances. */
public final class InstanceDict extends BuiltinBodies {
    private static final InstanceDict BODIES = new InstanceDict();
    private static final int DICT = 0;
    private static final int WEAKREF = 1;

    private InstanceDict() {}

    /** {@code __dict__} of the instances of a type. */
    public static PyObject descriptor(PyType type) {
        return new PyGetSetDescriptor(type, Names.DICT, "dictionary for instance variables", BODIES, DICT, DICT, true);
    }

    static PyObject weakrefDescriptor(PyType type) {
        return new PyGetSetDescriptor(
                type, Names.WEAKREF, "list of weak references to the object", BODIES, WEAKREF, -1, false);
    }

    @Override
    public PyObject get(int number, ThreadState thread, PyObject self) {
        return number == DICT ? Shape.dictionaryOf(self) : Singletons.NONE;
    }

    @Override
    public void set(int number, ThreadState thread, PyObject self, PyObject value) {
        if (value == null) {
            Shape.setDictionary(self, new PyDict());
        } else if (value instanceof PyDict dict) {
            Shape.setDictionary(self, dict);
        } else {
            throw PyErr.typeError("__dict__ must be set to a dictionary, not a '%T'", value);
        }
    }
}
