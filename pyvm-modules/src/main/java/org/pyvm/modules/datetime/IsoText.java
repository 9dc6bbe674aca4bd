package org.pyvm.modules.datetime;

import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.types.PyStr;

/** Dates and times in the forms of ISO 8601 that {@code fromisoformat} reads. */
final class IsoText {
    private final int[] text;
    private int at;
    private final int end;
    /** Hour, minute, second and microsecond. */
    private final int[] clock = new int[4];

    private IsoText(int[] text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** What a text says of a time. */
    record Time(int hour, int minute, int second, int microsecond, PyObject tzinfo) {}

    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed() {
            super(null, null, false, false);
        }
    }

    static PyErr invalid(PyStr text) {
        return PyErr.valueError("Invalid isoformat string: %r", text);
    }

    /** Year, month and day. */
    static int[] date(PyStr text) {
        int[] all = text.toCodePoints();
        try {
            if (all.length != 7 && all.length != 8 && all.length != 10) {
                throw new Malformed();
            }
            return new IsoText(all, 0, all.length).readDate();
        } catch (Malformed e) {
            throw invalid(text);
        }
    }

    static Time time(PyStr text) {
        int[] all = text.toCodePoints();
        int start = all.length > 0 && all[0] == 'T' ? 1 : 0;
        try {
            return new IsoText(all, start, all.length).readTime();
        } catch (Malformed e) {
            throw invalid(text);
        }
    }

    /** A date, as an array, and a time; null in its place when there is none. */
    record DateTime(int[] date, Time time) {}

    static DateTime dateTime(PyStr text) {
        int[] all = text.toCodePoints();
        try {
            if (all.length < 7) {
                throw new Malformed();
            }
            int separator = separator(all);
            if (separator > all.length) {
                throw new Malformed();
            }
            int[] date = new IsoText(all, 0, separator).readDate();
            Time time = separator == all.length ? null : new IsoText(all, separator + 1, all.length).readTime();
            return new DateTime(date, time);
        } catch (Malformed e) {
            throw invalid(text);
        }
    }

    private static boolean isDigit(int[] text, int at) {
        return at < text.length && text[at] >= '0' && text[at] <= '9';
    }

    /** Where the date ends. A week may be followed by a day or by the time, which only its length tells. */
    private static int separator(int[] text) {
        int length = text.length;
        if (length == 7) {
            return 7;
        }
        if (text[4] == '-') {
            if (text[5] != 'W') {
                return 10;
            }
            if (length > 8 && text[8] == '-') {
                if (length == 9) {
                    throw new Malformed();
                }
                return length > 10 && isDigit(text, 10) ? 8 : 10;
            }
            return 8;
        }
        if (text[4] != 'W') {
            return 8;
        }
        int digits = 7;
        while (isDigit(text, digits)) {
            digits++;
        }
        if (digits < 9) {
            return digits;
        }
        return digits % 2 == 0 ? 7 : 8;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (at >= end || !isDigit(text, at)) {
                throw new Malformed();
            }
            value = value * 10 + text[at++] - '0';
        }
        return value;
    }

    private boolean accept(int c) {
        if (at < end && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(int c) {
        if (!accept(c)) {
            throw new Malformed();
        }
    }

    private int[] readDate() {
        int year = digits(4);
        boolean separated = accept('-');
        if (accept('W')) {
            int week = digits(2);
            int day = 1;
            if (at < end) {
                if (separated) {
                    expect('-');
                }
                day = digits(1);
            }
            if (at != end) {
                throw new Malformed();
            }
            int ordinal = CalendarMath.ofIsoCalendar(year, week, day);
            if (ordinal < 1) {
                throw new Malformed();
            }
            return CalendarMath.ofCheckedOrdinal(ordinal);
        }
        int month = digits(2);
        if (separated) {
            expect('-');
        }
        int day = digits(2);
        if (at != end) {
            throw new Malformed();
        }
        return new int[] {year, month, day};
    }

    private Time readTime() {
        int zone = at;
        while (zone < end && text[zone] != '+' && text[zone] != '-' && text[zone] != 'Z') {
            zone++;
        }
        IsoText front = new IsoText(text, at, zone);
        front.readClock();
        PyObject tzinfo = Singletons.NONE;
        if (zone < end) {
            tzinfo = readZone(zone);
        }
        int[] c = front.clock;
        return new Time(c[0], c[1], c[2], c[3], tzinfo);
    }

    private PyObject readZone(int start) {
        if (text[start] == 'Z') {
            if (start + 1 != end) {
                throw new Malformed();
            }
            return PyTimeZone.UTC;
        }
        IsoText offset = new IsoText(text, start + 1, end);
        offset.readClock();
        int sign = text[start] == '-' ? -1 : 1;
        int[] c = offset.clock;
        long seconds = sign * (c[0] * 3600L + c[1] * 60L + c[2]);
        PyTimeDelta delta = PyTimeDelta.of(0, seconds, (long) sign * c[3]);
        return PyTimeZone.of(null, delta, null);
    }

    private void readClock() {
        boolean separated = true;
        for (int i = 0; i < 3; i++) {
            clock[i] = digits(2);
            if (at == end) {
                return;
            }
            int c = text[at++];
            if (i == 0) {
                separated = c == ':';
            }
            if (at >= end) {
                throw new Malformed();
            }
            if (separated && c == ':') {
                continue;
            }
            if (c == '.' || c == ',') {
                break;
            }
            if (separated) {
                throw new Malformed();
            }
            at--;
        }
        int given = Math.min(6, end - at);
        clock[3] = digits(given);
        for (int i = given; i < 6; i++) {
            clock[3] *= 10;
        }
        while (at < end && isDigit(text, at)) {
            at++;
        }
        if (at != end) {
            throw new Malformed();
        }
    }
}
