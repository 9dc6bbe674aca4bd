package org.pyvm.modules.ctypes;

import org.pyvm.objects.PyType;

/** Finds places for the fields of a structure or union, one after the other, as GCC does. */
final class FieldPlacement {
    private final boolean union;
    private final int pack;
    private final boolean bigEndian;

    /** Of the structure so far, the current field included. */
    private long size;

    private long offset;
    private long alignment;
    /** The largest size, for a union. */
    private long unionSize;
    /** Bits of the storage that bit fields are put into; 0 while there is none. */
    private long openBits;
    /** How many of them are taken. */
    private long usedBits;

    /** @param base what the type extends, or null @param pack the largest alignment, or 0 */
    FieldPlacement(boolean union, CTypeInfo base, int pack, boolean bigEndian) {
        this.union = union;
        this.pack = pack;
        this.bigEndian = bigEndian;
        if (base != null) {
            size = base.size;
            offset = base.size;
            unionSize = base.size;
        }
        alignment = base == null ? 1 : Math.max(1, base.align);
    }

    /** @param bits 0 for a field that has whole bytes */
    PyCField place(PyType type, CTypeInfo info, int bits, int index) {
        if (union) {
            size = 0;
            offset = 0;
            openBits = 0;
        }
        PyCField field = bits == 0 ? placeBytes(type, info, index) : placeBits(type, info, bits, index);
        unionSize = Math.max(unionSize, size);
        return field;
    }

    private PyCField placeBytes(PyType type, CTypeInfo info, int index) {
        usedBits = 0;
        openBits = 0;
        return new PyCField(type, index, startStorage(info), info.size, 0, 0);
    }

    /** @return the offset */
    private long startStorage(CTypeInfo info) {
        long align = pack == 0 ? info.align : Math.min(pack, info.align);
        long gap = Math.floorMod(-offset, Math.max(1, align));
        long start = offset + gap;
        size += gap + info.size;
        offset = start + info.size;
        alignment = Math.max(alignment, align);
        return start;
    }

    private PyCField placeBits(PyType type, CTypeInfo info, int bits, int index) {
        long storage = info.size * Byte.SIZE;
        long start;
        if (openBits > 0 && storage <= openBits && usedBits + bits <= openBits) {
            // It has room beside the fields before.
            start = offset - info.size;
        } else if (openBits > 0 && storage >= openBits && usedBits + bits <= storage) {
            // It has when the storage becomes larger.
            long more = info.size - openBits / Byte.SIZE;
            offset += more;
            size += more;
            openBits = storage;
            start = offset - info.size;
        } else {
            usedBits = 0;
            openBits = storage;
            start = startStorage(info);
        }
        long low = bigEndian ? openBits - usedBits - bits : usedBits;
        usedBits += bits;
        return new PyCField(type, index, start, info.size, bits, (int) low);
    }

    long alignment() {
        return alignment;
    }

    long paddedSize() {
        long unpadded = union ? unionSize : size;
        return (unpadded + alignment - 1) / alignment * alignment;
    }
}
