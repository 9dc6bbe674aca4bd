package org.pyvm.modules.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntUnaryOperator;
import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The functions of {@code posix} for files that only the system's own calls open: counters, memory, terminals. */
final class PosixSystemFiles {
    private static final int SET_CONTROLLING_TERMINAL = 0x540E;
    private static final int NAME_LENGTH = 256;

    private PosixSystemFiles() {}

    /** Gives a number of the operating system's one of the interpreter's. */
    private static int install(ThreadState thread, int number, int access, boolean inheritable) {
        int fd = PosixDescriptors.table(thread).install(PosixPaths.files(thread).ofNumber(number, access));
        PosixDescriptors.table(thread).setInheritable(fd, inheritable);
        return fd;
    }

    @PythonFunction("eventfd(initval, flags=524288)")
    static int eventfd(ThreadState thread, PyObject value, int flags) {
        long initial = unsigned(thread, value, 32);
        return Blocking.call(
                thread,
                () -> install(
                        thread,
                        LibC.of(thread).call("eventfd", (int) initial, flags),
                        OpenFlags.READ_WRITE,
                        (flags & OpenFlags.CLOSE_ON_EXEC) == 0));
    }

    private static long unsigned(ThreadState thread, PyObject value, int bits) {
        PyInt number = Numbers.index(thread, value);
        if (number.signum() < 0) {
            throw PyErr.of(Exceptions.OVERFLOW_ERROR, "can't convert negative value to unsigned int");
        }
        if (number.bigValue().bitLength() > bits) {
            throw PyErr.of(Exceptions.OVERFLOW_ERROR, "int too big to convert");
        }
        return number.bigValue().longValue();
    }

    @PythonFunction("eventfd_read(fd)")
    static PyObject eventfdRead(ThreadState thread, PyObject fd) {
        int number = PosixDescriptors.fileDescriptor(thread, fd);
        byte[] value = new byte[8];
        Blocking.call(thread, () -> PosixDescriptors.table(thread).get(number).read(value, 0, 8));
        long counter = ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getLong();
        return PyInt.of(new BigInteger(Long.toUnsignedString(counter)));
    }

    @PythonFunction("eventfd_write(fd, value)")
    static void eventfdWrite(ThreadState thread, PyObject fd, PyObject value) {
        int number = PosixDescriptors.fileDescriptor(thread, fd);
        byte[] bytes = new byte[8];
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putLong(unsigned(thread, value, 64));
        Blocking.call(thread, () -> PosixDescriptors.table(thread).get(number).write(bytes, 0, 8));
    }

    @PythonFunction("memfd_create(name, flags=1)")
    static int memfdCreate(ThreadState thread, PyObject name, int flags) {
        String text = PathArgument.text(thread, name);
        return Blocking.call(thread, () -> {
            try (Arena arena = Arena.ofConfined()) {
                int number = LibC.of(thread).call("memfd_create", LibC.text(arena, text), flags);
                return install(thread, number, OpenFlags.READ_WRITE, (flags & 1) == 0);
            }
        });
    }

    @PythonFunction("pidfd_open(pid, flags=0)")
    static int pidfdOpen(ThreadState thread, int pid, int flags) {
        return Blocking.call(
                thread,
                () -> install(thread, LibC.of(thread).call("pidfd_open", pid, flags), OpenFlags.READ_ONLY, false));
    }

    @PythonFunction("openpty()")
    static PyObject openpty(ThreadState thread) {
        int[] ends = Blocking.call(thread, () -> {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment master = arena.allocate(JAVA_INT);
                MemorySegment slave = arena.allocate(JAVA_INT);
                MemorySegment none = MemorySegment.NULL;
                LibC.of(thread).call("openpty", master, slave, none, none, none);
                int[] numbers = {master.get(JAVA_INT, 0), slave.get(JAVA_INT, 0)};
                for (int i = 0; i < 2; i++) {
                    // Programs that Java starts shall not hold it open.
                    LibC.of(thread).call("fcntl", numbers[i], 2, 1);
                    numbers[i] = install(thread, numbers[i], OpenFlags.READ_WRITE, false);
                }
                return numbers;
            }
        });
        return PyTuple.of(PyInt.of(ends[0]), PyInt.of(ends[1]));
    }

    /**
     * Does something with the operating system's number of a terminal. One that Java holds is opened once more for it, which does
     * for what concerns the terminal and not the opening.
     */
    private static int onTerminal(ThreadState thread, int fd, IntUnaryOperator action) {
        return Blocking.call(thread, () -> {
            OpenFile file = PosixDescriptors.table(thread).get(fd);
            if (!file.isTerminal()) {
                throw new HostException(Errno.ENOTTY);
            }
            if (file.systemNumber() >= 0) {
                return action.applyAsInt(file.systemNumber());
            }
            try (Arena arena = Arena.ofConfined()) {
                // Neither to wait for a line nor to become the terminal that controls this process.
                int number =
                        LibC.of(thread).call("open", LibC.text(arena, file.path()), 0x80900 | OpenFlags.READ_WRITE);
                try {
                    return action.applyAsInt(number);
                } finally {
                    LibC.of(thread).call("close", number);
                }
            }
        });
    }

    @PythonFunction("tcgetpgrp(fd, /)")
    static int tcgetpgrp(ThreadState thread, int fd) {
        return onTerminal(thread, fd, number -> LibC.of(thread).call("tcgetpgrp", number));
    }

    @PythonFunction("tcsetpgrp(fd, pgid, /)")
    static void tcsetpgrp(ThreadState thread, int fd, int group) {
        onTerminal(thread, fd, number -> LibC.of(thread).call("tcsetpgrp", number, group));
    }

    @PythonFunction("ttyname(fd, /)")
    static PyObject ttyname(ThreadState thread, int fd) {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment name = arena.allocate(NAME_LENGTH);
            int error = onTerminal(
                    thread, fd, number -> LibC.of(thread).call("ttyname_r", number, name, (long) NAME_LENGTH));
            if (error != 0) {
                throw HostErrors.of(thread, new HostException(error, null, null));
            }
            return PyStr.of(name.getString(0));
        }
    }

    /** Makes a terminal the one that controls this process, and its standard streams. */
    @PythonFunction("login_tty(fd, /)")
    static void loginTty(ThreadState thread, int fd) {
        onTerminal(thread, fd, number -> {
            LibC.of(thread).call("setsid");
            return LibC.of(thread).call("ioctl", number, (long) SET_CONTROLLING_TERMINAL, 0L);
        });
        for (int stream = 0; stream < 3; stream++) {
            PosixDescriptors.dup2(thread, fd, stream, true);
        }
        if (fd > 2) {
            PosixDescriptors.close(thread, fd);
        }
    }
}
