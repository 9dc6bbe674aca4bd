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

/** {@code datetime.date}. */
@PythonType(name = "date", module = "datetime", parts = DateMethods.class)
public class PyDate extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("datetime", "date", new PyDateExposed.SlotTable(), new PyDateExposed());

    private static final Signature PARAMETERS =
            Signature.of("function", "(year, month, day)", 0, 3, 3, 0, false, false, "year", "month", "day");
    private static final int STATE_LENGTH = 4;

    @PythonConstant("min")
    static final PyObject MIN = new PyDate(TYPE, 1, 1, 1);

    @PythonConstant("max")
    static final PyObject MAX = new PyDate(TYPE, CalendarMath.MAX_YEAR, 12, 31);

    @PythonConstant("resolution")
    static final PyObject RESOLUTION = PyTimeDelta.of(1, 0, 0);

    final int year;
    final int month;
    final int day;

    PyDate(PyType type, int year, int month, int day) {
        this(type, year, month, day, true);
    }

    /** @param checked false for what a pickle says, which is believed */
    PyDate(PyType type, int year, int month, int day, boolean checked) {
        super(type);
        if (checked) {
            CalendarMath.checkDate(year, month, day);
        }
        this.year = year;
        this.month = month;
        this.day = day;
    }

    @PythonNew(raw = true)
    static PyObject make(ThreadState thread, PyType cls, PyObject[] args, PyStr[] names) {
        byte[] state = args.length == 1 && names == null ? PickledState.bytes(args[0], STATE_LENGTH, 2, "date") : null;
        if (state != null) {
            return new PyDate(cls, PickledState.year(state), state[2], state[3] & 0xff, false);
        }
        PyObject[] bound = PARAMETERS.bind(null, args, 0, names);
        int year = CalendarMath.integer(thread, bound[0]);
        int month = CalendarMath.integer(thread, bound[1]);
        return new PyDate(cls, year, month, CalendarMath.integer(thread, bound[2]));
    }

    /** A date of a class that is date or derives from it, which is called then. */
    static PyObject create(ThreadState thread, PyType cls, int[] parts) {
        return cls == TYPE
                ? new PyDate(TYPE, parts[0], parts[1], parts[2])
                : Calls.callArray(thread, cls, PyInt.of(parts[0]), PyInt.of(parts[1]), PyInt.of(parts[2]));
    }

    int ordinal() {
        return CalendarMath.ordinal(year, month, day);
    }

    @PythonGetter("year")
    int year() {
        return year;
    }

    @PythonGetter("month")
    int month() {
        return month;
    }

    @PythonGetter("day")
    int day() {
        return day;
    }

    @PythonClassMethod("fromordinal($type, ordinal, /)")
    static PyObject fromOrdinal(ThreadState thread, PyType cls, int ordinal) {
        if (ordinal < 1) {
            throw PyErr.valueError("ordinal must be >= 1");
        }
        return create(thread, cls, CalendarMath.ofOrdinal(ordinal));
    }

    byte[] state() {
        return new byte[] {(byte) (year >> 8), (byte) year, (byte) month, (byte) day};
    }

    @SlotMethod(Slot.TP_HASH)
    public long hash(ThreadState thread) {
        return Objects.hash(thread, PyBytes.of(state()));
    }

    int compareDate(PyDate other) {
        int order = Integer.compare(year, other.year);
        if (order == 0) {
            order = Integer.compare(month, other.month);
        }
        return order != 0 ? order : Integer.compare(day, other.day);
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    public PyObject compare(ThreadState thread, PyObject other, Comparison op) {
        return other instanceof PyDate date ? PyBool.of(op.holds(compareDate(date))) : Singletons.NOT_IMPLEMENTED;
    }

    /** Days later, as an instance of the same class. */
    private PyObject plusDays(ThreadState thread, long days) {
        return create(thread, type(), CalendarMath.ofCheckedOrdinal(ordinal() + days));
    }

    @SlotMethod(Slot.NB_ADD)
    static PyObject add(ThreadState thread, PyObject v, PyObject w) {
        if (v instanceof PyDateTime || w instanceof PyDateTime) {
            return Singletons.NOT_IMPLEMENTED;
        }
        if (v instanceof PyDate date && w instanceof PyTimeDelta delta) {
            return date.plusDays(thread, delta.days);
        }
        if (w instanceof PyDate date && v instanceof PyTimeDelta delta) {
            return date.plusDays(thread, delta.days);
        }
        return Singletons.NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.NB_SUBTRACT)
    static PyObject subtract(ThreadState thread, PyObject v, PyObject w) {
        if (v instanceof PyDateTime || w instanceof PyDateTime) {
            return Singletons.NOT_IMPLEMENTED;
        }
        if (v instanceof PyDate a && w instanceof PyDate b) {
            return PyTimeDelta.of(a.ordinal() - b.ordinal(), 0, 0);
        }
        if (v instanceof PyDate date && w instanceof PyTimeDelta delta) {
            return date.plusDays(thread, -(long) delta.days);
        }
        return Singletons.NOT_IMPLEMENTED;
    }

    @SlotMethod(Slot.TP_REPR)
    public PyObject repr(ThreadState thread) {
        return PyStr.of(type().fullName() + "(" + year + ", " + month + ", " + day + ")");
    }

    String dateText() {
        return String.format("%04d-%02d-%02d", year, month, day);
    }

    /** {@code isoformat()}, of a subclass its own. */
    @SlotMethod(Slot.TP_STR)
    public PyObject str(ThreadState thread) {
        return Calls.callMethod(thread, this, PyStr.intern("isoformat"));
    }

    @PythonMethod(value = "__reduce__", raw = true)
    PyObject reduce(PyObject[] args, PyStr[] names) {
        return PyTuple.of(type(), PyTuple.of(PyBytes.of(state())));
    }
}
