package org.pyvm.modules.pickle;

import java.util.Arrays;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyMemoryView;
import org.pyvm.objects.types.PyStr;

/**
 * Where a pickle is read from: bytes, or a file. Of a file no more is consumed than the pickle takes: it is read byte by byte
 * unless it lets itself be peeked into; then what was peeked at is consumed at the end, or when more is needed.
 */
final class PickleInput {
    private static final int PREFETCH = 128 * 1024;

    private final PickleState state;
    private byte[] bytes;
    private int at;
    private int end;
    /** How far the file has been read, in {@link #bytes}: behind {@link #at} when some were only peeked at. */
    private int consumed;

    /** Null for bytes. */
    private final PyObject read;

    private final PyObject readLine;
    private final PyObject readInto;
    private PyObject peek;

    PickleInput(PickleState state, byte[] bytes) {
        this.state = state;
        this.bytes = bytes;
        this.end = bytes.length;
        this.consumed = end;
        read = null;
        readLine = null;
        readInto = null;
    }

    PickleInput(ThreadState thread, PyObject file) {
        state = PickleState.of(thread);
        bytes = new byte[0];
        peek = Attributes.getOrNull(thread, file, PyStr.intern("peek"));
        readInto = Attributes.getOrNull(thread, file, PyStr.intern("readinto"));
        read = Attributes.getOrNull(thread, file, Names.READ_NAME);
        readLine = Attributes.getOrNull(thread, file, PyStr.intern("readline"));
        if (read == null || readLine == null) {
            throw PyErr.typeError("file must have 'read' and 'readline' attributes");
        }
    }

    private void set(PyObject data) {
        if (!(data instanceof PyBytes some)) {
            throw PyErr.typeError("read() returned non-bytes object (%r)", data);
        }
        bytes = some.bytesUnsafe();
        at = 0;
        end = bytes.length;
        consumed = end;
    }

    /** Reads from the file what was only peeked at and has been used. */
    void skipConsumed(ThreadState thread) {
        if (read != null && at > consumed) {
            Calls.call(thread, read, PyInt.of(at - consumed));
            consumed = at;
        }
    }

    /** Makes some bytes come next in {@link #bytes}. */
    private void need(ThreadState thread, long count) {
        if (end - at < count) {
            fill(thread, count);
        }
    }

    private void fill(ThreadState thread, long count) {
        if (read == null) {
            throw state.truncated();
        }
        skipConsumed(thread);
        // What is left and was only peeked at is read anew, with the rest.
        int kept = consumed < end ? 0 : end - at;
        byte[] before = kept == 0 ? null : Arrays.copyOfRange(bytes, at, end);
        if (kept == 0 && peek != null && count < PREFETCH && peekFor(thread, count)) {
            return;
        }
        set(Calls.call(thread, read, PyInt.of(count - kept)));
        if (before != null) {
            byte[] all = Arrays.copyOf(before, kept + end);
            System.arraycopy(bytes, 0, all, kept, end);
            bytes = all;
            end = all.length;
            consumed = end;
        }
        if (end < count) {
            throw state.truncated();
        }
    }

    private boolean peekFor(ThreadState thread, long count) {
        try {
            set(Calls.call(thread, peek, PyInt.of(PREFETCH)));
        } catch (PyErr e) {
            if (!e.matches(Exceptions.NOT_IMPLEMENTED_ERROR)) {
                throw e;
            }
            peek = null;
            return false;
        }
        consumed = 0;
        return count <= end;
    }

    /** The next byte, from 0 to 255. */
    int next(ThreadState thread) {
        if (at == end) {
            fill(thread, 1);
        }
        return bytes[at++] & 0xFF;
    }

    /** A little-endian number of up to 8 bytes, unsigned where it is shorter. */
    long number(ThreadState thread, int size) {
        need(thread, size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes[at + i] & 0xFFL) << 8 * i;
        }
        at += size;
        return value;
    }

    long bigEndian(ThreadState thread) {
        return Long.reverseBytes(number(thread, 8));
    }

    byte[] take(ThreadState thread, long count) {
        need(thread, count);
        byte[] part = Arrays.copyOfRange(bytes, at, at + (int) count);
        at += (int) count;
        return part;
    }

    /** As {@link #take}, by {@code readinto} when much is to come from a file. */
    byte[] takeMuch(ThreadState thread, long count) {
        if (readInto == null || end - at >= count) {
            return take(thread, count);
        }
        skipConsumed(thread);
        int kept = consumed < end ? 0 : end - at;
        byte[] target = new byte[(int) Math.min(count, Integer.MAX_VALUE - 16)];
        System.arraycopy(bytes, at, target, 0, kept);
        PyByteArray rest = new PyByteArray(PyByteArray.TYPE, new byte[target.length - kept]);
        PyObject answer = Calls.call(thread, readInto, PyMemoryView.of(thread, rest));
        long size = Convert.toLong(thread, answer);
        if (size < 0) {
            throw PyErr.valueError("readinto() returned negative size");
        }
        if (size < target.length - kept) {
            throw state.truncated();
        }
        System.arraycopy(rest.array(), 0, target, kept, target.length - kept);
        at = 0;
        end = 0;
        consumed = 0;
        bytes = new byte[0];
        return target;
    }

    /** Insists that some bytes are there, without taking them. */
    void ensure(ThreadState thread, long count) {
        need(thread, count);
    }

    /** The bytes up to the next line feed, without it. @param least bytes that there must be, line feed included */
    byte[] line(ThreadState thread, int least) {
        for (int i = at; i < end; i++) {
            if (bytes[i] == '\n') {
                return lineTo(i + 1, least);
            }
        }
        if (read == null) {
            throw state.truncated();
        }
        skipConsumed(thread);
        byte[] before = consumed < end ? new byte[0] : Arrays.copyOfRange(bytes, at, end);
        set(Calls.call(thread, readLine));
        if (before.length > 0) {
            byte[] all = Arrays.copyOf(before, before.length + end);
            System.arraycopy(bytes, 0, all, before.length, end);
            bytes = all;
            end = all.length;
            consumed = end;
        }
        if (end == 0 || bytes[end - 1] != '\n') {
            throw state.truncated();
        }
        return lineTo(end, least);
    }

    private byte[] lineTo(int behind, int least) {
        if (behind - at < least) {
            throw state.truncated();
        }
        byte[] line = Arrays.copyOfRange(bytes, at, behind - 1);
        at = behind;
        return line;
    }
}
