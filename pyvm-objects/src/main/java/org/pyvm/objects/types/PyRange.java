package org.pyvm.objects.types;

import java.math.BigInteger;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.PyType.PatternKind;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;

/** {@code range}: of ints of any size. */
@PythonType(name = "range", module = "builtins")
public final class PyRange extends PyObject {
    public static final PyType TYPE = PyType.builtin("builtins", "range", new RangeSlots(), new PyRangeExposed())
            .notSubclassable()
            .withPattern(PatternKind.SEQUENCE);

    private static final PyInt ZERO = PyInt.of(0);
    private static final PyInt ONE = PyInt.of(1);

    private final PyInt start;
    private final PyInt stop;
    private final PyInt step;
    private final PyInt length;

    /** The step must not be zero. */
    PyRange(PyInt start, PyInt stop, PyInt step) {
        super(TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
        this.length = lengthOf(start, stop, step);
    }

    /** Whether it is so far below 64 bits that no sum of two such overflows. */
    private static boolean isModest(PyInt number) {
        return number.fitsLong() && number.longValue() > -1L << 61 && number.longValue() < 1L << 61;
    }

    private static PyInt lengthOf(PyInt start, PyInt stop, PyInt step) {
        if (isModest(start) && isModest(stop) && isModest(step)) {
            long stride = step.longValue();
            long distance = stop.longValue() - start.longValue();
            if (stride > 0) {
                return PyInt.of(distance <= 0 ? 0 : (distance - 1) / stride + 1);
            }
            return PyInt.of(distance >= 0 ? 0 : (distance + 1) / stride + 1);
        }
        BigInteger distance = stop.bigValue().subtract(start.bigValue());
        if (distance.signum() != step.signum()) {
            return ZERO;
        }
        BigInteger[] quotient = distance.divideAndRemainder(step.bigValue());
        return PyInt.of(quotient[1].signum() == 0 ? quotient[0] : quotient[0].add(BigInteger.ONE));
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("range", names);
        Arguments.checkCount("range", args.length, 1, 3);
        if (args.length == 1) {
            return new PyRange(ZERO, bound(thread, args[0]), ONE);
        }
        PyInt start = bound(thread, args[0]);
        PyInt stop = bound(thread, args[1]);
        PyInt step = args.length == 3 ? bound(thread, args[2]) : ONE;
        if (step.signum() == 0) {
            throw PyErr.valueError("range() arg 3 must not be zero");
        }
        return new PyRange(start, stop, step);
    }

    private static PyInt bound(ThreadState thread, PyObject value) {
        return Numbers.index(thread, value).exact();
    }

    @PythonGetter(value = "start", member = true)
    public PyInt start() {
        return start;
    }

    @PythonGetter(value = "stop", member = true)
    public PyInt stop() {
        return stop;
    }

    @PythonGetter(value = "step", member = true)
    public PyInt step() {
        return step;
    }

    /** Number of items. */
    public PyInt count() {
        return length;
    }

    /** The item at an index that is in the range. */
    private PyInt at(PyInt index) {
        if (isModest(start) && isModest(step) && index.fitsLong()) {
            long product = index.longValue() * step.longValue();
            if (Math.multiplyHigh(index.longValue(), step.longValue()) == product >> 63) {
                long item = start.longValue() + product;
                if (((start.longValue() ^ item) & (product ^ item)) >= 0) {
                    return PyInt.of(item);
                }
            }
        }
        return PyInt.of(start.bigValue().add(index.bigValue().multiply(step.bigValue())));
    }

    @SlotMethod(Slot.SQ_LENGTH)
    int size() {
        if (!length.fitsLong()) {
            throw PyErr.overflowError("Python int too large to convert to C ssize_t");
        }
        return (int) Math.min(length.longValue(), Integer.MAX_VALUE);
    }

    /** Answers {@code len} beyond a Java int. */
    private static final class RangeSlots extends PyRangeExposed.SlotTable {
        @Override
        public PyObject longLength(ThreadState thread, PyObject self) {
            PyRange range = (PyRange) self;
            range.size();
            return range.length;
        }
    }

    @SlotMethod(Slot.NB_BOOL)
    boolean isTrue() {
        return length.signum() != 0;
    }

    @SlotMethod(Slot.SQ_ITEM)
    PyObject item(long index) {
        PyInt at = PyInt.of(index);
        if (index < 0 || compare(at, length) >= 0) {
            throw PyErr.indexError("range object index out of range");
        }
        return at(at);
    }

    private static int compare(PyInt v, PyInt w) {
        return v.fitsLong() && w.fitsLong()
                ? Long.compare(v.longValue(), w.longValue())
                : v.bigValue().compareTo(w.bigValue());
    }

    @SlotMethod(Slot.MP_SUBSCRIPT)
    PyObject subscript(ThreadState thread, PyObject key) {
        if (key instanceof PySlice slice) {
            return slice(thread, slice);
        }
        if (!key.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("range indices must be integers or slices, not %T", key);
        }
        PyInt index = Numbers.index(thread, key).exact();
        if (index.signum() < 0) {
            index = PyInt.of(index.bigValue().add(length.bigValue()));
        }
        if (index.signum() < 0 || compare(index, length) >= 0) {
            throw PyErr.indexError("range object index out of range");
        }
        return at(index);
    }

    private PyRange slice(ThreadState thread, PySlice slice) {
        BigInteger[] bounds = slice.longIndices(thread, length.bigValue());
        BigInteger first = start.bigValue();
        BigInteger stride = step.bigValue();
        return new PyRange(
                PyInt.of(first.add(bounds[0].multiply(stride))),
                PyInt.of(first.add(bounds[1].multiply(stride))),
                PyInt.of(stride.multiply(bounds[2])));
    }

    /** Index of an int, or null when it is not in the range. */
    private PyInt find(PyInt value) {
        boolean inside = step.signum() > 0
                ? compare(start, value) <= 0 && compare(value, stop) < 0
                : compare(stop, value) < 0 && compare(value, start) <= 0;
        if (!inside) {
            return null;
        }
        if (isModest(start) && isModest(value) && isModest(step)) {
            long distance = value.longValue() - start.longValue();
            return distance % step.longValue() == 0 ? PyInt.of(distance / step.longValue()) : null;
        }
        BigInteger[] quotient = value.bigValue().subtract(start.bigValue()).divideAndRemainder(step.bigValue());
        return quotient[1].signum() == 0 ? PyInt.of(quotient[0]) : null;
    }

    /** Whether {@code ==} of an object is that of ints, so that it need not be asked for each item. */
    private static boolean isPlainInt(PyObject value) {
        return value.type() == PyInt.TYPE || value.type() == PyBool.TYPE;
    }

    @SlotMethod(Slot.SQ_CONTAINS)
    boolean contains(ThreadState thread, PyObject value) {
        return isPlainInt(value) ? find((PyInt) value) != null : Iterators.contains(thread, this, value);
    }

    @PythonMethod("count($self, object, /)")
    PyObject count(ThreadState thread, PyObject value) {
        if (isPlainInt(value)) {
            return find((PyInt) value) != null ? ONE : ZERO;
        }
        return PyInt.of(Sequences.count(thread, this, value));
    }

    @PythonMethod("index($self, object, /)")
    PyObject index(ThreadState thread, PyObject value) {
        if (!isPlainInt(value)) {
            return PyInt.of(Sequences.index(thread, this, value));
        }
        PyInt index = find((PyInt) value);
        if (index == null) {
            throw PyErr.valueError("%r is not in range", value);
        }
        return index;
    }

    @SlotMethod(Slot.TP_ITER)
    public PyObject iter() {
        return isModest(start) && isModest(stop) && isModest(step)
                ? new PyRangeIterator(start.longValue(), step.longValue(), length.longValue())
                : new PyLongRangeIterator(start, step, length);
    }

    @PythonMethod("__reversed__($self, /)")
    PyObject reversed() {
        if (isModest(start) && isModest(stop) && isModest(step)) {
            long stride = step.longValue();
            long count = length.longValue();
            return new PyRangeIterator(start.longValue() + (count - 1) * stride, -stride, count);
        }
        PyInt back = PyInt.of(step.bigValue().negate());
        PyInt last = at(PyInt.of(length.bigValue().subtract(BigInteger.ONE)));
        return new PyLongRangeIterator(last, back, length);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(PyObject other, Comparison op) {
        if (!(other instanceof PyRange range) || op != Comparison.EQ && op != Comparison.NE) {
            return Singletons.NOT_IMPLEMENTED;
        }
        return PyBool.of(hasSameItems(range) == (op == Comparison.EQ));
    }

    private boolean hasSameItems(PyRange other) {
        if (compare(length, other.length) != 0) {
            return false;
        }
        if (length.signum() == 0) {
            return true;
        }
        return compare(start, other.start) == 0 && (compare(length, ONE) == 0 || compare(step, other.step) == 0);
    }

    /** The hash of what decides equality. */
    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        boolean empty = length.signum() == 0;
        boolean single = compare(length, ONE) == 0;
        PyTuple decisive =
                PyTuple.of(length, empty ? Singletons.NONE : start, empty || single ? Singletons.NONE : step);
        return Objects.hash(thread, decisive);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        String bounds = "range(" + start + ", " + stop;
        return PyStr.of(compare(step, ONE) == 0 ? bounds + ")" : bounds + ", " + step + ")");
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(TYPE, PyTuple.of(start, stop, step));
    }
}
