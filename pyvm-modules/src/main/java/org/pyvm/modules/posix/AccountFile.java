package org.pyvm.modules.posix;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;

/** The files of users and groups: a line each, with fields between colons. */
final class AccountFile {
    private AccountFile() {}

    /** The lines that have at least so many fields. */
    static List<String[]> read(ThreadState thread, String path, int fields) {
        byte[] bytes = Blocking.call(
                thread, () -> thread.interpreter().service(Host.class).files().readAll(path));
        List<String[]> lines = new ArrayList<>();
        for (String line : FileSystemPaths.toHost(bytes).split("\n")) {
            String[] parts = line.split(":", -1);
            if (parts.length >= fields && !line.startsWith("#")) {
                lines.add(parts);
            }
        }
        return lines;
    }
}
