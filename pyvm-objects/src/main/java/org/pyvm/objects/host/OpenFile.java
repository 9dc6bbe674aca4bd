package org.pyvm.objects.host;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * What stands behind one or more descriptors: POSIX's open file description with its position and flags. Subclasses
 * override what their kind of file can do; the rest fails as it does on Linux. Safe for use by several threads.
 */
public abstract class OpenFile {
    private final String path;
    private int references;
    private volatile boolean blocking = true;

    /** @param path under which it was opened, or null */
    protected OpenFile(String path) {
        this.path = path;
    }

    /** The path under which it was opened, absolute, or null. */
    public final String path() {
        return path;
    }

    /** The operating system's number of the file, for as long as it is open; -1 when it has none that can be used. */
    public int systemNumber() {
        return -1;
    }

    /**
     * As {@link #systemNumber}, and if it has none yet it is given one, with the same position and flags from then on.
     *
     * @return -1 when a file of its kind can have none
     */
    public int export(SystemFiles system) {
        return systemNumber();
    }

    public boolean isReadable() {
        return false;
    }

    public boolean isWritable() {
        return false;
    }

    /** Whether it has a position. */
    public boolean isSeekable() {
        return false;
    }

    public boolean isTerminal() {
        return false;
    }

    public abstract FileStatus status();

    /**
     * Reads at least one byte, or gives 0 at the end; waits if it must and is allowed to.
     *
     * @throws HostException EAGAIN when there is nothing and the file is not {@link #isBlocking}, EINTR when the thread was
     *     interrupted before anything was read
     */
    public int read(byte[] buffer, int offset, int length) {
        throw new HostException(Errno.EBADF);
    }

    /** Writes at least one byte unless there are none; the result says how many. */
    public int write(byte[] buffer, int offset, int length) {
        throw new HostException(Errno.EBADF);
    }

    /** Reads at a position and leaves the file's own alone. */
    public int read(long position, byte[] buffer, int offset, int length) {
        throw new HostException(Errno.ESPIPE);
    }

    /** Writes at a position and leaves the file's own alone. */
    public int write(long position, byte[] buffer, int offset, int length) {
        throw new HostException(Errno.ESPIPE);
    }

    /** @param whence 0 from the start, 1 from the position, 2 from the end */
    public long seek(long offset, int whence) {
        throw new HostException(Errno.ESPIPE);
    }

    public void truncate(long size) {
        throw new HostException(Errno.EINVAL);
    }

    /** Waits until all is on the disk. */
    public void sync() {
        throw new HostException(Errno.EINVAL);
    }

    /** How a mapping shows and changes the file. */
    public enum Mapping {
        READ_ONLY,
        /** Changes go to the file. */
        SHARED,
        /** Changes stay in memory. */
        PRIVATE
    }

    /**
     * The bytes of a part of the file that exists, as memory; they stay valid when the file is closed. Here only what needs no
     * help of the system: a copy of a file that is not to be changed.
     */
    public ByteBuffer map(Mapping mapping, long offset, int length) {
        if (!isSeekable()) {
            throw new HostException(Errno.ENODEV);
        }
        if (!isReadable() || mapping == Mapping.SHARED) {
            throw new HostException(Errno.EACCES);
        }
        byte[] bytes = new byte[length];
        int at = 0;
        for (int count; at < length && (count = read(offset + at, bytes, at, length - at)) > 0; ) {
            at += count;
        }
        return ByteBuffer.wrap(bytes);
    }

    /**
     * A lock of {@code fcntl}.
     *
     * @param type 0 to read, 1 to write, 2 for none
     * @param start of its bytes, from the beginning of the file
     * @param length 0 to the end, however far that is
     * @param pid whose it is; 0 in what is asked for
     */
    public record RangeLock(int type, long start, long length, int pid) {}

    /**
     * BSD's {@code flock}: a lock of this open file.
     *
     * @param operation 1 shared, 2 exclusive, 8 none, and 4 for not waiting
     * @throws HostException EAGAIN when it would have to wait and shall not
     */
    public void flock(int operation) {
        throw new HostException(Errno.ENOLCK);
    }

    /**
     * A lock of the process on a part of the file.
     *
     * @throws HostException EAGAIN when it would have to wait and shall not
     */
    public void lock(RangeLock lock, boolean wait) {
        throw new HostException(Errno.ENOLCK);
    }

    /** What another process has that is in the way of a lock, or null. */
    public RangeLock conflict(RangeLock lock) {
        throw new HostException(Errno.ENOLCK);
    }

    public boolean isBlocking() {
        return blocking;
    }

    public void setBlocking(boolean blocking) {
        this.blocking = blocking;
    }

    /** Columns and lines of a terminal. */
    public int[] terminalSize() {
        throw new HostException(Errno.ENOTTY);
    }

    /**
     * What can be done without waiting: bits of {@link Readiness}. Regular files are always ready.
     *
     * @param watcher told when it may have changed, once at least; null when nobody waits
     */
    public int readiness(Readiness.Watcher watcher) {
        return (isReadable() ? Readiness.READ : 0) | (isWritable() ? Readiness.WRITE : 0);
    }

    /** Called when the last descriptor is gone; then no other method is called. */
    protected abstract void close();

    /** One more descriptor or user of the file. */
    public final synchronized void retain() {
        references++;
    }

    /** One less; the last one closes it. */
    public final void release() {
        boolean last;
        synchronized (this) {
            last = --references == 0;
        }
        if (last) {
            close();
        }
    }

    /** What is left of the file, to its end. */
    public final byte[] readAll() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int count; (count = read(buffer, 0, buffer.length)) > 0; ) {
            bytes.write(buffer, 0, count);
        }
        return bytes.toByteArray();
    }
}
