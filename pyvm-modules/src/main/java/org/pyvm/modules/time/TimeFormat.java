package org.pyvm.modules.time;

import java.time.Year;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.StrBuilder;

/** {@code strftime}, as glibc does it in the C locale: flags and widths of directives included. */
final class TimeFormat {
    private static final String[] DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private final BrokenTime time;
    private final LocalZone zone;

    private TimeFormat(BrokenTime time, LocalZone zone) {
        this.time = time;
        this.zone = zone;
    }

    static PyStr format(PyStr format, BrokenTime time, LocalZone zone) {
        TimeFormat formatter = new TimeFormat(time, zone);
        StrBuilder out = new StrBuilder(format.length() + 16);
        int i = 0;
        while (i < format.length()) {
            int c = format.codePointAt(i);
            if (c != '%') {
                out.append(c);
                i++;
                continue;
            }
            i = formatter.directive(format, i, out);
        }
        return out.toPyStr();
    }

    /** Writes one directive; one that is not known stays as it is. Answers the position behind it. */
    private int directive(PyStr format, int start, StrBuilder out) {
        int i = start + 1;
        int length = format.length();
        char pad = 0;
        boolean upper = false;
        boolean swap = false;
        for (; i < length; i++) {
            int c = format.codePointAt(i);
            if (c == '_' || c == '-' || c == '0') {
                pad = (char) c;
            } else if (c == '^') {
                upper = true;
            } else if (c == '#') {
                swap = true;
            } else {
                break;
            }
        }
        int width = -1;
        for (; i < length && format.codePointAt(i) >= '0' && format.codePointAt(i) <= '9'; i++) {
            width = Math.min(1000, Math.max(0, width) * 10 + format.codePointAt(i) - '0');
        }
        if (i < length && (format.codePointAt(i) == 'E' || format.codePointAt(i) == 'O')) {
            i++;
        }
        String text = i < length ? text((char) format.codePointAt(i), pad, width, upper, swap) : null;
        if (text == null) {
            int end = Math.min(length, i + 1);
            out.append(format, start, end);
            return end;
        }
        out.append(text);
        return i + 1;
    }

    private String text(char c, char pad, int width, boolean upper, boolean swap) {
        return switch (c) {
            case 'a' -> word(DAYS[time.weekday()].substring(0, 3), pad, width, upper || swap);
            case 'A' -> word(DAYS[time.weekday()], pad, width, upper || swap);
            case 'b', 'h' -> word(MONTHS[time.month() - 1].substring(0, 3), pad, width, upper || swap);
            case 'B' -> word(MONTHS[time.month() - 1], pad, width, upper || swap);
            case 'c' -> composed("%a %b %e %H:%M:%S %Y", pad, width, upper);
            case 'C' -> number(Math.floorDiv(time.year(), 100), 1, '0', pad, width);
            case 'd' -> number(time.day(), 2, '0', pad, width);
            case 'D', 'x' -> composed("%m/%d/%y", pad, width, upper);
            case 'e' -> number(time.day(), 2, '_', pad, width);
            case 'F' -> composed("%Y-%m-%d", pad, width, upper);
            case 'g' -> number(Math.floorMod(isoYear(), 100), 2, '0', pad, width);
            case 'G' -> number(isoYear(), 1, '0', pad, width);
            case 'H' -> number(time.hour(), 2, '0', pad, width);
            case 'I' -> number(hour12(), 2, '0', pad, width);
            case 'j' -> number(time.yearDay(), 3, '0', pad, width);
            case 'k' -> number(time.hour(), 2, '_', pad, width);
            case 'l' -> number(hour12(), 2, '_', pad, width);
            case 'm' -> number(time.month(), 2, '0', pad, width);
            case 'M' -> number(time.minute(), 2, '0', pad, width);
            case 'n' -> word("\n", pad, width, false);
            case 'p' -> word(time.hour() < 12 ? swap ? "am" : "AM" : swap ? "pm" : "PM", pad, width, upper);
            case 'P' -> word(time.hour() < 12 ? "am" : "pm", pad, width, upper);
            case 'r' -> composed("%I:%M:%S %p", pad, width, upper);
            case 'R' -> composed("%H:%M", pad, width, upper);
            case 's' -> number(seconds(), 1, '0', pad, width);
            case 'S' -> number(time.second(), 2, '0', pad, width);
            case 't' -> word("\t", pad, width, false);
            case 'T', 'X' -> composed("%H:%M:%S", pad, width, upper);
            case 'u' -> number(time.weekday() + 1, 1, '0', pad, width);
            case 'U' -> number((time.yearDay() + 6 - (time.weekday() + 1) % 7) / 7, 2, '0', pad, width);
            case 'V' -> number(isoWeek(), 2, '0', pad, width);
            case 'w' -> number((time.weekday() + 1) % 7, 1, '0', pad, width);
            case 'W' -> number((time.yearDay() + 6 - time.weekday()) / 7, 2, '0', pad, width);
            case 'y' -> number(Math.floorMod(time.year(), 100), 2, '0', pad, width);
            case 'Y' -> number(time.year(), 1, '0', pad, width);
            case 'z' -> offset(pad, width);
            case 'Z' -> word(swap ? zoneName().toLowerCase(java.util.Locale.ROOT) : zoneName(), pad, width, upper);
            case '%' -> word("%", pad, width, false);
            default -> null;
        };
    }

    private String composed(String format, char pad, int width, boolean upper) {
        return word(format(PyStr.of(format), time, zone).toString(), pad, width, upper);
    }

    private static String word(String text, char pad, int width, boolean upper) {
        String shown = upper ? text.toUpperCase(java.util.Locale.ROOT) : text;
        int missing = width - shown.length();
        return missing <= 0 ? shown : (pad == '0' ? "0" : " ").repeat(missing) + shown;
    }

    private static String number(long value, int digits, char usual, char pad, int width) {
        char padding = pad == 0 ? usual : pad;
        String text = Long.toString(Math.abs(value));
        int wanted = Math.max(digits, width);
        String sign = value < 0 ? "-" : "";
        if (padding == '-') {
            return sign + text;
        }
        int missing = Math.max(0, wanted - text.length() - sign.length());
        return padding == '_' ? " ".repeat(missing) + sign + text : sign + "0".repeat(missing) + text;
    }

    private int hour12() {
        return (time.hour() + 11) % 12 + 1;
    }

    /** Days since the Monday of the ISO year's first week, by the fields' own day of the year and weekday, as C does. */
    private static int isoDays(int yearDay, int weekday) {
        int manyWeeks = 54 * 7;
        int sundayFirst = (weekday + 1) % 7;
        return yearDay - (yearDay - sundayFirst + 4 + manyWeeks) % 7 + 3;
    }

    /** The ISO year and week. */
    private int[] iso() {
        int year = time.year();
        int yearDay = time.yearDay() - 1;
        int days = isoDays(yearDay, time.weekday());
        if (days < 0) {
            year--;
            days = isoDays(yearDay + Year.of(year).length(), time.weekday());
        } else {
            int next = isoDays(yearDay - Year.of(year).length(), time.weekday());
            if (next >= 0) {
                year++;
                days = next;
            }
        }
        return new int[] {year, days / 7 + 1};
    }

    private int isoYear() {
        return iso()[0];
    }

    private int isoWeek() {
        return iso()[1];
    }

    private long seconds() {
        return TimeModule.fromLocal(zone, time);
    }

    private LocalZone.Offset ofZone() {
        return zone.at(seconds());
    }

    private String zoneName() {
        if (time.zone() != null) {
            return time.zone();
        }
        return ofZone().abbreviation();
    }

    private String offset(char pad, int width) {
        if (time.dst() < 0 && time.zone() == null) {
            return "";
        }
        int seconds = time.zone() != null ? time.offset() : ofZone().seconds();
        int minutes = Math.abs(seconds) / 60;
        String digits = number(minutes / 60 * 100 + minutes % 60, 4, '0', pad, width - 1);
        return (seconds < 0 ? "-" : "+") + digits;
    }
}
