package org.pyvm.modules.ctypes;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Lays out structures and unions when they get their {@code _fields_}. */
final class StructureTypes {
    static final PyStr FIELDS = PyStr.intern("_fields_");

    private static final PyStr ABSTRACT = PyStr.intern("_abstract_");
    private static final PyStr PACK = PyStr.intern("_pack_");
    private static final PyStr SWAPPED = PyStr.intern("_swappedbytes_");
    private static final PyStr ANONYMOUS = PyStr.intern("_anonymous_");
    private static final int BIT_FIELD = 3;

    private StructureTypes() {}

    static boolean isStructureType(PyObject type) {
        return CTypeInfo.orNull(type) instanceof CTypeInfo info && info.isStructure();
    }

    static void completeStructure(ThreadState thread, PyType type) {
        complete(thread, type, CTypeInfo.Kind.STRUCTURE);
    }

    static void completeUnion(ThreadState thread, PyType type) {
        complete(thread, type, CTypeInfo.Kind.UNION);
    }

    private static void complete(ThreadState thread, PyType type, CTypeInfo.Kind kind) {
        if (type.dict().get(ABSTRACT) != null) {
            return;
        }
        CTypeInfo base = CTypeInfo.orNull(type.base());
        CTypeInfo info = base == null ? new CTypeInfo(kind) : base.copyForSubclass();
        info.base = base;
        info.hasUnion |= kind == CTypeInfo.Kind.UNION;
        type.setMetaclassState(info);
        PyObject fields = type.dict().get(FIELDS);
        if (fields != null) {
            // As a program would: a metaclass may replace the fields by others.
            Attributes.set(thread, type, FIELDS, fields);
        } else if (base != null) {
            base.isFinal = true;
        }
    }

    /** Assignment to {@code _fields_}, which is done but for the layout. */
    static void setFields(ThreadState thread, PyType type, PyObject fields) {
        CTypeInfo info = CTypeInfo.of(type);
        if (info.isFinal) {
            throw PyErr.attributeError("_fields_ is final");
        }
        int pack = packOf(thread, type);
        boolean bigEndian = type.lookup(SWAPPED) != null;
        if (!Sequences.isSequence(fields)) {
            throw PyErr.typeError("'_fields_' must be a sequence of pairs");
        }
        PyObject[] pairs = Sequences.toArray(thread, fields);
        CTypeInfo base = info.base;
        if (base != null) {
            base.isFinal = true;
        }
        FieldPlacement placement = new FieldPlacement(info.kind == CTypeInfo.Kind.UNION, base, pack, bigEndian);
        StringBuilder format = new StringBuilder("T{");
        List<PyCField> placed = new ArrayList<>();
        int index = base == null ? 0 : base.length;
        for (int i = 0; i < pairs.length; i++) {
            Declared field = declared(thread, pairs[i], i);
            CTypeInfo fieldInfo = CTypeInfo.orNull(field.type);
            fieldInfo.isFinal = true;
            info.hasPointer |= fieldInfo.hasPointer;
            info.hasUnion |= fieldInfo.hasUnion;
            info.hasBitField |= fieldInfo.hasBitField || field.bits > 0;
            PyCField made = placement.place(field.type, fieldInfo, field.bits, index++);
            format.append(shaped(fieldInfo)).append(':').append(field.name).append(':');
            type.put(PyStr.intern(field.name), made);
            placed.add(made);
        }
        info.fields = placed.toArray(PyCField[]::new);
        info.length = index;
        info.align = placement.alignment();
        info.size = placement.paddedSize();
        info.format = info.kind == CTypeInfo.Kind.UNION || pack > 0
                ? "B"
                : format.append('}').toString();
        addAnonymous(thread, type);
    }

    /** The format with the shape of an array in front. */
    static String shaped(CTypeInfo info) {
        if (info.shape.length == 0) {
            return info.format;
        }
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < info.shape.length; i++) {
            text.append(i == 0 ? "" : ",").append(info.shape[i]);
        }
        return text.append(')').append(info.format).toString();
    }

    private static int packOf(ThreadState thread, PyType type) {
        PyObject pack = type.lookup(PACK);
        if (pack == null) {
            return 0;
        }
        if (!(pack instanceof PyInt number) || number.signum() < 0 || !number.fitsLong()) {
            throw PyErr.valueError("_pack_ must be a non-negative integer");
        }
        return Convert.toInt(thread, number);
    }

    /** One item of {@code _fields_}. @param bits 0 for a field that has whole bytes */
    private record Declared(PyStr name, PyType type, int bits) {}

    private static Declared declared(ThreadState thread, PyObject pair, int number) {
        if (!(pair instanceof PyTuple tuple)
                || tuple.size() < 2
                || tuple.size() > BIT_FIELD
                || !(tuple.get(0) instanceof PyStr name)) {
            throw PyErr.typeError("'_fields_' must be a sequence of (name, C type) pairs");
        }
        CTypeInfo info = CTypeInfo.orNull(tuple.get(1));
        if (info == null) {
            throw PyErr.typeError("second item in _fields_ tuple (index %d) must be a C type", number);
        }
        int bits = 0;
        if (tuple.size() == BIT_FIELD) {
            if (!(tuple.get(2) instanceof PyInt)) {
                throw PyErr.typeError("'_fields_' must be a sequence of (name, C type) pairs");
            }
            bits = Convert.toInt(thread, tuple.get(2));
            if (info.code == null || !info.code.allowsBits()) {
                throw PyErr.typeError("bit fields not allowed for type %s", ((PyType) tuple.get(1)).name());
            }
            if (bits <= 0 || bits > info.size * Byte.SIZE) {
                throw PyErr.valueError("number of bits invalid for bit field");
            }
        }
        return new Declared(name, (PyType) tuple.get(1), bits);
    }

    /** Makes the fields of fields that are in {@code _anonymous_} fields of the type itself. */
    private static void addAnonymous(ThreadState thread, PyType type) {
        PyObject anonymous = type.lookup(ANONYMOUS);
        if (anonymous == null) {
            return;
        }
        if (!Sequences.isSequence(anonymous)) {
            throw PyErr.typeError("_anonymous_ must be a sequence");
        }
        for (PyObject name : Sequences.toArray(thread, anonymous)) {
            PyObject found = Attributes.get(thread, type, (PyStr) name);
            if (!(found instanceof PyCField field)) {
                throw PyErr.attributeError("'%s' is specified in _anonymous_ but not in _fields_", name);
            }
            field.anonymous = true;
            addFieldsOf(thread, type, field, field.index(), field.offset());
        }
    }

    private static void addFieldsOf(ThreadState thread, PyType type, PyCField outer, int index, long offset) {
        PyObject fields = Attributes.get(thread, outer.fieldType(), FIELDS);
        for (PyObject pair : Sequences.toArray(thread, fields)) {
            PyStr name = (PyStr) Sequences.getItem(thread, pair, 0);
            PyObject found = Attributes.get(thread, outer.fieldType(), name);
            if (!(found instanceof PyCField inner)) {
                throw PyErr.typeError("unexpected type");
            }
            if (inner.anonymous) {
                addFieldsOf(thread, type, inner, index + inner.index(), offset + inner.offset());
            } else {
                type.put(PyStr.intern(name), inner.movedBy(index, offset));
            }
        }
    }
}
