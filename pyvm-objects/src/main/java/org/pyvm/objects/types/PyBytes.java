package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;

/**
 * {@code bytes}. The methods that it has in common with {@code bytearray} are in the classes beside it. Instances of subclasses
 * made by Python are of the Java class {@link Derived}.
 */
@PythonType(
        name = "bytes",
        module = "builtins",
        parts = {BytesMethods.class, BytesSearch.class, BytesSplit.class, BytesText.class, BytesHex.class})
public class PyBytes extends PyObject implements ByteSequence {
    public static final PyType TYPE =
            PyType.builtin("builtins", "bytes", new PyBytesExposed.SlotTable(), new PyBytesExposed());
    public static final PyBytes EMPTY = new PyBytes(TYPE, new byte[0]);

    private static final PyBytes[] SINGLE = new PyBytes[256];

    static {
        for (int i = 0; i < SINGLE.length; i++) {
            SINGLE[i] = new PyBytes(TYPE, new byte[] {(byte) i});
        }
    }

    private final byte[] bytes;
    /** 0 until computed. */
    private long hash;

    /** The array must not be changed afterwards. */
    protected PyBytes(PyType type, byte[] bytes) {
        super(type);
        this.bytes = bytes;
    }

    /** An instance of a class that derives from bytes: can have attributes. */
    static final class Derived extends PyBytes {
        private Shape shape;
        private PyObject[] values;

        Derived(PyType type, byte[] bytes) {
            super(type, bytes);
            shape = type.rootShape();
            values = shape == null ? null : shape.newValues(this);
        }

        @Override
        public Shape shape() {
            return shape;
        }

        @Override
        public PyObject[] attributeValues() {
            return values;
        }

        @Override
        public void setAttributes(Shape newShape, PyObject[] newValues) {
            shape = newShape;
            values = newValues;
        }
    }

    /** The array must not be changed afterwards. */
    public static PyBytes of(byte... bytes) {
        return switch (bytes.length) {
            case 0 -> EMPTY;
            case 1 -> SINGLE[bytes[0] & 0xFF];
            default -> new PyBytes(TYPE, bytes);
        };
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        if (cls == TYPE && names == null && args.length == 1) {
            if (args[0].getClass() == PyBytes.class) {
                return args[0];
            }
            // What __bytes__ answered may be of a subclass, and is given as it is.
            PyBytes special = args[0] instanceof PyStr ? null : BytesConversion.bySpecialMethod(thread, args[0]);
            if (special != null) {
                return special;
            }
        }
        byte[] bytes = BytesConversion.ofArguments(thread, TYPE, args, names);
        return cls == TYPE ? of(bytes) : new Derived(cls, bytes);
    }

    @Override
    @SlotMethod(Slot.SQ_LENGTH)
    public final int size() {
        return bytes.length;
    }

    public final byte get(int index) {
        return bytes[index];
    }

    /** A fresh array. */
    public final byte[] toByteArray() {
        return bytes.clone();
    }

    /** The bytes themselves: never to be changed. */
    public final byte[] bytesUnsafe() {
        return bytes;
    }

    @Override
    public final byte[] array() {
        return bytes;
    }

    @Override
    public final PyObject create(byte[] newBytes) {
        return of(newBytes);
    }

    @Override
    public final PyObject unchanged() {
        return exact();
    }

    /** Exact bytes of the same value. */
    public final PyBytes exact() {
        return getClass() == PyBytes.class ? this : of(bytes);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.ofBmp(BytesRepr.repr(bytes, bytes.length));
    }

    @SlotMethod(Slot.TP_STR)
    PyObject str(ThreadState thread) {
        BytesWarnings.onStr(thread, "a bytes");
        return repr();
    }

    @SlotMethod(Slot.TP_HASH)
    public final long hash() {
        long known = hash;
        if (known == 0) {
            known = StringHash.of(bytes, bytes.length);
            hash = known;
        }
        return known;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!(other instanceof PyBytes that)) {
            BytesWarnings.onComparison(thread, "bytes", other, op);
            return Singletons.NOT_IMPLEMENTED;
        }
        return switch (op) {
            case EQ -> PyBool.of(Arrays.equals(bytes, that.bytes));
            case NE -> PyBool.of(!Arrays.equals(bytes, that.bytes));
            case LT, LE, GT, GE -> PyBool.of(op.holds(Arrays.compareUnsigned(bytes, that.bytes)));
        };
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return new PyBytesIterator(this);
    }

    @SlotMethod(Slot.BF_GETBUFFER)
    PyBuffer buffer(int flags) {
        return ArrayBuffer.readOnly(this, bytes, flags);
    }

    @SlotMethod(Slot.SQ_CONCAT)
    PyObject concat(ThreadState thread, PyObject other) {
        if (!other.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("can't concat %T to bytes", other);
        }
        byte[] more = BytesConversion.argument(thread, other);
        if (bytes.length == 0 && other.getClass() == PyBytes.class) {
            return other;
        }
        return more.length == 0 ? exact() : of(BytesMethods.concat(bytes, bytes.length, more, more.length));
    }

    @SlotMethod(Slot.SQ_REPEAT)
    PyObject repeat(long count) {
        return count == 1 ? exact() : of(BytesMethods.repeat(bytes, bytes.length, count));
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(long index) {
        if (index < 0 || index >= bytes.length) {
            throw PyErr.indexError("index out of range");
        }
        return PyInt.of(bytes[(int) index] & 0xFF);
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        if (key instanceof PySlice slice) {
            SliceBounds bounds = slice.bounds(thread, bytes.length);
            return bounds.count() == bytes.length && bounds.step() == 1
                    ? exact()
                    : of(BytesMethods.slice(bytes, bounds));
        }
        if (!key.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("byte indices must be integers or slices, not %T", key);
        }
        long index = Numbers.toIndex(thread, key);
        return item(index < 0 ? index + bytes.length : index);
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    boolean contains(ThreadState thread, PyObject value) {
        return BytesSearch.contains(thread, this, value);
    }

    @SlotMethod(Slot.NB_REMAINDER)
    static PyObject remainder(ThreadState thread, PyObject v, PyObject w) {
        return v instanceof PyBytes format
                ? of(BytesPercentFormat.format(thread, format, w))
                : Singletons.NOT_IMPLEMENTED;
    }

    @PythonMethod("__getnewargs__($self, /)")
    PyObject getNewArgs() {
        return PyTuple.of(new PyBytes(TYPE, bytes));
    }

    @PythonMethod("__bytes__($self, /)")
    PyObject asBytes() {
        return exact();
    }

    @PythonMethod("__sizeof__($self, /)")
    int sizeOf() {
        return 33 + bytes.length;
    }

    @Override
    public String toString() {
        return BytesRepr.repr(bytes, bytes.length);
    }
}
