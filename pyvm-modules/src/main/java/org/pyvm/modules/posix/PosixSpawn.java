package org.pyvm.modules.posix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.DroppedFiles;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Launch;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.Processes;
import org.pyvm.objects.protocol.Comparisons;
import org.pyvm.objects.protocol.Iterators;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyTuple;

/**
 * The functions of {@code posix} that start programs beside this one. {@code os} makes {@code spawnv} and its like of {@code fork} where
 * there is one; here they are started as {@code posix_spawn} does, and what would have failed in the child ends with its status 127.
 */
final class PosixSpawn {
    @PythonConstant("P_WAIT")
    static final PyObject WAIT = PyInt.of(0);

    @PythonConstant("P_NOWAIT")
    static final PyObject NO_WAIT = PyInt.of(1);

    @PythonConstant("P_NOWAITO")
    static final PyObject NO_WAIT_OLD = PyInt.of(1);

    private static final int OPEN = 0;
    private static final int CLOSE = 1;
    private static final int DUP2 = 2;
    private static final int SIGNALS = 64;

    private static final String PARAMETERS =
            "(path, argv, env, /, *, file_actions=(), setpgroup=<unrepresentable>, resetids=False,"
                    + " setsid=False, setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)";

    private PosixSpawn() {}

    private static Host host(ThreadState thread) {
        return thread.interpreter().service(Host.class);
    }

    @PythonFunction("posix_spawn" + PARAMETERS)
    static int posixSpawn(
            ThreadState thread,
            PyObject path,
            PyObject args,
            PyObject environment,
            PyObject fileActions,
            PyObject group,
            PyObject resetIds,
            PyObject newSession,
            PyObject mask,
            PyObject defaults,
            PyObject scheduler) {
        PathArgument program = PathArgument.of(thread, "posix_spawn", path);
        Launch.Attributes attributes = attributes(thread, group, resetIds, newSession, mask, defaults, scheduler);
        return spawn(thread, "posix_spawn", program, program.path(), args, environment, fileActions, attributes);
    }

    @PythonFunction("posix_spawnp" + PARAMETERS)
    static int posixSpawnp(
            ThreadState thread,
            PyObject path,
            PyObject args,
            PyObject environment,
            PyObject fileActions,
            PyObject group,
            PyObject resetIds,
            PyObject newSession,
            PyObject mask,
            PyObject defaults,
            PyObject scheduler) {
        PathArgument program = PathArgument.of(thread, "posix_spawnp", path);
        Launch.Attributes attributes = attributes(thread, group, resetIds, newSession, mask, defaults, scheduler);
        String name =
                lookedUp(thread, program.path(), host(thread).environment().get("PATH"));
        return spawn(thread, "posix_spawnp", program, name, args, environment, fileActions, attributes);
    }

    /** A name without a slash is looked for in the folders of PATH. */
    private static String lookedUp(ThreadState thread, String name, String path) {
        if (name.contains("/")) {
            return name;
        }
        for (String folder : (path == null ? "/bin:/usr/bin" : path).split(":")) {
            String candidate = (folder.isEmpty() ? "." : folder) + "/" + name;
            if (isExecutable(thread, candidate)) {
                return candidate;
            }
        }
        return name;
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
            PyObject fileActions,
            Launch.Attributes attributes) {
        List<String> command = PosixPrograms.arguments(thread, function, args);
        Map<String, String> variables = PosixPrograms.variables(thread, function, environment);
        DroppedFiles.settleAll(thread);
        Map<Integer, OpenFile> files = new TreeMap<>(host(thread).descriptors().inherited());
        List<OpenFile> opened = new ArrayList<>();
        try {
            for (PyObject action : actions(thread, fileActions)) {
                apply(thread, program, action, files, opened);
            }
            Launch launch = new Launch(name, command, variables, null, files, attributes);
            return Blocking.call(
                    thread, program.object(), () -> host(thread).processes().spawn(launch));
        } finally {
            opened.forEach(OpenFile::release);
        }
    }

    private static PyObject[] actions(ThreadState thread, PyObject actions) {
        if (actions == Singletons.NONE) {
            return new PyObject[0];
        }
        return Sequences.fast(thread, actions, "file_actions must be a sequence or None");
    }

    /** What the child would do to its files is done to the table of what it gets. */
    private static void apply(
            ThreadState thread,
            PathArgument program,
            PyObject action,
            Map<Integer, OpenFile> files,
            List<OpenFile> opened) {
        if (!(action instanceof PyTuple) || Sequences.toArray(thread, action).length == 0) {
            throw PyErr.typeError("Each file_actions element must be a non-empty tuple");
        }
        PyObject[] parts = Sequences.toArray(thread, action);
        int kind = parts[0] instanceof PyInt number && number.fitsLong() ? (int) number.longValue() : -1;
        switch (kind) {
            case OPEN -> {
                require(parts, 5, "open");
                int fd = Convert.toInt(thread, parts[1]);
                String path = PathArgument.of(thread, "posix_spawn", parts[2]).path();
                int flags = Convert.toInt(thread, parts[3]);
                int mode = Convert.toInt(thread, parts[4]);
                OpenFile file = Blocking.call(
                        thread, program.object(), () -> host(thread).files().open(path, flags, mode));
                file.retain();
                opened.add(file);
                files.put(fd, file);
            }
            case CLOSE -> {
                require(parts, 2, "close");
                files.remove(Convert.toInt(thread, parts[1]));
            }
            case DUP2 -> {
                require(parts, 3, "dup2");
                int from = Convert.toInt(thread, parts[1]);
                int to = Convert.toInt(thread, parts[2]);
                OpenFile file = files.get(from);
                if (file == null && host(thread).descriptors().isOpen(from)) {
                    // Not inherited, and still there until the program begins.
                    file = host(thread).descriptors().get(from);
                }
                if (file == null) {
                    throw HostErrors.of(thread, new HostException(Errno.EBADF), program.object());
                }
                files.put(to, file);
            }
            default -> throw PyErr.typeError("Unknown file_actions identifier");
        }
    }

    private static void require(PyObject[] parts, int count, String action) {
        if (parts.length != count) {
            throw PyErr.typeError("A %s file_action tuple must have %d elements", action, count);
        }
    }

    // Attributes

    private static Launch.Attributes attributes(
            ThreadState thread,
            PyObject group,
            PyObject resetIds,
            PyObject newSession,
            PyObject mask,
            PyObject defaults,
            PyObject scheduler) {
        return new Launch.Attributes(
                group == null ? null : Convert.toInt(thread, Numbers.index(thread, group)),
                Convert.toInt(thread, Numbers.index(thread, newSession)) != 0,
                Convert.toInt(thread, Numbers.index(thread, resetIds)) != 0,
                signals(thread, mask),
                signals(thread, defaults),
                scheduler == null || scheduler == Singletons.NONE ? null : scheduling(thread, scheduler),
                Launch.Identity.SAME);
    }

    private static List<Integer> signals(ThreadState thread, PyObject numbers) {
        List<Integer> signals = new ArrayList<>();
        PyObject iterator = Iterators.iter(thread, numbers);
        for (PyObject item; (item = Iterators.next(thread, iterator)) != null; ) {
            PyInt number = Numbers.index(thread, item);
            if (!number.fitsLong() || number.longValue() < 1 || number.longValue() > SIGNALS) {
                throw PyErr.valueError("signal number %s out of range [1; %d]", number.bigValue(), SIGNALS);
            }
            signals.add((int) number.longValue());
        }
        return signals;
    }

    private static Launch.Scheduling scheduling(ThreadState thread, PyObject scheduler) {
        if (!(scheduler instanceof PyTuple)) {
            throw PyErr.of(Exceptions.SYSTEM_ERROR, "new style getargs format but argument is not a tuple");
        }
        PyObject[] pair = Sequences.toArray(thread, scheduler);
        if (pair.length != 2) {
            throw PyErr.typeError("A scheduler tuple must have two elements");
        }
        Integer policy = pair[0] == Singletons.NONE ? null : Convert.toInt(thread, Numbers.index(thread, pair[0]));
        return new Launch.Scheduling(policy, PosixScheduling.priority(thread, pair[1]));
    }

    // As os has it of fork

    @PythonFunction("spawnv(mode, file, args)")
    static int spawnv(ThreadState thread, PyObject mode, PyObject file, PyObject args) {
        return spawn(thread, mode, file, args, null, false);
    }

    @PythonFunction("spawnve(mode, file, args, env)")
    static int spawnve(ThreadState thread, PyObject mode, PyObject file, PyObject args, PyObject environment) {
        return spawn(thread, mode, file, args, environment, false);
    }

    @PythonFunction("spawnvp(mode, file, args)")
    static int spawnvp(ThreadState thread, PyObject mode, PyObject file, PyObject args) {
        return spawn(thread, mode, file, args, null, true);
    }

    @PythonFunction("spawnvpe(mode, file, args, env)")
    static int spawnvpe(ThreadState thread, PyObject mode, PyObject file, PyObject args, PyObject environment) {
        return spawn(thread, mode, file, args, environment, true);
    }

    private static int spawn(
            ThreadState thread, PyObject mode, PyObject file, PyObject args, PyObject environment, boolean searches) {
        if (!(args instanceof PyTuple) && !(args instanceof PyList)) {
            throw PyErr.typeError("argv must be a tuple or a list");
        }
        PyObject[] arguments = Sequences.toArray(thread, args);
        if (arguments.length == 0 || !Objects.isTrue(thread, arguments[0])) {
            throw PyErr.valueError("argv first element cannot be empty");
        }
        int pid = started(thread, file, args, environment, searches);
        if (Comparisons.equal(thread, mode, NO_WAIT)) {
            return pid;
        }
        while (true) {
            Processes.Ended ended = PosixProcesses.await(thread, pid, 0);
            if (!PosixProcesses.isStopped(ended.status())) {
                return PosixProcesses.waitStatusToExitCode(thread, PyInt.of(ended.status()));
            }
        }
    }

    private static int started(
            ThreadState thread, PyObject file, PyObject args, PyObject environment, boolean searches) {
        DroppedFiles.settleAll(thread);
        Map<Integer, OpenFile> files = host(thread).descriptors().inherited();
        try {
            List<String> arguments = PosixPrograms.arguments(thread, "execv", args);
            Map<String, String> variables = environment == null
                    ? host(thread).environment().variables()
                    : PosixPrograms.variables(thread, "execve", environment);
            String program = PathArgument.of(thread, "execv", file).path();
            String path = searches ? lookedUp(thread, program, variables.get("PATH")) : program;
            Launch launch = new Launch(path, arguments, variables, null, files, Launch.Attributes.NONE);
            return Blocking.orFail(thread, () -> host(thread).processes().spawn(launch));
        } catch (HostException | PyErr e) {
            // With fork it is the child that fails, after it has been started.
            Launch failing =
                    new Launch("/bin/sh", List.of("sh", "-c", "exit 127"), null, null, files, Launch.Attributes.NONE);
            return Blocking.call(thread, () -> host(thread).processes().spawn(failing));
        }
    }
}
