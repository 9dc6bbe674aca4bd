package org.pyvm.objects.host.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.host.Readiness;

/** A file under a number of the operating system's, of a kind that Java cannot open: an event counter, a terminal's end. */
final class SystemFile extends OpenFile {
    private static final int ACCESS = 3;
    private static final int GET_FLAGS = 3;
    private static final int SET_FLAGS = 4;
    /** An interrupt cannot break a system call off, so nothing waits longer than this without looking. */
    private static final int WAIT_MILLIS = 20;

    private final NativeCalls calls;
    private final int number;
    private final int access;

    SystemFile(NativeCalls calls, int number, int access) {
        super(null);
        this.calls = calls;
        this.number = number;
        this.access = access & ACCESS;
        int flags = calls.call("fcntl", number, GET_FLAGS, 0);
        super.setBlocking((flags & OpenFlags.NON_BLOCKING) == 0);
        // What waits here waits by poll.
        calls.call("fcntl", number, SET_FLAGS, flags | OpenFlags.NON_BLOCKING);
    }

    @Override
    public int systemNumber() {
        return number;
    }

    @Override
    public boolean isReadable() {
        return access != OpenFlags.WRITE_ONLY;
    }

    @Override
    public boolean isWritable() {
        return access != OpenFlags.READ_ONLY;
    }

    @Override
    public boolean isSeekable() {
        return status().is(FileStatus.REGULAR);
    }

    @Override
    public boolean isTerminal() {
        return UnixStatus.isTerminal(status());
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
        int count = (int) retry(Readiness.READ, () -> calls.callLong("read", number, bytes, (long) length));
        System.arraycopy(bytes, 0, buffer, offset, count);
        return count;
    }

    @Override
    public int write(byte[] buffer, int offset, int length) {
        byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
        return (int) retry(Readiness.WRITE, () -> calls.callLong("write", number, bytes, (long) length));
    }

    @Override
    public int read(long position, byte[] buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        int count = (int) calls.callLong("pread", number, bytes, (long) length, position);
        System.arraycopy(bytes, 0, buffer, offset, count);
        return count;
    }

    @Override
    public int write(long position, byte[] buffer, int offset, int length) {
        byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
        return (int) calls.callLong("pwrite", number, bytes, (long) length, position);
    }

    @Override
    public long seek(long offset, int whence) {
        return calls.callLong("lseek", number, offset, whence);
    }

    @Override
    public void truncate(long size) {
        calls.call("ftruncate", number, size);
    }

    @Override
    public void sync() {
        calls.call("fsync", number);
    }

    @Override
    public int readiness(Readiness.Watcher watcher) {
        int asked = (isReadable() ? Readiness.READ : 0) | (isWritable() ? Readiness.WRITE : 0);
        int bits = LibC.poll(number, asked);
        // Nobody tells of a change: one who waits looks again after a while, also when it waits for what is not there
        // yet.
        if (watcher != null && (bits & asked) != asked) {
            Thread.ofVirtual().start(() -> lookAgain(watcher));
        }
        return bits;
    }

    private static void lookAgain(Readiness.Watcher watcher) {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watcher.changed();
    }

    /** A transfer. */
    private interface Transfer {
        long run();
    }

    private long retry(int wanted, Transfer transfer) {
        while (true) {
            try {
                return transfer.run();
            } catch (HostException e) {
                if (e.errno() != Errno.EAGAIN.number() || !isBlocking()) {
                    throw e;
                }
            }
            if (Thread.interrupted()) {
                throw new HostException(Errno.EINTR);
            }
            LibC.poll(number, wanted, WAIT_MILLIS);
        }
    }

    @Override
    protected void close() {
        calls.call("close", number);
    }
}
