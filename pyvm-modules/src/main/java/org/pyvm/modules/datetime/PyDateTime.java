package org.pyvm.modules.datetime;

import java.util.Arrays;
import org.pyvm.expose.PythonConstant;
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
import org.pyvm.objects.exposed.Signature;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code datetime.datetime}. */
@PythonType(
        name = "datetime",
        module = "datetime",
        parts = {DateTimeMaking.class, DateTimeMethods.class})
public final class PyDateTime extends PyDate {
    @SuppressWarnings("hiding")
    public static final PyType TYPE = PyType.builtin(
            "datetime", "datetime", PyDate.TYPE, new PyDateTimeExposed.SlotTable(), new PyDateTimeExposed());

    private static final Signature PARAMETERS = Signature.of(
            "function",
            "(year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)",
            0,
            8,
            3,
            0,
            false,
            false,
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "microsecond",
            "tzinfo",
            "fold");
    private static final int STATE_LENGTH = 10;

    @PythonConstant("min")
    @SuppressWarnings("hiding")
    static final PyObject MIN = new PyDateTime(TYPE, new int[] {1, 1, 1, 0, 0, 0, 0, 0}, Singletons.NONE);

    @PythonConstant("max")
    @SuppressWarnings("hiding")
    static final PyObject MAX =
            new PyDateTime(TYPE, new int[] {CalendarMath.MAX_YEAR, 12, 31, 23, 59, 59, 999999, 0}, Singletons.NONE);

    @PythonConstant("resolution")
    @SuppressWarnings("hiding")
    static final PyObject RESOLUTION = PyTimeDelta.of(0, 0, 1);

    final int hour;
    final int minute;
    final int second;
    final int microsecond;
    final PyObject tzinfo;
    final int fold;

    /** @param clock year, month, day, hour, minute, second, microsecond, fold */
    PyDateTime(PyType type, int[] clock, PyObject tzinfo) {
        this(type, clock, tzinfo, true);
    }

    private PyDateTime(PyType type, int[] clock, PyObject tzinfo, boolean checked) {
        super(type, clock[0], clock[1], clock[2], checked);
        if (checked) {
            CalendarMath.checkTime(clock[3], clock[4], clock[5], clock[6], clock[7]);
        }
        this.hour = clock[3];
        this.minute = clock[4];
        this.second = clock[5];
        this.microsecond = clock[6];
        this.fold = clock[7];
        this.tzinfo = TzCalls.check(tzinfo);
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        if (names == null && (args.length == 1 || args.length == 2)) {
            byte[] state = PickledState.bytes(args[0], STATE_LENGTH, 2, "datetime");
            if (state != null) {
                return ofState(cls, state, args.length == 2 ? args[1] : Singletons.NONE);
            }
        }
        PyObject[] bound = PARAMETERS.bind(null, args, 0, names);
        int[] clock = new int[8];
        for (int i = 0; i < 7; i++) {
            clock[i] = bound[i] == null ? 0 : CalendarMath.integer(thread, bound[i]);
        }
        clock[7] = bound[8] == null ? 0 : CalendarMath.integer(thread, bound[8]);
        return new PyDateTime(cls, clock, bound[7] == null ? Singletons.NONE : bound[7]);
    }

    private static PyObject ofState(PyType cls, byte[] state, PyObject zone) {
        if (zone != Singletons.NONE && !(zone instanceof PyTzInfo)) {
            throw PyErr.typeError("bad tzinfo state arg");
        }
        int[] clock = {
            PickledState.year(state),
            state[2] & 0x7f,
            state[3] & 0xff,
            state[4] & 0xff,
            state[5] & 0xff,
            state[6] & 0xff,
            PickledState.microsecond(state, 7),
            state[2] < 0 ? 1 : 0
        };
        return new PyDateTime(cls, clock, zone, false);
    }

    /** A time of a class that is datetime or derives from it, which is called then. */
    static PyObject create(ThreadState thread, PyType cls, int[] clock, PyObject tzinfo) {
        if (cls == TYPE) {
            return new PyDateTime(TYPE, clock, tzinfo);
        }
        PyObject[] args = new PyObject[8];
        for (int i = 0; i < 7; i++) {
            args[i] = PyInt.of(clock[i]);
        }
        args[7] = tzinfo;
        if (clock[7] == 0) {
            return Calls.callArray(thread, cls, args);
        }
        PyObject[] withFold = Arrays.copyOf(args, 9);
        withFold[8] = PyInt.of(1);
        return Calls.call(thread, cls, withFold, new PyStr[] {PyStr.intern("fold")});
    }

    /** Year, month, day, hour, minute, second, microsecond, fold. */
    int[] clock() {
        return new int[] {year, month, day, hour, minute, second, microsecond, fold};
    }

    @PythonGetter("hour")
    int hour() {
        return hour;
    }

    @PythonGetter("minute")
    int minute() {
        return minute;
    }

    @PythonGetter("second")
    int second() {
        return second;
    }

    @PythonGetter("microsecond")
    int microsecond() {
        return microsecond;
    }

    @PythonGetter("tzinfo")
    PyObject tzinfo() {
        return tzinfo;
    }

    @PythonGetter("fold")
    int fold() {
        return fold;
    }

    /** Seconds since the 1st of January of the year 1, as the clock shows them. */
    long shownSeconds() {
        return LocalTime.seconds(clock());
    }

    PyTimeDelta offset(ThreadState thread) {
        return TzCalls.utcoffset(thread, tzinfo, this);
    }

    /** What the clock shows after a duration, times 1 or -1, as an instance of the same class. */
    PyObject plus(ThreadState thread, PyTimeDelta delta, int sign) {
        long micro = microsecond + (long) sign * delta.microseconds;
        long seconds = (hour * 60L + minute) * 60 + second + (long) sign * delta.seconds;
        seconds += Math.floorDiv(micro, CalendarMath.MICROSECONDS);
        long days = ordinal() + (long) sign * delta.days + Math.floorDiv(seconds, CalendarMath.SECONDS_PER_DAY);
        int[] date = CalendarMath.ofCheckedOrdinal(days);
        int ofDay = (int) Math.floorMod(seconds, CalendarMath.SECONDS_PER_DAY);
        int[] clock = {
            date[0],
            date[1],
            date[2],
            ofDay / 3600,
            ofDay / 60 % 60,
            ofDay % 60,
            (int) Math.floorMod(micro, CalendarMath.MICROSECONDS),
            0
        };
        return create(thread, type(), clock, tzinfo);
    }

    @SlotMethod(Slot.NB_ADD)
    static PyObject add(ThreadState thread, PyObject v, PyObject w) {
        if (v instanceof PyDateTime time && w instanceof PyTimeDelta delta) {
            return time.plus(thread, delta, 1);
        }
        if (w instanceof PyDateTime time && v instanceof PyTimeDelta delta) {
            return time.plus(thread, delta, 1);
        }
        return Singletons.NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_SUBTRACT)
    static PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        if (v instanceof PyDateTime time && w instanceof PyTimeDelta delta) {
            return time.plus(thread, delta, -1);
        }
        if (!(v instanceof PyDateTime a && w instanceof PyDateTime b)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        if (a.tzinfo == b.tzinfo) {
            return a.shownMinus(b);
        }
        PyTimeDelta first = a.offset(thread);
        PyTimeDelta second = b.offset(thread);
        if (first == null && second == null) {
            return a.shownMinus(b);
        }
        if (first == null || second == null) {
            throw PyErr.typeError("can't subtract offset-naive and offset-aware datetimes");
        }
        PyTimeDelta shown = a.shownMinus(b);
        return first == second ? shown : DeltaArithmetic.difference(shown, DeltaArithmetic.difference(first, second));
    }

    /** The difference of what two clocks show. */
    private PyTimeDelta shownMinus(PyDateTime other) {
        return PyTimeDelta.of(0, shownSeconds() - other.shownSeconds(), (long) microsecond - other.microsecond);
    }

    private int compareShown(PyDateTime other) {
        int order = Long.compare(shownSeconds(), other.shownSeconds());
        return order != 0 ? order : Integer.compare(microsecond, other.microsecond);
    }

    @Override
    @SlotMethod(Slot.TP_RICHCOMPARE)
    public PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        boolean equality = op == Comparison.EQ || op == Comparison.NE;
        if (!(other instanceof PyDateTime time)) {
            if (!(other instanceof PyDate)) {
                return Singletons.NOT_IMPLEMENTED;
            }
            // A date is no point in time: not even midnight of its day.
            if (equality) {
                return PyBool.of(op == Comparison.NE);
            }
            throw PyErr.typeError("can't compare %T to %T", this, other);
        }
        if (tzinfo == time.tzinfo) {
            return PyBool.of(op.holds(compareShown(time)));
        }
        PyTimeDelta a = offset(thread);
        PyTimeDelta b = time.offset(thread);
        if (a == null && b == null || a != null && b != null && a.compareTo(b) == 0) {
            int order = compareShown(time);
            if (equality && order == 0 && (dependsOnFold(thread, a) || time.dependsOnFold(thread, b))) {
                order = 1;
            }
            return PyBool.of(op.holds(order));
        }
        if (a != null && b != null) {
            PyTimeDelta difference = DeltaArithmetic.difference(shownMinus(time), DeltaArithmetic.difference(a, b));
            int order = difference.compareTo(PyTimeDelta.of(0, 0, 0));
            if (equality && order == 0 && (dependsOnFold(thread, a) || time.dependsOnFold(thread, b))) {
                order = 1;
            }
            return PyBool.of(op.holds(order));
        }
        if (equality) {
            return PyBool.of(op == Comparison.NE);
        }
        throw PyErr.typeError("can't compare offset-naive and offset-aware datetimes");
    }

    /** Whether the offset is another one for the other fold: such a time equals none of another zone (PEP 495). */
    private boolean dependsOnFold(ThreadState thread, PyTimeDelta offset) {
        int[] clock = clock();
        clock[7] = 1 - fold;
        PyTimeDelta other = TzCalls.utcoffset(thread, tzinfo, new PyDateTime(TYPE, clock, tzinfo));
        return offset != other && (offset == null || other == null || offset.compareTo(other) != 0);
    }

    private byte[] state(boolean withFold) {
        return new byte[] {
            (byte) (year >> 8),
            (byte) year,
            (byte) (month | (withFold && fold == 1 ? 0x80 : 0)),
            (byte) day,
            (byte) hour,
            (byte) minute,
            (byte) second,
            (byte) (microsecond >> 16),
            (byte) (microsecond >> 8),
            (byte) microsecond
        };
    }

    @Override
    @SlotMethod(Slot.TP_HASH)
    public long hash(ThreadState thread) {
        PyTimeDelta offset;
        if (fold == 0) {
            offset = offset(thread);
        } else {
            int[] clock = clock();
            clock[7] = 0;
            offset = TzCalls.utcoffset(thread, tzinfo, new PyDateTime(TYPE, clock, tzinfo));
        }
        if (offset == null) {
            return Objects.hash(thread, PyBytes.of(state(false)));
        }
        PyTimeDelta shown = PyTimeDelta.of(ordinal(), (hour * 60L + minute) * 60 + second, microsecond);
        return DeltaArithmetic.difference(shown, offset).hash(thread);
    }

    @Override
    @SlotMethod(Slot.TP_REPR)
    public PyObject repr(ThreadState thread) {
        StringBuilder text = new StringBuilder(type().fullName());
        text.append('(').append(year).append(", ").append(month).append(", ").append(day);
        text.append(", ").append(hour).append(", ").append(minute);
        if (second != 0 || microsecond != 0) {
            text.append(", ").append(second);
        }
        if (microsecond != 0) {
            text.append(", ").append(microsecond);
        }
        if (fold == 1) {
            text.append(", fold=1");
        }
        if (tzinfo != Singletons.NONE) {
            text.append(", tzinfo=").append(Objects.repr(thread, tzinfo));
        }
        return PyStr.of(text.append(')').toString());
    }

    @Override
    @SlotMethod(Slot.TP_STR)
    public PyObject str(ThreadState thread) {
        PyObject method = Attributes.get(thread, this, "isoformat");
        return Calls.call(thread, method, PyStr.ofCodePoint(' '));
    }

    private PyObject reduced(int protocol) {
        PyObject state = PyBytes.of(state(protocol > 3));
        return PyTuple.of(type(), tzinfo == Singletons.NONE ? PyTuple.of(state) : PyTuple.of(state, tzinfo));
    }

    @PythonMethod("__reduce_ex__($self, protocol, /)")
    PyObject reduceEx(int protocol) {
        return reduced(protocol);
    }

    @Override
    @PythonMethod(value = "__reduce__", raw = true)
    PyObject reduce(PyObject[] args, PyStr[] names) {
        return reduced(2);
    }
}
