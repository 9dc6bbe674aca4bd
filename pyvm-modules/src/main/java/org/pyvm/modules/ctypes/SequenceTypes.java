package org.pyvm.modules.ctypes;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** Makes the types of arrays and pointers of their {@code _type_} and {@code _length_}. */
final class SequenceTypes {
    static final PyStr TYPE = PyStr.intern("_type_");

    private static final PyStr LENGTH = PyStr.intern("_length_");

    private SequenceTypes() {}

    static void completeArray(ThreadState thread, PyType type) {
        if (type == PyArray.TYPE) {
            return;
        }
        int length = lengthOf(type);
        PyObject item = type.lookup(TYPE);
        if (item == null) {
            throw PyErr.attributeError("class must define a '_type_' attribute");
        }
        CTypeInfo itemInfo = CTypeInfo.orNull(item);
        if (itemInfo == null) {
            throw PyErr.typeError("_type_ must have storage info");
        }
        if (itemInfo.size != 0 && length > Long.MAX_VALUE / itemInfo.size) {
            throw PyErr.overflowError("array too large");
        }
        CTypeInfo info = new CTypeInfo(CTypeInfo.Kind.ARRAY);
        info.target = (PyType) item;
        info.length = length;
        info.size = itemInfo.size * length;
        info.align = itemInfo.align;
        info.format = itemInfo.format;
        info.hasPointer = itemInfo.hasPointer;
        info.hasUnion = itemInfo.hasUnion;
        info.hasBitField = itemInfo.hasBitField;
        info.shape = new long[itemInfo.shape.length + 1];
        info.shape[0] = length;
        System.arraycopy(itemInfo.shape, 0, info.shape, 1, itemInfo.shape.length);
        type.setMetaclassState(info);
        if (itemInfo.isItem('c')) {
            addMembers(type, new CharArrayMembersExposed());
        } else if (itemInfo.isItem('u')) {
            addMembers(type, new WideArrayMembersExposed());
        }
    }

    private static int lengthOf(PyType type) {
        PyObject length = type.lookup(LENGTH);
        if (length == null || length == org.pyvm.objects.Singletons.NONE) {
            throw PyErr.attributeError("class must define a '_length_' attribute");
        }
        if (!(length instanceof PyInt number)) {
            throw PyErr.typeError("The '_length_' attribute must be an integer");
        }
        if (number.signum() < 0) {
            throw PyErr.valueError("The '_length_' attribute must not be negative");
        }
        if (!number.fitsLong() || number.longValue() > Integer.MAX_VALUE) {
            throw PyErr.overflowError("The '_length_' attribute is too large");
        }
        return (int) number.longValue();
    }

    /** The attributes by which the items are read and written as one text. */
    private static void addMembers(PyType type, org.pyvm.objects.BuiltinMembers members) {
        PyDict made = new PyDict();
        members.define(type, made);
        for (int i = made.nextEntry(0); i >= 0; i = made.nextEntry(i + 1)) {
            type.put((PyStr) made.keyAt(i), made.valueAt(i));
        }
    }

    static void completePointer(ThreadState thread, PyType type) {
        CTypeInfo info = new CTypeInfo(CTypeInfo.Kind.POINTER);
        info.size = CTypeInfo.POINTER_SIZE;
        info.align = CTypeInfo.POINTER_SIZE;
        info.length = 1;
        info.hasPointer = true;
        PyObject target = type.dict().get(TYPE);
        if (target != null) {
            setTarget(info, target);
            CTypeInfo pointee = CTypeInfo.orNull(target);
            info.format = "&" + StructureTypes.shaped(pointee);
        } else if (CTypeInfo.orNull(type.base()) instanceof CTypeInfo base) {
            info.target = base.target;
            info.format = base.format;
        }
        type.setMetaclassState(info);
    }

    static void setTarget(CTypeInfo info, PyObject target) {
        if (!(target instanceof PyType)) {
            throw PyErr.typeError("_type_ must be a type");
        }
        if (CTypeInfo.orNull(target) == null) {
            throw PyErr.typeError("_type_ must have storage info");
        }
        info.target = (PyType) target;
    }
}
