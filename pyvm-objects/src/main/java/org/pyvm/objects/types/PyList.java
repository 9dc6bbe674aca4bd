package org.pyvm.objects.types;

import java.util.Arrays;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.expose.SliceIndex;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.PyType.PatternKind;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.protocol.Sequences;

/**
 * {@code list}. Whatever calls Python (a comparison, an iterator) may find the list changed afterwards, so such loops
 * read the size afresh each time round.
 */
@PythonType(name = "list", module = "builtins", hashable = false)
public class PyList extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "list", new PyListExposed.SlotTable(), new PyListExposed())
            .withPattern(PatternKind.SEQUENCE);

    private static final PyObject[] NONE = {};
    /** The longest array that Java makes. */
    static final int LONGEST = Integer.MAX_VALUE - 8;

    private PyObject[] items;
    private int size;

    public PyList() {
        this(TYPE, NONE, 0);
    }

    private PyList(PyType type, PyObject[] items, int size) {
        super(type);
        this.items = items;
        this.size = size;
    }

    /** An empty list of a subtype. */
    public PyList(PyType type) {
        this(type, NONE, 0);
    }

    /** A list of these items, whose array becomes the list's own. */
    public static PyList of(PyObject... items) {
        return new PyList(TYPE, items, items.length);
    }

    /** An empty list with room for some items. */
    public static PyList withCapacity(int capacity) {
        return new PyList(TYPE, new PyObject[capacity], 0);
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        return new PyList(cls);
    }

    @PythonInit(value = "($self, iterable=(), /)", raw = true)
    void init(ThreadState thread, PyObject[] args, PyStr[] names) {
        Arguments.noKeywordsUnlessOverridden("list", type(), Slot.TP_NEW, names);
        int positional = Arguments.positionalCount(args, names);
        Arguments.checkCount("list", positional, 0, 1);
        clear();
        if (positional == 1) {
            extend(thread, args[0]);
        }
    }

    public final int size() {
        return size;
    }

    public final PyObject get(int index) {
        java.util.Objects.checkIndex(index, size);
        return items[index];
    }

    public final void set(int index, PyObject value) {
        java.util.Objects.checkIndex(index, size);
        items[index] = value;
    }

    @PythonMethod("append($self, object, /)")
    public final void append(PyObject value) {
        if (size == items.length) {
            grow(size + 1);
        }
        items[size++] = value;
    }

    /** Makes room for a number of items, and a little more. */
    private void grow(long needed) {
        if (needed > items.length) {
            if (needed > LONGEST) {
                throw PyErr.memoryError();
            }
            items = Arrays.copyOf(items, (int) Math.min(LONGEST, needed + (needed >> 1) + 4));
        }
    }

    /** A fresh array of the items. */
    public final PyObject[] toArray() {
        return Arrays.copyOf(items, size);
    }

    /** Makes the array and its first {@code newSize} items the list's own. */
    public final void replaceItems(PyObject[] newItems, int newSize) {
        items = newItems;
        size = newSize;
    }

    /** The array behind the list, longer than {@link #size}; for code that runs no Python code while it holds it. */
    public final PyObject[] itemsUnsafe() {
        return items;
    }

    @PythonMethod("clear($self, /)")
    public final void clear() {
        // An empty list keeps its array: list.sort knows by it whether the list was touched.
        if (size > 0) {
            items = NONE;
            size = 0;
        }
    }

    @PythonMethod("copy($self, /)")
    public final PyList copy() {
        return of(toArray());
    }

    @PythonMethod("insert($self, index, object, /)")
    public final void insert(long index, PyObject object) {
        int at = Math.clamp(index < 0 ? index + size : index, 0, size);
        grow(size + 1L);
        System.arraycopy(items, at, items, at + 1, size - at);
        items[at] = object;
        size++;
    }

    @PythonMethod("extend($self, iterable, /)")
    public final void extend(ThreadState thread, PyObject iterable) {
        if (iterable.getClass() == PyTuple.class) {
            appendAll(((PyTuple) iterable).itemsUnsafe(), ((PyTuple) iterable).size());
        } else if (iterable.type() == TYPE) {
            appendAll(((PyList) iterable).items, ((PyList) iterable).size);
        } else {
            extendByIterator(thread, iterable);
        }
    }

    private void appendAll(PyObject[] added, int count) {
        grow((long) size + count);
        System.arraycopy(added, 0, items, size, count);
        size += count;
    }

    private void extendByIterator(ThreadState thread, PyObject iterable) {
        PyObject iterator = Iterators.iter(thread, iterable);
        int hint = Objects.lengthHint(thread, iterable, 8);
        // A hint may be wrong; memory is taken for a big one as items arrive.
        if (hint < 1 << 20) {
            grow((long) size + hint);
        }
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            append(item);
        }
    }

    @PythonMethod("pop($self, index=-1, /)")
    public final PyObject pop(long index) {
        if (size == 0) {
            throw PyErr.indexError("pop from empty list");
        }
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw PyErr.indexError("pop index out of range");
        }
        return removeAt((int) at);
    }

    private PyObject removeAt(int index) {
        PyObject removed = items[index];
        System.arraycopy(items, index + 1, items, index, size - index - 1);
        items[--size] = null;
        return removed;
    }

    @PythonMethod("remove($self, value, /)")
    public final void remove(ThreadState thread, PyObject value) {
        for (int i = 0; i < size; i++) {
            if (Comparisons.equal(thread, items[i], value)) {
                // As in CPython the position is cut out, also when __eq__ has moved the items.
                replaceSlice(i, i + 1, NONE, 0);
                return;
            }
        }
        throw PyErr.valueError("list.remove(x): x not in list");
    }

    @PythonMethod("index($self, value, start=0, stop=9223372036854775807, /)")
    PyObject index(ThreadState thread, PyObject value, @SliceIndex long start, @SliceIndex long stop) {
        long first = fromEnd(start);
        long last = fromEnd(stop);
        for (long i = first; i < last && i < size; i++) {
            if (Comparisons.equal(thread, items[(int) i], value)) {
                return PyInt.of(i);
            }
        }
        throw PyErr.valueError("%r is not in list", value);
    }

    private long fromEnd(long index) {
        return index < 0 ? Math.max(0, index + size) : index;
    }

    @PythonMethod("count($self, value, /)")
    int count(ThreadState thread, PyObject value) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (Comparisons.equal(thread, items[i], value)) {
                count++;
            }
        }
        return count;
    }

    @PythonMethod("reverse($self, /)")
    public final void reverse() {
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            PyObject swapped = items[i];
            items[i] = items[j];
            items[j] = swapped;
        }
    }

    /** The flag is an integer, not any object's truth: {@code reverse=[]} is a TypeError. */
    @PythonMethod("sort($self, /, *, key=None, reverse=False)")
    void sort(ThreadState thread, PyObject key, PyObject reverse) {
        sort(thread, key, Convert.toInt(thread, reverse) != 0);
    }

    public final void sort(ThreadState thread, PyObject key, boolean reverse) {
        PyObject[] sorted = items;
        int count = size;
        // While it is sorted the list looks empty, and a change is told by the array it then gets.
        PyObject[] untouched = new PyObject[0];
        items = untouched;
        size = 0;
        boolean touched;
        try {
            ListSort.sort(thread, sorted, count, key == Singletons.NONE ? null : key, reverse);
        } finally {
            touched = items != untouched;
            items = sorted;
            size = count;
        }
        if (touched) {
            throw PyErr.valueError("list modified during sort");
        }
    }

    @PythonMethod("__reversed__($self, /)")
    PyObject reversed() {
        return new PyListReverseIterator(this, size - 1);
    }

    @PythonMethod("__sizeof__($self, /)")
    long sizeOf() {
        return 40 + 8L * items.length;
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        if (size == 0) {
            return PyStr.of("[]");
        }
        if (!ReprGuard.enter(thread, this)) {
            return PyStr.of("[...]");
        }
        try {
            StrBuilder text = new StrBuilder().append('[');
            for (int i = 0; i < size; i++) {
                if (i > 0) {
                    text.append(", ");
                }
                text.append(Objects.repr(thread, items[i]));
            }
            return text.append(']').toPyStr();
        } finally {
            ReprGuard.leave(thread, this);
        }
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!(other instanceof PyList list)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        if (size != list.size && (op == Comparison.EQ || op == Comparison.NE)) {
            return PyBool.of(op == Comparison.NE);
        }
        int different = 0;
        while (different < size
                && different < list.size
                && Comparisons.equal(thread, items[different], list.items[different])) {
            different++;
        }
        // The items are read anew, since __eq__ may have taken them away.
        if (different < size && different < list.size) {
            return switch (op) {
                case EQ -> Singletons.FALSE;
                case NE -> Singletons.TRUE;
                case LT, LE, GT, GE -> Comparisons.compare(thread, items[different], list.items[different], op);
            };
        }
        return PyBool.of(op.holds(Integer.compare(size, list.size)));
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return new PyListIterator(this);
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length() {
        return size;
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    boolean contains(ThreadState thread, PyObject value) {
        for (int i = 0; i < size; i++) {
            if (Comparisons.equal(thread, items[i], value)) {
                return true;
            }
        }
        return false;
    }

    @SlotMethod(Slot.SQ_CONCAT)
    PyObject concat(PyObject other) {
        if (!(other instanceof PyList list)) {
            throw PyErr.typeError("can only concatenate list (not \"%T\") to list", other);
        }
        if ((long) size + list.size > LONGEST) {
            throw PyErr.memoryError();
        }
        PyObject[] both = Arrays.copyOf(items, size + list.size);
        System.arraycopy(list.items, 0, both, size, list.size);
        return of(both);
    }

    @SlotMethod(Slot.SQ_INPLACE_CONCAT)
    PyObject inPlaceConcat(ThreadState thread, PyObject other) {
        extend(thread, other);
        return this;
    }

    @SlotMethod(Slot.SQ_REPEAT)
    PyObject repeat(long count) {
        return of(PyTuple.repeated(items, size, count));
    }

    @SlotMethod(Slot.SQ_INPLACE_REPEAT)
    PyObject inPlaceRepeat(long count) {
        if (count <= 0) {
            clear();
        } else if (count > 1 && size > 0) {
            items = PyTuple.repeated(items, size, count);
            size = items.length;
        }
        return this;
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(long index) {
        if (index < 0 || index >= size) {
            throw PyErr.indexError("list index out of range");
        }
        return items[(int) index];
    }

    @SlotMethod(Slot.SQ_ASS_ITEM)
    void setItem(long index, PyObject value) {
        if (index < 0 || index >= size) {
            throw PyErr.indexError("list assignment index out of range");
        }
        if (value == null) {
            removeAt((int) index);
        } else {
            items[(int) index] = value;
        }
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        if (key.getClass() == PySmallInt.class) {
            long index = ((PySmallInt) key).value();
            return item(index < 0 ? index + size : index);
        }
        return key instanceof PySlice slice ? slice(thread, slice) : item(indexOf(thread, key));
    }

    private long indexOf(ThreadState thread, PyObject key) {
        if (!key.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("list indices must be integers or slices, not %T", key);
        }
        long index = Numbers.toIndex(thread, key);
        return index < 0 ? index + size : index;
    }

    private PyList slice(ThreadState thread, PySlice slice) {
        SliceBounds bounds = slice.unpack(thread).forLength(size);
        return of(PyTuple.sliced(items, bounds));
    }

    @SlotMethod(Slot.MP_ASS_SUBSCRIPT)
    void setSubscript(ThreadState thread, PyObject key, PyObject value) {
        if (!(key instanceof PySlice slice)) {
            setItem(indexOf(thread, key), value);
            return;
        }
        PySlice.Unpacked unpacked = slice.unpack(thread);
        if (value == null) {
            deleteSlice(unpacked.forLength(size));
        } else if (unpacked.step() == 1) {
            SliceBounds bounds = unpacked.forLength(size);
            PyObject[] added = Sequences.fast(thread, value, "can only assign an iterable");
            replaceSlice(bounds.start(), bounds.stop(), added, added.length);
        } else {
            setExtendedSlice(thread, unpacked, value);
        }
    }

    private void setExtendedSlice(ThreadState thread, PySlice.Unpacked unpacked, PyObject value) {
        SliceBounds bounds = unpacked.forLength(size);
        PyObject[] added = Sequences.fast(thread, value, "must assign iterable to extended slice");
        if (added.length != bounds.count()) {
            throw PyErr.valueError(
                    "attempt to assign sequence of size %d to extended slice of size %d", added.length, bounds.count());
        }
        // The iteration of the value may have shortened the list.
        for (int i = 0; i < added.length && bounds.at(i) < size; i++) {
            items[bounds.at(i)] = added[i];
        }
    }

    private void deleteSlice(SliceBounds slice) {
        SliceBounds bounds = slice.ascending();
        if (bounds.count() == 0) {
            return;
        }
        if (bounds.step() == 1) {
            replaceSlice(bounds.start(), bounds.stop(), NONE, 0);
            return;
        }
        int kept = bounds.start();
        int next = 0;
        for (int i = bounds.start(); i < size; i++) {
            if (next < bounds.count() && i == bounds.at(next)) {
                next++;
            } else {
                items[kept++] = items[i];
            }
        }
        Arrays.fill(items, kept, size, null);
        size = kept;
    }

    /** Puts other items in the place of those from {@code low} to before {@code high}; both are clipped to the size. */
    private void replaceSlice(int low, int high, PyObject[] added, int count) {
        int from = Math.clamp(low, 0, size);
        int to = Math.clamp(high, from, size);
        long newSize = (long) size - (to - from) + count;
        grow(newSize);
        System.arraycopy(items, to, items, from + count, size - to);
        System.arraycopy(added, 0, items, from, count);
        if (newSize < size) {
            Arrays.fill(items, (int) newSize, size, null);
        }
        size = (int) newSize;
    }
}
