package org.pyvm.modules.datetime;

import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyStr;

/** The methods of datetime. */
final class DateTimeMethods {
    private DateTimeMethods() {}

    @PythonMethod("date($self, /)")
    static PyObject date(PyDateTime self) {
        return new PyDate(PyDate.TYPE, self.year, self.month, self.day);
    }

    @PythonMethod("time($self, /)")
    static PyObject time(PyDateTime self) {
        return time(self, Singletons.NONE);
    }

    @PythonMethod("timetz($self, /)")
    static PyObject timeWithZone(PyDateTime self) {
        return time(self, self.tzinfo);
    }

    private static PyObject time(PyDateTime self, PyObject zone) {
        return new PyTime(PyTime.TYPE, self.hour, self.minute, self.second, self.microsecond, zone, self.fold);
    }

    @PythonMethod("ctime($self, /)")
    static PyObject ctime(PyDateTime self) {
        return PyStr.ofBmp(DateMethods.ctime(self, self.hour, self.minute, self.second));
    }

    @PythonMethod("timetuple($self, /)")
    static PyObject timeTuple(ThreadState thread, PyDateTime self) {
        PyTimeDelta dst = TzCalls.dst(thread, self.tzinfo, self);
        int flag = dst == null ? -1 : dst.isTrue() ? 1 : 0;
        return DateMethods.broken(thread, self, self.hour, self.minute, self.second, flag);
    }

    @PythonMethod("utctimetuple($self, /)")
    static PyObject utcTimeTuple(ThreadState thread, PyDateTime self) {
        PyTimeDelta offset = self.offset(thread);
        PyDateTime utc = offset == null
                ? self
                : (PyDateTime) new PyDateTime(PyDateTime.TYPE, self.clock(), Singletons.NONE).plus(thread, offset, -1);
        return DateMethods.broken(thread, utc, utc.hour, utc.minute, utc.second, 0);
    }

    @PythonMethod("timestamp($self, /)")
    static double timestamp(ThreadState thread, PyDateTime self) {
        if (self.tzinfo == Singletons.NONE) {
            long seconds = LocalTime.toUtc(thread, self.shownSeconds(), self.fold);
            return seconds - LocalTime.EPOCH + self.microsecond / 1e6;
        }
        PyDateTime epoch = new PyDateTime(PyDateTime.TYPE, new int[] {1970, 1, 1, 0, 0, 0, 0, 0}, PyTimeZone.UTC);
        PyTimeDelta since = (PyTimeDelta) PyDateTime.subtract(thread, self, epoch);
        return ((PyFloat) since.totalSeconds(thread)).value();
    }

    @PythonMethod("isoformat($self, /, sep='T', timespec='auto')")
    static PyObject isoFormat(ThreadState thread, PyDateTime self, PyObject given, String timespec) {
        if (!(given instanceof PyStr sep) || sep.length() != 1) {
            throw PyErr.typeError("isoformat() argument 1 must be a unicode character, not %T", given);
        }
        String clock = TimeText.clock(timespec, self.hour, self.minute, self.second, self.microsecond);
        return PyStr.ofBmp(self.dateText())
                .concat(sep)
                .concat(PyStr.ofBmp(clock + TimeText.zone(thread, self.tzinfo, self)));
    }

    @PythonMethod("utcoffset($self, /)")
    static PyObject utcoffset(ThreadState thread, PyDateTime self) {
        return TzCalls.orNone(self.offset(thread));
    }

    @PythonMethod("dst($self, /)")
    static PyObject dst(ThreadState thread, PyDateTime self) {
        return TzCalls.orNone(TzCalls.dst(thread, self.tzinfo, self));
    }

    @PythonMethod("tzname($self, /)")
    static PyObject tzname(ThreadState thread, PyDateTime self) {
        return TzCalls.tzname(thread, self.tzinfo, self);
    }

    @PythonMethod(
            "replace($self, /, year=<year>, month=<month>, day=<day>, hour=<hour>, minute=<minute>, second=<second>,"
                    + " microsecond=<microsecond>, tzinfo=<tzinfo>, *, fold=<fold>)")
    static PyObject replace(
            ThreadState thread,
            PyDateTime self,
            PyObject year,
            PyObject month,
            PyObject day,
            PyObject hour,
            PyObject minute,
            PyObject second,
            PyObject microsecond,
            PyObject tzinfo,
            PyObject fold) {
        int[] clock = self.clock();
        PyObject[] given = {year, month, day, hour, minute, second, microsecond, fold};
        for (int i = 0; i < clock.length; i++) {
            if (given[i] != null) {
                clock[i] = CalendarMath.integer(thread, given[i]);
            }
        }
        return new PyDateTime(self.type(), clock, tzinfo == null ? self.tzinfo : tzinfo);
    }

    @PythonMethod("astimezone($self, /, tz=None)")
    static PyObject asTimeZone(ThreadState thread, PyDateTime self, PyObject tz) {
        if (tz != Singletons.NONE && !(tz instanceof PyTzInfo)) {
            throw PyErr.typeError("tzinfo argument must be None or of a tzinfo subclass, not type '%T'", tz);
        }
        if (self.tzinfo == tz && tz != Singletons.NONE) {
            return self;
        }
        PyTimeDelta offset = self.offset(thread);
        if (offset == null) {
            // Without an offset of its own, the time is that of the local clock.
            long seconds = LocalTime.toUtc(thread, self.shownSeconds(), self.fold);
            PyTimeZone local = LocalTime.zone(thread, seconds - LocalTime.EPOCH);
            if (tz == local) {
                return self;
            }
            offset = local.offset;
        }
        PyDateTime utc =
                (PyDateTime) new PyDateTime(PyDateTime.TYPE, self.clock(), PyTimeZone.UTC).plus(thread, offset, -1);
        PyObject zone = tz == Singletons.NONE ? LocalTime.zone(thread, utc.shownSeconds() - LocalTime.EPOCH) : tz;
        PyObject inZone = PyDateTime.create(thread, self.type(), utc.clock(), zone);
        return Calls.callMethod(thread, zone, PyStr.intern("fromutc"), inZone);
    }
}
