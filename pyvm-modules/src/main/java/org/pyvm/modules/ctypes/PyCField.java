package org.pyvm.modules.ctypes;

import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;

/** A field of a structure or union, as an attribute of the class: a descriptor that reads and writes the instances' memory. */
@PythonType(name = "CField", module = "_ctypes")
final class PyCField extends PyObject {
    static final PyType TYPE =
            PyType.builtin("_ctypes", "CField", new PyCFieldExposed.SlotTable(), new PyCFieldExposed());

    private static final int BITS_SHIFT = 16;

    private final PyType fieldType;
    private final CTypeInfo info;
    private final int index;
    private final long offset;
    private final long byteSize;
    private final int bits;
    private final int lowBit;
    /** Whether its own fields are fields of the structure too. */
    boolean anonymous;

    /** @param bits 0 for a field that has whole bytes; @param lowBit the place of the lowest of them */
    PyCField(PyType fieldType, int index, long offset, long byteSize, int bits, int lowBit) {
        super(TYPE);
        this.fieldType = fieldType;
        this.info = CTypeInfo.orNull(fieldType);
        this.index = index;
        this.offset = offset;
        this.byteSize = byteSize;
        this.bits = bits;
        this.lowBit = lowBit;
    }

    /** The same field as one of an outer structure. */
    PyCField movedBy(int indexes, long bytes) {
        return new PyCField(fieldType, index + indexes, offset + bytes, byteSize, bits, lowBit);
    }

    PyType fieldType() {
        return fieldType;
    }

    CTypeInfo info() {
        return info;
    }

    int index() {
        return index;
    }

    @PythonGetter("offset")
    long offset() {
        return offset;
    }

    @PythonGetter("size")
    long size() {
        return bits == 0 ? byteSize : (long) bits << BITS_SHIFT | lowBit;
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        String name = fieldType.name();
        return PyStr.of(
                bits == 0
                        ? "<Field type=" + name + ", ofs=" + offset + ", size=" + byteSize + ">"
                        : "<Field type=" + name + ", ofs=" + offset + ":" + lowBit + ", bits=" + bits + ">");
    }

    private static PyCData data(PyObject object) {
        if (!(object instanceof PyCData data)) {
            throw PyErr.typeError("not a ctype instance");
        }
        return data;
    }

    @SlotMethod(Slot.TP_DESCR_GET)
    PyObject descrGet(ThreadState thread, PyObject object, PyType owner) {
        if (object == null) {
            return this;
        }
        PyCData data = data(object);
        long at = data.offset + offset;
        if (bits > 0) {
            long all = SimpleValues.bits(data.block.segment(), at, (int) byteSize, info.swapped);
            return SimpleValues.integer(info.code, all >>> lowBit, bits);
        }
        if (info.targets('c')) {
            return PyBytes.of(PyArray.bytesBeforeZero(data.block.segment(), at, info.size));
        }
        if (info.targets('u')) {
            return PyArray.textBeforeZero(data.block.segment(), at, info.length);
        }
        return data.get(thread, fieldType, info, index, at);
    }

    @SlotMethod(Slot.TP_DESCR_SET)
    void descrSet(ThreadState thread, PyObject object, PyObject value) {
        PyCData data = data(object);
        if (value == null) {
            throw PyErr.typeError("can't delete attribute");
        }
        long at = data.offset + offset;
        if (bits > 0) {
            long mask = bits == Long.SIZE ? -1 : (1L << bits) - 1;
            long given = info.code.letter() == '?'
                    ? (org.pyvm.objects.protocol.Objects.isTrue(thread, value) ? 1 : 0)
                    : SimpleValues.mask(thread, value);
            long all = SimpleValues.bits(data.block.segment(), at, (int) byteSize, info.swapped);
            SimpleValues.setBits(
                    data.block.segment(),
                    at,
                    (int) byteSize,
                    info.swapped,
                    all & ~(mask << lowBit) | (given & mask) << lowBit);
            return;
        }
        if (info.targets('c')) {
            PyArray.setFieldBytes(data.block.segment(), at, info.size, value);
        } else if (info.targets('u')) {
            PyArray.setFieldText(data.block.segment(), at, info.length, value);
            data.keep(thread, index, value);
        } else {
            data.set(thread, fieldType, info, index, at, value);
        }
    }
}
