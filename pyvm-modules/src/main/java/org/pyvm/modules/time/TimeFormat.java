package org.pyvm.modules.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/** {@code strftime} in the C locale. */
final class TimeFormat {
    static final String[] DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    static final String[] MONTHS = {
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

    private TimeFormat() {}

    /** @param t year, month, day, hour, minute, second, weekday from Monday, day of the year, summer time */
    static String format(String format, int[] t, String zoneName, int offset, ZoneId zone) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
                continue;
            }
            char directive = format.charAt(++i);
            // glibc's modifiers of padding and alternative forms.
            char flag = 0;
            if ("-_0^#EO".indexOf(directive) >= 0 && i + 1 < format.length()) {
                flag = directive;
                directive = format.charAt(++i);
            }
            String text = directive(directive, t, zoneName, offset, zone);
            if (text == null) {
                out.append('%').append(directive);
                continue;
            }
            out.append(padded(text, flag));
        }
        return out.toString();
    }

    private static String padded(String text, char flag) {
        return switch (flag) {
            case '-' -> text.length() > 1 && Character.isDigit(text.charAt(0)) ? stripZeros(text) : text;
            case '_' ->
                text.startsWith("0")
                        ? " ".repeat(text.length() - stripZeros(text).length()) + stripZeros(text)
                        : text;
            case '^' -> text.toUpperCase(java.util.Locale.ROOT);
            default -> text;
        };
    }

    private static String stripZeros(String text) {
        int start = 0;
        while (start < text.length() - 1 && (text.charAt(start) == '0' || text.charAt(start) == ' ')) {
            start++;
        }
        return text.substring(start);
    }

    private static String two(int value) {
        return String.format("%02d", value);
    }

    private static String directive(char directive, int[] t, String zoneName, int offset, ZoneId zone) {
        int sunday = (t[6] + 1) % 7;
        return switch (directive) {
            case 'a' -> DAYS[t[6]].substring(0, 3);
            case 'A' -> DAYS[t[6]];
            case 'b', 'h' -> MONTHS[t[1] - 1].substring(0, 3);
            case 'B' -> MONTHS[t[1] - 1];
            case 'c' -> format("%a %b %e %H:%M:%S %Y", t, zoneName, offset, zone);
            case 'C' -> two(Math.floorDiv(t[0], 100));
            case 'd' -> two(t[2]);
            case 'D', 'x' -> format("%m/%d/%y", t, zoneName, offset, zone);
            case 'e' -> String.format("%2d", t[2]);
            case 'F' -> format("%Y-%m-%d", t, zoneName, offset, zone);
            case 'g' -> two(Math.floorMod(weekYear(t), 100));
            case 'G' -> String.valueOf(weekYear(t));
            case 'H' -> two(t[3]);
            case 'I' -> two((t[3] + 11) % 12 + 1);
            case 'j' -> String.format("%03d", t[7]);
            case 'k' -> String.format("%2d", t[3]);
            case 'l' -> String.format("%2d", (t[3] + 11) % 12 + 1);
            case 'm' -> two(t[1]);
            case 'M' -> two(t[4]);
            case 'n' -> "\n";
            case 'p' -> t[3] < 12 ? "AM" : "PM";
            case 'P' -> t[3] < 12 ? "am" : "pm";
            case 'r' -> format("%I:%M:%S %p", t, zoneName, offset, zone);
            case 'R' -> format("%H:%M", t, zoneName, offset, zone);
            case 's' -> String.valueOf(seconds(t, zone));
            case 'S' -> two(t[5]);
            case 't' -> "\t";
            case 'T', 'X' -> format("%H:%M:%S", t, zoneName, offset, zone);
            case 'u' -> String.valueOf(t[6] + 1);
            case 'U' -> two((t[7] - 1 + 7 - sunday) / 7);
            case 'V' -> two(week(t));
            case 'w' -> String.valueOf(sunday);
            case 'W' -> two((t[7] - 1 + 7 - t[6]) / 7);
            case 'y' -> two(Math.floorMod(t[0], 100));
            case 'Y' -> String.valueOf(t[0]);
            case 'z' -> (offset < 0 ? "-" : "+") + two(Math.abs(offset) / 3600) + two(Math.abs(offset) / 60 % 60);
            case 'Z' -> zoneName;
            case '%' -> "%";
            default -> null;
        };
    }

    /** The ISO week by weekday and day of the year, which need not agree with the date. */
    private static LocalDate isoDate(int[] t) {
        return LocalDate.of(t[0], 1, 1).plusDays(t[7] - 1L);
    }

    private static int week(int[] t) {
        return isoDate(t).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private static int weekYear(int[] t) {
        return isoDate(t).get(IsoFields.WEEK_BASED_YEAR);
    }

    private static long seconds(int[] t, ZoneId zone) {
        try {
            return LocalDateTime.of(t[0], t[1], t[2], t[3], t[4], Math.min(t[5], 59))
                    .atZone(zone)
                    .toEpochSecond();
        } catch (DateTimeException e) {
            return -1;
        }
    }
}
