package org.pyvm.modules.posix;

import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.protocol.Sequences;

/**
 * The functions of {@code posix} that move data between descriptors, or to and from several buffers. Descriptors are the host's own, of
 * which the kernel knows nothing, so that the data passes through memory.
 */
final class PosixTransfers {
    private static final int CHUNK = 1 << 16;

    private PosixTransfers() {}

    private static OpenFile file(ThreadState thread, int fd) {
        return PosixDescriptors.table(thread).get(fd);
    }

    /** Reads once, at an offset or from the position when it is negative, and writes all of it likewise. */
    private static int move(OpenFile from, long offset, OpenFile to, long target, long count) {
        byte[] buffer = new byte[(int) Math.min(count, CHUNK)];
        int length = offset < 0 ? from.read(buffer, 0, buffer.length) : from.read(offset, buffer, 0, buffer.length);
        int done = 0;
        while (done < length) {
            try {
                done += target < 0
                        ? to.write(buffer, done, length - done)
                        : to.write(target + done, buffer, done, length - done);
            } catch (HostException e) {
                if (done == 0) {
                    unread(from, offset, length);
                    throw e;
                }
                unread(from, offset, length - done);
                return done;
            }
        }
        return length;
    }

    /** What was read and could not be written stays to be read, where there is a way back. */
    private static void unread(OpenFile from, long offset, int length) {
        if (offset < 0 && from.isSeekable()) {
            from.seek(-length, 1);
        }
    }

    /** None is the position of the file. */
    private static long offset(ThreadState thread, PyObject given) {
        if (given == Singletons.NONE) {
            return -1;
        }
        long offset = Convert.toLong(thread, given);
        if (offset < 0) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        return offset;
    }

    @PythonFunction("sendfile(out_fd, in_fd, offset, count)")
    static int sendfile(ThreadState thread, int out, int in, PyObject offset, long count) {
        long from = offset(thread, offset);
        return Blocking.call(thread, () -> {
            OpenFile source = file(thread, in);
            if (!source.isReadable()) {
                throw new HostException(Errno.EBADF);
            }
            if (!source.isSeekable() || count < 0) {
                throw new HostException(Errno.EINVAL);
            }
            return move(source, from, file(thread, out), -1, count);
        });
    }

    @PythonFunction("copy_file_range(src, dst, count, offset_src=None, offset_dst=None)")
    static int copyFileRange(
            ThreadState thread, int source, int target, long count, PyObject sourceOffset, PyObject targetOffset) {
        if (count < 0) {
            throw PyErr.valueError("negative value for 'count' not allowed");
        }
        long from = offset(thread, sourceOffset);
        long to = offset(thread, targetOffset);
        return Blocking.call(thread, () -> {
            OpenFile out = file(thread, target);
            if (!file(thread, source).isSeekable() || !out.isSeekable()) {
                throw new HostException(Errno.EINVAL);
            }
            return move(file(thread, source), from, out, to, count);
        });
    }

    @PythonFunction("splice(src, dst, count, offset_src=None, offset_dst=None, flags=0)")
    static int splice(
            ThreadState thread,
            int source,
            int target,
            long count,
            PyObject sourceOffset,
            PyObject targetOffset,
            long flags) {
        if (count < 0) {
            throw PyErr.valueError("negative value for 'count' not allowed");
        }
        long from = offset(thread, sourceOffset);
        long to = offset(thread, targetOffset);
        return Blocking.call(thread, () -> {
            OpenFile in = file(thread, source);
            OpenFile out = file(thread, target);
            if (in.isSeekable() && out.isSeekable()) {
                // One of them is to be a pipe.
                throw new HostException(Errno.EINVAL);
            }
            if (from >= 0 && !in.isSeekable() || to >= 0 && !out.isSeekable()) {
                throw new HostException(Errno.ESPIPE);
            }
            return move(in, from, out, to, count);
        });
    }

    @PythonFunction("preadv(fd, buffers, offset, flags=0, /)")
    static int preadv(ThreadState thread, int fd, PyObject buffers, long offset, int flags) {
        if (!Sequences.isSequence(buffers)) {
            throw PyErr.typeError("preadv2() arg 2 must be a sequence");
        }
        return PosixDescriptors.scatter(
                thread, buffers, (total, bytes) -> file(thread, fd).read(offset + total, bytes, 0, bytes.length));
    }

    @PythonFunction("pwritev(fd, buffers, offset, flags=0, /)")
    static int pwritev(ThreadState thread, int fd, PyObject buffers, long offset, int flags) {
        if (!Sequences.isSequence(buffers)) {
            throw PyErr.typeError("pwritev() arg 2 must be a sequence");
        }
        byte[] bytes = PosixDescriptors.gathered(thread, buffers);
        return Blocking.call(thread, () -> file(thread, fd).write(offset, bytes, 0, bytes.length));
    }

    /** Advice, which may be left alone. */
    @PythonFunction("posix_fadvise(fd, offset, length, advice, /)")
    static void posixFadvise(ThreadState thread, int fd, long offset, long length, int advice) {
        Blocking.call(thread, () -> {
            if (!file(thread, fd).isSeekable()) {
                throw new HostException(Errno.ESPIPE);
            }
            if (advice < 0 || advice > 5 || length < 0) {
                throw new HostException(Errno.EINVAL);
            }
            return null;
        });
    }

    @PythonFunction("posix_fallocate(fd, offset, length, /)")
    static void posixFallocate(ThreadState thread, int fd, long offset, long length) {
        Blocking.call(thread, () -> {
            OpenFile file = file(thread, fd);
            if (!file.isWritable()) {
                throw new HostException(Errno.EBADF);
            }
            if (!file.isSeekable()) {
                throw new HostException(Errno.ESPIPE);
            }
            if (offset < 0 || length <= 0) {
                throw new HostException(Errno.EINVAL);
            }
            if (file.status().size() < offset + length) {
                file.truncate(offset + length);
            }
            return null;
        });
    }
}
