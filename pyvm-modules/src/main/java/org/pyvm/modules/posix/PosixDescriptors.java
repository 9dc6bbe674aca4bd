package org.pyvm.modules.posix;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.DroppedFiles;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.DescriptorTable;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.host.Pipe;
import org.pyvm.objects.protocol.Attributes;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyStructSequence;
import org.pyvm.objects.types.PyTuple;

/** The functions of {@code posix} that work on file descriptors. */
final class PosixDescriptors {
    static final PyStructSequence.Definition TERMINAL_SIZE =
            new PyStructSequence.Definition("os", "terminal_size", "columns", "lines");

    private static final int SEEK_DATA = 3;
    private static final int SEEK_HOLE = 4;
    private static final PyStr FILENO = PyStr.intern("fileno");

    private PosixDescriptors() {}

    static DescriptorTable table(ThreadState thread) {
        return thread.interpreter().service(Host.class).descriptors();
    }

    /** The open file of a number. @throws PyErr OSError, EBADF */
    static OpenFile get(ThreadState thread, int fd) {
        try {
            return table(thread).get(fd);
        } catch (HostException e) {
            throw HostErrors.of(thread, e);
        }
    }

    /** A number, or an object with a method {@code fileno}: {@code PyObject_AsFileDescriptor}. */
    public static int fileDescriptor(ThreadState thread, PyObject value) {
        PyObject number = value;
        if (!(value instanceof PyInt)) {
            PyObject method = Attributes.getOrNull(thread, value, FILENO);
            if (method == null) {
                throw PyErr.typeError("argument must be an int, or have a fileno() method.");
            }
            number = Calls.call(thread, method);
            if (!(number instanceof PyInt)) {
                throw PyErr.typeError("fileno() returned a non-integer");
            }
        }
        int fd = Convert.toInt(thread, number);
        if (fd < 0) {
            throw PyErr.valueError("file descriptor cannot be a negative integer (%d)", fd);
        }
        return fd;
    }

    @PythonFunction("open(path, flags, mode=511, *, dir_fd=None)")
    static int open(ThreadState thread, PyObject path, int flags, int mode, PyObject directory) {
        PathArgument file = PathArgument.of(thread, "open", path);
        return Blocking.call(thread, file.object(), () -> {
            Host host = thread.interpreter().service(Host.class);
            return host.descriptors().install(host.files().open(file.from(thread, directory), flags, mode));
        });
    }

    @PythonFunction("close(fd)")
    static void close(ThreadState thread, int fd) {
        Blocking.call(thread, () -> {
            table(thread).close(fd);
            return null;
        });
    }

    @PythonFunction("closerange(fd_low, fd_high, /)")
    static void closeRange(ThreadState thread, int low, int high) {
        table(thread).closeRange(low, high);
    }

    @PythonFunction("read(fd, length, /)")
    static PyObject read(ThreadState thread, int fd, long length) {
        if (length < 0) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        byte[] buffer = new byte[(int) Math.min(length, Integer.MAX_VALUE - 8)];
        int count = Blocking.call(thread, () -> table(thread).get(fd).read(buffer, 0, buffer.length));
        return PyBytes.of(count == buffer.length ? buffer : Arrays.copyOf(buffer, count));
    }

    @PythonFunction("write(fd, data, /)")
    static int write(ThreadState thread, int fd, byte[] data) {
        return Blocking.call(thread, () -> table(thread).get(fd).write(data, 0, data.length));
    }

    @PythonFunction("pread(fd, length, offset, /)")
    static PyObject pread(ThreadState thread, int fd, int length, long offset) {
        if (length < 0) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        byte[] buffer = new byte[length];
        int count = Blocking.call(thread, () -> table(thread).get(fd).read(offset, buffer, 0, length));
        return PyBytes.of(count == length ? buffer : Arrays.copyOf(buffer, count));
    }

    @PythonFunction("pwrite(fd, buffer, offset, /)")
    static int pwrite(ThreadState thread, int fd, byte[] data, long offset) {
        return Blocking.call(thread, () -> table(thread).get(fd).write(offset, data, 0, data.length));
    }

    @PythonFunction("readv(fd, buffers, /)")
    static int readv(ThreadState thread, int fd, PyObject buffers) {
        if (!Sequences.isSequence(buffers)) {
            throw PyErr.typeError("readv() arg 2 must be a sequence");
        }
        return scatter(thread, buffers, (total, bytes) -> table(thread).get(fd).read(bytes, 0, bytes.length));
    }

    /** Reads into an array. */
    @FunctionalInterface
    interface Reading {
        /** @param total how many bytes were read before @return how many are read now */
        int read(int total, byte[] bytes);
    }

    /** Fills buffers one after the other, until one stays incomplete. @return how many bytes were read */
    static int scatter(ThreadState thread, PyObject buffers, Reading reading) {
        int total = 0;
        for (PyObject item : Sequences.toArray(thread, buffers)) {
            PyBuffer target = writable(thread, item);
            try {
                byte[] bytes = new byte[target.length()];
                int before = total;
                int count = Blocking.call(thread, () -> reading.read(before, bytes));
                for (int i = 0; i < count; i++) {
                    target.set(i, bytes[i]);
                }
                total += count;
                if (count < bytes.length) {
                    break;
                }
            } finally {
                target.release();
            }
        }
        return total;
    }

    private static PyBuffer writable(ThreadState thread, PyObject item) {
        if (!item.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("a bytes-like object is required, not '%T'", item);
        }
        PyBuffer buffer = item.type().slots().buffer(thread, item, 1);
        if (buffer.isReadOnly()) {
            buffer.release();
            throw PyErr.bufferError("Object is not writable.");
        }
        return buffer;
    }

    @PythonFunction("writev(fd, buffers, /)")
    static int writev(ThreadState thread, int fd, PyObject buffers) {
        if (!Sequences.isSequence(buffers)) {
            throw PyErr.typeError("writev() arg 2 must be a sequence");
        }
        return write(thread, fd, gathered(thread, buffers));
    }

    /** The bytes of buffers, one after the other. */
    static byte[] gathered(ThreadState thread, PyObject buffers) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (PyObject item : Sequences.toArray(thread, buffers)) {
            all.writeBytes(Convert.toByteArray(thread, item));
        }
        return all.toByteArray();
    }

    @PythonFunction("lseek(fd, position, how, /)")
    static long lseek(ThreadState thread, int fd, long position, int how) {
        return Blocking.call(thread, () -> {
            OpenFile file = table(thread).get(fd);
            if (how == SEEK_DATA || how == SEEK_HOLE) {
                // Where a file has holes only the operating system knows.
                PosixPaths.files(thread).numberOf(file);
            }
            return file.seek(position, how);
        });
    }

    @PythonFunction("lockf(fd, command, length, /)")
    static void lockf(ThreadState thread, int fd, int command, long length) {
        FileLocks.posix(thread, fd, command, length);
    }

    @PythonFunction("isatty(fd, /)")
    static boolean isatty(ThreadState thread, int fd) {
        try {
            return table(thread).get(fd).isTerminal();
        } catch (HostException e) {
            return false;
        }
    }

    @PythonFunction("fstat(fd)")
    static PyObject fstat(ThreadState thread, int fd) {
        return StatResults.of(Blocking.call(thread, () -> table(thread).get(fd).status()));
    }

    @PythonFunction("fstatvfs(fd, /)")
    static PyObject fstatvfs(ThreadState thread, int fd) {
        String path = get(thread, fd).path();
        return StatResults.of(Blocking.call(
                thread, () -> thread.interpreter().service(Host.class).files().space(path == null ? "/" : path)));
    }

    @PythonFunction("ftruncate(fd, length, /)")
    static void ftruncate(ThreadState thread, int fd, long length) {
        Blocking.call(thread, () -> {
            if (length < 0) {
                throw new HostException(Errno.EINVAL);
            }
            table(thread).get(fd).truncate(length);
            return null;
        });
    }

    @PythonFunction("fsync(fd)")
    static void fsync(ThreadState thread, PyObject fd) {
        int number = fileDescriptor(thread, fd);
        Blocking.call(thread, () -> {
            table(thread).get(number).sync();
            return null;
        });
    }

    @PythonFunction("fdatasync(fd)")
    static void fdatasync(ThreadState thread, PyObject fd) {
        fsync(thread, fd);
    }

    @PythonFunction("dup(fd, /)")
    static int dup(ThreadState thread, int fd) {
        return Blocking.call(thread, () -> table(thread).duplicate(fd));
    }

    @PythonFunction("dup2(fd, fd2, inheritable=True)")
    static int dup2(ThreadState thread, int fd, int fd2, boolean inheritable) {
        return Blocking.call(thread, () -> {
            if (fd < 0 || fd2 < 0) {
                throw new HostException(Errno.EBADF);
            }
            table(thread).duplicate(fd, fd2);
            table(thread).setInheritable(fd2, inheritable);
            return fd2;
        });
    }

    @PythonFunction("pipe()")
    static PyObject pipe(ThreadState thread) {
        return pipe2(thread, 0);
    }

    @PythonFunction("pipe2(flags, /)")
    static PyObject pipe2(ThreadState thread, int flags) {
        Pipe pipe = new Pipe();
        boolean blocking = (flags & OpenFlags.NON_BLOCKING) == 0;
        pipe.reader().setBlocking(blocking);
        pipe.writer().setBlocking(blocking);
        // Who reads it waits for the other end, which may be in an object that was dropped.
        DroppedFiles.of(thread).socketOpened();
        DescriptorTable table = table(thread);
        return PyTuple.of(PyInt.of(table.install(pipe.reader())), PyInt.of(table.install(pipe.writer())));
    }

    @PythonFunction("get_blocking(fd, /)")
    static boolean getBlocking(ThreadState thread, int fd) {
        return get(thread, fd).isBlocking();
    }

    @PythonFunction("set_blocking(fd, blocking, /)")
    static void setBlocking(ThreadState thread, int fd, boolean blocking) {
        get(thread, fd).setBlocking(blocking);
    }

    @PythonFunction("get_inheritable(fd, /)")
    static boolean getInheritable(ThreadState thread, int fd) {
        return Blocking.call(thread, () -> table(thread).isInheritable(fd));
    }

    @PythonFunction("set_inheritable(fd, inheritable, /)")
    static void setInheritable(ThreadState thread, int fd, int inheritable) {
        Blocking.call(thread, () -> {
            table(thread).setInheritable(fd, inheritable != 0);
            return null;
        });
    }

    @PythonFunction("get_terminal_size(fd=<unrepresentable>, /)")
    static PyObject getTerminalSize(ThreadState thread, PyObject fd) {
        int number = fd == null ? 1 : Convert.toInt(thread, fd);
        int[] size = Blocking.call(thread, () -> table(thread).get(number).terminalSize());
        return TERMINAL_SIZE.of(PyInt.of(size[0]), PyInt.of(size[1]));
    }

    @PythonFunction("device_encoding(fd)")
    static PyObject deviceEncoding(ThreadState thread, int fd) {
        return isatty(thread, fd) ? PyStr.of("UTF-8") : Singletons.NONE;
    }
}
