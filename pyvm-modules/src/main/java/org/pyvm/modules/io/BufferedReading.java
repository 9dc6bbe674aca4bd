package org.pyvm.modules.io;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;

/** The methods of a {@link Buffered} that reads. */
final class BufferedReading {
    private BufferedReading() {}

    @PythonMethod("readable($self, /)")
    static PyObject readable(ThreadState thread, Buffered self) {
        self.checkUsable();
        return StreamCalls.call(thread, self.raw, StreamCalls.READABLE);
    }

    @PythonMethod("read($self, size=-1, /)")
    static PyObject read(ThreadState thread, Buffered self, PyObject size) {
        self.checkUsable();
        long wanted = StreamCalls.size(thread, size);
        if (wanted < -1) {
            throw PyErr.valueError("read length must be non-negative or -1");
        }
        self.checkOpen(thread, "read of closed file");
        if (wanted >= 0 && wanted <= self.readAhead()) {
            return take(self, (int) wanted);
        }
        if (wanted > Integer.MAX_VALUE - 8) {
            throw PyErr.memoryError();
        }
        self.acquire(thread);
        try {
            return wanted < 0 ? readAll(thread, self) : readMany(thread, self, (int) wanted);
        } finally {
            self.release();
        }
    }

    /** Gives bytes that have been read already. */
    private static PyObject take(Buffered self, int count) {
        byte[] bytes = Arrays.copyOfRange(self.buffer, self.pos, self.pos + count);
        self.pos += count;
        return PyBytes.of(bytes);
    }

    private static PyObject readAll(ThreadState thread, Buffered self) {
        int ahead = self.readAhead();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (ahead > 0) {
            all.write(self.buffer, self.pos, ahead);
            self.pos += ahead;
        }
        if (self.writes) {
            self.flushAndRewind(thread);
        }
        self.resetRead();
        PyObject method = Attributes.getOrNull(thread, self.raw, StreamCalls.READALL);
        if (method != null) {
            PyObject rest = self.file != null ? self.file.readAll(thread) : Calls.call(thread, method);
            if (rest != Singletons.NONE && !(rest instanceof PyBytes)) {
                throw PyErr.typeError("readall() should return bytes");
            }
            if (ahead == 0) {
                return rest;
            }
            if (rest instanceof PyBytes bytes) {
                all.writeBytes(bytes.bytesUnsafe());
            }
            return PyBytes.of(all.toByteArray());
        }
        while (true) {
            PyObject piece = StreamCalls.call(thread, self.raw, Names.READ_NAME);
            if (piece != Singletons.NONE && !(piece instanceof PyBytes)) {
                throw PyErr.typeError("read() should return bytes");
            }
            if (piece == Singletons.NONE || ((PyBytes) piece).size() == 0) {
                return all.size() == 0 ? piece : PyBytes.of(all.toByteArray());
            }
            all.writeBytes(((PyBytes) piece).bytesUnsafe());
        }
    }

    /** Reads until there are {@code wanted} bytes, the end, or nothing more for now: then None if there was nothing at all. */
    private static PyObject readMany(ThreadState thread, Buffered self, int wanted) {
        int ahead = self.readAhead();
        if (wanted <= ahead) {
            return take(self, wanted);
        }
        byte[] result = new byte[wanted];
        int done = ahead;
        if (ahead > 0) {
            System.arraycopy(self.buffer, self.pos, result, 0, ahead);
            self.pos += ahead;
        }
        if (self.writes) {
            self.flushAndRewind(thread);
        }
        self.resetRead();
        int bufferSize = self.buffer.length;
        // Whole buffers go straight to their place.
        while (wanted - done >= bufferSize) {
            int rest = wanted - done;
            int count = self.rawRead(thread, result, done, rest - rest % bufferSize);
            if (count <= 0) {
                return partial(result, done, count);
            }
            done += count;
        }
        self.pos = 0;
        self.rawPos = 0;
        self.readEnd = 0;
        while (done < wanted && self.readEnd < bufferSize) {
            int count = fill(thread, self);
            if (count <= 0) {
                return partial(result, done, count);
            }
            int used = Math.min(count, wanted - done);
            System.arraycopy(self.buffer, self.pos, result, done, used);
            self.pos += used;
            done += used;
        }
        return PyBytes.of(done == wanted ? result : Arrays.copyOf(result, done));
    }

    private static PyObject partial(byte[] result, int done, int count) {
        return count == 0 || done > 0 ? PyBytes.of(Arrays.copyOf(result, done)) : Singletons.NONE;
    }

    /** Reads once into the free part of the buffer; the answer is that of {@link Buffered#rawRead}. */
    static int fill(ThreadState thread, Buffered self) {
        int start = self.hasRead() ? self.readEnd : 0;
        int count = self.rawRead(thread, self.buffer, start, self.buffer.length - start);
        if (count > 0) {
            self.readEnd = start + count;
            self.rawPos = start + count;
        }
        return count;
    }

    @PythonMethod("peek($self, size=0, /)")
    static PyObject peek(ThreadState thread, Buffered self, long size) {
        self.checkUsable();
        self.checkOpen(thread, "peek of closed file");
        self.acquire(thread);
        try {
            if (self.writes) {
                self.flushAndRewind(thread);
            }
            int ahead = self.readAhead();
            if (ahead > 0) {
                return PyBytes.of(Arrays.copyOfRange(self.buffer, self.pos, self.pos + ahead));
            }
            self.resetRead();
            int count = Math.max(0, fill(thread, self));
            self.pos = 0;
            return PyBytes.of(Arrays.copyOf(self.buffer, count));
        } finally {
            self.release();
        }
    }

    @PythonMethod("read1($self, size=-1, /)")
    static PyObject read1(ThreadState thread, Buffered self, long size) {
        self.checkUsable();
        long wanted = size < 0 ? self.buffer == null ? 1 : self.buffer.length : size;
        self.checkOpen(thread, "read of closed file");
        if (wanted == 0) {
            return PyBytes.EMPTY;
        }
        int ahead = self.readAhead();
        if (ahead > 0) {
            return take(self, (int) Math.min(ahead, wanted));
        }
        byte[] result = new byte[(int) Math.min(wanted, Integer.MAX_VALUE - 8)];
        self.acquire(thread);
        try {
            if (self.writes) {
                self.flushAndRewind(thread);
            }
            self.resetRead();
            int count = Math.max(0, self.rawRead(thread, result, 0, result.length));
            return PyBytes.of(count == result.length ? result : Arrays.copyOf(result, count));
        } finally {
            self.release();
        }
    }

    @PythonMethod("readinto($self, buffer, /)")
    static PyObject readInto(ThreadState thread, Buffered self, PyObject target) {
        return readInto(thread, self, "readinto", target, false);
    }

    @PythonMethod("readinto1($self, buffer, /)")
    static PyObject readInto1(ThreadState thread, Buffered self, PyObject target) {
        return readInto(thread, self, "readinto1", target, true);
    }

    private static PyObject readInto(
            ThreadState thread, Buffered self, String function, PyObject target, boolean once) {
        PyBuffer memory = StreamCalls.writable(thread, function, target);
        try {
            self.checkUsable();
            self.checkOpen(thread, "readinto of closed file");
            int length = memory.length();
            int done = Math.min(self.readAhead(), length);
            if (done > 0) {
                StreamCalls.store(memory, 0, self.buffer, self.pos, done);
                self.pos += done;
            }
            if (done == length) {
                return org.pyvm.objects.types.PyInt.of(done);
            }
            self.acquire(thread);
            try {
                done = readRest(thread, self, memory, done, once);
            } finally {
                self.release();
            }
            return done < 0 ? Singletons.NONE : org.pyvm.objects.types.PyInt.of(done);
        } finally {
            memory.release();
        }
    }

    /** @return the count, those before included, or -1 for None */
    private static int readRest(ThreadState thread, Buffered self, PyBuffer memory, int before, boolean once) {
        if (self.writes) {
            self.flushAndRewind(thread);
        }
        self.resetRead();
        self.pos = 0;
        int done = before;
        int length = memory.length();
        while (done < length) {
            int rest = length - done;
            int count;
            if (rest > self.buffer.length) {
                byte[] direct = new byte[rest];
                count = self.rawRead(thread, direct, 0, rest);
                if (count > 0) {
                    StreamCalls.store(memory, done, direct, 0, count);
                }
            } else if (once && done > 0) {
                break;
            } else {
                count = fill(thread, self);
                if (count > 0) {
                    count = Math.min(count, rest);
                    StreamCalls.store(memory, done, self.buffer, self.pos, count);
                    self.pos += count;
                }
            }
            if (count == 0 || count < 0 && done > 0) {
                break;
            }
            if (count < 0) {
                return -1;
            }
            done += count;
            if (once) {
                break;
            }
        }
        return done;
    }

    @PythonMethod("readline($self, size=-1, /)")
    static PyObject readLine(ThreadState thread, Buffered self, PyObject size) {
        self.checkUsable();
        return line(thread, self, StreamCalls.size(thread, size));
    }

    static PyBytes line(ThreadState thread, Buffered self, long limit) {
        self.checkOpen(thread, "readline of closed file");
        int ahead = self.readAhead();
        int searched = limit >= 0 ? (int) Math.min(ahead, limit) : ahead;
        int end = newline(self.buffer, self.pos, searched);
        if (end >= 0 || limit >= 0 && searched == limit) {
            return (PyBytes) take(self, end >= 0 ? end - self.pos : searched);
        }
        self.acquire(thread);
        try {
            return longLine(thread, self, limit);
        } finally {
            self.release();
        }
    }

    private static PyBytes longLine(ThreadState thread, Buffered self, long limit) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int ahead = self.readAhead();
        if (ahead > 0) {
            line.write(self.buffer, self.pos, ahead);
            self.pos += ahead;
        }
        if (self.writes) {
            self.flushAndRewind(thread);
        }
        while (limit < 0 || line.size() < limit) {
            self.resetRead();
            int count = fill(thread, self);
            if (count <= 0) {
                break;
            }
            self.pos = 0;
            int searched = limit < 0 ? count : (int) Math.min(count, limit - line.size());
            int end = newline(self.buffer, 0, searched);
            int used = end >= 0 ? end : searched;
            line.write(self.buffer, 0, used);
            self.pos = used;
            if (end >= 0) {
                break;
            }
        }
        return PyBytes.of(line.toByteArray());
    }

    /** Position behind the first line end among some bytes, or -1. */
    private static int newline(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    @SlotMethod(Slot.TP_ITERNEXT)
    static PyObject next(ThreadState thread, PyObject object) {
        Buffered self = (Buffered) object;
        self.checkUsable();
        if (!self.type().isHeapType()) {
            PyBytes line = line(thread, self, -1);
            return line.size() == 0 ? null : line;
        }
        PyObject line = StreamCalls.call(thread, self, StreamCalls.READLINE);
        if (!(line instanceof PyBytes)) {
            throw PyErr.of(Exceptions.OS_ERROR, "readline() should have returned a bytes object, not '%T'", line);
        }
        return Objects.length(thread, line) == 0 ? null : line;
    }
}
