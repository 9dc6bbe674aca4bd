package org.pyvm.modules.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.IntSupplier;
import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.DroppedFiles;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Launch;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.host.Processes;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** The functions of {@code posix} about this process and its children. */
final class PosixProcesses {
    private static final long ID_BITS = 0xFFFFFFFFL;

    private static final int ABORTED = 6;

    private PosixProcesses() {}

    private static Host host(ThreadState thread) {
        return thread.interpreter().service(Host.class);
    }

    private static Processes processes(ThreadState thread) {
        return host(thread).processes();
    }

    @PythonFunction("getpid()")
    static int getpid(ThreadState thread) {
        return processes(thread).pid();
    }

    @PythonFunction("getppid()")
    static int getppid(ThreadState thread) {
        return processes(thread).parentPid();
    }

    /**
     * A number of a user or group. Real and effective ones are what the process was started with as long as no call of the C library has
     * changed them: every start asks, and is not to load the library for that.
     */
    private static long id(ThreadState thread, String function, IntSupplier atStart) {
        NativeCalls loaded = LibC.ofOrNull(thread);
        return (loaded == null ? atStart.getAsInt() : loaded.call(function)) & ID_BITS;
    }

    @PythonFunction("getuid()")
    static long getuid(ThreadState thread) {
        return id(thread, "getuid", processes(thread)::userId);
    }

    @PythonFunction("geteuid()")
    static long geteuid(ThreadState thread) {
        return id(thread, "geteuid", processes(thread)::userId);
    }

    @PythonFunction("getgid()")
    static long getgid(ThreadState thread) {
        return id(thread, "getgid", processes(thread)::groupId);
    }

    @PythonFunction("getegid()")
    static long getegid(ThreadState thread) {
        return id(thread, "getegid", processes(thread)::groupId);
    }

    private static PyObject threeIds(ThreadState thread, String function) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ids = arena.allocate(JAVA_INT, 3);
            Blocking.call(
                    thread,
                    () -> LibC.of(thread)
                            .call(function, ids, ids.asSlice(Integer.BYTES), ids.asSlice(2 * Integer.BYTES)));
            PyObject[] numbers = new PyObject[3];
            for (int i = 0; i < 3; i++) {
                numbers[i] = PyInt.of(ids.getAtIndex(JAVA_INT, i) & ID_BITS);
            }
            return PyTuple.of(numbers);
        }
    }

    @PythonFunction("getresuid()")
    static PyObject getresuid(ThreadState thread) {
        return threeIds(thread, "getresuid");
    }

    @PythonFunction("getresgid()")
    static PyObject getresgid(ThreadState thread) {
        return threeIds(thread, "getresgid");
    }

    @PythonFunction("umask(mask, /)")
    static int umask(ThreadState thread, int mask) {
        return Blocking.call(thread, () -> PosixPaths.files(thread).setUmask(mask));
    }

    @PythonFunction("kill(pid, signal, /)")
    static void kill(ThreadState thread, int pid, int signal) {
        Blocking.call(thread, () -> {
            if (pid == processes(thread).pid() && signal != 0) {
                host(thread).signals().raise(signal);
            } else {
                processes(thread).kill(pid, signal);
            }
            return null;
        });
        Blocking.handleSignals(thread);
    }

    @PythonFunction("killpg(pgid, signal, /)")
    static void killpg(ThreadState thread, int group, int signal) {
        Blocking.call(thread, () -> {
            processes(thread).kill(-group, signal);
            return null;
        });
    }

    @PythonFunction("abort()")
    static void abort(ThreadState thread) {
        // Who handles it hears of it; the process ends whatever the handler does.
        host(thread).signals().raise(ABORTED);
        host(thread).die(ABORTED);
    }

    @PythonFunction("_exit(status)")
    static void exit(ThreadState thread, int status) {
        host(thread).exit(status & 0xFF);
    }

    /** Null when it is not to wait and nothing has happened. */
    static Processes.Ended await(ThreadState thread, int pid, int options) {
        return Blocking.call(thread, () -> {
            try {
                return processes(thread).await(pid, options);
            } catch (InterruptedException e) {
                throw new HostException(Errno.EINTR);
            }
        });
    }

    @PythonFunction("waitpid(pid, options, /)")
    static PyObject waitpid(ThreadState thread, int pid, int options) {
        Processes.Ended ended = await(thread, pid, options);
        return ended == null
                ? PyTuple.of(PyInt.of(0), PyInt.of(0))
                : PyTuple.of(PyInt.of(ended.pid()), PyInt.of(ended.status()));
    }

    @PythonFunction("wait()")
    static PyObject waitAny(ThreadState thread) {
        return waitpid(thread, -1, 0);
    }

    @PythonFunction("system(command)")
    static int system(ThreadState thread, PyObject command) {
        String line = PathArgument.text(thread, command);
        DroppedFiles.settleAll(thread);
        Launch launch = new Launch(
                "/bin/sh",
                List.of("sh", "-c", line),
                null,
                null,
                host(thread).descriptors().inherited(),
                Launch.Attributes.NONE);
        int pid = Blocking.call(thread, () -> processes(thread).spawn(launch));
        return await(thread, pid, 0).status();
    }

    @PythonFunction("WCOREDUMP(status, /)")
    static boolean coreDumped(int status) {
        return (status & 0x80) != 0;
    }

    @PythonFunction("WIFCONTINUED(status)")
    static boolean isContinued(int status) {
        return status == 0xFFFF;
    }

    @PythonFunction("WIFSTOPPED(status)")
    static boolean isStopped(int status) {
        return (status & 0xFF) == 0x7F;
    }

    @PythonFunction("WIFSIGNALED(status)")
    static boolean isSignaled(int status) {
        return (byte) ((status & 0x7F) + 1) >> 1 > 0;
    }

    @PythonFunction("WIFEXITED(status)")
    static boolean isExited(int status) {
        return (status & 0x7F) == 0;
    }

    @PythonFunction("WEXITSTATUS(status)")
    static int exitStatus(int status) {
        return status >> 8 & 0xFF;
    }

    @PythonFunction("WTERMSIG(status)")
    static int termSignal(int status) {
        return status & 0x7F;
    }

    @PythonFunction("WSTOPSIG(status)")
    static int stopSignal(int status) {
        return status >> 8 & 0xFF;
    }

    @PythonFunction("waitstatus_to_exitcode(status)")
    static int waitStatusToExitCode(ThreadState thread, PyObject status) {
        int number = org.pyvm.objects.exposed.Convert.toInt(thread, Numbers.index(thread, status));
        if (isExited(number)) {
            return exitStatus(number);
        }
        if (isSignaled(number)) {
            int signal = termSignal(number);
            if (signal <= 0) {
                throw PyErr.valueError("invalid WTERMSIG: %d", signal);
            }
            return -signal;
        }
        if (isStopped(number)) {
            throw PyErr.valueError("process stopped by delivery of signal %d", stopSignal(number));
        }
        throw PyErr.valueError("invalid wait status: %d", number);
    }
}
