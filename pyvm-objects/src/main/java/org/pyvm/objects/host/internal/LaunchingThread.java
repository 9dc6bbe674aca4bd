package org.pyvm.objects.host.internal;

import java.util.List;
import java.util.function.IntSupplier;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Launch;
import org.pyvm.objects.host.NativeCalls;

/**
 * Starts a program with another user, group or mask of modes than this process has: Linux keeps these for each thread, and only the
 * C library's functions change them for all. So a thread takes them, starts the program, and ends.
 */
final class LaunchingThread {
    private LaunchingThread() {}

    /** The numbers of the system calls, which differ between processors. */
    private record Numbers(long setGroups, long setGroup, long setUser) {
        static Numbers ofThisMachine() {
            return switch (System.getProperty("os.arch")) {
                case "amd64" -> new Numbers(116, 114, 113);
                case "aarch64", "riscv64" -> new Numbers(159, 143, 145);
                default -> throw new HostException(Errno.ENOSYS);
            };
        }
    }

    static int start(NativeCalls calls, Launch.Identity identity, IntSupplier spawn) {
        if (identity.equals(Launch.Identity.SAME)) {
            return spawn.getAsInt();
        }
        return OwnThread.call(() -> take(calls, identity), spawn);
    }

    private static void take(NativeCalls calls, Launch.Identity identity) {
        if (identity.umask() != null) {
            OwnThread.leaveFileSystemState(calls);
            calls.call("umask", identity.umask());
        }
        Numbers numbers = Numbers.ofThisMachine();
        if (identity.groups() != null) {
            calls.callLong(
                    "syscall", numbers.setGroups, (long) identity.groups().size(), bytes(identity.groups()));
        }
        if (identity.group() != null) {
            long group = Integer.toUnsignedLong(identity.group());
            calls.callLong("syscall", numbers.setGroup, group, group);
        }
        if (identity.user() != null) {
            long user = Integer.toUnsignedLong(identity.user());
            calls.callLong("syscall", numbers.setUser, user, user);
        }
    }

    private static byte[] bytes(List<Integer> numbers) {
        byte[] bytes = new byte[numbers.size() * Integer.BYTES];
        for (int i = 0; i < numbers.size(); i++) {
            NativeBytes.setInt(bytes, i * Integer.BYTES, numbers.get(i));
        }
        return bytes;
    }
}
