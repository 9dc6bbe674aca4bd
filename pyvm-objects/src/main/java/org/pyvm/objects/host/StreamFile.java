package org.pyvm.objects.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A Java stream as an open file, e.g. as a standard stream that an embedder gives. Closing it leaves the stream open. */
public final class StreamFile extends OpenFile {
    private final InputStream input;
    private final OutputStream output;

    private StreamFile(InputStream input, OutputStream output) {
        super(null);
        this.input = input;
        this.output = output;
    }

    public static StreamFile of(InputStream input) {
        return new StreamFile(input, null);
    }

    /** Each write is flushed. */
    public static StreamFile of(OutputStream output) {
        return new StreamFile(null, output);
    }

    @Override
    public boolean isReadable() {
        return input != null;
    }

    @Override
    public boolean isWritable() {
        return output != null;
    }

    @Override
    public FileStatus status() {
        return FileStatus.virtual(FileStatus.FIFO | 0600, 0, 0);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (input == null) {
            return super.read(buffer, offset, length);
        }
        try {
            return length == 0 ? 0 : Math.max(0, input.read(buffer, offset, length));
        } catch (IOException e) {
            throw new HostException(Errno.EIO);
        }
    }

    @Override
    public int write(byte[] buffer, int offset, int length) {
        if (output == null) {
            return super.write(buffer, offset, length);
        }
        try {
            output.write(buffer, offset, length);
            output.flush();
            return length;
        } catch (IOException e) {
            throw new HostException(Errno.EIO);
        }
    }

    @Override
    protected void close() {
        // The stream is its owner's.
    }
}
