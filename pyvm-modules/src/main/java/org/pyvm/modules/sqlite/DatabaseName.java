package org.pyvm.modules.sqlite;

import java.nio.charset.StandardCharsets;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyStr;

/**
 * What a connection opens. The library does not know of the interpreter's current directory, which is not the process's, so names of
 * files are made absolute.
 */
final class DatabaseName {
    private static final String SCHEME = "file:";

    private final ThreadState thread;
    private final byte[] given;
    private final boolean uri;

    /** @param name a path, as {@code os.fsencode} takes it; {@code :memory:}; empty for a temporary file; a URI */
    DatabaseName(ThreadState thread, PyObject name, boolean uri) {
        this.thread = thread;
        this.uri = uri;
        PyObject path = FileSystemPaths.fsPath(thread, name);
        given = path instanceof PyBytes bytes
                ? bytes.toByteArray()
                : Utf8.encode(thread, (PyStr) path, "surrogateescape");
        if (SqliteState.hasZero(given)) {
            throw PyErr.valueError("embedded null byte");
        }
    }

    byte[] utf8() {
        // Only the beginning matters, which is ASCII where it does.
        String start = new String(given, StandardCharsets.ISO_8859_1);
        if (start.isEmpty() || start.equals(":memory:") || isAbsolute(start)) {
            return given;
        }
        if (!uri || !start.startsWith(SCHEME)) {
            return joined(directory(), given, 0);
        }
        String path = start.substring(SCHEME.length());
        boolean isFile = !path.isEmpty() && !path.startsWith("/") && !path.startsWith(":") && !path.startsWith("?");
        if (!isFile || path.contains("mode=memory") || path.contains("vfs=")) {
            return given;
        }
        return joined(
                SCHEME + directory().replace("%", "%25").replace("?", "%3f").replace("#", "%23"),
                given,
                SCHEME.length());
    }

    private static boolean isAbsolute(String name) {
        return name.startsWith("/") || name.startsWith("\\") || name.length() > 1 && name.charAt(1) == ':';
    }

    private String directory() {
        return thread.interpreter().service(Host.class).files().currentDirectory();
    }

    private static byte[] joined(String before, byte[] name, int from) {
        byte[] start = (before.endsWith("/") ? before : before + "/").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + name.length - from];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(name, from, all, start.length, name.length - from);
        return all;
    }
}
