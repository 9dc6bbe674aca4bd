package org.pyvm.modules.datetime;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Signature;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code datetime.time}. */
@PythonType(name = "time", module = "datetime")
public final class PyTime extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("datetime", "time", new PyTimeExposed.SlotTable(), new PyTimeExposed());

    private static final Signature PARAMETERS = Signature.of(
            "function",
            "(hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)",
            0,
            5,
            0,
            0,
            false,
            false,
            "hour",
            "minute",
            "second",
            "microsecond",
            "tzinfo",
            "fold");
    private static final int STATE_LENGTH = 6;

    @PythonConstant("min")
    static final PyObject MIN = new PyTime(TYPE, 0, 0, 0, 0, Singletons.NONE, 0);

    @PythonConstant("max")
    static final PyObject MAX = new PyTime(TYPE, 23, 59, 59, 999999, Singletons.NONE, 0);

    @PythonConstant("resolution")
    static final PyObject RESOLUTION = PyTimeDelta.of(0, 0, 1);

    final int hour;
    final int minute;
    final int second;
    final int microsecond;
    final PyObject tzinfo;
    final int fold;

    PyTime(PyType type, int hour, int minute, int second, int microsecond, PyObject tzinfo, int fold) {
        this(type, hour, minute, second, microsecond, tzinfo, fold, true);
    }

    /** @param checked false for what a pickle says, which is believed */
    private PyTime(
            PyType type,
            int hour,
            int minute,
            int second,
            int microsecond,
            PyObject tzinfo,
            int fold,
            boolean checked) {
        super(type);
        if (checked) {
            CalendarMath.checkTime(hour, minute, second, microsecond, fold);
        }
        this.hour = hour;
        this.minute = minute;
        this.second = second;
        this.microsecond = microsecond;
        this.tzinfo = TzCalls.check(tzinfo);
        this.fold = fold;
    }

    private static int number(ThreadState thread, PyObject value) {
        return value == null ? 0 : CalendarMath.integer(thread, value);
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        if (names == null && (args.length == 1 || args.length == 2)) {
            byte[] state = PickledState.bytes(args[0], STATE_LENGTH, -1, "time");
            if (state != null) {
                PyObject zone = args.length == 2 ? args[1] : Singletons.NONE;
                if (zone != Singletons.NONE && !(zone instanceof PyTzInfo)) {
                    throw PyErr.typeError("bad tzinfo state arg");
                }
                int fold = state[0] < 0 ? 1 : 0;
                return new PyTime(
                        cls,
                        state[0] & 0x7f,
                        state[1] & 0xff,
                        state[2] & 0xff,
                        PickledState.microsecond(state, 3),
                        zone,
                        fold,
                        false);
            }
        }
        PyObject[] bound = PARAMETERS.bind(null, args, 0, names);
        int hour = number(thread, bound[0]);
        int minute = number(thread, bound[1]);
        int second = number(thread, bound[2]);
        int microsecond = number(thread, bound[3]);
        PyObject zone = bound[4] == null ? Singletons.NONE : bound[4];
        return new PyTime(cls, hour, minute, second, microsecond, zone, number(thread, bound[5]));
    }

    /** A time of a class that is time or derives from it, which is called then. */
    static PyObject create(ThreadState thread, PyType cls, IsoText.Time time) {
        return cls == TYPE
                ? new PyTime(TYPE, time.hour(), time.minute(), time.second(), time.microsecond(), time.tzinfo(), 0)
                : Calls.callArray(
                        thread,
                        cls,
                        PyInt.of(time.hour()),
                        PyInt.of(time.minute()),
                        PyInt.of(time.second()),
                        PyInt.of(time.microsecond()),
                        time.tzinfo());
    }

    @PythonClassMethod("fromisoformat($type, object, /)")
    static PyObject fromIsoFormat(ThreadState thread, PyType cls, PyObject text) {
        if (!(text instanceof PyStr form)) {
            throw PyErr.typeError("fromisoformat: argument must be str");
        }
        return create(thread, cls, IsoText.time(form));
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

    private byte[] state(boolean withFold) {
        return new byte[] {
            (byte) (hour | (withFold && fold == 1 ? 0x80 : 0)),
            (byte) minute,
            (byte) second,
            (byte) (microsecond >> 16),
            (byte) (microsecond >> 8),
            (byte) microsecond
        };
    }

    private long total() {
        return ((hour * 60L + minute) * 60 + second) * CalendarMath.MICROSECONDS + microsecond;
    }

    private PyTimeDelta offset(ThreadState thread) {
        return TzCalls.utcoffset(thread, tzinfo, Singletons.NONE);
    }

    @SlotMethod(Slot.TP_HASH)
    long hash(ThreadState thread) {
        PyTimeDelta offset = offset(thread);
        if (offset == null || !offset.isTrue()) {
            return Objects.hash(thread, PyBytes.of(state(false)));
        }
        PyTimeDelta utc = DeltaArithmetic.difference(PyTimeDelta.of(0, 0, total()), offset);
        if (utc.days == 0) {
            return Objects.hash(thread, PyBytes.of(ofDelta(utc).state(false)));
        }
        return utc.hash(thread);
    }

    private static PyTime ofDelta(PyTimeDelta delta) {
        int seconds = delta.seconds;
        return new PyTime(
                TYPE, seconds / 3600, seconds / 60 % 60, seconds % 60, delta.microseconds, Singletons.NONE, 0);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        if (!(other instanceof PyTime time)) {
            return Singletons.NOT_IMPLEMENTED;
        }
        if (tzinfo == time.tzinfo) {
            return PyBool.of(op.holds(Long.compare(total(), time.total())));
        }
        PyTimeDelta a = offset(thread);
        PyTimeDelta b = time.offset(thread);
        if (a == null && b == null || a != null && b != null && a.compareTo(b) == 0) {
            return PyBool.of(op.holds(Long.compare(total(), time.total())));
        }
        if (a == null || b == null) {
            if (op == Comparison.EQ || op == Comparison.NE) {
                return PyBool.of(op == Comparison.NE);
            }
            throw PyErr.typeError("can't compare offset-naive and offset-aware times");
        }
        PyTimeDelta first = DeltaArithmetic.difference(PyTimeDelta.of(0, 0, total()), a);
        PyTimeDelta second = DeltaArithmetic.difference(PyTimeDelta.of(0, 0, time.total()), b);
        return PyBool.of(op.holds(first.compareTo(second)));
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr(ThreadState thread) {
        StringBuilder text = new StringBuilder(type().fullName())
                .append('(')
                .append(hour)
                .append(", ")
                .append(minute);
        if (second != 0 || microsecond != 0) {
            text.append(", ").append(second);
        }
        if (microsecond != 0) {
            text.append(", ").append(microsecond);
        }
        if (tzinfo != Singletons.NONE) {
            text.append(", tzinfo=").append(Objects.repr(thread, tzinfo));
        }
        return PyStr.of(text.append(fold == 1 ? ", fold=1)" : ")").toString());
    }

    @SlotMethod(Slot.TP_STR)
    PyObject str(ThreadState thread) {
        return Calls.callMethod(thread, this, PyStr.intern("isoformat"));
    }

    @PythonMethod("isoformat($self, /, timespec='auto')")
    PyObject isoFormat(ThreadState thread, String timespec) {
        String clock = TimeText.clock(timespec, hour, minute, second, microsecond);
        return PyStr.ofBmp(clock + TimeText.zone(thread, tzinfo, Singletons.NONE));
    }

    @PythonMethod("strftime($self, /, format)")
    PyObject strftime(ThreadState thread, PyObject given) {
        PyStr format = TimeText.text("strftime", given);
        // Of a day that every platform has.
        PyObject broken = DateMethods.broken(thread, new PyDate(PyDate.TYPE, 1900, 1, 1), hour, minute, second, -1);
        return TimeText.format(thread, format, broken, microsecond, tzinfo, Singletons.NONE);
    }

    @PythonMethod("__format__($self, format, /)")
    PyObject format(ThreadState thread, PyObject given) {
        PyStr format = TimeText.text("__format__", given);
        return format.length() == 0
                ? Objects.str(thread, this)
                : Calls.callMethod(thread, this, PyStr.intern("strftime"), format);
    }

    @PythonMethod("utcoffset($self, /)")
    PyObject utcoffset(ThreadState thread) {
        return TzCalls.orNone(offset(thread));
    }

    @PythonMethod("dst($self, /)")
    PyObject dst(ThreadState thread) {
        return TzCalls.orNone(TzCalls.dst(thread, tzinfo, Singletons.NONE));
    }

    @PythonMethod("tzname($self, /)")
    PyObject tzname(ThreadState thread) {
        return TzCalls.tzname(thread, tzinfo, Singletons.NONE);
    }

    private static int given(ThreadState thread, PyObject value, int fallback) {
        return value == null ? fallback : CalendarMath.integer(thread, value);
    }

    @PythonMethod("replace($self, /, hour=<hour>, minute=<minute>, second=<second>, microsecond=<microsecond>,"
            + " tzinfo=<tzinfo>, *, fold=<fold>)")
    PyObject replace(
            ThreadState thread,
            PyObject newHour,
            PyObject newMinute,
            PyObject newSecond,
            PyObject newMicrosecond,
            PyObject zone,
            PyObject newFold) {
        return new PyTime(
                type(),
                given(thread, newHour, hour),
                given(thread, newMinute, minute),
                given(thread, newSecond, second),
                given(thread, newMicrosecond, microsecond),
                zone == null ? tzinfo : zone,
                given(thread, newFold, fold));
    }

    private PyObject reduced(int protocol) {
        PyObject state = PyBytes.of(state(protocol > 3));
        return PyTuple.of(type(), tzinfo == Singletons.NONE ? PyTuple.of(state) : PyTuple.of(state, tzinfo));
    }

    @PythonMethod("__reduce_ex__($self, protocol, /)")
    PyObject reduceEx(int protocol) {
        return reduced(protocol);
    }

    @PythonMethod("__reduce__($self, /)")
    PyObject reduce() {
        return reduced(2);
    }
}
