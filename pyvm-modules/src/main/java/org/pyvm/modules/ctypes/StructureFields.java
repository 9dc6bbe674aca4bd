package org.pyvm.modules.ctypes;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyStr;

/** The arguments of a structure or union: values of the fields in their order, then by name. */
final class StructureFields {
    private StructureFields() {}

    static void init(ThreadState thread, PyCData data, PyObject[] args, PyStr[] names) {
        int positional = Arguments.positionalCount(args, names);
        if (positional > 0) {
            int taken = positional(thread, data, data.type(), args, positional, names, 0);
            if (taken < positional) {
                throw PyErr.typeError("too many initializers");
            }
        }
        for (int i = positional; i < args.length; i++) {
            Attributes.set(thread, data, names[i - positional], args[i]);
        }
    }

    /** Sets the fields of a type, those of what it extends first. @return how many arguments were taken so far */
    private static int positional(
            ThreadState thread, PyCData data, PyType type, PyObject[] args, int count, PyStr[] names, int from) {
        int next = from;
        if (StructureTypes.isStructureType(type.base())) {
            next = positional(thread, data, type.base(), args, count, names, from);
        }
        PyObject fields = type.dict().get(StructureTypes.FIELDS);
        if (fields == null) {
            return next;
        }
        PyObject[] pairs = Sequences.toArray(thread, fields);
        for (int i = 0; i < pairs.length && next < count; i++) {
            PyStr name = (PyStr) Sequences.getItem(thread, pairs[i], 0);
            if (Arguments.named(args, names, name.toString()) != null) {
                throw PyErr.typeError("duplicate values for field %r", name);
            }
            Attributes.set(thread, data, name, args[next++]);
        }
        return next;
    }
}
