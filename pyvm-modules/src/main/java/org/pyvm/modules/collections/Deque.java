package org.pyvm.modules.collections;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.expose.SliceIndex;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.ReprGuard;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyGenericAlias;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;
import org.pyvm.objects.types.StrBuilder;

/** {@code collections.deque}: items in a ring, so that both ends are quick. */
@PythonType(name = "deque", module = "collections", hashable = false)
public final class Deque extends PyAttributed {
    public static final PyType TYPE = PyType.builtin(
                    "collections", "deque", new DequeExposed.SlotTable(), new DequeExposed())
            .withPattern(PyType.PatternKind.SEQUENCE)
            .weakReferenceable();

    private static final int LONGEST = Integer.MAX_VALUE - 8;

    /** A power of two long. */
    private PyObject[] ring = new PyObject[8];
    /** Where the first item is. */
    private int head;

    private int size;
    /** -1 for no limit. */
    private long maxLength = -1;
    /** Changes with every change of the items' number or order, so that iterators notice. */
    private long state;

    private Deque(PyType cls) {
        super(cls);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new Deque(cls);
    }

    @PythonInit("($self, iterable=<unrepresentable>, maxlen=<unrepresentable>)")
    void init(ThreadState thread, PyObject iterable, PyObject limit) {
        long newLimit = -1;
        if (limit != null && limit != Singletons.NONE) {
            if (!limit.type().slots().has(Slot.NB_INDEX)) {
                throw PyErr.typeError("an integer is required");
            }
            newLimit = Numbers.toLong(Numbers.index(thread, limit));
            if (newLimit < 0) {
                throw PyErr.valueError("maxlen must be non-negative");
            }
        }
        maxLength = newLimit;
        if (size > 0) {
            clear();
        }
        if (iterable != null) {
            extend(thread, iterable);
        }
    }

    int count() {
        return size;
    }

    long state() {
        return state;
    }

    /** The item at an index that is in the deque. */
    PyObject at(int index) {
        return ring[head + index & ring.length - 1];
    }

    private void put(int index, PyObject value) {
        ring[head + index & ring.length - 1] = value;
    }

    private void growIfFull() {
        if (size < ring.length) {
            return;
        }
        if (size > LONGEST / 2) {
            throw PyErr.memoryError();
        }
        PyObject[] larger = new PyObject[ring.length * 2];
        int tail = ring.length - head;
        System.arraycopy(ring, head, larger, 0, tail);
        System.arraycopy(ring, 0, larger, tail, head);
        ring = larger;
        head = 0;
    }

    @PythonMethod("append($self, object, /)")
    void append(PyObject item) {
        growIfFull();
        put(size++, item);
        state++;
        if (maxLength >= 0 && size > maxLength) {
            popLeft();
        }
    }

    @PythonMethod("appendleft($self, object, /)")
    void appendLeft(PyObject item) {
        growIfFull();
        head = head - 1 & ring.length - 1;
        ring[head] = item;
        size++;
        state++;
        if (maxLength >= 0 && size > maxLength) {
            pop();
        }
    }

    @PythonMethod("pop($self, /)")
    PyObject pop() {
        if (size == 0) {
            throw PyErr.indexError("pop from an empty deque");
        }
        PyObject item = at(--size);
        put(size, null);
        state++;
        return item;
    }

    @PythonMethod("popleft($self, /)")
    PyObject popLeft() {
        if (size == 0) {
            throw PyErr.indexError("pop from an empty deque");
        }
        PyObject item = ring[head];
        ring[head] = null;
        head = head + 1 & ring.length - 1;
        size--;
        state++;
        return item;
    }

    @PythonMethod("clear($self, /)")
    void clear() {
        ring = new PyObject[8];
        head = 0;
        size = 0;
        state++;
    }

    @PythonMethod("extend($self, iterable, /)")
    void extend(ThreadState thread, PyObject iterable) {
        PyObject source = iterable == this ? Sequences.toList(thread, iterable) : iterable;
        PyObject iterator = Iterators.iter(thread, source);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            append(item);
        }
    }

    @PythonMethod("extendleft($self, iterable, /)")
    void extendLeft(ThreadState thread, PyObject iterable) {
        PyObject source = iterable == this ? Sequences.toList(thread, iterable) : iterable;
        PyObject iterator = Iterators.iter(thread, source);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            appendLeft(item);
        }
    }

    @PythonMethod("rotate($self, n=1, /)")
    void rotate(long steps) {
        if (size < 2) {
            return;
        }
        int shift = (int) Math.floorMod(steps, (long) size);
        if (shift == 0) {
            return;
        }
        if (shift <= size / 2) {
            for (int i = 0; i < shift; i++) {
                head = head - 1 & ring.length - 1;
                moveWithin(head + size, head);
            }
        } else {
            for (int i = shift; i < size; i++) {
                moveWithin(head, head + size);
                head = head + 1 & ring.length - 1;
            }
        }
        state++;
    }

    private void moveWithin(int from, int to) {
        int mask = ring.length - 1;
        PyObject item = ring[from & mask];
        ring[from & mask] = null;
        ring[to & mask] = item;
    }

    @PythonMethod("reverse($self, /)")
    void reverse() {
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            PyObject swapped = at(i);
            put(i, at(j));
            put(j, swapped);
        }
    }

    @PythonMethod("insert($self, index, object, /)")
    void insert(long index, PyObject item) {
        if (maxLength == size) {
            throw PyErr.indexError("deque already at its maximum size");
        }
        if (index >= size) {
            append(item);
        } else if (index <= -size || index == 0) {
            appendLeft(item);
        } else {
            rotate(-index);
            if (index < 0) {
                append(item);
            } else {
                appendLeft(item);
            }
            rotate(index);
        }
    }

    private void removeAt(int index) {
        rotate(-index);
        popLeft();
        rotate(index);
    }

    @PythonMethod("remove($self, value, /)")
    void remove(ThreadState thread, PyObject value) {
        long before = state;
        for (int i = 0; i < size; i++) {
            boolean found = Comparisons.equal(thread, at(i), value);
            if (state != before) {
                throw PyErr.indexError("deque mutated during remove().");
            }
            if (found) {
                removeAt(i);
                return;
            }
        }
        throw PyErr.valueError("%r is not in deque", value);
    }

    @PythonMethod("count($self, value, /)")
    int count(ThreadState thread, PyObject value) {
        int found = 0;
        long before = state;
        for (int i = 0; i < size; i++) {
            found += Comparisons.equal(thread, at(i), value) ? 1 : 0;
            checkUnchanged(before);
        }
        return found;
    }

    private void checkUnchanged(long before) {
        if (state != before) {
            throw PyErr.runtimeError("deque mutated during iteration");
        }
    }

    @PythonMethod("index($self, value, start=0, stop=9223372036854775807, /)")
    int index(ThreadState thread, PyObject value, @SliceIndex long start, @SliceIndex long stop) {
        long first = start < 0 ? Math.max(0, start + size) : start;
        long last = Math.min(stop < 0 ? stop + size : stop, size);
        long before = state;
        for (long i = first; i < last; i++) {
            boolean found = Comparisons.equal(thread, at((int) i), value);
            checkUnchanged(before);
            if (found) {
                return (int) i;
            }
        }
        throw PyErr.valueError("%r is not in deque", value);
    }

    @PythonMethod("copy($self, /)")
    PyObject copy(ThreadState thread) {
        if (type() == TYPE) {
            Deque copy = new Deque(TYPE);
            copy.maxLength = maxLength;
            copy.extend(thread, this);
            return copy;
        }
        PyObject copy = maxLength < 0
                ? Calls.call(thread, type(), this)
                : Calls.call(thread, type(), this, PyInt.of(maxLength));
        if (!(copy instanceof Deque)) {
            throw PyErr.typeError("%N() must return a deque, not %T", type(), copy);
        }
        return copy;
    }

    @PythonMethod("__copy__($self, /)")
    PyObject shallowCopy(ThreadState thread) {
        return copy(thread);
    }

    @PythonGetter("maxlen")
    PyObject maxLength() {
        return maxLength < 0 ? Singletons.NONE : PyInt.of(maxLength);
    }

    @PythonMethod("__reversed__($self, /)")
    PyObject reversed() {
        return new DequeReverseIterator(this, 0);
    }

    @PythonMethod("__sizeof__($self, /)")
    long sizeOf() {
        return 72 + 8L * ring.length;
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce(ThreadState thread) {
        PyTuple args = maxLength < 0 ? PyTuple.EMPTY : PyTuple.of(PyTuple.EMPTY, PyInt.of(maxLength));
        PyObject attributes = Calls.callMethod(thread, this, Names.GETSTATE);
        return PyTuple.of(type(), args, attributes, Iterators.iter(thread, this));
    }

    @PythonClassMethod("__class_getitem__($type, object, /)")
    static PyObject classGetItem(ThreadState thread, PyType type, PyObject object) {
        return PyGenericAlias.of(thread, type, object);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        if (!ReprGuard.enter(thread, this)) {
            return PyStr.of("[...]");
        }
        try {
            StrBuilder text = new StrBuilder().append(type().name()).append('(');
            text.append(Objects.repr(thread, Sequences.toList(thread, this)));
            if (maxLength >= 0) {
                text.append(", maxlen=").append(Long.toString(maxLength));
            }
            return text.append(')').toPyStr();
        } finally {
            ReprGuard.leave(thread, this);
        }
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!(other instanceof Deque deque)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        if (op == Comparison.EQ || op == Comparison.NE) {
            if (this == deque || size != deque.size) {
                return PyBool.of((this == deque) == (op == Comparison.EQ));
            }
        }
        PyObject left = Iterators.iter(thread, this);
        PyObject right = Iterators.iter(thread, deque);
        while (true) {
            PyObject v = Iterators.next(thread, left);
            PyObject w = Iterators.next(thread, right);
            if (v == null || w == null) {
                return PyBool.of(op.holds(Boolean.compare(v != null, w != null)));
            }
            if (!Comparisons.equal(thread, v, w)) {
                return switch (op) {
                    case EQ -> Singletons.FALSE;
                    case NE -> Singletons.TRUE;
                    case LT, LE, GT, GE -> PyBool.of(Comparisons.isTrue(thread, v, w, op));
                };
            }
        }
    }

    @SlotMethod(Slot.TP_ITER)
    PyObject iter() {
        return new DequeIterator(this, 0);
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int length() {
        return size;
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    boolean contains(ThreadState thread, PyObject value) {
        long before = state;
        for (int i = 0; i < size; i++) {
            boolean found = Comparisons.equal(thread, at(i), value);
            if (found) {
                return true;
            }
            checkUnchanged(before);
        }
        return false;
    }

    @SlotMethod(Slot.SQ_CONCAT)
    PyObject concat(ThreadState thread, PyObject other) {
        if (!(other instanceof Deque)) {
            throw PyErr.typeError("can only concatenate deque (not \"%T\") to deque", other);
        }
        PyObject both = copy(thread);
        ((Deque) both).extend(thread, other);
        return both;
    }

    @SlotMethod(Slot.SQ_INPLACE_CONCAT)
    PyObject inPlaceConcat(ThreadState thread, PyObject other) {
        extend(thread, other);
        return this;
    }

    @SlotMethod(Slot.SQ_REPEAT)
    PyObject repeat(ThreadState thread, long times) {
        return ((Deque) copy(thread)).inPlaceRepeat(thread, times);
    }

    @SlotMethod(Slot.SQ_INPLACE_REPEAT)
    PyObject inPlaceRepeat(ThreadState thread, long times) {
        if (size == 0 || times == 1) {
            return this;
        }
        if (times <= 0) {
            clear();
            return this;
        }
        PyObject[] items = Sequences.toArray(thread, this);
        // With a limit, only the last rounds are seen.
        long rounds = maxLength < 0 ? times : Math.min(times, maxLength / size + 2);
        if (maxLength < 0 && times > LONGEST / size) {
            throw PyErr.memoryError();
        }
        for (long i = 1; i < rounds; i++) {
            for (PyObject item : items) {
                append(item);
            }
        }
        return this;
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(long index) {
        if (index < 0 || index >= size) {
            throw PyErr.indexError("deque index out of range");
        }
        return at((int) index);
    }

    @SlotMethod(Slot.SQ_ASS_ITEM)
    void setItem(long index, PyObject value) {
        if (index < 0 || index >= size) {
            throw PyErr.indexError("deque index out of range");
        }
        if (value == null) {
            removeAt((int) index);
        } else {
            put((int) index, value);
        }
    }
}
