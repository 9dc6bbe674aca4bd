package org.pyvm.modules.pickle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyBytes;

/**
 * The bytes of a pickle. From protocol 4 on they come in frames of about 64 KiB, each with its length in front; what is larger
 * than that goes between frames, to a file without being copied.
 */
final class PickleOutput {
    private static final int FRAME_TARGET = 64 * 1024;
    private static final int FRAME_LEAST = 4;
    private static final int FRAME_HEADER = 9;
    private static final int LONGEST = Integer.MAX_VALUE - 16;

    /** The {@code write} of a file, or null when the pickle is kept whole. */
    private final PyObject write;

    private byte[] bytes = new byte[256];
    private int length;
    private boolean framing;
    /** Where the header of the open frame is; -1 when there is none. */
    private int frameStart = -1;

    PickleOutput(PyObject write) {
        this.write = write;
    }

    /** Drops what an earlier pickle, which failed, has left. */
    void clear() {
        length = 0;
        frameStart = -1;
        framing = false;
    }

    void startFraming() {
        framing = true;
    }

    /** Makes room for some bytes, and opens a frame if there is to be one. */
    private void reserve(int count) {
        int needed = count;
        boolean opens = framing && frameStart < 0;
        if (opens) {
            needed += FRAME_HEADER;
        }
        if (needed > bytes.length - length) {
            grow(needed);
        }
        if (opens) {
            frameStart = length;
            length += FRAME_HEADER;
        }
    }

    private void grow(int needed) {
        long least = (long) length + needed;
        if (least > LONGEST) {
            throw PyErr.memoryError();
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(LONGEST, Math.max(least, bytes.length * 2L)));
    }

    void put(byte opcode) {
        reserve(1);
        bytes[length++] = opcode;
    }

    /** An opcode with an argument of one byte. */
    void put(byte opcode, int argument) {
        reserve(2);
        bytes[length++] = opcode;
        bytes[length++] = (byte) argument;
    }

    /** An opcode with a little-endian argument of some bytes. */
    void put(byte opcode, long argument, int size) {
        reserve(size + 1);
        bytes[length++] = opcode;
        putLittleEndian(argument, size);
    }

    private void putLittleEndian(long value, int size) {
        for (int i = 0; i < size; i++) {
            bytes[length++] = (byte) (value >>> 8 * i);
        }
    }

    void putBigEndian(byte opcode, long value) {
        reserve(9);
        bytes[length++] = opcode;
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    void put(byte[] data) {
        reserve(data.length);
        System.arraycopy(data, 0, bytes, length, data.length);
        length += data.length;
    }

    /** An opcode with a line of ASCII. */
    void putLine(byte opcode, String line) {
        put(opcode);
        put((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * An opcode with the length of data, and the data.
     *
     * @param payload the object that has the data, which a file is given when there is much; null for none
     */
    void putCounted(ThreadState thread, byte opcode, int size, byte[] data, PyObject payload) {
        if (data.length < FRAME_TARGET) {
            put(opcode, data.length, size);
            put(data);
            return;
        }
        boolean resumed = framing;
        closeFrame();
        framing = false;
        put(opcode, data.length, size);
        if (write != null) {
            flush(thread);
            Calls.call(thread, write, payload != null ? payload : PyBytes.of(data));
        } else {
            put(data);
        }
        framing = resumed;
    }

    /** Between two opcodes: ends the frame when it is long enough. */
    void boundary(ThreadState thread) {
        if (frameStart >= 0 && length - frameStart - FRAME_HEADER >= FRAME_TARGET) {
            closeFrame();
            if (write != null) {
                flush(thread);
            }
        }
    }

    private void closeFrame() {
        if (frameStart < 0) {
            return;
        }
        int frameLength = length - frameStart - FRAME_HEADER;
        int end = length;
        if (frameLength >= FRAME_LEAST) {
            length = frameStart;
            bytes[length++] = PickleOpcode.FRAME;
            putLittleEndian(frameLength, 8);
            length = end;
        } else {
            System.arraycopy(bytes, frameStart + FRAME_HEADER, bytes, frameStart, frameLength);
            length = end - FRAME_HEADER;
        }
        frameStart = -1;
    }

    void finish() {
        closeFrame();
        framing = false;
    }

    PyBytes toPyBytes() {
        return PyBytes.of(Arrays.copyOf(bytes, length));
    }

    /** Gives the file what there is. */
    void flush(ThreadState thread) {
        PyBytes all = toPyBytes();
        length = 0;
        frameStart = -1;
        Calls.call(thread, write, all);
    }
}
