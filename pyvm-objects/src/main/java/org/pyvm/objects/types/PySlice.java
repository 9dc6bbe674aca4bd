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
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Arguments;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;

/** {@code slice}: what stands between the brackets of {@code x[start:stop:step]}. */
@PythonType(name = "slice", module = "builtins", hashable = false)
public final class PySlice extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "builtins", "slice", new PySliceExposed.SlotTable(), new PySliceExposed())
            .notSubclassable();

    private final PyObject start;
    private final PyObject stop;
    private final PyObject step;

    /** Parts that were left out are None. */
    public PySlice(PyObject start, PyObject stop, PyObject step) {
        super(TYPE);
        this.start = start;
        this.stop = stop;
        this.step = step;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        Arguments.noKeywords("slice", names);
        Arguments.checkCount("slice", args.length, 1, 3);
        return args.length == 1
                ? new PySlice(Singletons.NONE, args[0], Singletons.NONE)
                : new PySlice(args[0], args[1], args.length == 3 ? args[2] : Singletons.NONE);
    }

    @PythonGetter(value = "start", member = true)
    public PyObject start() {
        return start;
    }

    @PythonGetter(value = "stop", member = true)
    public PyObject stop() {
        return stop;
    }

    @PythonGetter(value = "step", member = true)
    public PyObject step() {
        return step;
    }

    /** The bounds as numbers, clamped to 64 bits; not yet applied to a length, which {@code __index__} may change. */
    public Unpacked unpack(ThreadState thread) {
        long stride = step == Singletons.NONE ? 1 : sliceIndex(thread, step);
        if (stride == 0) {
            throw PyErr.valueError("slice step cannot be zero");
        }
        long first = start == Singletons.NONE ? stride < 0 ? Long.MAX_VALUE : 0 : sliceIndex(thread, start);
        long last = stop == Singletons.NONE ? stride < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : sliceIndex(thread, stop);
        return new Unpacked(first, last, Math.max(stride, -Long.MAX_VALUE));
    }

    /** Numeric bounds of a slice; a negative one counts from the end. */
    public record Unpacked(long start, long stop, long step) {
        /** Applies them to a sequence of this length. */
        public SliceBounds forLength(int length) {
            return SliceBounds.of(start, stop, step, length);
        }
    }

    /** The slice of a sequence whose length does not change while bounds are converted. */
    public SliceBounds bounds(ThreadState thread, int length) {
        return unpack(thread).forLength(length);
    }

    private static long sliceIndex(ThreadState thread, PyObject value) {
        if (value.getClass() == PySmallInt.class) {
            return ((PySmallInt) value).value();
        }
        if (!value.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.toClampedIndex(thread, value);
    }

    @PythonMethod("indices($self, object, /)")
    PyObject indices(ThreadState thread, PyObject length) {
        BigInteger size = Numbers.index(thread, length).bigValue();
        if (size.signum() < 0) {
            throw PyErr.valueError("length should not be negative");
        }
        BigInteger[] bounds = longIndices(thread, size);
        return PyTuple.of(PyInt.of(bounds[0]), PyInt.of(bounds[1]), PyInt.of(bounds[2]));
    }

    /** Start, stop and step for a sequence of any length ({@code _PySlice_GetLongIndices}). */
    BigInteger[] longIndices(ThreadState thread, BigInteger length) {
        BigInteger stride = step == Singletons.NONE ? BigInteger.ONE : longIndex(thread, step);
        if (stride.signum() == 0) {
            throw PyErr.valueError("slice step cannot be zero");
        }
        boolean backwards = stride.signum() < 0;
        BigInteger low = backwards ? BigInteger.ONE.negate() : BigInteger.ZERO;
        BigInteger high = backwards ? length.subtract(BigInteger.ONE) : length;
        BigInteger first =
                start == Singletons.NONE ? backwards ? high : low : clip(longIndex(thread, start), low, high, length);
        BigInteger last =
                stop == Singletons.NONE ? backwards ? low : high : clip(longIndex(thread, stop), low, high, length);
        return new BigInteger[] {first, last, stride};
    }

    private static BigInteger longIndex(ThreadState thread, PyObject value) {
        if (!value.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("slice indices must be integers or None or have an __index__ method");
        }
        return Numbers.index(thread, value).bigValue();
    }

    private static BigInteger clip(BigInteger bound, BigInteger low, BigInteger high, BigInteger length) {
        return bound.signum() < 0 ? bound.add(length).max(low) : bound.min(high);
    }

    private PyTuple parts() {
        return PyTuple.of(start, stop, step);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!(other instanceof PySlice slice)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        if (slice == this) {
            return switch (op) {
                case EQ, LE, GE -> Singletons.TRUE;
                case NE, LT, GT -> Singletons.FALSE;
            };
        }
        return Comparisons.compare(thread, parts(), slice.parts(), op);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        return new StrBuilder()
                .append("slice(")
                .append(Objects.repr(thread, start))
                .append(", ")
                .append(Objects.repr(thread, stop))
                .append(", ")
                .append(Objects.repr(thread, step))
                .append(")")
                .toPyStr();
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return PyTuple.of(TYPE, parts());
    }
}
