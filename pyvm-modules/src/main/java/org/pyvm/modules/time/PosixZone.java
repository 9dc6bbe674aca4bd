package org.pyvm.modules.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A zone as POSIX writes it in the variable TZ, such as {@code EST+05EDT,M3.2.0,M11.1.0}. */
final class PosixZone implements LocalZone {
    private static final long DAY = 86_400;

    private final Offset standard;
    /** Null without daylight saving. */
    private final Offset daylight;

    private final Rule start;
    private final Rule end;

    private PosixZone(Offset standard, Offset daylight, Rule start, Rule end) {
        this.standard = standard;
        this.daylight = daylight;
        this.start = start;
        this.end = end;
    }

    /**
     * When daylight saving begins or ends.
     *
     * @param kind M for a weekday of a month, J for a day without 29 February, 0 for a day with it
     * @param seconds since midnight, local time
     */
    private record Rule(char kind, int month, int week, int day, int seconds) {
        /** Local seconds since 1970 in a year. */
        long in(int year) {
            LocalDate date = switch (kind) {
                case 'M' -> weekday(year);
                case 'J' -> LocalDate.of(2001, 1, 1).plusDays(day - 1L).withYear(year);
                default -> LocalDate.of(year, 1, 1).plusDays(day);
            };
            return date.toEpochDay() * DAY + seconds;
        }

        private LocalDate weekday(int year) {
            DayOfWeek wanted = DayOfWeek.of(day == 0 ? 7 : day);
            LocalDate first = LocalDate.of(year, month, 1);
            return week == 5
                    ? first.with(TemporalAdjusters.lastInMonth(wanted))
                    : first.with(TemporalAdjusters.dayOfWeekInMonth(week, wanted));
        }
    }

    @Override
    public Offset at(long seconds) {
        if (daylight == null) {
            return standard;
        }
        long days = Math.floorDiv(seconds + standard.seconds(), DAY);
        int year = LocalDate.ofEpochDay(Math.clamp(days, -365_000_000_000L, 365_000_000_000L))
                .getYear();
        long from = start.in(year) - standard.seconds();
        long to = end.in(year) - daylight.seconds();
        boolean isDst = from < to ? seconds >= from && seconds < to : seconds >= from || seconds < to;
        return isDst ? daylight : standard;
    }

    /** The letters that a text starts with, or nothing when they are too few for a name. */
    static String leadingName(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end < 3 ? "" : text.substring(0, end);
    }

    /** Null when the text is none of the kind. */
    static LocalZone parse(String text) {
        try {
            return new Parser(text).zone();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** Reads the text from left to right; any exception means that it is malformed. */
    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        LocalZone zone() {
            String name = name();
            int offset = -time();
            Offset standard = new Offset(offset, false, name);
            if (at == text.length()) {
                return new PosixZone(standard, null, null, null);
            }
            String summerName = name();
            int summer = offset + 3600;
            if (at < text.length() && text.charAt(at) != ',') {
                summer = -time();
            }
            Rule start = new Rule('M', 3, 2, 0, 7200);
            Rule end = new Rule('M', 11, 1, 0, 7200);
            if (at < text.length()) {
                expect(',');
                start = rule();
                expect(',');
                end = rule();
            }
            if (at != text.length()) {
                throw new IllegalArgumentException(text);
            }
            return new PosixZone(standard, new Offset(summer, true, summerName), start, end);
        }

        private void expect(char c) {
            if (text.charAt(at++) != c) {
                throw new IllegalArgumentException(text);
            }
        }

        private String name() {
            int from = at;
            if (text.charAt(at) == '<') {
                at = text.indexOf('>', at) + 1;
                return text.substring(from + 1, at - 1);
            }
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            if (at - from < 3) {
                throw new IllegalArgumentException(text);
            }
            return text.substring(from, at);
        }

        private int number() {
            int from = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            return Integer.parseInt(text, from, at, 10);
        }

        private int time() {
            int sign = 1;
            if (text.charAt(at) == '-' || text.charAt(at) == '+') {
                sign = text.charAt(at++) == '-' ? -1 : 1;
            }
            int seconds = number() * 3600;
            for (int unit = 60; unit > 0 && at < text.length() && text.charAt(at) == ':'; unit /= 60) {
                at++;
                seconds += number() * unit;
            }
            return sign * seconds;
        }

        private Rule rule() {
            char kind = text.charAt(at);
            int month = 0;
            int week = 0;
            if (kind == 'M') {
                at++;
                month = number();
                expect('.');
                week = number();
                expect('.');
            } else if (kind == 'J') {
                at++;
            } else {
                kind = '0';
            }
            int day = number();
            int seconds = 7200;
            if (at < text.length() && text.charAt(at) == '/') {
                at++;
                seconds = time();
            }
            return new Rule(kind, month, week, day, seconds);
        }
    }
}
