package org.pyvm.objects.types;

import java.lang.foreign.MemorySegment;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyObject;

/** A buffer that a memory view gives out: its items in C order, wherever they lie. */
final class MemoryViewBuffer extends PyBuffer {
    private final PyBuffer memory;
    private final MemoryLayout layout;
    private final boolean readOnly;
    private final boolean contiguous;
    private final Runnable onRelease;

    MemoryViewBuffer(PyObject exporter, PyBuffer memory, MemoryLayout layout, boolean readOnly, Runnable onRelease) {
        super(exporter);
        this.memory = memory;
        this.layout = layout;
        this.readOnly = readOnly;
        this.contiguous = layout.isCContiguous();
        this.onRelease = onRelease;
    }

    @Override
    public int length() {
        return layout.byteLength();
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    private int offset(int index) {
        int size = layout.itemSize();
        return contiguous ? layout.offset() + index : layout.offsetOf(index / size) + index % size;
    }

    @Override
    public byte get(int index) {
        return memory.get(offset(index));
    }

    @Override
    public void set(int index, byte value) {
        memory.set(offset(index), value);
    }

    @Override
    public void read(int from, byte[] target, int at, int count) {
        if (contiguous) {
            memory.read(layout.offset() + from, target, at, count);
        } else {
            super.read(from, target, at, count);
        }
    }

    @Override
    public void write(int to, byte[] source, int from, int count) {
        if (contiguous) {
            memory.write(layout.offset() + to, source, from, count);
        } else {
            super.write(to, source, from, count);
        }
    }

    @Override
    public MemorySegment memory() {
        MemorySegment all = contiguous ? memory.memory() : null;
        return all == null ? null : all.asSlice(layout.offset(), layout.byteLength());
    }

    @Override
    public String format() {
        return layout.format();
    }

    @Override
    public int itemSize() {
        return layout.itemSize();
    }

    @Override
    public int[] shape() {
        return layout.shape().clone();
    }

    @Override
    public void release() {
        onRelease.run();
    }
}
