package org.pyvm.objects.host;

/** A file of given bytes, open to be read. */
public final class MemoryFile extends OpenFile {
    private final byte[] content;
    private final FileStatus status;
    private long position;

    /** @param content not to be changed afterwards */
    public MemoryFile(String path, byte[] content, FileStatus status) {
        super(path);
        this.content = content;
        this.status = status;
    }

    @Override
    public boolean isReadable() {
        return true;
    }

    @Override
    public boolean isSeekable() {
        return true;
    }

    @Override
    public FileStatus status() {
        return status;
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) {
        int count = read(position, buffer, offset, length);
        position += count;
        return count;
    }

    @Override
    public int read(long from, byte[] buffer, int offset, int length) {
        int count = (int) Math.max(0, Math.min(length, content.length - from));
        if (count > 0) {
            System.arraycopy(content, (int) from, buffer, offset, count);
        }
        return count;
    }

    @Override
    public synchronized long seek(long offset, int whence) {
        long target = switch (whence) {
            case 0 -> offset;
            case 1 -> position + offset;
            case 2 -> content.length + offset;
            default -> -1;
        };
        if (target < 0) {
            throw new HostException(Errno.EINVAL);
        }
        position = target;
        return target;
    }

    @Override
    protected void close() {
        // Memory needs no closing.
    }
}
