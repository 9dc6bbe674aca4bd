package org.pyvm.modules.mmap;

import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.ExportCount;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PySlice;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.SliceBounds;

/** {@code mmap.mmap}. The methods that treat it as a file are in {@link MmapFileMethods}. */
@PythonType(name = "mmap", module = "mmap", parts = MmapFileMethods.class)
public final class PyMmap extends PyAttributed {
    public static final PyType TYPE = PyType.builtin("mmap", "mmap", new PyMmapExposed.SlotTable(), new PyMmapExposed())
            .weakReferenceable();

    private final MapRequest request;
    private final ExportCount exports = new ExportCount();
    /** Null when closed. */
    private ByteBuffer bytes;

    int position;

    private PyMmap(PyType cls, MapRequest request, ByteBuffer bytes) {
        super(cls);
        this.request = request;
        this.bytes = bytes;
        if (request.file != null) {
            request.file.retain();
        }
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        MapRequest request = MapRequest.of(thread, args, names);
        return new PyMmap(cls, request, request.map(thread, request.length));
    }

    /** @throws PyErr ValueError when it is closed */
    ByteBuffer open() {
        if (bytes == null) {
            throw PyErr.valueError("mmap closed or invalid");
        }
        return bytes;
    }

    /** The same, for writing. */
    ByteBuffer writable() {
        ByteBuffer open = open();
        if (request.access == MapRequest.ACCESS_READ) {
            throw PyErr.typeError("mmap can't modify a readonly memory map.");
        }
        return open;
    }

    byte[] part(int from, int count) {
        byte[] part = new byte[count];
        open().get(from, part);
        return part;
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length() {
        return open().capacity();
    }

    private int checked(long index) {
        int size = length();
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw PyErr.indexError("mmap index out of range");
        }
        return (int) at;
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(long index) {
        return PyBytes.of(part(checked(index), 1));
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        open();
        if (key.type().slots().has(Slot.NB_INDEX)) {
            return PyInt.of(open().get(checked(Numbers.toIndex(thread, key))) & 0xFF);
        }
        if (!(key instanceof PySlice slice)) {
            throw PyErr.typeError("mmap indices must be integers");
        }
        SliceBounds bounds = slice.unpack(thread).forLength(length());
        if (bounds.step() == 1) {
            return PyBytes.of(part(bounds.start(), bounds.count()));
        }
        byte[] part = new byte[bounds.count()];
        for (int i = 0; i < part.length; i++) {
            part[i] = open().get(bounds.at(i));
        }
        return PyBytes.of(part);
    }

    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    void store(ThreadState thread, PyObject key, PyObject value) {
        writable();
        if (key.type().slots().has(Slot.NB_INDEX)) {
            int at = checked(Numbers.toIndex(thread, key));
            if (value == null) {
                throw PyErr.typeError("mmap doesn't support item deletion");
            }
            if (!value.type().slots().has(Slot.NB_INDEX)) {
                throw PyErr.typeError("mmap item value must be an int");
            }
            long number = Convert.toLong(thread, value);
            if (number < 0 || number > 0xFF) {
                throw PyErr.valueError("mmap item value must be in range(0, 256)");
            }
            writable().put(at, (byte) number);
            return;
        }
        if (!(key instanceof PySlice slice)) {
            throw PyErr.typeError("mmap indices must be integer");
        }
        SliceBounds bounds = slice.unpack(thread).forLength(length());
        if (value == null) {
            throw PyErr.typeError("mmap object doesn't support slice deletion");
        }
        byte[] source = Convert.toByteArray(thread, value);
        if (source.length != bounds.count()) {
            throw PyErr.indexError("mmap slice assignment is wrong size");
        }
        for (int i = 0; i < source.length; i++) {
            writable().put(bounds.at(i), source[i]);
        }
    }

    @SlotMethod(Slot.BF_GETBUFFER)
    PyBuffer buffer(int flags) {
        boolean readOnly = open() != null && request.access == MapRequest.ACCESS_READ;
        if (readOnly && (flags & PyBuffer.WRITABLE) != 0) {
            throw PyErr.bufferError("Object is not writable.");
        }
        return new MappedBuffer(this, bytes, readOnly, exports);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        String name = type().isHeapType() ? type().name() : "mmap.mmap";
        if (bytes == null) {
            return PyStr.of("<" + name + " closed=True>");
        }
        String access = switch (request.access) {
            case MapRequest.ACCESS_DEFAULT -> "DEFAULT";
            case MapRequest.ACCESS_READ -> "READ";
            case MapRequest.ACCESS_WRITE -> "WRITE";
            default -> "COPY";
        };
        return PyStr.of("<" + name + " closed=False, access=ACCESS_" + access + ", length=" + length() + ", pos="
                + position + ", offset=" + request.offset + ">");
    }

    @PythonGetter("closed")
    boolean isClosed() {
        return bytes == null;
    }

    @PythonMethod("close($self, /)")
    void close() {
        if (bytes != null && exports.isInUse()) {
            throw PyErr.bufferError("cannot close exported pointers exist");
        }
        if (bytes != null && request.file != null) {
            request.file.release();
        }
        // The collector unmaps it.
        bytes = null;
    }

    @PythonMethod("__enter__($self, /)")
    PyObject enter() {
        open();
        return this;
    }

    @PythonMethod(value = "__exit__", raw = true)
    void exit(PyObject[] args, PyStr[] names) {
        close();
    }

    @PythonMethod("size($self, /)")
    PyObject size(ThreadState thread) {
        open();
        if (request.file == null) {
            throw HostErrors.of(thread, Errno.EBADF);
        }
        return PyInt.of(request.file.status().size());
    }

    @PythonMethod("resize($self, newsize, /)")
    void resize(ThreadState thread, long size) {
        open();
        if (exports.isInUse()) {
            throw PyErr.bufferError("mmap can't resize with extant buffers exported.");
        }
        if (request.access != MapRequest.ACCESS_DEFAULT && request.access != MapRequest.ACCESS_WRITE) {
            throw PyErr.typeError("mmap can't resize a readonly or copy-on-write memory map.");
        }
        if (size < 0 || Long.MAX_VALUE - size < request.offset) {
            throw PyErr.valueError("new size out of range");
        }
        if (size == 0) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        if (size > Integer.MAX_VALUE - 16) {
            throw HostErrors.of(thread, Errno.ENOMEM);
        }
        if (request.file == null) {
            ByteBuffer resized = ByteBuffer.allocate((int) size);
            resized.put(0, part(0, (int) Math.min(size, length())));
            bytes = resized;
            return;
        }
        try {
            request.file.truncate(request.offset + size);
        } catch (HostException e) {
            throw HostErrors.of(thread, e);
        }
        bytes = request.map(thread, (int) size);
    }

    @PythonMethod("flush($self, offset=0, size=<unrepresentable>, /)")
    void flush(ThreadState thread, long offset, PyObject size) {
        long count = size == null ? length() : Convert.toLong(thread, size);
        if (count < 0 || offset < 0 || length() - offset < count && size != null || offset > length()) {
            throw PyErr.valueError("flush values out of range");
        }
        if (request.access == MapRequest.ACCESS_READ || request.access == MapRequest.ACCESS_COPY) {
            return;
        }
        if (offset % MmapModule.PAGE_SIZE != 0) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        if (bytes instanceof MappedByteBuffer mapped) {
            mapped.force((int) offset, (int) Math.min(count, length() - offset));
        }
    }

    /** Advice changes nothing that a program can see; only whether it makes sense is checked. */
    @PythonMethod("madvise($self, option, start=0, length=<unrepresentable>, /)")
    void advise(ThreadState thread, int option, long start, PyObject length) {
        long count = length == null ? length() : Convert.toLong(thread, length);
        if (start < 0 || start >= length()) {
            throw PyErr.valueError("madvise start out of bounds");
        }
        if (count < 0) {
            throw PyErr.valueError("madvise length invalid");
        }
        if (Long.MAX_VALUE - start < count) {
            throw PyErr.overflowError("madvise length too large");
        }
        boolean isKnown = option >= 0 && option <= 4 || option >= 8 && option <= 17;
        if (!isKnown || start % MmapModule.PAGE_SIZE != 0) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
    }

    @PythonMethod("move($self, dest, src, count, /)")
    void move(long to, long from, long count) {
        ByteBuffer open = writable();
        int size = length();
        if (to < 0 || from < 0 || count < 0 || size - to < count || size - from < count) {
            throw PyErr.valueError("source, destination, or count out of range");
        }
        open.put((int) to, part((int) from, (int) count));
    }

    @PythonMethod("find($self, sub, start=<unrepresentable>, end=<unrepresentable>, /)")
    int find(ThreadState thread, PyObject wanted, PyObject start, PyObject end) {
        return find(thread, wanted, start, end, false);
    }

    @PythonMethod("rfind($self, sub, start=<unrepresentable>, end=<unrepresentable>, /)")
    int findLast(ThreadState thread, PyObject wanted, PyObject start, PyObject end) {
        return find(thread, wanted, start, end, true);
    }

    private int find(ThreadState thread, PyObject wanted, PyObject start, PyObject end, boolean isReverse) {
        int size = length();
        byte[] sought = Convert.toByteArray(thread, wanted);
        int first = start == null ? position : bound(Convert.toLong(thread, start), size);
        int last = (end == null ? size : bound(Convert.toLong(thread, end), size)) - sought.length;
        ByteBuffer open = open();
        int step = isReverse ? -1 : 1;
        for (int at = isReverse ? last : first; at >= first && at <= last; at += step) {
            int same = 0;
            while (same < sought.length && open.get(at + same) == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return at;
            }
        }
        return -1;
    }

    private static int bound(long given, int size) {
        return Math.clamp(given < 0 ? given + size : given, 0, size);
    }

    /** The line that begins at the position, with its end. */
    byte[] line() {
        int end = position;
        ByteBuffer open = open();
        while (end < length() && open.get(end++) != '\n') {
            // The line goes on.
        }
        return part(position, end - position);
    }

    /** What of the bytes is behind the position. */
    byte[] rest(PyObject count, ThreadState thread) {
        int left = Math.max(0, length() - position);
        if (count != Singletons.NONE) {
            if (!count.type().slots().has(Slot.NB_INDEX)) {
                throw PyErr.typeError("argument should be integer or None, not '%T'", count);
            }
            long wanted = Numbers.toIndex(thread, count);
            left = wanted < 0 ? left : (int) Math.min(left, wanted);
        }
        return part(Math.min(position, length()), left);
    }
}
