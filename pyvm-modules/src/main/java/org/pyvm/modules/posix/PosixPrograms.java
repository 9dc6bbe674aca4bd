package org.pyvm.modules.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.host.Processes;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStructSequence;
import org.pyvm.objects.types.PyTuple;

/**
 * The functions of {@code posix} that start programs and wait for them. There is no {@code fork}: a copy of the process would have one of
 * the threads that the JVM is made of.
 */
final class PosixPrograms {
    static final PyStructSequence.Definition WAITID = new PyStructSequence.Definition(
            "posix", "waitid_result", "si_pid", "si_uid", "si_signo", "si_status", "si_code");

    private static final int NO_HANG = 1;
    private static final int BY_DESCRIPTOR = 3;
    private static final int WAIT_MILLIS = 5;

    /** {@code siginfo_t} of 64-bit Linux, and where in it is what {@code waitid} tells. */
    private static final int SIGNAL_INFO_SIZE = 128;

    private static final int SIGNAL = 0;
    private static final int CODE = 8;
    private static final int PID = 16;
    private static final int USER = 20;
    private static final int STATUS = 24;

    private PosixPrograms() {}

    private static Host host(ThreadState thread) {
        return thread.interpreter().service(Host.class);
    }

    /** A program's arguments. */
    static List<String> arguments(ThreadState thread, String function, PyObject args) {
        String subject = function.equals("execv") ? "execv() arg 2" : function + ": argv";
        if (!(args instanceof PyTuple) && !(args instanceof PyList)) {
            throw PyErr.typeError("%s must be a tuple or list", subject);
        }
        PyObject[] items = Sequences.toArray(thread, args);
        if (items.length == 0) {
            throw PyErr.valueError("%s must not be empty", subject);
        }
        List<String> arguments = new ArrayList<>();
        for (PyObject item : items) {
            arguments.add(PathArgument.text(thread, item));
        }
        if (arguments.getFirst().isEmpty()) {
            throw PyErr.valueError("%s first element cannot be empty", subject);
        }
        return arguments;
    }

    static Map<String, String> variables(ThreadState thread, String function, PyObject environment) {
        if (!Mappings.isMapping(environment)) {
            throw PyErr.typeError("%s: environment must be a mapping object", function);
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (PyObject item : Sequences.toArray(thread, Mappings.items(thread, environment))) {
            PyObject[] pair = Sequences.toArray(thread, item);
            String name = PathArgument.text(thread, pair[0]);
            if (name.indexOf('=', 1) >= 0 || name.isEmpty()) {
                throw PyErr.valueError("illegal environment variable name");
            }
            variables.put(name, PathArgument.text(thread, pair[1]));
        }
        return variables;
    }

    // In place of this one

    @PythonFunction("execv(path, argv, /)")
    static void execv(ThreadState thread, PyObject path, PyObject argv) {
        PathArgument program = PathArgument.of(thread, "execv", path);
        List<String> arguments = arguments(thread, "execv", argv);
        execute(
                thread,
                Singletons.NONE,
                program,
                arguments,
                host(thread).environment().variables());
    }

    @PythonFunction("execve(path, argv, env)")
    static void execve(ThreadState thread, PyObject path, PyObject argv, PyObject env) {
        PathArgument program = PathArgument.of(thread, "execve", path);
        List<String> arguments = arguments(thread, "execve", argv);
        execute(thread, program.object(), program, arguments, variables(thread, "execve", env));
    }

    /** @param named what an error names; None for nothing */
    private static void execute(
            ThreadState thread,
            PyObject named,
            PathArgument program,
            List<String> arguments,
            Map<String, String> variables) {
        List<String> environment = new ArrayList<>();
        variables.forEach((name, value) -> environment.add(name + "=" + value));
        Map<Integer, Integer> numbers = new TreeMap<>();
        Blocking.call(thread, named, () -> {
            host(thread).descriptors().inherited().forEach((number, file) -> {
                if (number > 2 || file.systemNumber() != number) {
                    numbers.put(number, host(thread).files().numberOf(file));
                }
            });
            String directory = host(thread).files().currentDirectory();
            try (Arena arena = Arena.ofConfined()) {
                NativeCalls libc = LibC.of(thread);
                MemorySegment path = LibC.path(arena, thread, program.path());
                MemorySegment argv = LibC.texts(arena, arguments);
                MemorySegment envp = LibC.texts(arena, environment);
                libc.call("chdir", LibC.text(arena, directory));
                try (MovedDescriptors _ = new MovedDescriptors(libc, numbers)) {
                    libc.call("execve", path, argv, envp);
                }
            }
            return null;
        });
    }

    // Waiting

    /** @param ended null when nothing has happened */
    private static PyObject withUsage(ThreadState thread, Processes.Ended ended) {
        PyObject usage = ResourceModule.usageOf(ended == null ? null : ended.usage());
        return PyTuple.of(
                PyInt.of(ended == null ? 0 : ended.pid()), PyInt.of(ended == null ? 0 : ended.status()), usage);
    }

    @PythonFunction("wait3(options)")
    static PyObject wait3(ThreadState thread, int options) {
        return wait4(thread, -1, options);
    }

    @PythonFunction("wait4(pid, options)")
    static PyObject wait4(ThreadState thread, int pid, int options) {
        return withUsage(thread, PosixProcesses.await(thread, pid, options));
    }

    @PythonFunction("waitid(idtype, id, options, /)")
    static PyObject waitid(ThreadState thread, int idType, int id, int options) {
        byte[] info = new byte[SIGNAL_INFO_SIZE];
        Blocking.call(thread, () -> {
            int number = idType == BY_DESCRIPTOR
                    ? host(thread).files().numberOf(host(thread).descriptors().get(id))
                    : id;
            while (true) {
                LibC.of(thread).call("waitid", idType, number, info, options | NO_HANG);
                if ((options & NO_HANG) != 0 || info(info, PID) != 0) {
                    return null;
                }
                try {
                    // An interrupt cannot break a system call off.
                    Thread.sleep(WAIT_MILLIS);
                } catch (InterruptedException e) {
                    throw new HostException(Errno.EINTR);
                }
            }
        });
        if (info(info, PID) == 0) {
            return Singletons.NONE;
        }
        return WAITID.of(
                PyInt.of(info(info, PID)),
                PyInt.of(info(info, USER)),
                PyInt.of(info(info, SIGNAL)),
                PyInt.of(info(info, STATUS)),
                PyInt.of(info(info, CODE)));
    }

    private static int info(byte[] structure, int offset) {
        return ByteBuffer.wrap(structure).order(ByteOrder.nativeOrder()).getInt(offset);
    }
}
