package org.pyvm.objects.host;

import java.util.ArrayList;
import java.util.List;
import org.pyvm.objects.host.Readiness.Watcher;

/** A pipe in memory, with the capacity of Linux's. It leaves the process only by {@link Processes#spawn}. */
public final class Pipe {
    /** What Linux promises to write in one piece. */
    private static final int ATOMIC = 4096;

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
            return FileStatus.virtual(FileStatus.FIFO | 0600, 0, 0);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return readable ? Pipe.this.read(buffer, offset, length) : super.read(buffer, offset, length);
        }

        @Override
        public int write(byte[] buffer, int offset, int length) {
            return readable ? super.write(buffer, offset, length) : Pipe.this.write(buffer, offset, length);
        }

        @Override
        public int readiness(Watcher watcher) {
            return Pipe.this.readiness(this, watcher);
        }

        @Override
        protected void close() {
            Pipe.this.close(this);
        }
    }
}
