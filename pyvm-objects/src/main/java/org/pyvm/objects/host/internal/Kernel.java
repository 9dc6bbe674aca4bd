package org.pyvm.objects.host.internal;

import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.pyvm.objects.host.Endpoint;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.host.Network;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.host.OpenSocket;
import org.pyvm.objects.host.SystemFiles;

/** The way of a host's parts to the C library and to files with numbers of the operating system's; loads nothing before it must. */
public final class Kernel implements SystemFiles {
    private static final int GET_FLAGS = 3;
    private static final int SET_FLAGS = 4;

    private final Supplier<String> currentDirectory;
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

    /** @param currentDirectory where relative names of sockets start, which is not where the process is */
    public Kernel(Supplier<String> currentDirectory) {
        this.currentDirectory = currentDirectory;
    }

    /** Whether there is a C library to be called. */
    boolean isThere() {
        try {
            calls();
            return true;
        } catch (HostException e) {
            return false;
        }
    }

    /** Makes a call with an address: a relative name starts where the interpreter is, and the process may be elsewhere. */
    int named(Endpoint address, IntSupplier call) {
        String directory = currentDirectory.get();
        boolean here = !isRelative(address) || directory.equals(System.getProperty("user.dir"));
        return here
                ? call.getAsInt()
                : OwnThread.call(
                        () -> {
                            OwnThread.leaveFileSystemState(calls());
                            calls().call("chdir", NativeBytes.text(directory));
                        },
                        call);
    }

    private static boolean isRelative(Endpoint address) {
        return address instanceof Endpoint.Unix(String path)
                && !path.isEmpty()
                && path.charAt(0) != '\0'
                && path.charAt(0) != '/';
    }

    @Override
    public OpenFile ofNumber(int number, int access) {
        return new SystemFile(this, number, access);
    }

    /** A file that came from another process, with which this one was started or that was sent to it. */
    public OpenFile received(int number) {
        SystemFile file = new SystemFile(this, number, SystemFile.UNKNOWN_ACCESS);
        return file.status().is(FileStatus.SOCKET) ? new SystemSocket(this, number) : file;
    }

    /** As {@link org.pyvm.objects.host.FileSystem#numberOf}. */
    int numberOf(OpenFile file) {
        int number = file.export(this);
        if (number < 0) {
            throw new HostException(Errno.ENOTSUP);
        }
        return number;
    }

    @Override
    public OpenSocket[] socketPair() {
        return SystemSocket.pair(this, Network.AF_UNIX, Network.SOCK_STREAM);
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
