package org.pyvm.modules.builtins;

import java.nio.charset.StandardCharsets;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;

/** Source files as they are now, for errors and tracebacks that show a line of them. */
public final class ProgramText {
    private ProgramText() {}

    /**
     * What a SyntaxError of the symbol table or the compiler has as its text: those stages see no source any more, so CPython reads
     * the file by its name, whatever it was that was compiled, and takes it for UTF-8.
     *
     * @param line from 1
     * @return the line with its line end, or null when there is no such file or line
     */
    static String line(ThreadState thread, String fileName, int line) {
        if (fileName == null || line <= 0) {
            return null;
        }
        byte[] bytes = read(thread.interpreter().service(Host.class), fileName);
        if (bytes == null) {
            return null;
        }
        int start = 0;
        for (int behind = line - 1; behind > 0; behind--) {
            start = endOfLine(bytes, start);
        }
        int end = endOfLine(bytes, start);
        return start == end ? null : new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** Where the next line begins; the number of bytes when there is none. */
    private static int endOfLine(byte[] bytes, int start) {
        int at = start;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, bytes.length);
    }

    /** The whole file; null when it cannot be read. */
    public static byte[] read(Host host, String path) {
        try {
            return host.files().readAll(path);
        } catch (HostException e) {
            return null;
        }
    }
}
