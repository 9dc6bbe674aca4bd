package org.pyvm.objects.host.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.host.Readiness;

/**
 * A file under a number of the operating system's: of a kind that Java cannot open, inherited, or shared with a program that was
 * started. Whether it blocks is for all who share it, so what waits here waits by {@code poll} and leaves it as it is.
 */
final class SystemFile extends OpenFile {
    /** In place of how it was opened: it is asked when somebody wants to know. */
    static final int UNKNOWN_ACCESS = -1;

    private static final int GET_FLAGS = 3;
    private static final int SET_FLAGS = 4;
    /** An interrupt cannot break a system call off, so nothing waits longer than this without looking. */
    private static final int WAIT_MILLIS = 20;

    private static final int LONG_WAIT_MILLIS = 500;
    /** What is written at once: a pipe that poll calls writable has room for it. */
    private static final int ATOMIC = 4096;

    private static final int POLL_SIZE = 8;
    private static final int POLL_EVENTS = 4;
    private static final int POLL_RESULT = 6;

    private final Kernel kernel;
    private final int number;
    private volatile int access;
    /** Null until somebody wants to know. */
    private volatile Boolean regular;

    SystemFile(Kernel kernel, int number, int access) {
        super(null);
        this.kernel = kernel;
        this.number = number;
        this.access = access < 0 ? UNKNOWN_ACCESS : access & OpenFlags.ACCESS_MODE;
    }

    @Override
    public int systemNumber() {
        return number;
    }

    private int flags() {
        return kernel.calls().call("fcntl", number, GET_FLAGS, 0);
    }

    private int access() {
        if (access == UNKNOWN_ACCESS) {
            access = flags() & OpenFlags.ACCESS_MODE;
        }
        return access;
    }

    @Override
    public boolean isReadable() {
        return access() != OpenFlags.WRITE_ONLY;
    }

    @Override
    public boolean isWritable() {
        return access() != OpenFlags.READ_ONLY;
    }

    @Override
    public boolean isSeekable() {
        if (regular == null) {
            regular = status().is(FileStatus.REGULAR);
        }
        return regular;
    }

    @Override
    public boolean isTerminal() {
        return UnixStatus.isTerminal(status());
    }

    @Override
    public boolean isBlocking() {
        return (flags() & OpenFlags.NON_BLOCKING) == 0;
    }

    @Override
    public void setBlocking(boolean blocking) {
        int others = flags() & ~OpenFlags.NON_BLOCKING;
        kernel.calls().call("fcntl", number, SET_FLAGS, blocking ? others : others | OpenFlags.NON_BLOCKING);
    }

    @Override
    public FileStatus status() {
        try {
            return UnixStatus.read(Path.of("/proc/self/fd/" + number), true);
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    @Override
    public int[] terminalSize() {
        return LibC.terminalSize(number);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        await(Readiness.READ, !isSeekable() && isBlocking());
        int count = (int) kernel.calls().callLong("read", number, bytes, (long) length);
        System.arraycopy(bytes, 0, buffer, offset, count);
        return count;
    }

    @Override
    public int write(byte[] buffer, int offset, int length) {
        if (isSeekable() || !isBlocking()) {
            byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
            return (int) kernel.calls().callLong("write", number, bytes, (long) length);
        }
        int written = 0;
        do {
            int count = Math.min(length - written, ATOMIC);
            byte[] bytes = Arrays.copyOfRange(buffer, offset + written, offset + written + count);
            try {
                await(Readiness.WRITE, true);
                written += (int) kernel.calls().callLong("write", number, bytes, (long) count);
            } catch (HostException e) {
                if (written == 0 || e.errno() != Errno.EINTR.number()) {
                    throw e;
                }
                return written;
            }
        } while (written < length);
        return written;
    }

    @Override
    public int read(long position, byte[] buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        int count = (int) kernel.calls().callLong("pread", number, bytes, (long) length, position);
        System.arraycopy(bytes, 0, buffer, offset, count);
        return count;
    }

    @Override
    public int write(long position, byte[] buffer, int offset, int length) {
        byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
        return (int) kernel.calls().callLong("pwrite", number, bytes, (long) length, position);
    }

    @Override
    public long seek(long offset, int whence) {
        return kernel.calls().callLong("lseek", number, offset, whence);
    }

    @Override
    public void truncate(long size) {
        kernel.calls().call("ftruncate", number, size);
    }

    @Override
    public void sync() {
        kernel.calls().call("fsync", number);
    }

    @Override
    public int readiness(Readiness.Watcher watcher) {
        int asked = (isReadable() ? Readiness.READ : 0) | (isWritable() ? Readiness.WRITE : 0);
        int bits = poll(asked, 0);
        int missing = asked & ~bits;
        if (watcher != null && missing != 0) {
            kernel.watcher().add(number, missing, watcher);
        }
        return bits;
    }

    private int poll(int events, int milliseconds) {
        byte[] entry = new byte[POLL_SIZE];
        NativeBytes.setInt(entry, 0, number);
        NativeBytes.setShort(entry, POLL_EVENTS, events);
        kernel.calls().call("poll", entry, 1L, milliseconds);
        return NativeBytes.getShort(entry, POLL_RESULT);
    }

    /**
     * Waits if that is wanted.
     *
     * @throws HostException EINTR, for reading also after a while, so that who waits can look after other things and wait again
     */
    void await(int wanted, boolean waits) {
        if (!waits) {
            return;
        }
        for (int waited = 0; poll(wanted, WAIT_MILLIS) == 0; waited += WAIT_MILLIS) {
            if (Thread.interrupted() || wanted == Readiness.READ && waited >= LONG_WAIT_MILLIS) {
                throw new HostException(Errno.EINTR);
            }
        }
    }

    @Override
    protected void close() {
        kernel.forget(number);
        kernel.calls().call("close", number);
    }
}
