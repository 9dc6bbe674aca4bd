package org.pyvm.modules.time;

import java.time.LocalDate;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyStructSequence;
import org.pyvm.objects.types.PyTuple;

/**
 * A moment in fields: C's {@code struct tm}, with the full year and months from 1.
 *
 * @param weekday from Monday, 0
 * @param yearDay from 1
 * @param dst 1, 0, or -1 when not known
 * @param zone null when not known
 * @param offset seconds east of UTC
 */
record BrokenTime(
        int year,
        int month,
        int day,
        int hour,
        int minute,
        int second,
        int weekday,
        int yearDay,
        int dst,
        String zone,
        int offset) {
    static final PyStructSequence.Definition STRUCT_TIME = new PyStructSequence.Definition(
            "time",
            "struct_time",
            9,
            "tm_year",
            "tm_mon",
            "tm_mday",
            "tm_hour",
            "tm_min",
            "tm_sec",
            "tm_wday",
            "tm_yday",
            "tm_isdst",
            "tm_zone",
            "tm_gmtoff");

    private static final long DAY = 86_400;
    /** C counts years from this one, as an int. */
    private static final int FIRST_YEAR_OF_C = 1900;

    private static final long MOST_DAYS = 365_000_000_000L;

    /** The fields of a moment. @throws PyErr OSError when the year is too large */
    static BrokenTime of(ThreadState thread, long seconds, int offset, boolean dst, String zone) {
        long local = Math.addExact(seconds, offset);
        long days = Math.floorDiv(local, DAY);
        if (Math.abs(days) > MOST_DAYS) {
            throw HostErrors.of(thread, Errno.EOVERFLOW);
        }
        LocalDate date = LocalDate.ofEpochDay(days);
        int rest = (int) Math.floorMod(local, DAY);
        return new BrokenTime(
                date.getYear(),
                date.getMonthValue(),
                date.getDayOfMonth(),
                rest / 3600,
                rest / 60 % 60,
                rest % 60,
                date.getDayOfWeek().getValue() - 1,
                date.getDayOfYear(),
                dst ? 1 : 0,
                zone,
                offset);
    }

    static BrokenTime utc(ThreadState thread, long seconds) {
        return of(thread, seconds, 0, false, "GMT");
    }

    static BrokenTime local(ThreadState thread, LocalZone zone, long seconds) {
        LocalZone.Offset offset = zone.at(seconds);
        return of(thread, seconds, offset.seconds(), offset.isDst(), offset.abbreviation());
    }

    PyObject toPython() {
        return STRUCT_TIME.of(
                PyInt.of(year),
                PyInt.of(month),
                PyInt.of(day),
                PyInt.of(hour),
                PyInt.of(minute),
                PyInt.of(second),
                PyInt.of(weekday),
                PyInt.of(yearDay),
                PyInt.of(dst),
                PyStr.of(zone),
                PyInt.of(offset));
    }

    /** The fields that a tuple or {@code struct_time} gives, not checked. */
    static BrokenTime parse(ThreadState thread, String function, PyObject value) {
        if (!(value instanceof PyTuple tuple)) {
            throw PyErr.typeError("Tuple or struct_time argument required");
        }
        if (tuple.size() != 9) {
            throw PyErr.typeError("%s(): illegal time tuple argument", function);
        }
        int[] f = new int[9];
        for (int i = 0; i < 9; i++) {
            f[i] = field(thread, tuple.get(i));
        }
        if (f[0] < Integer.MIN_VALUE + FIRST_YEAR_OF_C) {
            throw PyErr.overflowError("year out of range");
        }
        String zone = null;
        int offset = 0;
        if (value instanceof PyStructSequence && value.type() == STRUCT_TIME.type()) {
            PyObject name = org.pyvm.objects.protocol.Attributes.get(thread, value, "tm_zone");
            PyObject seconds = org.pyvm.objects.protocol.Attributes.get(thread, value, "tm_gmtoff");
            zone = name instanceof PyStr text ? text.toString() : null;
            offset = seconds instanceof PyInt number ? (int) number.longValue() : 0;
        }
        return new BrokenTime(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], zone, offset);
    }

    private static int field(ThreadState thread, PyObject value) {
        long number = Convert.toLong(thread, value);
        if (number > Integer.MAX_VALUE) {
            throw PyErr.overflowError("signed integer is greater than maximum");
        }
        if (number < Integer.MIN_VALUE) {
            throw PyErr.overflowError("signed integer is less than minimum");
        }
        return (int) number;
    }

    /** The same with fields in their ranges, 0 standing for the least where CPython takes it so. */
    BrokenTime checked() {
        int checkedMonth = month == 0 ? 1 : month;
        int checkedDay = day == 0 ? 1 : day;
        int checkedYearDay = yearDay == 0 ? 1 : yearDay;
        check(checkedMonth, 1, 12, "month");
        check(checkedDay, 1, 31, "day of month");
        check(hour, 0, 23, "hour");
        check(minute, 0, 59, "minute");
        check(second, 0, 61, "seconds");
        // C counts from Sunday, which is how CPython checks: -1 is Sunday too.
        check((weekday + 1) % 7, 0, 6, "day of week");
        check(checkedYearDay, 1, 366, "day of year");
        return new BrokenTime(
                year,
                checkedMonth,
                checkedDay,
                hour,
                minute,
                second,
                Math.floorMod(weekday, 7),
                checkedYearDay,
                Integer.signum(dst),
                zone,
                offset);
    }

    private static void check(int value, int least, int most, String what) {
        if (value < least || value > most) {
            throw PyErr.valueError("%s out of range", what);
        }
    }

    /** Seconds since 1970 if the fields were UTC; they may be out of their ranges. */
    long asUtc() {
        long months = (long) year * 12 + month - 1;
        long first = LocalDate.of((int) Math.floorDiv(months, 12), Math.floorMod(months, 12) + 1, 1)
                .toEpochDay();
        return (first + day - 1) * DAY + hour * 3600L + minute * 60L + second;
    }
}
