package org.pyvm.modules.posix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.host.OpenFlags;

/**
 * While it is open, the process's files have the numbers that the program knows them by: for {@code execve}, which passes them on by
 * number. Files that the JVM has open there are put aside; they are given their numbers back when there is no other program after all.
 */
final class MovedDescriptors implements AutoCloseable {
    private static final int DUPLICATE = 1030;
    private static final int GET_DESCRIPTOR_FLAGS = 1;
    private static final int FIRST_BEYOND_STREAMS = 3;
    private static final int MARK_ONLY = 4;

    /** What had a number. @param copy -1 for nothing @param flags whether it is closed by {@code execve} */
    private record Replaced(int number, int copy, int flags) {}

    private final NativeCalls libc;
    private final List<Replaced> replaced = new ArrayList<>();

    /** @param numbers the operating system's by the program's */
    MovedDescriptors(NativeCalls libc, Map<Integer, Integer> numbers) {
        this.libc = libc;
        // Whatever else is open is not the program's, but the JVM's.
        libc.call("close_range", FIRST_BEYOND_STREAMS, -1, MARK_ONLY);
        if (numbers.isEmpty()) {
            return;
        }
        int free = Math.max(Collections.max(numbers.keySet()), Collections.max(numbers.values())) + 1;
        List<Integer> copies = new ArrayList<>();
        numbers.values().forEach(number -> copies.add(libc.call("fcntl", number, DUPLICATE, free)));
        int next = 0;
        for (int number : numbers.keySet()) {
            replaced.add(replaced(number, free));
            libc.call("dup2", copies.get(next), number);
            libc.call("close", copies.get(next++));
        }
    }

    private Replaced replaced(int number, int free) {
        try {
            int flags = libc.call("fcntl", number, GET_DESCRIPTOR_FLAGS, 0);
            return new Replaced(number, libc.call("fcntl", number, DUPLICATE, free), flags);
        } catch (HostException e) {
            return new Replaced(number, -1, 0);
        }
    }

    @Override
    public void close() {
        for (Replaced before : replaced) {
            if (before.copy < 0) {
                libc.call("close", before.number);
            } else {
                libc.call("dup3", before.copy, before.number, before.flags == 0 ? 0 : OpenFlags.CLOSE_ON_EXEC);
                libc.call("close", before.copy);
            }
        }
    }
}
