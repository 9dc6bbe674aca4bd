package org.pyvm.modules.sockets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;

/** The machine's lists of services and protocols, {@code /etc/services} and {@code /etc/protocols}; empty where they are not. */
final class NameDatabase {
    private NameDatabase() {}

    /** A line: {@code http 80/tcp www}. Protocols have none in {@code protocol}. */
    record Entry(String name, int number, String protocol, List<String> aliases) {
        boolean isNamed(String wanted) {
            return name.equals(wanted) || aliases.contains(wanted);
        }
    }

    /** The service of a name or null. @param protocol null for any */
    static Entry service(ThreadState thread, String name, String protocol) {
        return read(thread, "/etc/services").stream()
                .filter(entry -> entry.isNamed(name) && (protocol == null || protocol.equals(entry.protocol)))
                .findFirst()
                .orElse(null);
    }

    static Entry service(ThreadState thread, int port, String protocol) {
        return read(thread, "/etc/services").stream()
                .filter(entry -> entry.number == port && (protocol == null || protocol.equals(entry.protocol)))
                .findFirst()
                .orElse(null);
    }

    static Entry protocol(ThreadState thread, String name) {
        return read(thread, "/etc/protocols").stream()
                .filter(entry -> entry.isNamed(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Entry> read(ThreadState thread, String path) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text(thread, path).split("\n")) {
            int comment = line.indexOf('#');
            String[] words =
                    (comment < 0 ? line : line.substring(0, comment)).strip().split("\\s+");
            if (words.length < 2) {
                continue;
            }
            int slash = words[1].indexOf('/');
            String digits = slash < 0 ? words[1] : words[1].substring(0, slash);
            if (!digits.isEmpty() && digits.length() < 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                entries.add(new Entry(
                        words[0],
                        Integer.parseInt(digits),
                        slash < 0 ? "" : words[1].substring(slash + 1),
                        Arrays.asList(words).subList(2, words.length)));
            }
        }
        return entries;
    }

    private static String text(ThreadState thread, String path) {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        OpenFile file;
        try {
            file = thread.interpreter().service(Host.class).files().open(path, OpenFlags.READ_ONLY, 0);
        } catch (HostException e) {
            // A machine need not have the list, and a program need not be allowed to see it: then nothing has a name.
            return "";
        }
        file.retain();
        try {
            for (int count; (count = file.read(buffer, 0, buffer.length)) > 0; ) {
                text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        } finally {
            file.release();
        }
        return text.toString();
    }
}
