package org.pyvm.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;

/**
 * The statements of earlier prompts, in the file {@code .pyvm_history} of the user's home: one a line, with line ends inside
 * written as {@code \n} and backslashes doubled. Without a home, or where the file cannot be used, nothing is kept.
 */
final class PromptHistory {
    private static final int KEPT = 1000;

    private final Host host;
    private final String file;

    PromptHistory(Host host) {
        this.host = host;
        String home = host.environment().get("HOME");
        this.file = home == null || home.isEmpty() ? null : home + "/.pyvm_history";
    }

    /** The last statements, oldest first. */
    List<String> load() {
        if (file == null) {
            return List.of();
        }
        try {
            List<String> lines = new String(host.files().readAll(file), StandardCharsets.UTF_8)
                    .lines()
                    .map(PromptHistory::decode)
                    .toList();
            return lines.subList(Math.max(0, lines.size() - KEPT), lines.size());
        } catch (HostException e) {
            // None yet.
            return List.of();
        }
    }

    /** Adds a statement to the file. */
    void append(String statement) {
        if (file == null) {
            return;
        }
        byte[] line = (encode(statement) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            OpenFile open = host.files().open(file, OpenFlags.WRITE_ONLY | OpenFlags.CREATE | OpenFlags.APPEND, 0600);
            open.retain();
            try {
                for (int done = 0; done < line.length; ) {
                    done += open.write(line, done, line.length - done);
                }
            } finally {
                open.release();
            }
        } catch (HostException e) {
            // A home that cannot be written to is no reason to stop.
            return;
        }
    }

    static String encode(String statement) {
        return statement.stripTrailing().replace("\\", "\\\\").replace("\n", "\\n");
    }

    static String decode(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                c = line.charAt(++i) == 'n' ? '\n' : line.charAt(i);
            }
            text.append(c);
        }
        return text.toString();
    }
}
