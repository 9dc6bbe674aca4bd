package org.pyvm.modules.datetime;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;

/** Years, months and days by number; day 1 is the 1st of January of the year 1, a Monday. */
final class CalendarMath {
    static final int MIN_YEAR = 1;
    static final int MAX_YEAR = 9999;
    static final int MAX_ORDINAL = 3652059;
    static final long MICROSECONDS = 1_000_000;
    static final long SECONDS_PER_DAY = 86400;

    private static final int[] DAYS = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int[] DAYS_BEFORE = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int DAYS_IN_4_YEARS = 1461;
    private static final int DAYS_IN_100_YEARS = 36524;
    private static final int DAYS_IN_400_YEARS = 146097;

    private CalendarMath() {}

    /** A C {@code int}, with the errors of the parser of arguments. */
    static int integer(ThreadState thread, PyObject value) {
        PyInt number = Numbers.index(thread, value);
        if (!number.fitsLong()) {
            throw PyErr.overflowError("Python int too large to convert to C long");
        }
        long wide = number.longValue();
        if (wide != (int) wide) {
            throw PyErr.overflowError("signed integer is %s", wide > 0 ? "greater than maximum" : "less than minimum");
        }
        return (int) wide;
    }

    static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    static int daysInMonth(int year, int month) {
        return month == 2 && isLeap(year) ? 29 : DAYS[month];
    }

    static int daysBeforeMonth(int year, int month) {
        return DAYS_BEFORE[month] + (month > 2 && isLeap(year) ? 1 : 0);
    }

    private static int daysBeforeYear(int year) {
        int before = year - 1;
        return before * 365 + before / 4 - before / 100 + before / 400;
    }

    static int ordinal(int year, int month, int day) {
        return daysBeforeYear(year) + daysBeforeMonth(year, month) + day;
    }

    /** Year, month and day of an ordinal that is in range. */
    static int[] ofOrdinal(int ordinal) {
        int n = ordinal - 1;
        int year = n / DAYS_IN_400_YEARS * 400 + 1;
        n %= DAYS_IN_400_YEARS;
        int centuries = n / DAYS_IN_100_YEARS;
        n %= DAYS_IN_100_YEARS;
        int fours = n / DAYS_IN_4_YEARS;
        n %= DAYS_IN_4_YEARS;
        int ones = n / 365;
        n %= 365;
        year += centuries * 100 + fours * 4 + ones;
        if (ones == 4 || centuries == 4) {
            return new int[] {year - 1, 12, 31};
        }
        int month = n + 50 >> 5;
        if (daysBeforeMonth(year, month) > n) {
            month--;
        }
        return new int[] {year, month, n - daysBeforeMonth(year, month) + 1};
    }

    /** Year, month and day. @throws PyErr OverflowError beyond the calendar */
    static int[] ofCheckedOrdinal(long ordinal) {
        if (ordinal < 1 || ordinal > MAX_ORDINAL) {
            throw PyErr.overflowError("date value out of range");
        }
        return ofOrdinal((int) ordinal);
    }

    /** 0 for Monday. */
    static int weekday(int year, int month, int day) {
        return (ordinal(year, month, day) + 6) % 7;
    }

    static void checkDate(int year, int month, int day) {
        if (year < MIN_YEAR || year > MAX_YEAR) {
            throw PyErr.valueError("year %d is out of range", year);
        }
        if (month < 1 || month > 12) {
            throw PyErr.valueError("month must be in 1..12");
        }
        if (day < 1 || day > daysInMonth(year, month)) {
            throw PyErr.valueError("day is out of range for month");
        }
    }

    static void checkTime(int hour, int minute, int second, int microsecond, int fold) {
        if (hour < 0 || hour > 23) {
            throw PyErr.valueError("hour must be in 0..23");
        }
        if (minute < 0 || minute > 59) {
            throw PyErr.valueError("minute must be in 0..59");
        }
        if (second < 0 || second > 59) {
            throw PyErr.valueError("second must be in 0..59");
        }
        if (microsecond < 0 || microsecond > 999999) {
            throw PyErr.valueError("microsecond must be in 0..999999");
        }
        if (fold != 0 && fold != 1) {
            throw PyErr.valueError("fold must be either 0 or 1");
        }
    }

    /** The ordinal of the Monday with which the ISO year starts. */
    static int isoWeek1Monday(int year) {
        int first = ordinal(year, 1, 1);
        int weekday = (first + 6) % 7;
        int monday = first - weekday;
        return weekday > 3 ? monday + 7 : monday;
    }

    /** ISO year, week and day, from 1. */
    static int[] isoCalendar(int year, int month, int day) {
        int isoYear = year;
        int today = ordinal(year, month, day);
        int monday = isoWeek1Monday(year);
        int week = Math.floorDiv(today - monday, 7);
        if (week < 0) {
            isoYear--;
            monday = isoWeek1Monday(isoYear);
            week = Math.floorDiv(today - monday, 7);
        } else if (week >= 52 && today >= isoWeek1Monday(year + 1)) {
            isoYear++;
            week = 0;
        }
        return new int[] {isoYear, week + 1, Math.floorMod(today - monday, 7) + 1};
    }

    /** The ordinal of an ISO date, or the negative number of what is wrong with it: 2 the week, 3 the day, 4 the year. */
    static int ofIsoCalendar(int year, int week, int day) {
        if (year < MIN_YEAR || year > MAX_YEAR) {
            return -4;
        }
        if (week <= 0 || week >= 53) {
            boolean has53 = week == 53 && longYear(year);
            if (!has53) {
                return -2;
            }
        }
        if (day <= 0 || day >= 8) {
            return -3;
        }
        return isoWeek1Monday(year) + (week - 1) * 7 + day - 1;
    }

    private static boolean longYear(int year) {
        int firstWeekday = weekday(year, 1, 1);
        return firstWeekday == 3 || firstWeekday == 2 && isLeap(year);
    }
}
