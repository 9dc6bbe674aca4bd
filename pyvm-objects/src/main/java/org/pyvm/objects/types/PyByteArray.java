package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;

/**
 * {@code bytearray}: bytes that can be changed. While a view of its memory is out it refuses to change its size.
 *
 * <p>The methods that change it are in {@link ByteArrayMethods}, those that it has in common with {@code bytes} in the classes
 * that {@link PyBytes} names.
 */
@PythonType(
        name = "bytearray",
        module = "builtins",
        hashable = false,
        parts = {
            ByteArrayMethods.class,
            BytesMethods.class,
            BytesSearch.class,
            BytesSplit.class,
            BytesText.class,
            BytesHex.class
        })
public class PyByteArray extends PyAttributed implements ByteSequence {
    public static final PyType TYPE =
            PyType.builtin("builtins", "bytearray", new PyByteArrayExposed.SlotTable(), new PyByteArrayExposed());

    private static final int LONGEST = Integer.MAX_VALUE - 16;

    private byte[] bytes;
    private int size;
    /** Views of the memory that are out. */
    private ExportCount exports;

    public PyByteArray() {
        this(TYPE, new byte[0]);
    }

    /** The array becomes the object's own. */
    public PyByteArray(PyType type, byte[] bytes) {
        super(type);
        this.bytes = bytes;
        this.size = bytes.length;
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PyByteArray(cls, new byte[0]);
    }

    @PythonInit(raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        byte[] source = BytesConversion.ofArguments(thread, TYPE, args, names);
        replace(0, size, source, source.length);
    }

    /** A fresh array of the bytes. */
    public final byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    @SlotMethod(Slot.SQ_LENGTH)
    public final int size() {
        return size;
    }

    @Override
    public final byte[] array() {
        return bytes;
    }

    @Override
    public final PyObject create(byte[] newBytes) {
        return new PyByteArray(TYPE, newBytes);
    }

    @Override
    public final PyObject unchanged() {
        return new PyByteArray(TYPE, toByteArray());
    }

    /** Stores one byte. */
    final void set(int index, byte value) {
        bytes[index] = value;
    }

    /** Puts other bytes in the place of some. @throws PyErr BufferError when the size must not change */
    final void replace(int start, int end, byte[] source, int count) {
        int change = count - (end - start);
        if (change != 0) {
            if (isExported()) {
                throw PyErr.bufferError("Existing exports of data: object cannot be re-sized");
            }
            long newSize = (long) size + change;
            if (newSize > LONGEST) {
                throw PyErr.memoryError();
            }
            byte[] target = newSize <= bytes.length && newSize >= bytes.length / 2
                    ? bytes
                    : new byte[(int) Math.min(LONGEST, change == 1 ? newSize + (newSize >> 3) + 8 : newSize)];
            int behind = size - end;
            if (target != bytes) {
                System.arraycopy(bytes, 0, target, 0, start);
            }
            System.arraycopy(bytes, end, target, start + count, behind);
            bytes = target;
            size = (int) newSize;
        }
        System.arraycopy(source, 0, bytes, start, count);
    }

    /** Bytes that are allocated, as {@code __alloc__} answers. */
    final int allocated() {
        return size == 0 && bytes.length == 0 ? 0 : Math.max(bytes.length, size + 1);
    }

    @SlotMethod(Slot.BF_GETBUFFER)
    PyBuffer buffer(int flags) {
        if (exports == null) {
            exports = new ExportCount();
        }
        ArrayBuffer buffer = ArrayBuffer.writable(this, bytes, size, exports);
        exports.add(buffer);
        return buffer;
    }

    private boolean isExported() {
        return exports != null && exports.isInUse();
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.ofBmp(type().name() + "(" + BytesRepr.ofByteArray(bytes, size) + ")");
    }

    @SlotMethod(Slot.TP_STR)
    PyObject str(ThreadState thread) {
        BytesWarnings.onStr(thread, "a bytearray");
        return repr();
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!other.type().slots().has(Slot.BF_GETBUFFER)) {
            BytesWarnings.onComparison(thread, "bytearray", other, op);
            return Singletons.NOT_IMPLEMENTED;
        }
        byte[] that =
                other instanceof ByteSequence sequence ? sequence.array() : BytesConversion.argument(thread, other);
        int thatSize = other instanceof ByteSequence sequence ? sequence.size() : that.length;
        boolean equality = op == Comparison.EQ || op == Comparison.NE;
        int order = equality && size != thatSize ? 1 : Arrays.compareUnsigned(bytes, 0, size, that, 0, thatSize);
        return PyBool.of(op.holds(order));
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return new PyByteArrayIterator(this);
    }

    @SlotMethod(Slot.SQ_CONCAT)
    PyObject concat(ThreadState thread, PyObject other) {
        byte[] more = concatenated(thread, other);
        return create(BytesMethods.concat(bytes, size, more, more.length));
    }

    private byte[] concatenated(ThreadState thread, PyObject other) {
        if (!other.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("can't concat %T to %T", other, this);
        }
        return BytesConversion.argument(thread, other);
    }

    @SlotMethod(Slot.SQ_INPLACE_CONCAT)
    PyObject concatInPlace(ThreadState thread, PyObject other) {
        byte[] more = concatenated(thread, other);
        appendAll(more);
        return this;
    }

    /** Appends with room to grow, so that a loop of appends is linear. */
    final void appendAll(byte[] more) {
        long newSize = (long) size + more.length;
        if (more.length > 0 && newSize > bytes.length && newSize < LONGEST && !isExported()) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(LONGEST, newSize + (newSize >> 3) + 8));
        }
        replace(size, size, more, more.length);
    }

    @SlotMethod(Slot.SQ_REPEAT)
    PyObject repeat(long count) {
        return create(BytesMethods.repeat(bytes, size, count));
    }

    @SlotMethod(Slot.SQ_INPLACE_REPEAT)
    PyObject repeatInPlace(long count) {
        byte[] repeated = BytesMethods.repeat(bytes, size, count);
        replace(0, size, repeated, repeated.length);
        return this;
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    boolean contains(ThreadState thread, PyObject value) {
        return BytesSearch.contains(thread, this, value);
    }

    @SlotMethod(Slot.NB_REMAINDER)
    static PyObject remainder(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof PyByteArray format
                ? new PyByteArray(TYPE, BytesPercentFormat.format(thread, format, w))
                : Singletons.NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(long index) {
        return PyInt.of(bytes[checkIndex(index)] & 0xFF);
    }

    private int checkIndex(long index) {
        if (index < 0 || index >= size) {
            throw PyErr.indexError("bytearray index out of range");
        }
        return (int) index;
    }

    private static PyErr badIndex(PyObject key) {
        return PyErr.typeError("bytearray indices must be integers or slices, not %T", key);
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        if (key instanceof PySlice slice) {
            PySlice.Unpacked unpacked = slice.unpack(thread);
            return create(BytesMethods.slice(bytes, unpacked.forLength(size)));
        }
        if (!key.type().slots().has(Slot.NB_INDEX)) {
            throw badIndex(key);
        }
        long index = Numbers.toIndex(thread, key);
        return item(index < 0 ? index + size : index);
    }

    @SlotMethod(Slot.SQ_ASS_ITEM)
    void storeItem(ThreadState thread, long index, PyObject value) {
        if (value == null) {
            int at = checkIndex(index);
            replace(at, at + 1, bytes, 0);
            return;
        }
        byte b = BytesConversion.toByte(thread, value, "byte");
        bytes[checkIndex(index)] = b;
    }

    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    void store(ThreadState thread, PyObject key, PyObject value) {
        if (key instanceof PySlice slice) {
            ByteArraySlices.store(thread, this, slice, value);
            return;
        }
        if (!key.type().slots().has(Slot.NB_INDEX)) {
            throw badIndex(key);
        }
        long index = Numbers.toIndex(thread, key);
        // The value first: its __index__ may change the size.
        byte b = value == null ? 0 : BytesConversion.toByte(thread, value, "byte");
        int at = checkIndex(index < 0 ? index + size : index);
        if (value == null) {
            replace(at, at + 1, bytes, 0);
        } else {
            bytes[at] = b;
        }
    }

    @PythonMethod("__sizeof__($self, /)")
    int sizeOf() {
        return 56 + allocated();
    }

    /** The argument of a method that takes one byte. */
    static byte byteArgument(ThreadState thread, PyObject value) {
        return BytesConversion.toByte(thread, value, "byte");
    }

    @Override
    public String toString() {
        return "bytearray(" + BytesRepr.repr(bytes, size) + ")";
    }
}
