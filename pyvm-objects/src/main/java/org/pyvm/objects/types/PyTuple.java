package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.expose.SliceIndex;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.PyType.PatternKind;
import org.pyvm.objects.Shape;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.protocol.Sequences;

/** {@code tuple}. Instances of subclasses made by Python are of the Java class {@link Derived}. */
@PythonType(name = "tuple", module = "builtins")
public class PyTuple extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "tuple", new PyTupleExposed.SlotTable(), new PyTupleExposed())
            .withPattern(PatternKind.SEQUENCE);

    private static final long PRIME_1 = 0x9E3779B185EBCA87L;
    private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long PRIME_5 = 0x27D4EB2F165667C5L;

    private static final PyObject[] NONE = {};
    public static final PyTuple EMPTY = new PyTuple(TYPE, NONE);

    private final PyObject[] items;

    /** The array must not be changed afterwards. */
    protected PyTuple(PyType type, PyObject[] items) {
        super(type);
        this.items = items;
    }

    /** An instance of a class that derives from tuple: can have attributes. */
    static final class Derived extends PyTuple {
        private Shape shape;
        private PyObject[] values;

        Derived(PyType type, PyObject[] items) {
            super(type, items);
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

    /** A tuple of these items; the array must not be changed afterwards. */
    public static PyTuple of(PyObject... items) {
        return items.length == 0 ? EMPTY : new PyTuple(TYPE, items);
    }

    /** A tuple of a type that may derive from tuple; the array must not be changed afterwards. */
    public static PyTuple ofType(PyType cls, PyObject... items) {
        return cls == TYPE ? of(items) : new Derived(cls, items);
    }

    @PythonNew(value = "($cls, iterable=(), /)", raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywordsUnlessOverridden("tuple", cls, Slot.TP_INIT, names);
        int positional = Arguments.positionalCount(args, names);
        Arguments.checkCount("tuple", positional, 0, 1);
        if (cls == TYPE) {
            return positional == 0 ? EMPTY : Sequences.toTuple(thread, args[0]);
        }
        return new Derived(cls, positional == 0 ? NONE : Sequences.toArray(thread, args[0]));
    }

    public final int size() {
        return items.length;
    }

    public final PyObject get(int index) {
        return items[index];
    }

    /** A fresh array of the items. */
    public final PyObject[] toArray() {
        return items.clone();
    }

    /** The items themselves: never to be changed. For hot paths that only read. */
    public final PyObject[] itemsUnsafe() {
        return items;
    }

    @PythonMethod("index($self, value, start=0, stop=9223372036854775807, /)")
    PyObject index(ThreadState thread, PyObject value, @SliceIndex long start, @SliceIndex long stop) {
        long first = fromEnd(start);
        long last = Math.min(fromEnd(stop), items.length);
        for (long i = first; i < last; i++) {
            if (Comparisons.equal(thread, items[(int) i], value)) {
                return PyInt.of(i);
            }
        }
        throw PyErr.valueError("tuple.index(x): x not in tuple");
    }

    private long fromEnd(long index) {
        return index < 0 ? Math.max(0, index + items.length) : index;
    }

    @PythonMethod("count($self, value, /)")
    int count(ThreadState thread, PyObject value) {
        int count = 0;
        for (PyObject item : items) {
            if (Comparisons.equal(thread, item, value)) {
                count++;
            }
        }
        return count;
    }

    @PythonMethod("__getnewargs__($self, /)")
    PyObject getNewArgs() {
        return of(of(items));
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        if (items.length == 0) {
            return PyStr.of("()");
        }
        // A tuple can hold itself by way of a list, or by C code.
        if (!ReprGuard.enter(thread, this)) {
            return PyStr.of("(...)");
        }
        try {
            StrBuilder text = new StrBuilder().append('(');
            for (int i = 0; i < items.length; i++) {
                if (i > 0) {
                    text.append(", ");
                }
                text.append(Objects.repr(thread, items[i]));
            }
            return text.append(items.length == 1 ? ",)" : ")").toPyStr();
        } finally {
            ReprGuard.leave(thread, this);
        }
    }

    /** CPython's form of xxHash, so that sets of tuples have its order. */
    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        long sum = PRIME_5;
        for (PyObject item : items) {
            sum += Objects.hash(thread, item) * PRIME_2;
            sum = Long.rotateLeft(sum, 31) * PRIME_1;
        }
        sum += items.length ^ (PRIME_5 ^ 3527539L);
        return sum == -1 ? 1546275796L : sum;
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!(other instanceof PyTuple tuple)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        PyObject[] theirs = tuple.items;
        int shared = Math.min(items.length, theirs.length);
        for (int i = 0; i < shared; i++) {
            PyObject v = items[i];
            PyObject w = theirs[i];
            if (v != w && !Comparisons.equal(thread, v, w)) {
                return switch (op) {
                    case EQ -> Singletons.FALSE;
                    case NE -> Singletons.TRUE;
                    case LT, LE, GT, GE -> Comparisons.compare(thread, v, w, op);
                };
            }
        }
        return PyBool.of(op.holds(Integer.compare(items.length, theirs.length)));
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return new PyTupleIterator(this);
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length() {
        return items.length;
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    boolean contains(ThreadState thread, PyObject value) {
        for (PyObject item : items) {
            if (Comparisons.equal(thread, item, value)) {
                return true;
            }
        }
        return false;
    }

    @SlotMethod(Slot.SQ_CONCAT)
    PyObject concat(PyObject other) {
        if (!(other instanceof PyTuple tuple)) {
            throw PyErr.typeError("can only concatenate tuple (not \"%T\") to tuple", other);
        }
        if (tuple.items.length == 0 && type() == TYPE) {
            return this;
        }
        if (items.length == 0 && other.type() == TYPE) {
            return other;
        }
        if ((long) items.length + tuple.items.length > PyList.LONGEST) {
            throw PyErr.memoryError();
        }
        PyObject[] both = Arrays.copyOf(items, items.length + tuple.items.length);
        System.arraycopy(tuple.items, 0, both, items.length, tuple.items.length);
        return of(both);
    }

    @SlotMethod(Slot.SQ_REPEAT)
    PyObject repeat(long count) {
        if (type() == TYPE && (items.length == 0 || count == 1)) {
            return this;
        }
        return of(repeated(items, items.length, count));
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(long index) {
        if (index < 0 || index >= items.length) {
            throw PyErr.indexError("tuple index out of range");
        }
        return items[(int) index];
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        if (key.getClass() == PySmallInt.class) {
            long index = ((PySmallInt) key).value();
            return item(index < 0 ? index + items.length : index);
        }
        if (key instanceof PySlice slice) {
            SliceBounds bounds = slice.bounds(thread, items.length);
            return bounds.count() == items.length && bounds.step() == 1 && type() == TYPE
                    ? this
                    : of(sliced(items, bounds));
        }
        if (!key.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("tuple indices must be integers or slices, not %T", key);
        }
        long index = Numbers.toIndex(thread, key);
        return item(index < 0 ? index + items.length : index);
    }

    /** A fresh array of the items of a slice; of lists too. */
    static PyObject[] sliced(PyObject[] items, SliceBounds bounds) {
        if (bounds.count() == 0) {
            return NONE;
        }
        if (bounds.step() == 1) {
            return Arrays.copyOfRange(items, bounds.start(), bounds.stop());
        }
        PyObject[] slice = new PyObject[bounds.count()];
        for (int i = 0; i < slice.length; i++) {
            slice[i] = items[bounds.at(i)];
        }
        return slice;
    }

    /** A fresh array of the first {@code size} items, repeated; of lists too. */
    static PyObject[] repeated(PyObject[] items, int size, long count) {
        if (count <= 0 || size == 0) {
            return NONE;
        }
        if (count > PyList.LONGEST / size) {
            throw PyErr.memoryError();
        }
        PyObject[] all = new PyObject[(int) (size * count)];
        if (size == 1) {
            Arrays.fill(all, items[0]);
            return all;
        }
        System.arraycopy(items, 0, all, 0, size);
        for (int filled = size; filled < all.length; filled *= 2) {
            System.arraycopy(all, 0, all, filled, Math.min(filled, all.length - filled));
            if (filled > all.length / 2) {
                break;
            }
        }
        return all;
    }
}
