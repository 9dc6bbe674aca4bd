package org.pyvm.runtime.internal.lockstep;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.Readiness;

/** An open file of one of two interpreters; the second's has no file behind it. */
final class LoggedFile extends OpenFile {
    /** What does not change while it is open. @param file null for the second interpreter, which is not to touch it */
    private record Opened(
            OpenFile file, String path, boolean readable, boolean writable, boolean seekable, boolean terminal) {
        static Opened of(OpenFile file) {
            return new Opened(
                    file, file.path(), file.isReadable(), file.isWritable(), file.isSeekable(), file.isTerminal());
        }
    }

    /** @param bytes null when there are none @param count of bytes, or what the operation gave */
    private record Read(int count, byte[] bytes) {}

    private static final int SHOWN = 60;

    private final LoggedHost host;
    private final Opened opened;
    private final String name;

    private LoggedFile(LoggedHost host, Opened opened, String name) {
        super(opened.path);
        this.host = host;
        this.opened = opened;
        this.name = name;
    }

    static LoggedFile of(LoggedHost host, OpenFile file, String name) {
        return of(host, () -> file, name);
    }

    /** Opens a file by {@code open}. */
    static LoggedFile of(LoggedHost host, Supplier<OpenFile> open, String what) {
        Opened opened = host.call(what, () -> {
            OpenFile file = open.get();
            file.retain();
            return Opened.of(file);
        });
        return new LoggedFile(host, opened, opened.path == null ? what : opened.path);
    }

    @Override
    public boolean isReadable() {
        return opened.readable;
    }

    @Override
    public boolean isWritable() {
        return opened.writable;
    }

    @Override
    public boolean isSeekable() {
        return opened.seekable;
    }

    @Override
    public boolean isTerminal() {
        return opened.terminal;
    }

    @Override
    public FileStatus status() {
        return host.call("status " + name, () -> opened.file.status());
    }

    private static String shown(byte[] buffer, int offset, int length) {
        int end = Math.min(length, SHOWN);
        byte[] all = Arrays.copyOfRange(buffer, offset, offset + length);
        return length + " bytes #" + Arrays.hashCode(all) + " '"
                + new String(all, 0, end, StandardCharsets.ISO_8859_1).replace("\n", "\\n") + "'";
    }

    private int read(String what, byte[] buffer, int offset, int length, Supplier<Integer> reading) {
        Read read = host.call(what + " " + length + " " + name, () -> {
            int count = reading.get();
            return new Read(count, count <= 0 ? null : Arrays.copyOfRange(buffer, offset, offset + count));
        });
        if (read.bytes != null) {
            System.arraycopy(read.bytes, 0, buffer, offset, read.count);
        }
        return read.count;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return read("read", buffer, offset, length, () -> opened.file.read(buffer, offset, length));
    }

    @Override
    public int write(byte[] buffer, int offset, int length) {
        return host.call(
                "write " + name + " " + shown(buffer, offset, length), () -> opened.file.write(buffer, offset, length));
    }

    @Override
    public int read(long position, byte[] buffer, int offset, int length) {
        return read(
                "read at " + position,
                buffer,
                offset,
                length,
                () -> opened.file.read(position, buffer, offset, length));
    }

    @Override
    public int write(long position, byte[] buffer, int offset, int length) {
        return host.call(
                "write at " + position + " " + name + " " + shown(buffer, offset, length),
                () -> opened.file.write(position, buffer, offset, length));
    }

    @Override
    public long seek(long offset, int whence) {
        return host.call("seek " + offset + " " + whence + " " + name, () -> opened.file.seek(offset, whence));
    }

    private void run(String what, Runnable operation) {
        host.call(what + " " + name, () -> {
            operation.run();
            return null;
        });
    }

    @Override
    public void truncate(long size) {
        run("truncate " + size, () -> opened.file.truncate(size));
    }

    @Override
    public void sync() {
        run("sync", () -> opened.file.sync());
    }

    @Override
    public void flock(int operation) {
        run("flock " + operation, () -> opened.file.flock(operation));
    }

    @Override
    public void lock(RangeLock lock, boolean wait) {
        run("lock " + lock + " " + wait, () -> opened.file.lock(lock, wait));
    }

    @Override
    public RangeLock conflict(RangeLock lock) {
        return host.call("conflict " + lock + " " + name, () -> opened.file.conflict(lock));
    }

    @Override
    public void setBlocking(boolean blocking) {
        super.setBlocking(blocking);
        run("blocking " + blocking, () -> opened.file.setBlocking(blocking));
    }

    @Override
    public int[] terminalSize() {
        return host.call("terminal size " + name, () -> opened.file.terminalSize());
    }

    @Override
    public int readiness(Readiness.Watcher watcher) {
        return host.call("readiness " + name, () -> opened.file.readiness(watcher));
    }

    @Override
    protected void close() {
        run("close", () -> opened.file.release());
    }
}
