package org.pyvm.modules.posix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.DroppedFiles;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.DescriptorTable;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Launch;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyStr;

/**
 * {@code _posixsubprocess}. Nothing forks here: the host starts the program, and what goes wrong is written to the pipe to which
 * CPython's child would write it, so that {@code subprocess} raises the same errors.
 */
@PythonModule("_posixsubprocess")
public final class PosixSubprocessModule {
    private static final int ARGUMENTS = 23;
    /** SIGPIPE and SIGXFSZ. */
    private static final List<Integer> IGNORED_BY_PYTHON = List.of(13, 25);
    /** A number that no child has: waiting for it finds none. */
    private static final int NO_CHILD = Integer.MAX_VALUE;

    @PythonFunction(value = "fork_exec", raw = true)
    int forkExec(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (args.length != ARGUMENTS) {
            throw PyErr.typeError("fork_exec() takes exactly %d arguments (%d given)", ARGUMENTS, args.length);
        }
        if (args[21] != Singletons.NONE) {
            // What happens in a child between fork and exec cannot be had, and is not to be left out in silence.
            throw PyErr.runtimeError("preexec_fn not supported: processes are started without fork");
        }
        List<String> command = texts(thread, args[0]);
        List<String> programs = texts(thread, args[1]);
        String directory = args[4] == Singletons.NONE ? null : PathArgument.text(thread, args[4]);
        Map<String, String> variables = args[5] == Singletons.NONE ? null : variables(thread, args[5]);
        int errorPipe = Convert.toInt(thread, args[13]);
        Map<Integer, OpenFile> files = files(thread, args, errorPipe);
        Launch.Attributes attributes = attributes(thread, args);
        // The text tells subprocess what an error is about: the directory, the program, or what comes before it is
        // executed.
        String about = "noexec:chdir";
        DroppedFiles.settleAll(thread);
        try {
            Blocking.orFail(thread, () -> checkDirectory(thread, directory));
            about = "";
            return Blocking.orFail(
                    thread, () -> start(thread, command, programs, directory, variables, files, attributes));
        } catch (HostException e) {
            report(thread, errorPipe, e, about.isEmpty() && e.path() == null ? "noexec" : about);
            return failedChild(thread);
        }
    }

    /** What subprocess waits for, since with fork it is the child that fails: one that ends like that. */
    private static int failedChild(ThreadState thread) {
        List<String> command = List.of("sh", "-c", "exit 255");
        Launch launch = new Launch("/bin/sh", command, null, "/", Map.of(), Launch.Attributes.NONE);
        try {
            return Blocking.orFail(
                    thread,
                    () -> thread.interpreter().service(Host.class).processes().spawn(launch));
        } catch (HostException e) {
            return NO_CHILD;
        }
    }

    /** The child's: what it shall keep, or all that is inheritable, and its streams. */
    private static Map<Integer, OpenFile> files(ThreadState thread, PyObject[] args, int errorPipe) {
        DescriptorTable table = PosixDescriptors.table(thread);
        Map<Integer, OpenFile> files = new TreeMap<>();
        if (!Objects.isTrue(thread, args[2])) {
            files.putAll(table.inherited());
        }
        for (PyObject kept : Sequences.toArray(thread, args[3])) {
            int descriptor = Convert.toInt(thread, kept);
            if (descriptor != errorPipe && table.isOpen(descriptor)) {
                files.put(descriptor, table.get(descriptor));
            }
        }
        PyObject[] streams = {args[6], args[9], args[11]};
        for (int i = 0; i < streams.length; i++) {
            int given = Convert.toInt(thread, streams[i]);
            if (given >= 0) {
                files.put(i, PosixDescriptors.get(thread, given));
            } else if (table.isOpen(i)) {
                files.put(i, table.get(i));
            }
        }
        return files;
    }

    private static Launch.Attributes attributes(ThreadState thread, PyObject[] args) {
        boolean restoresSignals = Objects.isTrue(thread, args[14]);
        int group = Convert.toInt(thread, args[16]);
        List<Integer> groups = null;
        if (args[18] != Singletons.NONE) {
            groups = new ArrayList<>();
            for (PyObject item : Sequences.toArray(thread, args[18])) {
                groups.add(group(thread, item));
            }
        }
        int umask = Convert.toInt(thread, args[20]);
        return new Launch.Attributes(
                group < 0 ? null : group,
                Objects.isTrue(thread, args[15]),
                false,
                List.of(),
                restoresSignals ? IGNORED_BY_PYTHON : List.of(),
                null,
                new Launch.Identity(
                        args[19] == Singletons.NONE ? null : PosixIdentity.id(thread, "uid", args[19]),
                        args[17] == Singletons.NONE ? null : PosixIdentity.id(thread, "gid", args[17]),
                        groups,
                        umask < 0 ? null : umask));
    }

    private static int group(ThreadState thread, PyObject number) {
        try {
            return PosixIdentity.id(thread, "gid", number);
        } catch (PyErr e) {
            throw e.matches(Exceptions.OVERFLOW_ERROR) ? PyErr.valueError("invalid group id") : e;
        }
    }

    private static List<String> texts(ThreadState thread, PyObject sequence) {
        List<String> texts = new ArrayList<>();
        for (PyObject item : Sequences.toArray(thread, sequence)) {
            texts.add(PathArgument.text(thread, item));
        }
        return texts;
    }

    private static Map<String, String> variables(ThreadState thread, PyObject settings) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String setting : texts(thread, settings)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                variables.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return variables;
    }

    private static Object checkDirectory(ThreadState thread, String directory) {
        Host host = thread.interpreter().service(Host.class);
        if (directory != null && !host.files().status(directory, true).is(FileStatus.DIRECTORY)) {
            throw new HostException(Errno.ENOTDIR);
        }
        return null;
    }

    /** Tries the programs in turn; of several failures one that is not "no such file" is told. */
    private static int start(
            ThreadState thread,
            List<String> command,
            List<String> programs,
            String directory,
            Map<String, String> variables,
            Map<Integer, OpenFile> files,
            Launch.Attributes attributes) {
        Host host = thread.interpreter().service(Host.class);
        HostException failure = new HostException(Errno.ENOENT, programs.isEmpty() ? null : programs.getLast());
        for (String program : programs) {
            try {
                if (program.startsWith("/")) {
                    // Most folders of PATH do not have it: a look is quicker than a process.
                    host.files().status(program, true);
                }
                return host.processes().spawn(new Launch(program, command, variables, directory, files, attributes));
            } catch (HostException e) {
                boolean missing = e.errno() == Errno.ENOENT.number() || e.errno() == Errno.ENOTDIR.number();
                failure = missing ? failure : e;
            }
        }
        throw failure;
    }

    /** In the form that {@code subprocess} reads: the type, the number in hexadecimal, a text. */
    private static void report(ThreadState thread, int errorPipe, HostException failure, String about) {
        byte[] text =
                ("OSError:" + Integer.toHexString(failure.errno()) + ":" + about).getBytes(StandardCharsets.US_ASCII);
        Blocking.call(
                thread,
                () -> thread.interpreter()
                        .service(Host.class)
                        .descriptors()
                        .get(errorPipe)
                        .write(text, 0, text.length));
    }
}
