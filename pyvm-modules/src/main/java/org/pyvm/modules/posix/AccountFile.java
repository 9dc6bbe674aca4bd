package org.pyvm.modules.posix;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;

/** The files of users and groups: a line each, with fields between colons. */
final class AccountFile {
    private AccountFile() {}

    /** The lines that have at least so many fields. */
    static List<String[]> read(ThreadState thread, String path, int fields) {
        byte[] bytes = Blocking.call(thread, () -> {
            OpenFile file = thread.interpreter().service(Host.class).files().open(path, OpenFlags.READ_ONLY, 0);
            file.retain();
            try {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                byte[] buffer = new byte[4096];
                for (int count; (count = file.read(buffer, 0, buffer.length)) > 0; ) {
                    all.write(buffer, 0, count);
                }
                return all.toByteArray();
            } finally {
                file.release();
            }
        });
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
