package org.pyvm.modules.datetime;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyStr;

/** Questions to time zones, and what their answers must be. */
final class TzCalls {
    static final PyStr UTCOFFSET = PyStr.intern("utcoffset");
    static final PyStr DST = PyStr.intern("dst");
    static final PyStr TZNAME = PyStr.intern("tzname");
    private static final PyTimeDelta DAY = PyTimeDelta.of(1, 0, 0);
    private static final PyTimeDelta MINUS_DAY = PyTimeDelta.of(-1, 0, 0);

    private TzCalls() {}

    static PyObject check(PyObject tzinfo) {
        if (tzinfo != Singletons.NONE && !(tzinfo instanceof PyTzInfo)) {
            throw PyErr.typeError("tzinfo argument must be None or of a tzinfo subclass, not type '%T'", tzinfo);
        }
        return tzinfo;
    }

    /** The offset that a method of a zone, or None, answers for a time; null for None. */
    static PyTimeDelta call(ThreadState thread, PyObject tzinfo, PyStr method, PyObject time) {
        if (tzinfo == Singletons.NONE) {
            return null;
        }
        PyObject offset = tzinfo.getClass() == PyTimeZone.class && method == UTCOFFSET
                ? ((PyTimeZone) tzinfo).offset
                : Calls.callMethod(thread, tzinfo, method, time);
        if (offset == Singletons.NONE) {
            return null;
        }
        if (!(offset instanceof PyTimeDelta delta)) {
            throw PyErr.typeError("tzinfo.%s() must return None or a timedelta, not '%T'", method, offset);
        }
        if (delta.compareTo(DAY) >= 0 || delta.compareTo(MINUS_DAY) <= 0) {
            throw PyErr.valueError(
                    "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).");
        }
        return delta;
    }

    static PyTimeDelta utcoffset(ThreadState thread, PyObject tzinfo, PyObject time) {
        return call(thread, tzinfo, UTCOFFSET, time);
    }

    static PyTimeDelta dst(ThreadState thread, PyObject tzinfo, PyObject time) {
        return call(thread, tzinfo, DST, time);
    }

    /** A str, or None. */
    static PyObject tzname(ThreadState thread, PyObject tzinfo, PyObject time) {
        if (tzinfo == Singletons.NONE) {
            return tzinfo;
        }
        PyObject name = Calls.callMethod(thread, tzinfo, TZNAME, time);
        if (name != Singletons.NONE && !(name instanceof PyStr)) {
            throw PyErr.typeError("tzinfo.tzname() must return None or a string, not '%T'", name);
        }
        return name;
    }

    static PyObject orNone(PyTimeDelta delta) {
        return delta == null ? Singletons.NONE : delta;
    }

    /** {@code +HH:MM}, with seconds and their fraction where there are some. */
    static String format(PyTimeDelta offset, String separator) {
        String sign = offset.days < 0 ? "-" : "+";
        PyTimeDelta size = offset.days < 0 ? DeltaArithmetic.negative(offset) : offset;
        int seconds = size.seconds % 60;
        String text = String.format("%s%02d%s%02d", sign, size.seconds / 3600, separator, size.seconds / 60 % 60);
        if (seconds != 0 || size.microseconds != 0) {
            text += String.format("%s%02d", separator, seconds);
        }
        return size.microseconds == 0 ? text : text + String.format(".%06d", size.microseconds);
    }
}
