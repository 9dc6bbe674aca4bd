package org.pyvm.modules.datetime;

import org.pyvm.modules.imports.Importing;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The clock and the zone of the machine, as the module {@code time} knows them. */
final class LocalTime {
    /** Seconds from the 1st of January of the year 1 to the epoch of Unix. */
    static final long EPOCH = 719163L * 86400;
    /** The longest that a clock has been set back. */
    private static final long MAX_FOLD = 24 * 3600;

    private LocalTime() {}

    static PyObject module(ThreadState thread, String name) {
        return Importing.importModule(thread, PyStr.intern(name), Singletons.NONE, Singletons.NONE, 0);
    }

    /** Nanoseconds since the epoch. */
    static long now(ThreadState thread) {
        return ((PyInt) Calls.callMethod(thread, module(thread, "time"), PyStr.intern("time_ns"))).longValue();
    }

    /** {@code localtime} or {@code gmtime}: a struct_time. */
    static PyTuple broken(ThreadState thread, long seconds, boolean utc) {
        return (PyTuple) Calls.callMethod(
                thread, module(thread, "time"), PyStr.intern(utc ? "gmtime" : "localtime"), PyInt.of(seconds));
    }

    private static int field(PyTuple broken, int index) {
        return (int) ((PyInt) broken.get(index)).longValue();
    }

    /** Year, month, day, hour, minute and second (at most 59) of a struct_time. */
    static int[] fields(PyTuple broken) {
        int[] fields = new int[6];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = field(broken, i);
        }
        fields[5] = Math.min(59, fields[5]);
        return fields;
    }

    /** Seconds since the 1st of January of the year 1. */
    static long seconds(int[] fields) {
        long days = CalendarMath.ordinal(fields[0], fields[1], fields[2]);
        return ((days * 24 + fields[3]) * 60 + fields[4]) * 60 + fields[5];
    }

    /** What a local clock shows, as seconds, when that of UTC shows some. */
    private static long local(ThreadState thread, long utc) {
        PyTuple broken = broken(thread, utc - EPOCH, false);
        int[] fields = fields(broken);
        CalendarMath.checkDate(fields[0], fields[1], fields[2]);
        return seconds(fields);
    }

    /** The time of UTC, as seconds, when a local clock shows some; before or after it was set back. */
    static long toUtc(ThreadState thread, long shown, int fold) {
        long offset = local(thread, shown) - shown;
        long first = shown - offset;
        long back = local(thread, first);
        long other;
        if (back == shown) {
            long probe = first + (fold == 1 ? MAX_FOLD : -MAX_FOLD);
            long otherOffset = local(thread, probe) - probe;
            if (offset == otherOffset) {
                return first;
            }
            offset = otherOffset;
        } else {
            offset = back - first;
        }
        other = shown - offset;
        if (local(thread, other) == shown) {
            return other;
        }
        if (back == shown) {
            return first;
        }
        return fold == 1 ? Math.min(first, other) : Math.max(first, other);
    }

    /** Whether a time of the local clock, with this time of UTC since the epoch, is the second one of its kind. */
    static int fold(ThreadState thread, int[] fields, long sinceEpoch) {
        if (sinceEpoch - MAX_FOLD < 0) {
            return 0;
        }
        long shown = seconds(fields);
        long probe = local(thread, EPOCH + sinceEpoch - MAX_FOLD);
        long transition = shown - probe - MAX_FOLD;
        return transition < 0 && local(thread, EPOCH + sinceEpoch + transition) == shown ? 1 : 0;
    }

    /** The zone of the machine at a time since the epoch. */
    static PyTimeZone zone(ThreadState thread, long sinceEpoch) {
        PyTuple broken = broken(thread, sinceEpoch, false);
        PyObject offset = Attributes.get(thread, broken, "tm_gmtoff");
        PyObject name = Attributes.get(thread, broken, "tm_zone");
        return PyTimeZone.ofSeconds(((PyInt) offset).longValue(), name instanceof PyStr text ? text : null);
    }
}
