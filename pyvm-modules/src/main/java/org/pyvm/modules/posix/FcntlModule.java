package org.pyvm.modules.posix;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
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

    private static final int PIPE_SIZE = 1 << 16;
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
        if (!(argument instanceof PyInt)) {
            if (!argument.type().slots().has(Slot.BF_GETBUFFER)) {
                value = Convert.toInt(thread, Numbers.index(thread, argument));
            } else if (Convert.toByteArray(thread, argument).length > 1024) {
                throw PyErr.valueError("fcntl string arg too long");
            }
        }
        boolean isLock = command >= GET_LOCK && command <= SET_LOCK_WAITING;
        if (isLock && !(argument instanceof PyInt)) {
            return PyBytes.of(FileLocks.control(thread, fd, command, Convert.toByteArray(thread, argument)));
        }
        int given = value;
        return PyInt.of(Blocking.call(thread, () -> control(thread, fd, command, given)));
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
            case 1031, 1032 -> PIPE_SIZE;
            default -> throw new HostException(Errno.EINVAL);
        };
    }

    @PythonFunction("ioctl(fd, request, arg=0, mutate_flag=True, /)")
    int ioctl(ThreadState thread, PyObject file, PyObject request, PyObject argument, boolean mutate) {
        int fd = PosixDescriptors.fileDescriptor(thread, file);
        PosixDescriptors.get(thread, fd);
        throw HostErrors.of(thread, Errno.ENOTTY);
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
