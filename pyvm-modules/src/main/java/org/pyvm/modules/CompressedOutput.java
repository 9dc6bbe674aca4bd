package org.pyvm.modules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyBytes;

/** A compressor of Python's, {@code compress()} and {@code flush()}, over a stream that compresses into memory. */
public final class CompressedOutput {
    private final ByteArrayOutputStream out;
    private final OutputStream stream;
    private final End end;
    private boolean flushed;

    /** Writes what a stream still holds back, and the end of its format. */
    public interface End {
        void finish() throws IOException;
    }

    /**
     * @param out where the stream writes to
     * @param end of the stream
     */
    public CompressedOutput(ByteArrayOutputStream out, OutputStream stream, End end) {
        this.out = out;
        this.stream = stream;
        this.end = end;
    }

    /** What can be given of the compressed data so far. @throws PyErr ValueError after {@link #flush} */
    public PyObject compress(byte[] data) {
        if (flushed) {
            throw PyErr.valueError("Compressor has been flushed");
        }
        try {
            if (data.length > 0) {
                stream.write(data, 0, data.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken();
    }

    /** The rest of the compressed data. @throws PyErr ValueError the second time */
    public PyObject flush() {
        if (flushed) {
            throw PyErr.valueError("Repeated call to flush()");
        }
        flushed = true;
        try {
            end.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return taken();
    }

    private PyObject taken() {
        PyBytes bytes = PyBytes.of(out.toByteArray());
        out.reset();
        return bytes;
    }
}
