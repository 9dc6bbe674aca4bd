package org.pyvm.modules.io;

import org.pyvm.expose.PythonMethod;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;

/** The methods of a {@link Buffered} that writes. */
final class BufferedWriting {
    private BufferedWriting() {}

    @PythonMethod("writable($self, /)")
    static PyObject writable(ThreadState thread, Buffered self) {
        self.checkUsable();
        return StreamCalls.call(thread, self.raw, StreamCalls.WRITABLE);
    }

    @PythonMethod("flush($self, /)")
    static void flush(ThreadState thread, Buffered self) {
        self.checkUsable();
        self.checkOpen(thread, "flush of closed file");
        self.acquire(thread);
        try {
            self.flushAndRewind(thread);
        } finally {
            self.release();
        }
    }

    @PythonMethod("write($self, buffer, /)")
    static int write(ThreadState thread, Buffered self, PyObject data) {
        return write(thread, self, StreamCalls.bytes(thread, data));
    }

    static int write(ThreadState thread, Buffered self, byte[] data) {
        self.checkUsable();
        self.acquire(thread);
        try {
            // Asked with the stream taken: another thread may just be closing it.
            if (self.isClosedNow(thread)) {
                throw PyErr.valueError("write to closed file");
            }
            if (!self.hasRead() && !self.hasWritten()) {
                self.pos = 0;
                self.rawPos = 0;
            }
            int length = data.length;
            if (length <= self.buffer.length - self.pos && length < self.buffer.length) {
                append(thread, self, data, length);
                return length;
            }
            return writeThrough(thread, self, data);
        } finally {
            self.release();
        }
    }

    private static void append(ThreadState thread, Buffered self, byte[] data, int length) {
        System.arraycopy(data, 0, self.buffer, self.pos, length);
        if (!self.hasWritten() || self.writePos > self.pos) {
            self.writePos = self.pos;
        }
        self.moveTo(self.pos + length);
        if (self.writeEnd < self.pos) {
            self.writeEnd = self.pos;
        }
        self.notePending(thread);
    }

    /** The data do not fit behind what is in the buffer: that is written first, then of the data what fills buffers. */
    private static int writeThrough(ThreadState thread, Buffered self, byte[] data) {
        try {
            self.flushWritten(thread);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.BLOCKING_IO_ERROR)) {
                throw e;
            }
            return keepBlocked(thread, self, data);
        }
        int lead = self.rawLead();
        if (lead != 0) {
            self.rawSeek(thread, -lead, 1);
            self.rawPos -= lead;
        }
        int size = self.buffer.length;
        int written = 0;
        while (data.length - written > size) {
            int count = self.rawWrite(thread, data, written, data.length - written);
            if (count == Buffered.WOULD_BLOCK) {
                // As much as possible stays in the buffer.
                System.arraycopy(data, written, self.buffer, 0, size);
                self.rawPos = 0;
                self.moveTo(size);
                self.writePos = 0;
                self.writeEnd = size;
                self.notePending(thread);
                throw Buffered.wouldBlock(thread, written + size);
            }
            written += count;
            Blocking.handleSignals(thread);
        }
        if (self.reads) {
            self.resetRead();
        }
        int rest = data.length - written;
        System.arraycopy(data, written, self.buffer, 0, rest);
        self.writePos = 0;
        self.writeEnd = rest;
        self.moveTo(rest);
        self.rawPos = 0;
        if (rest > 0) {
            self.notePending(thread);
        }
        return data.length;
    }

    /** The raw stream takes nothing now: what fits is kept. @throws PyErr BlockingIOError when not all does */
    private static int keepBlocked(ThreadState thread, Buffered self, byte[] data) {
        if (self.reads) {
            self.resetRead();
        }
        int kept = self.writeEnd - self.writePos;
        System.arraycopy(self.buffer, self.writePos, self.buffer, 0, kept);
        self.writeEnd = kept;
        self.rawPos -= self.writePos;
        self.pos -= self.writePos;
        self.writePos = 0;
        int count = Math.min(data.length, self.buffer.length - kept);
        System.arraycopy(data, 0, self.buffer, kept, count);
        self.writeEnd += count;
        self.pos += count;
        self.notePending(thread);
        if (count < data.length) {
            throw Buffered.wouldBlock(thread, count);
        }
        return count;
    }
}
