package org.pyvm.modules.io;

import java.util.concurrent.locks.ReentrantLock;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBaseException;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/**
 * What buffered readers, writers and random-access files have in common: one buffer that holds bytes read ahead, or bytes to
 * be written, or both. All positions are in the buffer: {@code pos} is where the user is, {@code rawPos} where the raw stream
 * is, {@code readEnd} ends what was read, {@code writePos} to {@code writeEnd} is not written yet. An end of -1 means that
 * there is no such part.
 */
abstract class Buffered extends BufferedIOBase implements IoState.Flushable {
    /** What a raw operation answers when it would have to wait and the stream is not to. */
    static final int WOULD_BLOCK = -2;

    private final ReentrantLock lock = new ReentrantLock();
    final boolean reads;
    final boolean writes;
    PyObject raw;
    /** The raw stream, if it is a {@link FileIO} whose methods nobody has overridden. */
    FileIO file;

    private boolean ok;
    private boolean detached;
    boolean finalizing;
    byte[] buffer;
    /** The raw stream's position in the file as last known, or -1. */
    private long rawOffsetInFile = -1;

    int pos;
    int rawPos;
    int readEnd = -1;
    int writePos;
    int writeEnd = -1;
    private boolean isPending;

    Buffered(PyType type, boolean reads, boolean writes) {
        super(type);
        this.reads = reads;
        this.writes = writes;
    }

    @Override
    public PyObject[] heldValues() {
        return new PyObject[] {raw};
    }

    final void start(ThreadState thread, PyObject rawStream, long bufferSize) {
        ok = false;
        detached = false;
        if (writes && reads) {
            require(thread, rawStream, StreamCalls.SEEKABLE, "File or stream is not seekable.");
        }
        if (reads) {
            require(thread, rawStream, StreamCalls.READABLE, "File or stream is not readable.");
        }
        if (writes) {
            require(thread, rawStream, StreamCalls.WRITABLE, "File or stream is not writable.");
        }
        if (bufferSize <= 0) {
            throw PyErr.valueError("buffer size must be strictly positive");
        }
        if (bufferSize > Integer.MAX_VALUE - 8) {
            throw PyErr.memoryError();
        }
        raw = rawStream;
        file = rawStream instanceof FileIO own && own.type() == FileIO.TYPE ? own : null;
        buffer = new byte[(int) bufferSize];
        try {
            rawTell(thread);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.EXCEPTION)) {
                throw e;
            }
            rawOffsetInFile = -1;
        }
        resetRead();
        resetWrite(thread);
        pos = 0;
        rawPos = 0;
        ok = true;
    }

    static void require(ThreadState thread, PyObject stream, PyStr method, String refusal) {
        if (StreamCalls.call(thread, stream, method) != Singletons.TRUE) {
            throw IoState.unsupported(thread, refusal);
        }
    }

    // State

    final void checkUsable() {
        if (!ok) {
            throw PyErr.valueError(detached ? "raw stream has been detached" : "I/O operation on uninitialized object");
        }
    }

    /** @throws PyErr ValueError when it is closed and nothing is left to be read */
    final void checkOpen(ThreadState thread, String message) {
        if (isClosedNow(thread) && readAhead() == 0) {
            throw PyErr.valueError(message);
        }
    }

    final boolean isClosedNow(ThreadState thread) {
        return buffer == null
                || (file != null && type().isHeapType() == false ? file.isClosed() : StreamCalls.isClosed(thread, raw));
    }

    /** Takes the stream for one thread. */
    final void acquire(ThreadState thread) {
        if (!lock.tryLock()) {
            thread.interpreter().lock().released(() -> {
                lock.lock();
                return null;
            });
        }
        if (lock.getHoldCount() > 1) {
            lock.unlock();
            throw PyErr.runtimeError("reentrant call inside %r", this);
        }
    }

    final void release() {
        lock.unlock();
    }

    final boolean hasRead() {
        return reads && readEnd != -1;
    }

    final boolean hasWritten() {
        return writes && writeEnd != -1;
    }

    /** How many bytes have been read and not been given yet. */
    final int readAhead() {
        return hasRead() ? readEnd - pos : 0;
    }

    /** How far the raw stream is ahead of the user. */
    final int rawLead() {
        return (hasRead() || hasWritten()) && rawPos >= 0 ? rawPos - pos : 0;
    }

    final void moveTo(int position) {
        pos = position;
        if (hasRead() && readEnd < pos) {
            readEnd = pos;
        }
    }

    final void resetRead() {
        readEnd = -1;
    }

    final void resetWrite(ThreadState thread) {
        writePos = 0;
        writeEnd = -1;
        if (isPending) {
            isPending = false;
            IoState.of(thread).removePending(this);
        }
    }

    @Override
    public final boolean isClosedByFile() {
        return file != null && file.closes(this);
    }

    final void notePending(ThreadState thread) {
        if (!isPending) {
            isPending = true;
            IoState.of(thread).addPending(this);
        }
    }

    @Override
    public final void flushAtExit(ThreadState thread) {
        try {
            StreamCalls.call(thread, this, Names.FLUSH_NAME);
        } catch (PyErr e) {
            // Nobody is left to be told, as when CPython finalises a writer.
            resetWrite(thread);
        }
    }

    // The raw stream

    final long rawTell(ThreadState thread) {
        long offset = file != null
                ? file.seek(thread, 0, 1)
                : StreamCalls.offset(thread, StreamCalls.call(thread, raw, StreamCalls.TELL));
        return setOffset(offset);
    }

    private long setOffset(long offset) {
        if (offset < 0) {
            throw PyErr.of(Exceptions.OS_ERROR, "Raw stream returned invalid position %d", offset);
        }
        rawOffsetInFile = offset;
        return offset;
    }

    /** The raw stream's position, asked only if it is not known. */
    final long knownRawTell(ThreadState thread) {
        return rawOffsetInFile != -1 ? rawOffsetInFile : rawTell(thread);
    }

    final long rawSeek(ThreadState thread, long target, int whence) {
        rawOffsetInFile = -1;
        long offset = file != null
                ? file.seek(thread, target, whence)
                : StreamCalls.offset(
                        thread, StreamCalls.call(thread, raw, StreamCalls.SEEK, PyInt.of(target), PyInt.of(whence)));
        return setOffset(offset);
    }

    /** Reads once: the count, 0 at the end, {@link #WOULD_BLOCK}. */
    final int rawRead(ThreadState thread, byte[] target, int at, int length) {
        int count;
        if (file != null) {
            count = file.read(thread, target, at, length);
            count = count < 0 ? WOULD_BLOCK : count;
        } else {
            count = callReadInto(thread, target, at, length);
        }
        if (count > 0 && rawOffsetInFile != -1) {
            rawOffsetInFile += count;
        }
        return count;
    }

    private int callReadInto(ThreadState thread, byte[] target, int at, int length) {
        PyByteArray room = IOBase.room(length);
        PyObject result = StreamCalls.call(thread, raw, StreamCalls.READINTO, room);
        if (result == Singletons.NONE) {
            return WOULD_BLOCK;
        }
        long count;
        try {
            count = StreamCalls.size(thread, result);
        } catch (PyErr e) {
            PyErr failure = PyErr.of(Exceptions.OS_ERROR, "raw readinto() failed");
            failure.value().setCause(e.value());
            throw failure;
        }
        if (count < 0 || count > length) {
            throw PyErr.of(
                    Exceptions.OS_ERROR,
                    "raw readinto() returned invalid length %d (should have been between 0 and %d)",
                    count,
                    length);
        }
        System.arraycopy(room.toByteArray(), 0, target, at, (int) count);
        return (int) count;
    }

    /** Writes once: the count, or {@link #WOULD_BLOCK}. */
    final int rawWrite(ThreadState thread, byte[] data, int from, int length) {
        int count;
        if (file != null) {
            count = file.write(thread, data, from, length);
            count = count < 0 ? WOULD_BLOCK : count;
        } else {
            count = callWrite(thread, data, from, length);
        }
        if (count > 0 && rawOffsetInFile != -1) {
            rawOffsetInFile += count;
        }
        return count;
    }

    private int callWrite(ThreadState thread, byte[] data, int from, int length) {
        PyBytes piece = PyBytes.of(java.util.Arrays.copyOfRange(data, from, from + length));
        PyObject result = StreamCalls.call(thread, raw, Names.WRITE_NAME, piece);
        if (result == Singletons.NONE) {
            return WOULD_BLOCK;
        }
        long count = org.pyvm.objects.protocol.Numbers.toLong(org.pyvm.objects.protocol.Numbers.index(thread, result));
        if (count < 0 || count > length) {
            throw PyErr.of(
                    Exceptions.OS_ERROR,
                    "raw write() returned invalid length %d (should have been between 0 and %d)",
                    count,
                    length);
        }
        return (int) count;
    }

    // Flushing

    /** Writes out what is to be written, and puts the raw stream where the user is. */
    final void flushAndRewind(ThreadState thread) {
        if (writes) {
            flushWritten(thread);
        }
        if (reads) {
            // The raw stream is ahead by what was read and not given.
            int lead = rawLead();
            try {
                rawSeek(thread, -lead, 1);
            } finally {
                resetRead();
            }
        }
    }

    final void flushWritten(ThreadState thread) {
        if (hasWritten() && writePos < writeEnd) {
            int rewind = rawLead() + (pos - writePos);
            if (rewind != 0) {
                rawSeek(thread, -rewind, 1);
                rawPos -= rewind;
            }
            while (writePos < writeEnd) {
                int count = rawWrite(thread, buffer, writePos, writeEnd - writePos);
                if (count == WOULD_BLOCK) {
                    throw wouldBlock(thread, 0);
                }
                // The user may have gone elsewhere in the buffer since, and stays there.
                writePos += count;
                rawPos = writePos;
                Blocking.handleSignals(thread);
            }
        }
        resetWrite(thread);
    }

    static PyErr wouldBlock(ThreadState thread, int written) {
        return new PyErr((PyBaseException) Calls.callArray(
                thread,
                Exceptions.BLOCKING_IO_ERROR,
                PyInt.of(Errno.EAGAIN.number()),
                PyStr.of("write could not complete without blocking"),
                PyInt.of(written)));
    }

    // The end

    final PyObject closeStream(ThreadState thread) {
        checkUsable();
        acquire(thread);
        try {
            if (StreamCalls.isClosed(thread, raw)) {
                return Singletons.NONE;
            }
        } finally {
            release();
        }
        PyErr failure = null;
        try {
            StreamCalls.call(thread, this, Names.FLUSH_NAME);
        } catch (PyErr e) {
            failure = e;
        }
        acquire(thread);
        PyObject result = Singletons.NONE;
        try {
            result = StreamCalls.call(thread, raw, Names.CLOSE_NAME);
        } catch (PyErr e) {
            if (failure != null) {
                e.value().raisedWhileHandling(failure.value());
            }
            failure = e;
        } finally {
            buffer = null;
            resetRead();
            resetWrite(thread);
            release();
        }
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    final PyObject detachRaw(ThreadState thread) {
        checkUsable();
        StreamCalls.call(thread, this, Names.FLUSH_NAME);
        PyObject result = raw;
        raw = null;
        file = null;
        detached = true;
        ok = false;
        return result;
    }
}
