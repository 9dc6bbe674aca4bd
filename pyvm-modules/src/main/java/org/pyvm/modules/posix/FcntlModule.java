package org.pyvm.modules.posix;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.codecs.Utf8;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.DescriptorTable;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;

/** {@code fcntl}. The host has no locks of files, so those that are asked for fail as where there are none. */
@PythonModule("fcntl")
public final class FcntlModule {
    private static final String NUMBERS = "DN_ACCESS 1 DN_ATTRIB 32 DN_CREATE 4 DN_DELETE 8 DN_MODIFY 2"
            + " DN_MULTISHOT 2147483648 DN_RENAME 16 FASYNC 8192 FD_CLOEXEC 1 F_ADD_SEALS 1033 F_DUPFD 0"
            + " F_DUPFD_CLOEXEC 1030 F_EXLCK 4 F_GETFD 1 F_GETFL 3 F_GETLEASE 1025 F_GETLK 5 F_GETLK64 5"
            + " F_GETOWN 9 F_GETPIPE_SZ 1032 F_GETSIG 11 F_GET_SEALS 1034 F_NOTIFY 1026 F_OFD_GETLK 36"
            + " F_OFD_SETLK 37 F_OFD_SETLKW 38 F_RDLCK 0 F_SEAL_GROW 4 F_SEAL_SEAL 1 F_SEAL_SHRINK 2"
            + " F_SEAL_WRITE 8 F_SETFD 2 F_SETFL 4 F_SETLEASE 1024 F_SETLK 6 F_SETLK64 6 F_SETLKW 7"
            + " F_SETLKW64 7 F_SETOWN 8 F_SETPIPE_SZ 1031 F_SETSIG 10 F_SHLCK 8 F_UNLCK 2 F_WRLCK 1 LOCK_EX 2"
            + " LOCK_MAND 32 LOCK_NB 4 LOCK_READ 64 LOCK_RW 192 LOCK_SH 1 LOCK_UN 8 LOCK_WRITE 128";

    private static final int LARGEST = 1024;
    private static final int GET_LOCK = 5;
    private static final int SET_LOCK_WAITING = 7;

    @PythonModuleInit
    void init(PyModule module) {
        PosixConstants.put(module.dict(), NUMBERS);
    }

    @PythonFunction("fcntl(fd, cmd, arg=0, /)")
    PyObject fcntl(ThreadState thread, PyObject file, int command, PyObject argument) {
        int fd = PosixDescriptors.fileDescriptor(thread, file);
        int value = argument instanceof PyInt number ? (int) number.longValue() : 0;
        if (!(argument instanceof PyInt)
                && !(argument instanceof PyStr)
                && !argument.type().slots().has(Slot.BF_GETBUFFER)) {
            value = Convert.toInt(thread, Numbers.index(thread, argument));
        }
        boolean isLock = command >= GET_LOCK && command <= SET_LOCK_WAITING;
        if (!(argument instanceof PyInt) && argument.type().slots().has(Slot.BF_GETBUFFER)
                || argument instanceof PyStr) {
            byte[] bytes = bytes(thread, argument);
            if (bytes.length > LARGEST) {
                throw PyErr.valueError("fcntl string arg too long");
            }
            if (isLock) {
                return PyBytes.of(FileLocks.control(thread, fd, command, bytes));
            }
            Blocking.call(thread, () -> LibC.of(thread).call("fcntl", number(thread, fd), command, bytes));
            return PyBytes.of(bytes);
        }
        int given = value;
        return PyInt.of(Blocking.call(thread, () -> control(thread, fd, command, given)));
    }

    private static byte[] bytes(ThreadState thread, PyObject argument) {
        return argument instanceof PyStr text
                ? Utf8.encode(thread, text, null)
                : Convert.toByteArray(thread, argument).clone();
    }

    /** The operating system's number, for what only it does. */
    private static int number(ThreadState thread, int fd) {
        return PosixPaths.files(thread).numberOf(PosixDescriptors.table(thread).get(fd));
    }

    private static int control(ThreadState thread, int fd, int command, int value) {
        DescriptorTable table = PosixDescriptors.table(thread);
        OpenFile file = table.get(fd);
        return switch (command) {
            case 0, 1030 -> {
                int copy = table.install(file, value);
                table.setInheritable(copy, command == 0);
                yield copy;
            }
            case 1 -> table.isInheritable(fd) ? 0 : 1;
            case 2 -> {
                table.setInheritable(fd, (value & 1) == 0);
                yield 0;
            }
            case 3 -> {
                int access = file.isReadable() && file.isWritable() ? 2 : file.isWritable() ? 1 : 0;
                yield access | (file.isBlocking() ? 0 : OpenFlags.NON_BLOCKING);
            }
            case 4 -> {
                file.setBlocking((value & OpenFlags.NON_BLOCKING) == 0);
                yield 0;
            }
            default -> LibC.of(thread).call("fcntl", PosixPaths.files(thread).numberOf(file), command, value);
        };
    }

    @PythonFunction("ioctl(fd, request, arg=0, mutate_flag=True, /)")
    PyObject ioctl(ThreadState thread, PyObject file, PyObject request, PyObject argument, boolean mutate) {
        int fd = PosixDescriptors.fileDescriptor(thread, file);
        long code = Numbers.index(thread, request).bigValue().longValue() & 0xFFFFFFFFL;
        if (argument == null
                || !(argument instanceof PyStr) && !argument.type().slots().has(Slot.BF_GETBUFFER)) {
            long number = argument == null
                    ? 0
                    : Numbers.index(thread, argument).bigValue().longValue() & 0xFFFFFFFFL;
            return PyInt.of(control(thread, fd, code, number));
        }
        PyBuffer buffer =
                argument instanceof PyStr ? null : argument.type().slots().buffer(thread, argument, 0);
        try {
            boolean changes = mutate && buffer != null && !buffer.isReadOnly();
            byte[] given = bytes(thread, argument);
            if (given.length > LARGEST && !changes) {
                throw PyErr.valueError("ioctl string arg too long");
            }
            int result = control(thread, fd, code, given);
            if (!changes) {
                return PyBytes.of(given);
            }
            for (int i = 0; i < given.length; i++) {
                buffer.set(i, given[i]);
            }
            return PyInt.of(result);
        } finally {
            if (buffer != null) {
                buffer.release();
            }
        }
    }

    /** What can have no number of the operating system's is no device. */
    private static int control(ThreadState thread, int fd, long code, Object argument) {
        return Blocking.call(thread, () -> {
            try {
                return LibC.of(thread).call("ioctl", number(thread, fd), code, argument);
            } catch (HostException e) {
                throw e.errno() == Errno.ENOTSUP.number() ? new HostException(Errno.ENOTTY) : e;
            }
        });
    }

    @PythonFunction("flock(fd, operation, /)")
    void flock(ThreadState thread, PyObject file, int operation) {
        int fd = PosixDescriptors.fileDescriptor(thread, file);
        Blocking.call(thread, () -> {
            PosixDescriptors.table(thread).get(fd).flock(operation);
            return null;
        });
    }

    @PythonFunction("lockf(fd, cmd, len=0, start=0, whence=0, /)")
    void lockf(ThreadState thread, PyObject file, int command, PyObject length, PyObject start, int whence) {
        FileLocks.lockf(
                thread,
                PosixDescriptors.fileDescriptor(thread, file),
                command,
                length == null ? 0 : Convert.toLong(thread, length),
                start == null ? 0 : Convert.toLong(thread, start),
                whence);
    }
}
