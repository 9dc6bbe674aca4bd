package org.pyvm.runtime.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.pyvm.modules.imports.CodeArchive;
import org.pyvm.objects.host.FileSystem;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.runtime.Pyvm;

/** Finds the compiled standard library: beside the library itself, or on the class path. Without one all works, slower. */
public final class LibraryArchive {
    /** Beside the folder {@code python3.11}. */
    private static final String FILE = "/lib/python3.11.code";

    /** Read once for all interpreters of the JVM. */
    private static final class OnClassPath {
        static final CodeArchive ARCHIVE = read();

        private static CodeArchive read() {
            try (InputStream in = Pyvm.class.getResourceAsStream("python3.11.code")) {
                if (in == null) {
                    return null;
                }
                byte[] bytes = in.readAllBytes();
                return CodeArchive.open((from, length) -> Arrays.copyOfRange(
                        bytes, (int) Math.min(from, bytes.length), (int) Math.min(from + length, bytes.length)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private LibraryArchive() {}

    /** The archive of a distribution; null when there is none. */
    public static CodeArchive ofDistribution(FileSystem files, String home) {
        OpenFile file;
        try {
            file = files.open(home + FILE, OpenFlags.READ_ONLY, 0);
        } catch (HostException e) {
            // Not compiled: a build in the making.
            return null;
        }
        // Open as long as the interpreter lives.
        file.retain();
        return CodeArchive.open((from, length) -> read(file, from, length));
    }

    /** The archive of embedded interpreters; null when there is none. */
    public static CodeArchive onClassPath() {
        return OnClassPath.ARCHIVE;
    }

    private static byte[] read(OpenFile file, long from, int length) {
        byte[] bytes = new byte[length];
        int done = 0;
        for (int count; done < length && (count = file.read(from + done, bytes, done, length - done)) > 0; ) {
            done += count;
        }
        return done == length ? bytes : Arrays.copyOf(bytes, done);
    }
}
