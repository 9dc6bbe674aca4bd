package org.pyvm.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;

/** POSIX's {@code realpath}: a path without links, {@code .} and {@code ..}. */
final class RealPath {
    /** As Linux has it. */
    private static final int MAX_LINKS = 40;

    private RealPath() {}

    /** @param path absolute; given back as it is when it has too many links */
    static String of(Host host, String path) {
        Deque<String> rest = new ArrayDeque<>(List.of(path.split("/")));
        List<String> done = new ArrayList<>();
        int links = 0;
        while (!rest.isEmpty()) {
            String name = rest.removeFirst();
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            if (name.equals("..")) {
                if (!done.isEmpty()) {
                    done.removeLast();
                }
                continue;
            }
            done.add(name);
            String target = target(host, "/" + String.join("/", done));
            if (target == null) {
                continue;
            }
            if (++links > MAX_LINKS) {
                return path;
            }
            done.removeLast();
            if (target.startsWith("/")) {
                done.clear();
            }
            String[] parts = target.split("/");
            for (int i = parts.length - 1; i >= 0; i--) {
                rest.addFirst(parts[i]);
            }
        }
        return "/" + String.join("/", done);
    }

    /** Null when it is no link. */
    private static String target(Host host, String path) {
        try {
            return host.files().readLink(path);
        } catch (HostException e) {
            return null;
        }
    }
}
