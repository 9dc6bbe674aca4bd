package org.pyvm.modules.datetime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.pyvm.expose.PythonClassMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyStr;

/** The class methods of datetime, which make one. */
final class DateTimeMaking {
    private static final PyStr FROMUTC = PyStr.intern("fromutc");

    private DateTimeMaking() {}

    /** The time of a clock, of UTC or the local one, at some microseconds since the epoch. */
    private static PyObject at(ThreadState thread, PyType cls, BigInteger microseconds, boolean utc, PyObject zone) {
        BigInteger million = BigInteger.valueOf(CalendarMath.MICROSECONDS);
        BigInteger[] parts = microseconds.divideAndRemainder(million);
        if (parts[1].signum() < 0) {
            parts[0] = parts[0].subtract(BigInteger.ONE);
            parts[1] = parts[1].add(million);
        }
        if (parts[0].bitLength() > 63) {
            throw PyErr.overflowError("timestamp out of range for platform time_t");
        }
        long seconds = parts[0].longValue();
        int[] fields = LocalTime.fields(LocalTime.broken(thread, seconds, utc));
        CalendarMath.checkDate(fields[0], fields[1], fields[2]);
        int fold = zone == Singletons.NONE && !utc ? LocalTime.fold(thread, fields, seconds) : 0;
        int[] clock = {fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], parts[1].intValue(), fold};
        return PyDateTime.create(thread, cls, clock, zone);
    }

    private static PyObject inZone(ThreadState thread, PyType cls, BigInteger microseconds, PyObject zone) {
        TzCalls.check(zone);
        PyObject time = at(thread, cls, microseconds, zone != Singletons.NONE, zone);
        return zone == Singletons.NONE ? time : Calls.callMethod(thread, zone, FROMUTC, time);
    }

    /** A number of seconds in microseconds, half ones to the even neighbour. */
    private static BigInteger microseconds(ThreadState thread, PyObject timestamp) {
        if (timestamp instanceof PyFloat number) {
            double value = number.value();
            if (Double.isNaN(value)) {
                throw PyErr.valueError("Invalid value NaN (not a number)");
            }
            if (Double.isInfinite(value) || Math.abs(value) >= 0x1p63) {
                throw PyErr.overflowError("timestamp out of range for platform time_t");
            }
            double whole = Math.floor(value);
            BigInteger fraction = new BigDecimal((value - whole) * 1e6)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .toBigInteger();
            return BigInteger.valueOf((long) whole)
                    .multiply(BigInteger.valueOf(CalendarMath.MICROSECONDS))
                    .add(fraction);
        }
        return Numbers.index(thread, timestamp).bigValue().multiply(BigInteger.valueOf(CalendarMath.MICROSECONDS));
    }

    private static BigInteger now(ThreadState thread) {
        return BigInteger.valueOf(Math.floorDiv(LocalTime.now(thread), 1000L));
    }

    @PythonClassMethod("now($type, /, tz=None)")
    static PyObject now(ThreadState thread, PyType cls, PyObject tz) {
        return inZone(thread, cls, now(thread), tz);
    }

    @PythonClassMethod("utcnow($type, /)")
    static PyObject utcNow(ThreadState thread, PyType cls) {
        return at(thread, cls, now(thread), true, Singletons.NONE);
    }

    @PythonClassMethod("fromtimestamp($type, /, timestamp, tz=None)")
    static PyObject fromTimestamp(ThreadState thread, PyType cls, PyObject timestamp, PyObject tz) {
        TzCalls.check(tz);
        return inZone(thread, cls, microseconds(thread, timestamp), tz);
    }

    @PythonClassMethod("utcfromtimestamp($type, timestamp, /)")
    static PyObject utcFromTimestamp(ThreadState thread, PyType cls, PyObject timestamp) {
        return at(thread, cls, microseconds(thread, timestamp), true, Singletons.NONE);
    }

    @PythonClassMethod("strptime($type, date_string, format, /)")
    static PyObject strptime(ThreadState thread, PyType cls, PyStr text, PyStr format) {
        PyObject module = LocalTime.module(thread, "_strptime");
        return Calls.callMethod(thread, module, PyStr.intern("_strptime_datetime"), cls, text, format);
    }

    @PythonClassMethod("combine($type, /, date, time, tzinfo=<tzinfo>)")
    static PyObject combine(ThreadState thread, PyType cls, PyObject date, PyObject time, PyObject tzinfo) {
        if (!(date instanceof PyDate day)) {
            throw PyErr.typeError("combine() argument 1 must be datetime.date, not %T", date);
        }
        if (!(time instanceof PyTime clock)) {
            throw PyErr.typeError("combine() argument 2 must be datetime.time, not %T", time);
        }
        int[] all = {day.year, day.month, day.day, clock.hour, clock.minute, clock.second, clock.microsecond, clock.fold
        };
        return PyDateTime.create(thread, cls, all, tzinfo == null ? clock.tzinfo : tzinfo);
    }

    @PythonClassMethod("fromisoformat($type, object, /)")
    static PyObject fromIsoFormat(ThreadState thread, PyType cls, PyObject text) {
        if (!(text instanceof PyStr form)) {
            throw PyErr.typeError("fromisoformat: argument must be str");
        }
        IsoText.DateTime parsed = IsoText.dateTime(form);
        int[] date = parsed.date();
        IsoText.Time time = parsed.time();
        if (time == null) {
            return PyDateTime.create(
                    thread, cls, new int[] {date[0], date[1], date[2], 0, 0, 0, 0, 0}, Singletons.NONE);
        }
        int[] clock = {date[0], date[1], date[2], time.hour(), time.minute(), time.second(), time.microsecond(), 0};
        return PyDateTime.create(thread, cls, clock, time.tzinfo());
    }
}
