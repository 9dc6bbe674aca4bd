package org.pyvm.modules.arrays;

import java.util.Arrays;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.ArrayBuffer;
import org.pyvm.objects.types.BytesConversion;
import org.pyvm.objects.types.ExportCount;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PySlice;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.SliceBounds;

/** {@code array.array}: items of one machine type, side by side in an array of bytes. */
@PythonType(
        name = "array",
        module = "array",
        hashable = false,
        parts = {ArrayMethods.class, ArrayConversion.class})
public final class PyArray extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "array", "array", new PyArrayExposed.SlotTable(), new PyArrayExposed())
            .withPattern(PyType.PatternKind.SEQUENCE)
            .weakReferenceable();

    private static final int LONGEST = Integer.MAX_VALUE - 16;

    private final ItemKind kind;
    private byte[] bytes;
    /** Number of items. */
    private int size;
    /** Views of the memory that are out. */
    private ExportCount exports;

    PyArray(PyType type, ItemKind kind, byte[] bytes) {
        super(type);
        this.kind = kind;
        this.bytes = bytes;
        this.size = bytes.length / kind.size();
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        if (cls == TYPE && names != null && names.length > 0) {
            throw PyErr.typeError("array.array() takes no keyword arguments");
        }
        int count = Arguments.positionalCount(args, names);
        if (count < 1 || count > 2) {
            throw PyErr.typeError(
                    "array() takes at %s (%d given)", count < 1 ? "least 1 argument" : "most 2 arguments", count);
        }
        if (!(args[0] instanceof PyStr code && code.length() == 1)) {
            throw PyErr.typeError("array() argument 1 must be a unicode character, not %T", args[0]);
        }
        ItemKind kind = ItemKind.ofCode(code.codePointAt(0));
        if (kind == null) {
            throw PyErr.valueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
        }
        PyArray array = new PyArray(cls, kind, new byte[0]);
        if (count == 2) {
            array.fill(thread, args[1]);
        }
        return array;
    }

    private void fill(ThreadState thread, PyObject initial) {
        if (kind != ItemKind.CHARACTER) {
            if (initial instanceof PyStr) {
                throw PyErr.typeError("cannot use a str to initialize an array with typecode '%s'", kind.code());
            }
            if (initial instanceof PyArray array && array.kind == ItemKind.CHARACTER) {
                throw PyErr.typeError(
                        "cannot use a unicode array to initialize an array with typecode '%s'", kind.code());
            }
        }
        if (initial instanceof PyStr text) {
            ArrayConversion.fromUnicode(this, text);
        } else if (initial instanceof PyBytes || initial instanceof PyByteArray) {
            appendBytes(BytesConversion.argument(thread, initial));
        } else if (initial instanceof PyArray array && array.kind == kind) {
            appendBytes(array.toByteArray());
        } else {
            appendAll(thread, initial);
        }
    }

    /** Appends the items of any iterable. */
    void appendAll(ThreadState thread, PyObject iterable) {
        PyObject iterator = Iterators.iter(thread, iterable);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            append(thread, item);
        }
    }

    ItemKind kind() {
        return kind;
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int size() {
        return size;
    }

    /** A copy of the items' bytes. */
    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size * kind.size());
    }

    PyObject at(int index) {
        return kind.get(bytes, index * kind.size());
    }

    private void put(int index, long bits) {
        kind.put(bytes, index * kind.size(), bits);
    }

    /** Puts the bytes of other items, whole ones, in the place of some. */
    void replace(int start, int end, byte[] source, int byteCount) {
        int itemSize = kind.size();
        int change = byteCount / itemSize - (end - start);
        if (change != 0) {
            checkResizable();
            long newLength = ((long) size + change) * itemSize;
            if (newLength > LONGEST) {
                throw PyErr.memoryError();
            }
            byte[] target = newLength <= bytes.length && newLength >= bytes.length / 4
                    ? bytes
                    : new byte[(int) Math.min(LONGEST, change > 0 && size > 0 ? grown(newLength) : newLength)];
            if (target != bytes) {
                System.arraycopy(bytes, 0, target, 0, start * itemSize);
            }
            System.arraycopy(bytes, end * itemSize, target, start * itemSize + byteCount, (size - end) * itemSize);
            bytes = target;
            size += change;
        }
        System.arraycopy(source, 0, bytes, start * itemSize, byteCount);
    }

    private long grown(long length) {
        return length + (length >> 3) / kind.size() * kind.size() + 8L * kind.size();
    }

    void checkResizable() {
        if (exports != null && exports.isInUse()) {
            throw PyErr.bufferError("cannot resize an array that is exporting buffers");
        }
    }

    void appendBytes(byte[] source) {
        if (source.length % kind.size() != 0) {
            throw PyErr.valueError("bytes length not a multiple of item size");
        }
        replace(size, size, source, source.length);
    }

    void remove(int index) {
        replace(index, index + 1, bytes, 0);
    }

    /** Puts an item before another; the index is from 0 to the size. */
    void insert(int index, long bits) {
        byte[] item = new byte[kind.size()];
        kind.put(item, 0, bits);
        replace(index, index, item, item.length);
    }

    @PythonMethod("append($self, v, /)")
    void append(ThreadState thread, PyObject v) {
        long bits = kind.bits(thread, v);
        if ((size + 1L) * kind.size() <= bytes.length && exports == null) {
            put(size++, bits);
        } else {
            insert(size, bits);
        }
    }

    /** Reverses the order of the bytes in every item. */
    static void swapBytes(byte[] bytes, int length, int itemSize) {
        for (int start = 0; start < length; start += itemSize) {
            for (int i = start, j = start + itemSize - 1; i < j; i++, j--) {
                byte kept = bytes[i];
                bytes[i] = bytes[j];
                bytes[j] = kept;
            }
        }
    }

    @PythonMethod("byteswap($self, /)")
    void byteSwap() {
        swapBytes(bytes, size * kind.size(), kind.size());
    }

    @PythonMethod("reverse($self, /)")
    void reverse() {
        // All bytes reversed, then those of every item turned round again.
        swapBytes(bytes, size * kind.size(), Math.max(1, size * kind.size()));
        byteSwap();
    }

    @PythonMethod("buffer_info($self, /)")
    PyObject bufferInfo() {
        return PyTuple.of(PyInt.of(Identity.of(this)), PyInt.of(size));
    }

    @PythonGetter("typecode")
    PyObject typeCode() {
        return kind.code();
    }

    @PythonGetter("itemsize")
    int itemSize() {
        return kind.size();
    }

    @PythonMethod("__sizeof__($self, /)")
    int sizeOf() {
        return 64 + bytes.length;
    }

    @SlotMethod(Slot.BF_GETBUFFER)
    PyBuffer buffer(int flags) {
        if (exports == null) {
            exports = new ExportCount();
        }
        boolean formatted = (flags & PyBuffer.FORMAT) != 0;
        PyBuffer buffer = ArrayBuffer.writable(
                this, bytes, size * kind.size(), formatted ? kind.format() : "B", formatted ? kind.size() : 1, exports);
        exports.add(buffer);
        return buffer;
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return new PyArrayIterator(this);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        if (size == 0) {
            return PyStr.ofBmp(type().name() + "('" + kind.code() + "')");
        }
        PyObject items = kind == ItemKind.CHARACTER ? ArrayConversion.toUnicode(this) : ArrayConversion.toList(this);
        return PyStr.of(type().name() + "('" + kind.code() + "', ")
                .concat(Objects.repr(thread, items))
                .concat(PyStr.ofBmp(")"));
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!(other instanceof PyArray that)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        boolean equality = op == Comparison.EQ || op == Comparison.NE;
        if (equality && size != that.size) {
            return PyBool.of(op == Comparison.NE);
        }
        if (equality && kind == that.kind && kind.isInteger()) {
            int length = size * kind.size();
            boolean same = Arrays.equals(bytes, 0, length, that.bytes, 0, length);
            return PyBool.of(same == (op == Comparison.EQ));
        }
        for (int i = 0; i < Math.min(size, that.size); i++) {
            PyObject v = at(i);
            PyObject w = that.at(i);
            if (!Comparisons.equal(thread, v, w)) {
                return equality ? PyBool.of(op == Comparison.NE) : Comparisons.compare(thread, v, w, op);
            }
        }
        return PyBool.of(op.holds(Integer.compare(size, that.size)));
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    boolean contains(ThreadState thread, PyObject value) {
        return ArrayMethods.find(thread, this, value, 0, Integer.MAX_VALUE) >= 0;
    }

    @SlotMethod(Slot.SQ_CONCAT)
    PyObject concat(PyObject other) {
        if (!(other instanceof PyArray that)) {
            throw PyErr.typeError("can only append array (not \"%T\") to array", other);
        }
        checkKind(that);
        PyArray both = new PyArray(TYPE, kind, toByteArray());
        both.appendBytes(that.toByteArray());
        return both;
    }

    private void checkKind(PyArray that) {
        if (that.kind != kind) {
            throw PyErr.typeError("bad argument type for built-in operation");
        }
    }

    @SlotMethod(Slot.SQ_INPLACE_CONCAT)
    PyObject concatInPlace(ThreadState thread, PyObject other) {
        if (!(other instanceof PyArray)) {
            throw PyErr.typeError("can only extend array with array (not \"%T\")", other);
        }
        ArrayMethods.extend(thread, this, other);
        return this;
    }

    private byte[] repeated(long count) {
        int length = size * kind.size();
        if (count <= 0 || length == 0) {
            return new byte[0];
        }
        if (count > LONGEST / length) {
            throw PyErr.memoryError();
        }
        byte[] all = new byte[(int) (length * count)];
        for (int i = 0; i < all.length; i += length) {
            System.arraycopy(bytes, 0, all, i, length);
        }
        return all;
    }

    @SlotMethod(Slot.SQ_REPEAT)
    PyObject repeat(long count) {
        return new PyArray(TYPE, kind, repeated(count));
    }

    @SlotMethod(Slot.SQ_INPLACE_REPEAT)
    PyObject repeatInPlace(long count) {
        byte[] all = repeated(count);
        replace(0, size, all, all.length);
        return this;
    }

    private int checkIndex(long index, String message) {
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw PyErr.indexError(message);
        }
        return (int) at;
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(long index) {
        if (index < 0 || index >= size) {
            throw PyErr.indexError("array index out of range");
        }
        return at((int) index);
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        if (key.type().slots().has(Slot.NB_INDEX)) {
            return at(checkIndex(Numbers.toIndex(thread, key), "array index out of range"));
        }
        if (!(key instanceof PySlice slice)) {
            throw PyErr.typeError("array indices must be integers");
        }
        return new PyArray(TYPE, kind, bytesOf(slice.unpack(thread).forLength(size)));
    }

    private byte[] bytesOf(SliceBounds bounds) {
        int itemSize = kind.size();
        byte[] part = new byte[bounds.count() * itemSize];
        if (bounds.step() == 1) {
            System.arraycopy(bytes, bounds.start() * itemSize, part, 0, part.length);
            return part;
        }
        for (int i = 0; i < bounds.count(); i++) {
            System.arraycopy(bytes, bounds.at(i) * itemSize, part, i * itemSize, itemSize);
        }
        return part;
    }

    @SlotMethod(Slot.SQ_ASS_ITEM)
    void storeItem(ThreadState thread, long index, PyObject value) {
        if (index < 0 || index >= size) {
            throw PyErr.indexError("array assignment index out of range");
        }
        storeAt(thread, (int) index, value);
    }

    private void storeAt(ThreadState thread, int index, PyObject value) {
        if (value == null) {
            remove(index);
            return;
        }
        long bits = kind.bits(thread, value);
        // Making a number of the value may have run Python code that shortened the array.
        put(checkIndex(index, "array assignment index out of range"), bits);
    }

    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    void store(ThreadState thread, PyObject key, PyObject value) {
        if (key.type().slots().has(Slot.NB_INDEX)) {
            storeAt(thread, checkIndex(Numbers.toIndex(thread, key), "array assignment index out of range"), value);
            return;
        }
        if (!(key instanceof PySlice slice)) {
            throw PyErr.typeError("array indices must be integers");
        }
        SliceBounds bounds = slice.unpack(thread).forLength(size);
        if (value == null) {
            storeSlice(bounds, new byte[0]);
            return;
        }
        if (!(value instanceof PyArray that)) {
            throw PyErr.typeError("can only assign array (not \"%T\") to array slice", value);
        }
        checkKind(that);
        storeSlice(bounds, that.toByteArray());
    }

    private void storeSlice(SliceBounds bounds, byte[] source) {
        int itemSize = kind.size();
        int needed = source.length / itemSize;
        if (needed == 0 || needed != bounds.count()) {
            // Before anything is changed, even where nothing would be.
            checkResizable();
        }
        if (bounds.step() == 1) {
            replace(bounds.start(), Math.max(bounds.start(), bounds.stop()), source, source.length);
        } else if (needed == 0) {
            SliceBounds up = bounds.ascending();
            for (int i = up.count() - 1; i >= 0; i--) {
                remove(up.at(i));
            }
        } else if (needed != bounds.count()) {
            throw PyErr.valueError(
                    "attempt to assign array of size %d to extended slice of size %d", needed, bounds.count());
        } else {
            for (int i = 0; i < needed; i++) {
                System.arraycopy(source, i * itemSize, bytes, bounds.at(i) * itemSize, itemSize);
            }
        }
    }

    @Override
    public String toString() {
        return "array('" + kind.code() + "', " + size + " items)";
    }
}
