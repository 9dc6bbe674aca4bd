package org.pyvm.objects.types;

import org.pyvm.objects.PyType;
import org.pyvm.objects.PyType.PatternKind;

/**
 * The numbers by which a type describes itself: {@code __flags__}, {@code __basicsize__} and so on. Flags are CPython's. Sizes
 * are what a program on 64-bit CPython expects of the common types; memory here is laid out otherwise.
 */
final class TypeNumbers {
    private static final int MANAGED_DICT = 1 << 4;
    private static final int SEQUENCE = 1 << 5;
    private static final int MAPPING = 1 << 6;
    private static final int DISALLOW_INSTANTIATION = 1 << 7;
    private static final int IMMUTABLE = 1 << 8;
    private static final int HEAP = 1 << 9;
    private static final int BASE = 1 << 10;
    private static final int READY = 1 << 12;
    private static final int GARBAGE_COLLECTED = 1 << 14;
    private static final int METHOD_DESCRIPTOR = 1 << 17;
    private static final int ABSTRACT = 1 << 20;
    private static final int MATCH_SELF = 1 << 22;
    private static final int POINTER = 8;

    private TypeNumbers() {}

    static long flags(PyType type) {
        long flags = READY;
        flags |= type.isHeapType() ? HEAP : IMMUTABLE;
        flags |= type.isSubclassable() ? BASE : 0;
        flags |= type.hasAbstractMethods() ? ABSTRACT : 0;
        flags |= type.isMethodDescriptor() ? METHOD_DESCRIPTOR : 0;
        flags |= type.isHeapType() && type.hasDict() && !type.isSubtypeOf(PyType.TYPE) ? MANAGED_DICT : 0;
        flags |= type.slots().has(org.pyvm.objects.Slot.TP_NEW) ? 0 : DISALLOW_INSTANTIATION;
        flags |= isAtomic(type) ? 0 : GARBAGE_COLLECTED;
        flags |= type.patternKind() == PatternKind.SEQUENCE ? SEQUENCE : 0;
        flags |= type.patternKind() == PatternKind.MAPPING ? MAPPING : 0;
        return flags | familyFlags(type);
    }

    private static boolean isAtomic(PyType type) {
        return !type.hasDict()
                && type.slotCount() == 0
                && (type == PyType.OBJECT
                        || type.isSubtypeOf(PyInt.TYPE)
                        || type.isSubtypeOf(PyFloat.TYPE)
                        || type.isSubtypeOf(PyComplex.TYPE)
                        || type.isSubtypeOf(PyStr.TYPE)
                        || type.isSubtypeOf(PyBytes.TYPE)
                        || type == PyNone.TYPE);
    }

    private static long familyFlags(PyType type) {
        if (type.isSubtypeOf(PyInt.TYPE)) {
            return 1L << 24 | MATCH_SELF;
        }
        if (type.isSubtypeOf(PyList.TYPE)) {
            return 1L << 25 | MATCH_SELF;
        }
        if (type.isSubtypeOf(PyTuple.TYPE)) {
            return 1L << 26 | MATCH_SELF;
        }
        if (type.isSubtypeOf(PyBytes.TYPE)) {
            return 1L << 27 | MATCH_SELF;
        }
        if (type.isSubtypeOf(PyStr.TYPE)) {
            return 1L << 28 | MATCH_SELF;
        }
        if (type.isSubtypeOf(PyDict.TYPE)) {
            return 1L << 29 | MATCH_SELF;
        }
        if (type.isSubtypeOf(Exceptions.BASE_EXCEPTION)) {
            return 1L << 30;
        }
        if (type.isSubtypeOf(PyType.TYPE)) {
            return 1L << 31;
        }
        boolean self = type.isSubtypeOf(PyFloat.TYPE)
                || type.isSubtypeOf(PyByteArray.TYPE)
                || type.isSubtypeOf(PySet.TYPE)
                || type.isSubtypeOf(PyFrozenSet.TYPE);
        return self ? MATCH_SELF : 0;
    }

    private static PyType builtinBase(PyType type) {
        PyType base = type;
        while (base.isHeapType()) {
            base = base.base();
        }
        return base;
    }

    private static long ownBasicSize(PyType builtin) {
        return switch (builtin.fullName()) {
            case "object", "NoneType", "ellipsis", "NotImplementedType" -> 16;
            case "int", "bool", "float", "tuple" -> 24;
            case "complex" -> 32;
            case "bytes" -> 33;
            case "list", "slice" -> 40;
            case "bytearray", "xml.etree.ElementTree.Element" -> 56;
            case "dict" -> 48;
            case "str" -> 80;
            case "set", "frozenset" -> 200;
            case "type" -> 904;
            default -> 48;
        };
    }

    static long basicSize(PyType type) {
        PyType builtin = builtinBase(type);
        long size = ownBasicSize(builtin) + (long) POINTER * (type.slotCount() - builtin.slotCount());
        return type.hasWeakref() && !builtin.hasWeakref() ? size + POINTER : size;
    }

    static long itemSize(PyType type) {
        if (type.isSubtypeOf(PyInt.TYPE)) {
            return 4;
        }
        if (type.isSubtypeOf(PyTuple.TYPE)) {
            return POINTER;
        }
        if (type.isSubtypeOf(PyBytes.TYPE)) {
            return 1;
        }
        return type.isSubtypeOf(PyType.TYPE) ? 40 : 0;
    }

    static long dictOffset(PyType type) {
        if (!type.hasDict()) {
            return 0;
        }
        return builtinBase(type).hasDict() ? 16 : -48;
    }

    static long weakrefOffset(PyType type) {
        return type.hasWeakref() ? basicSize(type) - POINTER : 0;
    }

    static long sizeOfType(PyType type) {
        return type.isHeapType() ? 1072 : 408;
    }
}
