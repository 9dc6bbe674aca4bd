package org.pyvm.objects.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyvm.objects.host.Readiness.Watcher;

/**
 * A pipe in memory, with the capacity of Linux's. When another process shall have one of its ends, it becomes a pipe of the operating
 * system's, with what it holds.
 */
public final class Pipe {
    /** What Linux promises to write in one piece. */
    private static final int ATOMIC = 4096;
    /** In place of a count: the pipe has become the operating system's meanwhile. */
    private static final int MOVED = -1;

    private final byte[] ring = new byte[1 << 16];
    private final End reader = new End(true);
    private final End writer = new End(false);
    private final List<Watcher> watchers = new ArrayList<>();
    private int start;
    private int size;

    public OpenFile reader() {
        return reader;
    }

    public OpenFile writer() {
        return writer;
    }

    private synchronized int read(byte[] buffer, int offset, int length) {
        while (size == 0 && length > 0) {
            if (reader.moved != null) {
                return MOVED;
            }
            if (writer.closed) {
                return 0;
            }
            await(reader);
        }
        int count = Math.min(length, size);
        int tail = Math.min(count, ring.length - start);
        System.arraycopy(ring, start, buffer, offset, tail);
        System.arraycopy(ring, 0, buffer, offset + tail, count - tail);
        start = (start + count) % ring.length;
        size -= count;
        changed();
        return count;
    }

    private synchronized int write(byte[] buffer, int offset, int length) {
        int written = 0;
        while (written < length) {
            if (writer.moved != null) {
                return written;
            }
            if (reader.closed) {
                throw new HostException(Errno.EPIPE);
            }
            int room = ring.length - size;
            // Short writes are not torn apart.
            if (room == 0 || room < length && length <= ATOMIC) {
                if (written > 0 && !writer.isBlocking()) {
                    return written;
                }
                await(writer);
                continue;
            }
            int count = Math.min(room, length - written);
            int end = (start + size) % ring.length;
            int tail = Math.min(count, ring.length - end);
            System.arraycopy(buffer, offset + written, ring, end, tail);
            System.arraycopy(buffer, offset + written + tail, ring, 0, count - tail);
            size += count;
            written += count;
            changed();
        }
        return written;
    }

    private void await(End end) {
        if (!end.isBlocking()) {
            throw new HostException(Errno.EAGAIN);
        }
        try {
            wait();
        } catch (InterruptedException e) {
            throw new HostException(Errno.EINTR);
        }
    }

    private void changed() {
        notifyAll();
        List<Watcher> told = List.copyOf(watchers);
        watchers.clear();
        told.forEach(Watcher::changed);
    }

    private synchronized void close(End end) {
        end.closed = true;
        if (end.moved != null) {
            end.moved.release();
        }
        changed();
    }

    private synchronized void move(SystemFiles system) {
        if (reader.moved == null) {
            int[] numbers = system.pipe();
            moveTo(
                    system.ofNumber(numbers[0], OpenFlags.READ_ONLY),
                    system.ofNumber(numbers[1], OpenFlags.WRITE_ONLY),
                    new byte[0]);
        }
    }

    /** Becomes what two files are that are connected. @param first what comes before the bytes that it holds */
    synchronized void moveTo(OpenFile newReader, OpenFile newWriter, byte[] first) {
        byte[] held = Arrays.copyOf(first, first.length + size);
        read(held, first.length, size);
        writer.moveTo(newWriter, held);
        reader.moveTo(newReader, new byte[0]);
        changed();
    }

    private synchronized int readiness(End end, Watcher watcher) {
        int bits;
        if (end == reader) {
            bits = (size > 0 ? Readiness.READ : 0) | (writer.closed ? Readiness.HANG_UP : 0);
        } else {
            bits = reader.closed
                    ? Readiness.WRITE | Readiness.ERROR
                    : ring.length - size >= ATOMIC ? Readiness.WRITE : 0;
        }
        if (watcher != null && !watchers.contains(watcher)) {
            watchers.add(watcher);
        }
        return bits;
    }

    /** One of the two ends. */
    private final class End extends OpenFile {
        private final boolean readable;
        private boolean closed;
        /** The end of the operating system's pipe that this one has become. */
        private volatile OpenFile moved;

        End(boolean readable) {
            super(null);
            this.readable = readable;
        }

        @Override
        public boolean isReadable() {
            return readable;
        }

        @Override
        public boolean isWritable() {
            return !readable;
        }

        @Override
        public FileStatus status() {
            OpenFile end = moved;
            return end == null ? FileStatus.virtual(FileStatus.FIFO | 0600, 0, 0) : end.status();
        }

        /** In the order of the pipe's both ends: what is held has to be written while there is one to read it. */
        void moveTo(OpenFile end, byte[] held) {
            end.retain();
            if (held.length > 0) {
                end.write(held, 0, held.length);
            }
            if (closed) {
                end.release();
            } else {
                end.setBlocking(isBlocking());
            }
            moved = end;
        }

        @Override
        public int systemNumber() {
            OpenFile end = moved;
            return end == null ? -1 : end.systemNumber();
        }

        @Override
        public int export(SystemFiles system) {
            move(system);
            return systemNumber();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (!readable) {
                return super.read(buffer, offset, length);
            }
            int count = moved == null ? Pipe.this.read(buffer, offset, length) : MOVED;
            return count == MOVED ? moved.read(buffer, offset, length) : count;
        }

        @Override
        public int write(byte[] buffer, int offset, int length) {
            if (readable) {
                return super.write(buffer, offset, length);
            }
            int count = moved == null ? Pipe.this.write(buffer, offset, length) : 0;
            OpenFile end = moved;
            // A writer that waits writes all, the rest to what the pipe has become meanwhile.
            return end == null || count > 0 && (count == length || !end.isBlocking())
                    ? count
                    : count + end.write(buffer, offset + count, length - count);
        }

        @Override
        public boolean isBlocking() {
            OpenFile end = moved;
            return end == null ? super.isBlocking() : end.isBlocking();
        }

        @Override
        public void setBlocking(boolean blocking) {
            OpenFile end = moved;
            if (end == null) {
                super.setBlocking(blocking);
            } else {
                end.setBlocking(blocking);
            }
        }

        @Override
        public int readiness(Watcher watcher) {
            OpenFile end = moved;
            return end == null ? Pipe.this.readiness(this, watcher) : end.readiness(watcher);
        }

        @Override
        protected void close() {
            Pipe.this.close(this);
        }
    }
}
