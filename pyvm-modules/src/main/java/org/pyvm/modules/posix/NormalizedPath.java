package org.pyvm.modules.posix;

import java.util.ArrayDeque;
import java.util.Deque;

/** {@code posixpath.normpath}. */
final class NormalizedPath {
    private NormalizedPath() {}

    static String of(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        // POSIX leaves two leading slashes to the system; three or more are one.
        String root = !path.startsWith("/") ? "" : path.startsWith("//") && !path.startsWith("///") ? "//" : "/";
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!part.equals("..") || root.isEmpty() && parts.isEmpty() || "..".equals(parts.peekLast())) {
                parts.addLast(part);
            } else if (!parts.isEmpty()) {
                parts.removeLast();
            }
        }
        String joined = root + String.join("/", parts);
        return joined.isEmpty() ? "." : joined;
    }
}
