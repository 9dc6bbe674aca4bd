package org.pyvm.modules.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.DroppedFiles;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.Names;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Mappings;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyStructSequence;
import org.pyvm.objects.types.PyTuple;

/**
 * The functions of {@code posix} that start programs and wait for them. There is no {@code fork}: a copy of the process would have one of
 * the threads that the JVM is made of. What an ended child has used the host does not tell.
 */
final class PosixPrograms {
    static final PyStructSequence.Definition WAITID = new PyStructSequence.Definition(
            "posix", "waitid_result", "si_pid", "si_uid", "si_signo", "si_status", "si_code");

    private static final int NO_HANG = 1;
    private static final int EXITED_WANTED = 4;
    private static final int CHILD_SIGNAL = 17;
    private static final int SPAWN_OPEN = 0;
    private static final int SPAWN_CLOSE = 1;
    private static final int SPAWN_DUP2 = 2;

    private PosixPrograms() {}

    private static Host host(ThreadState thread) {
        return thread.interpreter().service(Host.class);
    }

    /** A program's arguments. */
    private static List<String> arguments(ThreadState thread, String function, PyObject args) {
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

    private static Map<String, String> variables(ThreadState thread, String function, PyObject environment) {
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

    /** Only descriptors 0, 1 and 2 are the kernel's too; the program gets those. @param named what an error names; None for nothing */
    private static void execute(
            ThreadState thread,
            PyObject named,
            PathArgument program,
            List<String> arguments,
            Map<String, String> variables) {
        List<String> environment = new ArrayList<>();
        variables.forEach((name, value) -> environment.add(name + "=" + value));
        Blocking.call(thread, named, () -> {
            String directory = host(thread).files().currentDirectory();
            try (Arena arena = Arena.ofConfined()) {
                NativeCalls libc = LibC.of(thread);
                MemorySegment path = LibC.path(arena, thread, program.path());
                MemorySegment argv = LibC.texts(arena, arguments);
                MemorySegment envp = LibC.texts(arena, environment);
                libc.call("chdir", LibC.text(arena, directory));
                libc.call("execve", path, argv, envp);
            }
            return null;
        });
    }

    // Beside this one

    @PythonFunction("posix_spawn(path, argv, env, /, *, file_actions=(), setpgroup=<unrepresentable>, resetids=False,"
            + " setsid=False, setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)")
    static int posixSpawn(
            ThreadState thread,
            PyObject path,
            PyObject args,
            PyObject environment,
            PyObject fileActions,
            PyObject group,
            boolean resetIds,
            boolean newSession,
            PyObject mask,
            PyObject defaults,
            PyObject scheduler) {
        PathArgument program = PathArgument.of(thread, "posix_spawn", path);
        // Java looks a name without a slash up in PATH, which only posix_spawnp does.
        String name = program.path().contains("/") || program.path().isEmpty() ? program.path() : "./" + program.path();
        return spawn(thread, "posix_spawn", program, name, args, environment, fileActions);
    }

    @PythonFunction("posix_spawnp(path, argv, env, /, *, file_actions=(), setpgroup=<unrepresentable>, resetids=False,"
            + " setsid=False, setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)")
    static int posixSpawnp(
            ThreadState thread,
            PyObject path,
            PyObject args,
            PyObject environment,
            PyObject fileActions,
            PyObject group,
            boolean resetIds,
            boolean newSession,
            PyObject mask,
            PyObject defaults,
            PyObject scheduler) {
        PathArgument program = PathArgument.of(thread, "posix_spawnp", path);
        String name = program.path();
        if (!name.contains("/")) {
            String search = host(thread).environment().get("PATH");
            for (String folder : (search == null ? "/bin:/usr/bin" : search).split(":")) {
                String candidate = (folder.isEmpty() ? "." : folder) + "/" + program.path();
                if (isExecutable(thread, candidate)) {
                    name = candidate;
                    break;
                }
            }
        }
        return spawn(thread, "posix_spawnp", program, name, args, environment, fileActions);
    }

    private static boolean isExecutable(ThreadState thread, String path) {
        try {
            return host(thread).files().status(path, true).is(FileStatus.REGULAR)
                    && host(thread).files().mayAccess(path, 1);
        } catch (HostException e) {
            return false;
        }
    }

    private static int spawn(
            ThreadState thread,
            String function,
            PathArgument program,
            String name,
            PyObject args,
            PyObject environment,
            PyObject fileActions) {
        List<String> command = arguments(thread, function, args);
        command.set(0, name);
        Map<String, String> variables = variables(thread, function, environment);
        DroppedFiles.settleAll(thread);
        int[] streams = {0, 1, 2};
        List<Integer> opened = new ArrayList<>();
        try {
            for (PyObject action : actions(thread, fileActions)) {
                apply(thread, action, streams, opened);
            }
            return Blocking.call(
                    thread,
                    program.object(),
                    () -> host(thread)
                            .processes()
                            .spawn(command, variables, null, host(thread).descriptors(), streams));
        } finally {
            opened.forEach(fd -> host(thread).descriptors().close(fd));
        }
    }

    private static PyObject[] actions(ThreadState thread, PyObject actions) {
        if (actions == Singletons.NONE) {
            return new PyObject[0];
        }
        return Sequences.fast(thread, actions, "file_actions must be a sequence or None");
    }

    /** The child has its three streams and no more, so that only what concerns them is of effect. */
    private static void apply(ThreadState thread, PyObject action, int[] streams, List<Integer> opened) {
        if (!(action instanceof PyTuple) || Sequences.toArray(thread, action).length == 0) {
            throw PyErr.typeError("Each file_actions element must be a non-empty tuple");
        }
        PyObject[] parts = Sequences.toArray(thread, action);
        int kind = parts[0] instanceof PyInt number && number.fitsLong() ? (int) number.longValue() : -1;
        switch (kind) {
            case SPAWN_OPEN -> {
                require(parts, 5, "open");
                int fd = Convert.toInt(thread, parts[1]);
                String path = PathArgument.of(thread, "posix_spawn", parts[2]).path();
                int flags = Convert.toInt(thread, parts[3]);
                int mode = Convert.toInt(thread, parts[4]);
                Host host = host(thread);
                int made = Blocking.call(
                        thread,
                        parts[2],
                        () -> host.descriptors().install(host.files().open(path, flags, mode)));
                opened.add(made);
                set(streams, fd, made);
            }
            case SPAWN_CLOSE -> {
                require(parts, 2, "close");
                set(streams, Convert.toInt(thread, parts[1]), -1);
            }
            case SPAWN_DUP2 -> {
                require(parts, 3, "dup2");
                int from = Convert.toInt(thread, parts[1]);
                set(streams, Convert.toInt(thread, parts[2]), from >= 0 && from < 3 ? streams[from] : from);
            }
            default -> throw PyErr.typeError("Unknown file_actions identifier");
        }
    }

    private static void require(PyObject[] parts, int count, String action) {
        if (parts.length != count) {
            throw PyErr.typeError("A %s file_action tuple must have %d elements", action, count);
        }
    }

    private static void set(int[] streams, int fd, int source) {
        if (fd >= 0 && fd < 3) {
            streams[fd] = source;
        }
    }

    // Waiting

    private static PyObject usage(ThreadState thread) {
        PyObject module = Calls.call(thread, thread.interpreter().builtins.get(Names.IMPORT), PyStr.intern("resource"));
        return Calls.callMethod(thread, module, PyStr.intern("getrusage"), PyInt.of(-1));
    }

    @PythonFunction("wait3(options)")
    static PyObject wait3(ThreadState thread, int options) {
        return wait4(thread, -1, options);
    }

    @PythonFunction("wait4(pid, options)")
    static PyObject wait4(ThreadState thread, int pid, int options) {
        PyObject[] ended = Sequences.toArray(thread, PosixProcesses.waitpid(thread, pid, options));
        return PyTuple.of(ended[0], ended[1], usage(thread));
    }

    @PythonFunction("waitid(idtype, id, options, /)")
    static PyObject waitid(ThreadState thread, int idType, int id, int options) {
        if (idType < 0 || idType > 2 || (options & EXITED_WANTED) == 0) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        int pid = idType == 0 ? -1 : idType == 1 ? id : -id;
        PyObject[] ended = Sequences.toArray(thread, PosixProcesses.waitpid(thread, pid, options & NO_HANG));
        if (((PyInt) ended[0]).longValue() == 0) {
            return Singletons.NONE;
        }
        int status = (int) ((PyInt) ended[1]).longValue();
        boolean exited = PosixProcesses.isExited(status);
        int code = exited ? 1 : PosixProcesses.coreDumped(status) ? 3 : 2;
        return WAITID.of(
                ended[0],
                PyInt.of(host(thread).processes().userId()),
                PyInt.of(CHILD_SIGNAL),
                PyInt.of(exited ? PosixProcesses.exitStatus(status) : PosixProcesses.termSignal(status)),
                PyInt.of(code));
    }
}
