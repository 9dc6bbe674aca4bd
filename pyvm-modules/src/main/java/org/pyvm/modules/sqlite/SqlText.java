package org.pyvm.modules.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What has to be known of SQL before the library sees it. */
final class SqlText {
    private static final Set<String> DML = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE");
    private static final int LONGEST = 7;

    private SqlText() {}

    /** Where text begins that is neither blank nor comment; the length when there is none. */
    static int start(byte[] sql, int from) {
        int at = from;
        while (at < sql.length) {
            switch (sql[at]) {
                case ' ', '\t', '\f', '\n', '\r' -> at++;
                case '-' -> {
                    if (!starts(sql, at + 1, '-')) {
                        return at;
                    }
                    at = after(sql, at + 2, "\n");
                }
                case '/' -> {
                    if (!starts(sql, at + 1, '*')) {
                        return at;
                    }
                    at = after(sql, at + 2, "*/");
                }
                default -> {
                    return at;
                }
            }
        }
        return sql.length;
    }

    private static boolean starts(byte[] sql, int at, char c) {
        return at < sql.length && sql[at] == c;
    }

    private static int after(byte[] sql, int from, String end) {
        for (int at = from; at + end.length() <= sql.length; at++) {
            if (sql[at] == end.charAt(0) && (end.length() == 1 || sql[at + 1] == end.charAt(1))) {
                return at + end.length();
            }
        }
        return sql.length;
    }

    /** Whether a statement begins with the word of one that changes rows. */
    static boolean isDml(byte[] sql) {
        int start = start(sql, 0);
        String word = new String(sql, start, Math.min(LONGEST, sql.length - start), StandardCharsets.ISO_8859_1)
                .toUpperCase(Locale.ROOT);
        return DML.stream().anyMatch(word::startsWith);
    }
}
