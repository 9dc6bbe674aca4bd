package org.pyvm.modules.posix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
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
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.types.PyStr;

/**
 * {@code _posixsubprocess}. Nothing forks here: the host starts the program, and what goes wrong is written to the pipe to which
 * CPython's child would write it, so that {@code subprocess} raises the same errors.
 */
@PythonModule("_posixsubprocess")
public final class PosixSubprocessModule {
    private static final int ARGUMENTS = 23;
    /** A number that no child has: waiting for it finds none. */
    private static final int NO_CHILD = Integer.MAX_VALUE;

    @PythonFunction(value = "fork_exec", raw = true)
    int forkExec(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (args.length != ARGUMENTS) {
            throw PyErr.typeError("fork_exec() takes exactly %d arguments (%d given)", ARGUMENTS, args.length);
        }
        refuseWhatNeedsFork(thread, args);
        List<String> command = texts(thread, args[0]);
        List<String> programs = texts(thread, args[1]);
        String directory = args[4] == Singletons.NONE ? null : PathArgument.text(thread, args[4]);
        Map<String, String> variables = args[5] == Singletons.NONE ? null : variables(thread, args[5]);
        int[] streams = {stream(thread, args[6], 0), stream(thread, args[9], 1), stream(thread, args[11], 2)};
        int errorPipe = Convert.toInt(thread, args[13]);
        // The text tells subprocess which file an error is about: the directory or the program.
        String about = "noexec";
        DroppedFiles.settleAll(thread);
        try {
            Blocking.orFail(thread, () -> checkDirectory(thread, directory));
            about = "";
            return Blocking.orFail(thread, () -> start(thread, command, programs, directory, variables, streams));
        } catch (HostException e) {
            report(thread, errorPipe, e, about);
            return NO_CHILD;
        }
    }

    private static int stream(ThreadState thread, PyObject given, int usual) {
        int descriptor = Convert.toInt(thread, given);
        return descriptor < 0 ? usual : descriptor;
    }

    /** What happens in a child between fork and exec cannot be had, and is not to be left out in silence. */
    private static void refuseWhatNeedsFork(ThreadState thread, PyObject[] args) {
        if (args[21] != Singletons.NONE) {
            throw PyErr.runtimeError("preexec_fn not supported: processes are started without fork");
        }
        boolean otherIdentity =
                args[17] != Singletons.NONE || args[18] != Singletons.NONE || args[19] != Singletons.NONE;
        if (otherIdentity || Convert.toInt(thread, args[20]) >= 0) {
            throw HostErrors.of(thread, Errno.ENOSYS);
        }
        int errorPipe = Convert.toInt(thread, args[13]);
        for (PyObject kept : Sequences.toArray(thread, args[3])) {
            if (Convert.toInt(thread, kept) > 2 && Convert.toInt(thread, kept) != errorPipe) {
                throw HostErrors.of(thread, Errno.ENOSYS);
            }
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
            int[] streams) {
        Host host = thread.interpreter().service(Host.class);
        HostException failure = new HostException(Errno.ENOENT);
        for (String program : programs) {
            List<String> line = new ArrayList<>(command);
            line.set(0, program);
            try {
                return host.processes().spawn(line, variables, directory, host.descriptors(), streams);
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
