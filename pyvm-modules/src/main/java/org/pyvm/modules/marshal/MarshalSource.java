package org.pyvm.modules.marshal;

import java.util.Arrays;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** Where marshalled bytes come from: an array, or a file that is asked for no byte more than a value has. */
abstract class MarshalSource {
    /** What has come so far, in its first {@link #end} places; another array after {@link #fetch}, with the same beginning. */
    byte[] bytes;

    int end;

    /** @param bytes not to be changed afterwards */
    static MarshalSource of(byte[] bytes) {
        return new MarshalSource(bytes) {
            @Override
            void fetch(int count) {
                throw PyErr.of(Exceptions.EOF_ERROR, "marshal data too short");
            }

            @Override
            boolean hasMore() {
                return false;
            }
        };
    }

    /** @param file a binary file: something with {@code read} and {@code readinto} */
    static MarshalSource of(ThreadState thread, PyObject file) {
        PyObject nothing = Calls.callMethod(thread, file, Names.READ_NAME, PyInt.of(0));
        if (!(nothing instanceof PyBytes)) {
            throw PyErr.typeError("file.read() returned not bytes but %T", nothing);
        }
        return new Readable(thread, file);
    }

    private MarshalSource(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length;
    }

    /** Sees to it that {@code count} bytes from {@code at} on have come. @throws PyErr EOFError when there are fewer */
    final void need(int at, int count) {
        if (count > end - at) {
            fetch(count - (end - at));
        }
    }

    /** Adds so many bytes behind those that have come. @throws PyErr EOFError when there are fewer */
    abstract void fetch(int count);

    /** Whether asking for more bytes makes sense. */
    abstract boolean hasMore();

    private static final class Readable extends MarshalSource {
        private static final PyStr READINTO = PyStr.intern("readinto");
        private static final int STEP = 1 << 20;

        private final ThreadState thread;
        private final PyObject file;

        Readable(ThreadState thread, PyObject file) {
            super(new byte[0]);
            this.thread = thread;
            this.file = file;
        }

        /** In steps: a length that is nonsense must not take memory that the file has no bytes for. */
        @Override
        void fetch(int count) {
            for (int rest = count; rest > 0; ) {
                int step = Math.min(rest, STEP);
                byte[] part = read(step);
                if (end + step > bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.max(end + step, 2 * end));
                }
                System.arraycopy(part, 0, bytes, end, step);
                end += step;
                rest -= step;
            }
        }

        @Override
        boolean hasMore() {
            return true;
        }

        private byte[] read(int count) {
            PyByteArray buffer = new PyByteArray(PyByteArray.TYPE, new byte[count]);
            PyObject answer = Calls.callMethod(thread, file, READINTO, buffer);
            long got = answer instanceof PyInt number && number.fitsLong() ? number.longValue() : 0;
            if (got > count) {
                throw PyErr.valueError("read() returned too much data: %d bytes requested, %d returned", count, got);
            }
            if (got < count) {
                throw PyErr.of(Exceptions.EOF_ERROR, "EOF read where not expected");
            }
            return buffer.toByteArray();
        }
    }
}
