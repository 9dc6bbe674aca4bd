package org.pyvm.modules.datetime;

import org.pyvm.expose.PythonClassMethod;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The methods of dates. */
final class DateMethods {
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private DateMethods() {}

    @PythonClassMethod("today($type, /)")
    static PyObject today(ThreadState thread, PyType cls) {
        PyObject now = Calls.callMethod(thread, LocalTime.module(thread, "time"), PyStr.intern("time"));
        return Calls.callMethod(thread, cls, PyStr.intern("fromtimestamp"), now);
    }

    @PythonClassMethod("fromtimestamp($type, timestamp, /)")
    static PyObject fromTimestamp(ThreadState thread, PyType cls, PyObject timestamp) {
        long seconds = seconds(thread, timestamp);
        return PyDate.create(thread, cls, LocalTime.fields(LocalTime.broken(thread, seconds, false)));
    }

    /** Whole seconds, rounded down. */
    private static long seconds(ThreadState thread, PyObject timestamp) {
        if (timestamp instanceof PyFloat number) {
            double value = Math.floor(number.value());
            if (Double.isNaN(value)) {
                throw PyErr.valueError("Invalid value NaN (not a number)");
            }
            if (!(value >= -0x1p63 && value < 0x1p63)) {
                throw PyErr.overflowError("timestamp out of range for platform time_t");
            }
            return (long) value;
        }
        PyInt number = Numbers.index(thread, timestamp);
        if (!number.fitsLong()) {
            throw PyErr.overflowError("timestamp out of range for platform time_t");
        }
        return number.longValue();
    }

    @PythonClassMethod("fromisoformat($type, object, /)")
    static PyObject fromIsoFormat(ThreadState thread, PyType cls, PyObject text) {
        if (!(text instanceof PyStr form)) {
            throw PyErr.typeError("fromisoformat: argument must be str");
        }
        return PyDate.create(thread, cls, IsoText.date(form));
    }

    @PythonClassMethod("fromisocalendar($type, year, week, day)")
    static PyObject fromIsoCalendar(
            ThreadState thread, PyType cls, PyObject isoYear, PyObject isoWeek, PyObject isoDay) {
        int year;
        int week;
        int day;
        try {
            year = CalendarMath.integer(thread, isoYear);
            week = CalendarMath.integer(thread, isoWeek);
            day = CalendarMath.integer(thread, isoDay);
        } catch (PyErr e) {
            throw e.matches(Exceptions.OVERFLOW_ERROR) ? PyErr.valueError("ISO calendar component out of range") : e;
        }
        int ordinal = CalendarMath.ofIsoCalendar(year, week, day);
        switch (ordinal) {
            case -4 -> throw PyErr.valueError("Year is out of range: %d", year);
            case -2 -> throw PyErr.valueError("Invalid week: %d", week);
            case -3 -> throw PyErr.valueError("Invalid day: %d (range is [1, 7])", day);
            default -> {
                if (ordinal < 1 || ordinal > CalendarMath.MAX_ORDINAL) {
                    throw PyErr.valueError("year %d is out of range", ordinal < 1 ? 0 : CalendarMath.MAX_YEAR + 1);
                }
                return PyDate.create(thread, cls, CalendarMath.ofOrdinal(ordinal));
            }
        }
    }

    static String ctime(PyDate date, int hour, int minute, int second) {
        int weekday = CalendarMath.weekday(date.year, date.month, date.day);
        return String.format(
                "%s %s %2d %02d:%02d:%02d %04d",
                DAYS[weekday], MONTHS[date.month - 1], date.day, hour, minute, second, date.year);
    }

    @PythonMethod("ctime($self, /)")
    static PyObject ctime(PyDate self) {
        return PyStr.ofBmp(ctime(self, 0, 0, 0));
    }

    @PythonMethod("isoformat($self, /)")
    static PyObject isoFormat(PyDate self) {
        return PyStr.ofBmp(self.dateText());
    }

    @PythonMethod("isoweekday($self, /)")
    static int isoWeekday(PyDate self) {
        return CalendarMath.weekday(self.year, self.month, self.day) + 1;
    }

    @PythonMethod("weekday($self, /)")
    static int weekday(PyDate self) {
        return CalendarMath.weekday(self.year, self.month, self.day);
    }

    @PythonMethod("isocalendar($self, /)")
    static PyObject isoCalendar(PyDate self) {
        return new PyIsoCalendarDate(CalendarMath.isoCalendar(self.year, self.month, self.day));
    }

    @PythonMethod("toordinal($self, /)")
    static int toOrdinal(PyDate self) {
        return self.ordinal();
    }

    /** A struct_time. */
    static PyObject broken(ThreadState thread, PyDate date, int hour, int minute, int second, int dst) {
        int yearDay = CalendarMath.daysBeforeMonth(date.year, date.month) + date.day;
        int[] fields = {
            date.year,
            date.month,
            date.day,
            hour,
            minute,
            second,
            CalendarMath.weekday(date.year, date.month, date.day),
            yearDay,
            dst
        };
        PyObject[] items = new PyObject[fields.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = PyInt.of(fields[i]);
        }
        PyObject type = Attributes.get(thread, LocalTime.module(thread, "time"), "struct_time");
        return Calls.call(thread, type, PyTuple.of(items));
    }

    @PythonMethod("timetuple($self, /)")
    static PyObject timeTuple(ThreadState thread, PyDate self) {
        return broken(thread, self, 0, 0, 0, -1);
    }

    @PythonMethod("strftime($self, /, format)")
    static PyObject strftime(ThreadState thread, PyDate self, PyObject given) {
        PyStr format = TimeText.text("strftime", given);
        PyObject broken = Calls.callMethod(thread, self, PyStr.intern("timetuple"));
        boolean withTime = self instanceof PyDateTime;
        PyObject zone = withTime ? ((PyDateTime) self).tzinfo : Singletons.NONE;
        int microsecond = withTime ? ((PyDateTime) self).microsecond : 0;
        return TimeText.format(thread, format, broken, microsecond, zone, self);
    }

    @PythonMethod("__format__($self, format, /)")
    static PyObject format(ThreadState thread, PyDate self, PyObject given) {
        PyStr format = TimeText.text("__format__", given);
        return format.length() == 0
                ? Objects.str(thread, self)
                : Calls.callMethod(thread, self, PyStr.intern("strftime"), format);
    }

    private static int given(ThreadState thread, PyObject value, int fallback) {
        return value == null ? fallback : CalendarMath.integer(thread, value);
    }

    @PythonMethod("replace($self, /, year=<year>, month=<month>, day=<day>)")
    static PyObject replace(ThreadState thread, PyDate self, PyObject year, PyObject month, PyObject day) {
        return new PyDate(
                self.type(),
                given(thread, year, self.year),
                given(thread, month, self.month),
                given(thread, day, self.day));
    }
}
