package org.pyvm.modules.ctypes;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;

/** What a C type knows of itself: its metaclass makes it, and it hangs on the class. A subclass has one of its own. */
final class CTypeInfo {
    /** What instances are. */
    enum Kind {
        SIMPLE,
        STRUCTURE,
        UNION,
        ARRAY,
        POINTER,
        FUNCTION
    }

    static final int POINTER_SIZE = 8;

    final Kind kind;
    long size;
    long align = 1;
    /** Number of fields, items or pointees; 0 for what keeps at most one object alive. */
    int length;
    /** Format of an item by PEP 3118. */
    String format = "B";
    /** Lengths of an array by dimension. */
    long[] shape = {};
    /** Set when the layout is used, after which it must not change. */
    boolean isFinal;
    /** Whether it is or has a pointer, so that its bytes mean nothing elsewhere. */
    boolean hasPointer;

    boolean hasUnion;
    boolean hasBitField;

    /** Of items, or of what is pointed to; null for others, and for a pointer whose type is not yet known. */
    PyType target;
    /** Of a simple type; null for others. */
    SimpleCode code;

    boolean swapped;

    /** Of a structure or union: its own fields. */
    PyCField[] fields = {};
    /** Of a structure or union: what it extends, or null. */
    CTypeInfo base;

    /** Of a function type: {@code _flags_}. */
    int flags;
    /** Of a function type: {@code _argtypes_}, or null. */
    PyObject[] argumentTypes;
    /** Of a function type: their {@code from_param}. */
    PyObject[] converters;
    /** Of a function type: {@code _restype_}; null when it says nothing, so that it is {@code int}. */
    PyObject resultType;
    /** Of a function type: {@code _check_retval_} of the result type, or null. */
    PyObject checker;

    CTypeInfo(Kind kind) {
        this.kind = kind;
    }

    /** Null for what is no C type. */
    static CTypeInfo orNull(PyObject type) {
        return type instanceof PyType cls && cls.metaclassState() instanceof CTypeInfo info ? info : null;
    }

    /** @throws PyErr TypeError for a class that has no layout */
    static CTypeInfo of(PyType type) {
        CTypeInfo info = orNull(type);
        if (info == null) {
            throw PyErr.typeError("abstract class");
        }
        return info;
    }

    /** For an instance. */
    static CTypeInfo of(PyCData data) {
        return (CTypeInfo) data.type().metaclassState();
    }

    boolean isStructure() {
        return kind == Kind.STRUCTURE || kind == Kind.UNION;
    }

    boolean isItem(char wanted) {
        return code != null && code.letter() == wanted;
    }

    /** Whether its items or pointees are of a simple type. */
    boolean targets(char wanted) {
        CTypeInfo item = orNull(target);
        return item != null && item.isItem(wanted);
    }

    /** Whether values of the type are Python's own and not instances: so for {@code c_int}, but not for its subclasses. */
    static boolean isPlain(PyType type) {
        return orNull(type) instanceof CTypeInfo info && info.code != null && type.base() == PySimpleCData.TYPE;
    }

    /** What a subclass starts from. */
    CTypeInfo copyForSubclass() {
        CTypeInfo copy = new CTypeInfo(kind);
        copy.size = size;
        copy.align = align;
        copy.length = length;
        copy.format = format;
        copy.shape = shape;
        copy.hasPointer = hasPointer;
        copy.hasUnion = hasUnion;
        copy.hasBitField = hasBitField;
        copy.target = target;
        copy.code = code;
        copy.swapped = swapped;
        return copy;
    }
}
