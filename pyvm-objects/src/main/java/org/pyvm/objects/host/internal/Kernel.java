package org.pyvm.objects.host.internal;

import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.host.SystemFiles;

/** The way of a host's parts to the C library and to files with numbers of the operating system's; loads nothing before it must. */
public final class Kernel implements SystemFiles {
    private static final int GET_FLAGS = 3;
    private static final int SET_FLAGS = 4;

    private NativeCalls calls;
    private EpollWatcher watcher;

    /** @throws HostException ENOSYS or ENOENT where there is no such library */
    synchronized NativeCalls calls() {
        if (calls == null) {
            if (!System.getProperty("os.name").equals("Linux")) {
                throw new HostException(Errno.ENOSYS);
            }
            calls = new NativeCalls(ForeignLibrary.open(NativeCalls.C_LIBRARY));
        }
        return calls;
    }

    /** Tells of changes of the files that only the operating system knows. */
    synchronized EpollWatcher watcher() {
        if (watcher == null) {
            watcher = new EpollWatcher(calls());
        }
        return watcher;
    }

    /** A number is about to be closed. */
    synchronized void forget(int number) {
        if (watcher != null) {
            watcher.remove(number);
        }
    }

    @Override
    public OpenFile ofNumber(int number, int access) {
        return new SystemFile(this, number, access);
    }

    /** A file that this process was started with under a number. */
    public OpenFile inherited(int number) {
        return new SystemFile(this, number, SystemFile.UNKNOWN_ACCESS);
    }

    @Override
    public int[] pipe() {
        byte[] ends = new byte[8];
        calls().call("pipe2", ends, OpenFlags.CLOSE_ON_EXEC);
        return new int[] {NativeBytes.getInt(ends, 0), NativeBytes.getInt(ends, 4)};
    }

    @Override
    public int open(String path, int flags) {
        int number = calls().call(
                        "open", NativeBytes.text(path), flags | OpenFlags.CLOSE_ON_EXEC | OpenFlags.NON_BLOCKING, 0);
        if ((flags & OpenFlags.NON_BLOCKING) == 0) {
            calls().call(
                            "fcntl",
                            number,
                            SET_FLAGS,
                            calls().call("fcntl", number, GET_FLAGS, 0) & ~OpenFlags.NON_BLOCKING);
        }
        return number;
    }
}
