package org.pyvm.modules.mmap;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.ExportCount;

/** A view of the memory of a map. */
final class MappedBuffer extends PyBuffer {
    private final ByteBuffer bytes;
    private final boolean readOnly;
    private final ExportCount exports;

    MappedBuffer(PyObject exporter, ByteBuffer bytes, boolean readOnly, ExportCount exports) {
        super(exporter);
        this.bytes = bytes;
        this.readOnly = readOnly;
        this.exports = exports;
        exports.add(this);
    }

    @Override
    public int length() {
        return bytes.capacity();
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public byte get(int index) {
        return bytes.get(index);
    }

    @Override
    public void set(int index, byte value) {
        bytes.put(index, value);
    }

    @Override
    public void read(int from, byte[] target, int at, int count) {
        bytes.get(from, target, at, count);
    }

    @Override
    public void write(int to, byte[] source, int from, int count) {
        bytes.put(to, source, from, count);
    }

    @Override
    public MemorySegment memory() {
        return MemorySegment.ofBuffer(bytes.duplicate().clear());
    }

    @Override
    public void release() {
        exports.remove(this);
    }
}
