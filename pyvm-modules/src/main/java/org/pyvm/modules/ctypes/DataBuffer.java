package org.pyvm.modules.ctypes;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import org.pyvm.objects.PyBuffer;

/** A view of data, with the format that its type has by PEP 3118. */
final class DataBuffer extends PyBuffer {
    private final PyCData data;
    private final CTypeInfo info;
    private final int length;
    private final int itemSize;

    DataBuffer(PyCData data) {
        super(data);
        this.data = data;
        this.info = data.info();
        this.length = Math.toIntExact(data.size);
        CTypeInfo item = info;
        while (item.kind == CTypeInfo.Kind.ARRAY) {
            item = CTypeInfo.orNull(item.target);
        }
        this.itemSize = Math.toIntExact(item.size);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String format() {
        return info.format;
    }

    @Override
    public int itemSize() {
        return itemSize;
    }

    @Override
    public int[] shape() {
        int[] shape = new int[info.shape.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = Math.toIntExact(info.shape[i]);
        }
        return shape;
    }

    @Override
    public byte get(int index) {
        return data.block.segment().get(JAVA_BYTE, data.offset + index);
    }

    @Override
    public void set(int index, byte value) {
        data.block.segment().set(JAVA_BYTE, data.offset + index, value);
    }

    @Override
    public void read(int from, byte[] target, int at, int count) {
        MemorySegment.copy(data.block.segment(), JAVA_BYTE, data.offset + from, target, at, count);
    }

    @Override
    public void write(int to, byte[] source, int from, int count) {
        MemorySegment.copy(source, from, data.block.segment(), JAVA_BYTE, data.offset + to, count);
    }
}
