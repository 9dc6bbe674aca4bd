package org.pyvm.objects.host.internal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.Readiness;

/** The process's own standard input, output or error. */
final class StandardStream extends OpenFile {
    /** How often input that gives no sign is asked. */
    private static final long POLL_MILLIS = 10;

    /** How long a signal may have to wait for the thread that waits for input. */
    private static final int WAIT_MILLIS = 50;

    private final int number;
    private final FileInputStream input;
    private final FileOutputStream output;
    private final FileStatus statusAtStart;

    private StandardStream(int number, FileStatus status) {
        super(null);
        this.number = number;
        this.statusAtStart = status;
        this.input = number == 0 ? new FileInputStream(FileDescriptor.in) : null;
        this.output = number == 0 ? null : new FileOutputStream(number == 1 ? FileDescriptor.out : FileDescriptor.err);
    }

    /** Null when the process was started without it. */
    static StandardStream open(int number) {
        Path link = link(number);
        try {
            // Started without it, the JVM has given the number to the first file it opened: one of its own.
            if (Files.isSymbolicLink(link)
                    && Files.readSymbolicLink(link).startsWith(System.getProperty("java.home"))) {
                return null;
            }
            return new StandardStream(number, UnixStatus.read(link, true));
        } catch (IOException e) {
            // No /proc: not Linux, nothing is known. With /proc, the stream is closed.
            return Files.exists(Path.of("/proc/self/fd")) ? null : new StandardStream(number, unknown());
        }
    }

    private static FileStatus unknown() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return FileStatus.virtual((terminal ? FileStatus.CHARACTER_DEVICE : FileStatus.FIFO) | 0600, 0, 0);
    }

    private static Path link(int number) {
        return Path.of("/proc/self/fd/" + number);
    }

    int number() {
        return number;
    }

    @Override
    public int systemNumber() {
        return number;
    }

    @Override
    public boolean isReadable() {
        return input != null;
    }

    @Override
    public boolean isWritable() {
        return output != null;
    }

    @Override
    public boolean isSeekable() {
        return statusAtStart.is(FileStatus.REGULAR);
    }

    @Override
    public boolean isTerminal() {
        return UnixStatus.isTerminal(statusAtStart);
    }

    @Override
    public int[] terminalSize() {
        if (!isTerminal()) {
            throw new HostException(Errno.ENOTTY);
        }
        return LibC.terminalSize(number);
    }

    @Override
    public FileStatus status() {
        try {
            return UnixStatus.read(link(number), true);
        } catch (IOException e) {
            // No /proc.
            return statusAtStart;
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            if (input == null) {
                // Usually an error; a terminal or a file can be open for both.
                return Math.max(0, new FileInputStream(output.getFD()).read(buffer, offset, length));
            }
            if (!isBlocking() && poll() == 0) {
                throw new HostException(Errno.EAGAIN);
            }
            if (length == 0) {
                return 0;
            }
            awaitInput();
            return Math.max(0, input.read(buffer, offset, length));
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    /** Java's read cannot be broken off by an interrupt: it is only called when it will not wait. */
    private void awaitInput() throws IOException {
        boolean mayWait = isTerminal() || statusAtStart.is(FileStatus.FIFO) || statusAtStart.is(FileStatus.SOCKET);
        if (!isBlocking() || !mayWait || input.available() > 0) {
            return;
        }
        try {
            while (LibC.poll(number, Readiness.READ, WAIT_MILLIS) == 0) {
                if (Thread.interrupted()) {
                    throw new HostException(Errno.EINTR);
                }
            }
        } catch (HostException e) {
            if (e.errno() == Errno.EINTR.number()) {
                throw e;
            }
            // No such library: the read waits.
        }
    }

    @Override
    public int write(byte[] buffer, int offset, int length) {
        try {
            (output == null ? new FileOutputStream(input.getFD()) : output).write(buffer, offset, length);
            return length;
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    @Override
    public long seek(long offset, int whence) {
        if (!isSeekable()) {
            throw new HostException(Errno.ESPIPE);
        }
        try {
            FileChannel channel = input == null ? output.getChannel() : input.getChannel();
            long target = switch (whence) {
                case 0 -> offset;
                case 1 -> channel.position() + offset;
                case 2 -> channel.size() + offset;
                default -> -1;
            };
            if (target < 0) {
                throw new HostException(Errno.EINVAL);
            }
            channel.position(target);
            return target;
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    @Override
    public void truncate(long size) {
        if (output == null || !isSeekable()) {
            throw new HostException(Errno.EINVAL);
        }
        try {
            output.getChannel().truncate(size);
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    @Override
    public void sync() {
        if (!isSeekable()) {
            throw new HostException(Errno.EINVAL);
        }
        try {
            (input == null ? output.getFD() : input.getFD()).sync();
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    @Override
    public int readiness(Readiness.Watcher watcher) {
        int bits = isSeekable() ? Readiness.READ | Readiness.WRITE : poll();
        if (bits == 0 && watcher != null) {
            Thread.ofVirtual().start(() -> watchInput(watcher));
        }
        return bits;
    }

    private int poll() {
        int asked = input == null ? Readiness.WRITE : Readiness.READ;
        try {
            return LibC.poll(number, asked);
        } catch (HostException e) {
            // No such library: Java knows only of bytes that have come.
            return asked == Readiness.WRITE || hasInput() ? asked : 0;
        }
    }

    private boolean hasInput() {
        try {
            return input.available() > 0;
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    private static void watchInput(Readiness.Watcher watcher) {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watcher.changed();
    }

    @Override
    protected void close() {
        try {
            if (input == null) {
                output.close();
            } else {
                input.close();
            }
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }
}
