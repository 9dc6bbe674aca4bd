package org.pyvm.objects.host.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.host.SystemFiles;

/**
 * A file that was opened by path. Regular files are read and written at a position kept here, so that the channel, which
 * Java closes under an interrupted thread, can be opened again.
 */
final class ChannelFile extends OpenFile {
    /** An operation of a channel. */
    private interface Transfer {
        int with(FileChannel channel) throws IOException;
    }

    private final Path file;
    private final Set<OpenOption> reopenOptions;
    private final boolean readable;
    private final boolean writable;
    private final boolean append;
    private final FileStatus statusAtOpening;
    private final boolean regular;
    /** {@code /dev/null} and its like, whose position is 0 wherever one seeks. */
    private final boolean memoryDevice;

    private final AdvisoryLocks locks;
    private final Object lock = new Object();
    private FileChannel channel;
    private long position;
    private boolean closed;
    /** The same file under a number of the operating system's, which has the position then; or null. */
    private volatile OpenFile exported;

    /**
     * @param reopenOptions how to open the file once more, not creating or truncating it
     * @param append whether writes go to the end
     */
    ChannelFile(
            FileChannel channel,
            Path file,
            FileStatus status,
            Set<OpenOption> reopenOptions,
            boolean readable,
            boolean writable,
            boolean append) {
        super(file.toString());
        this.channel = channel;
        this.file = file;
        this.statusAtOpening = status;
        this.reopenOptions = reopenOptions;
        this.readable = readable;
        this.writable = writable;
        this.append = append;
        this.locks = new AdvisoryLocks(file.toString(), writable);
        this.regular = status.is(FileStatus.REGULAR);
        this.memoryDevice = UnixStatus.isMemoryDevice(status);
    }

    @Override
    public int systemNumber() {
        OpenFile system = exported;
        return system == null ? -1 : system.systemNumber();
    }

    @Override
    public int export(SystemFiles system) {
        synchronized (lock) {
            if (exported == null) {
                int access = !readable ? OpenFlags.WRITE_ONLY : writable ? OpenFlags.READ_WRITE : OpenFlags.READ_ONLY;
                int number = system.open(pathOfSame(), access | (append ? OpenFlags.APPEND : 0));
                OpenFile same = system.ofNumber(number, access);
                same.retain();
                if (regular) {
                    same.seek(position, 0);
                }
                exported = same;
            }
            return exported.systemNumber();
        }
    }

    /** A path that leads to the file: its own, or when that has gone, the link of one of this process's numbers. */
    private String pathOfSame() {
        if (isSame(file)) {
            return file.toString();
        }
        try (DirectoryStream<Path> links = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path link : links) {
                if (isSame(link)) {
                    return link.toString();
                }
            }
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
        throw new HostException(Errno.ENOTSUP);
    }

    private boolean isSame(Path path) {
        try {
            FileStatus now = UnixStatus.read(path, true);
            return now.inode() == statusAtOpening.inode() && now.device() == statusAtOpening.device();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean isReadable() {
        return readable;
    }

    @Override
    public boolean isWritable() {
        return writable;
    }

    @Override
    public boolean isSeekable() {
        return regular || memoryDevice;
    }

    @Override
    public boolean isTerminal() {
        return UnixStatus.isTerminal(statusAtOpening);
    }

    @Override
    public FileStatus status() {
        try {
            FileStatus now = UnixStatus.read(file, true);
            if (now.inode() == statusAtOpening.inode() && now.device() == statusAtOpening.device()) {
                return now;
            }
        } catch (IOException e) {
            // Removed or renamed meanwhile: the path leads nowhere, the file is still there.
            return unlinked();
        }
        return unlinked();
    }

    private boolean hasSystemPosition() {
        return regular && exported != null;
    }

    private FileStatus unlinked() {
        FileStatus old = statusAtOpening;
        long size = regular ? size() : old.size();
        return new FileStatus(
                old.mode(),
                old.inode(),
                old.device(),
                0,
                old.userId(),
                old.groupId(),
                old.rawDevice(),
                size,
                old.blockSize(),
                (size + 511) / 512,
                old.accessNanos(),
                old.modifyNanos(),
                old.changeNanos());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        requireReadable();
        if (hasSystemPosition()) {
            return exported.read(buffer, offset, length);
        }
        if (!regular) {
            return Math.max(0, transfer(open -> open.read(ByteBuffer.wrap(buffer, offset, length))));
        }
        synchronized (lock) {
            int count = read(position, buffer, offset, length);
            position += count;
            return count;
        }
    }

    @Override
    public int read(long from, byte[] buffer, int offset, int length) {
        requireReadable();
        requireSeekable();
        return Math.max(0, transfer(open -> open.read(ByteBuffer.wrap(buffer, offset, length), from)));
    }

    @Override
    public ByteBuffer map(Mapping mapping, long offset, int length) {
        boolean isShared = mapping == Mapping.SHARED;
        // Java maps privately only what is open for writing; a copy does as well.
        if (!regular || !readable || mapping == Mapping.PRIVATE && !writable) {
            return super.map(mapping, offset, length);
        }
        if (isShared && !writable) {
            throw new HostException(Errno.EACCES);
        }
        FileChannel.MapMode mode = switch (mapping) {
            case READ_ONLY -> FileChannel.MapMode.READ_ONLY;
            case SHARED -> FileChannel.MapMode.READ_WRITE;
            case PRIVATE -> FileChannel.MapMode.PRIVATE;
        };
        ByteBuffer[] mapped = new ByteBuffer[1];
        transfer(open -> {
            mapped[0] = open.map(mode, offset, length);
            return 0;
        });
        return mapped[0];
    }

    @Override
    public int write(byte[] buffer, int offset, int length) {
        requireWritable();
        if (hasSystemPosition()) {
            return exported.write(buffer, offset, length);
        }
        if (!regular) {
            return transfer(open -> open.write(ByteBuffer.wrap(buffer, offset, length)));
        }
        synchronized (lock) {
            if (append) {
                position = size();
            }
            int count = transfer(open -> open.write(ByteBuffer.wrap(buffer, offset, length), position));
            position += count;
            return count;
        }
    }

    @Override
    public int write(long to, byte[] buffer, int offset, int length) {
        requireWritable();
        requireSeekable();
        return transfer(open -> open.write(ByteBuffer.wrap(buffer, offset, length), to));
    }

    @Override
    public long seek(long offset, int whence) {
        requireSeekable();
        if (memoryDevice) {
            return 0;
        }
        if (hasSystemPosition()) {
            return exported.seek(offset, whence);
        }
        synchronized (lock) {
            long target = switch (whence) {
                case 0 -> offset;
                case 1 -> position + offset;
                case 2 -> size() + offset;
                default -> -1;
            };
            if (target < 0) {
                throw new HostException(Errno.EINVAL);
            }
            position = target;
            return target;
        }
    }

    @Override
    public void truncate(long size) {
        if (!writable || !regular || size < 0) {
            throw new HostException(Errno.EINVAL);
        }
        transfer(open -> {
            if (size <= open.size()) {
                open.truncate(size);
            } else {
                // One zero byte makes the file longer; what lies before it takes no room on the disk.
                open.write(ByteBuffer.wrap(new byte[1]), size - 1);
            }
            return 0;
        });
    }

    @Override
    public void sync() {
        transfer(open -> {
            open.force(true);
            return 0;
        });
    }

    @Override
    public void flock(int operation) {
        locks.flock(operation);
    }

    @Override
    public void lock(RangeLock range, boolean wait) {
        locks.range(range, wait);
    }

    @Override
    public RangeLock conflict(RangeLock range) {
        return locks.conflict(range);
    }

    private long size() {
        while (true) {
            try {
                return channel().size();
            } catch (ClosedByInterruptException e) {
                reopen();
            } catch (IOException e) {
                throw IoErrors.of(e);
            }
        }
    }

    private int transfer(Transfer transfer) {
        while (true) {
            try {
                return transfer.with(channel());
            } catch (ClosedByInterruptException e) {
                reopen();
                if (!regular) {
                    throw new HostException(Errno.EINTR);
                }
            } catch (NonReadableChannelException | NonWritableChannelException e) {
                throw new HostException(Errno.EBADF);
            } catch (IOException e) {
                throw IoErrors.of(e);
            }
        }
    }

    private FileChannel channel() {
        synchronized (lock) {
            return channel;
        }
    }

    /** Leaves the thread not interrupted: the caller goes on, or reports EINTR. */
    private void reopen() {
        Thread.interrupted();
        synchronized (lock) {
            if (closed || channel.isOpen()) {
                return;
            }
            try {
                channel = FileChannel.open(file, reopenOptions);
            } catch (IOException e) {
                throw IoErrors.of(e);
            }
        }
    }

    private void requireReadable() {
        if (!readable) {
            throw new HostException(Errno.EBADF);
        }
    }

    private void requireWritable() {
        if (!writable) {
            throw new HostException(Errno.EBADF);
        }
    }

    private void requireSeekable() {
        if (!isSeekable()) {
            throw new HostException(Errno.ESPIPE);
        }
    }

    @Override
    protected void close() {
        synchronized (lock) {
            closed = true;
            locks.close();
            if (exported != null) {
                exported.release();
            }
            try {
                channel.close();
            } catch (IOException e) {
                throw IoErrors.of(e);
            }
        }
    }
}
