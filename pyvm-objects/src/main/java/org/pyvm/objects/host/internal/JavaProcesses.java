package org.pyvm.objects.host.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pyvm.objects.host.Environment;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileSystem;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Launch;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.Signals;

/**
 * Processes as Java starts them. Java passes on its own standard streams; what a child reads from or writes to other open
 * files is carried by a thread.
 */
public final class JavaProcesses extends OwnProcess {
    /** Signals by which programs die of themselves: what Java gives as exit status 128 and such a number means them. */
    private static final Set<Integer> FATAL = Set.of(4, 6, 7, 8, 9, 11);

    /** A child, the threads that carry its data, and the last signal that was sent to it. */
    private static final class Child {
        final Process process;
        final List<Thread> carriers;
        volatile int signalled;

        Child(Process process, List<Thread> carriers) {
            this.process = process;
            this.carriers = carriers;
        }
    }

    private final Map<Integer, Child> children = new ConcurrentHashMap<>();

    public JavaProcesses(FileSystem files, Environment environment, Signals signals) {
        super(files, environment, signals);
    }

    @Override
    public int spawn(Launch launch) {
        boolean more = launch.files().keySet().stream().anyMatch(number -> number > 2);
        if (more || !launch.attributes().equals(Launch.Attributes.NONE)) {
            throw new HostException(Errno.ENOSYS);
        }
        List<String> command = new ArrayList<>(launch.arguments());
        command.set(0, launch.program());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(Path.of(files.currentDirectory())
                .resolve(launch.directory() == null ? "" : launch.directory())
                .toFile());
        Map<String, String> childVariables = builder.environment();
        childVariables.clear();
        childVariables.putAll(launch.environment() == null ? environment.variables() : launch.environment());
        OpenFile[] streams = new OpenFile[3];
        for (int i = 0; i < 3; i++) {
            streams[i] = launch.files().get(i);
        }
        builder.redirectInput(source(streams[0]));
        builder.redirectOutput(sink(streams[1], 1));
        builder.redirectError(sink(streams[2], 2));
        builder.redirectErrorStream(streams[1] == streams[2] && streams[1] != null);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            Matcher number = Pattern.compile("error[:=] ?(\\d+)").matcher(e.getMessage());
            throw number.find()
                    ? new HostException(Integer.parseInt(number.group(1)), command.getFirst(), null)
                    : IoErrors.of(e, command.getFirst());
        }
        int pid = (int) process.pid();
        children.put(pid, new Child(process, carry(builder, process, streams)));
        return pid;
    }

    private static ProcessBuilder.Redirect source(OpenFile stream) {
        if (stream == null) {
            return ProcessBuilder.Redirect.from(new File("/dev/null"));
        }
        return isOwn(stream, 0) ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.PIPE;
    }

    private static ProcessBuilder.Redirect sink(OpenFile stream, int number) {
        if (stream == null || "/dev/null".equals(stream.path())) {
            return ProcessBuilder.Redirect.DISCARD;
        }
        return isOwn(stream, number) ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.PIPE;
    }

    private static boolean isOwn(OpenFile stream, int number) {
        return stream instanceof StandardStream standard && standard.number() == number;
    }

    private static List<Thread> carry(ProcessBuilder builder, Process process, OpenFile[] streams) {
        List<Thread> outgoing = new ArrayList<>();
        if (builder.redirectInput() == ProcessBuilder.Redirect.PIPE) {
            start("to child", streams[0], () -> feed(streams[0], process.getOutputStream()));
        }
        if (builder.redirectOutput() == ProcessBuilder.Redirect.PIPE) {
            outgoing.add(start("from child", streams[1], () -> drain(process.getInputStream(), streams[1])));
        }
        if (builder.redirectError() == ProcessBuilder.Redirect.PIPE && !builder.redirectErrorStream()) {
            outgoing.add(start("from child", streams[2], () -> drain(process.getErrorStream(), streams[2])));
        }
        return outgoing;
    }

    private static Thread start(String name, OpenFile stream, Runnable carrier) {
        stream.retain();
        Thread thread = new Thread(
                () -> {
                    try {
                        carrier.run();
                    } finally {
                        stream.release();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Ends when either side has had enough, as a pipe would. */
    private static void feed(OpenFile from, OutputStream to) {
        byte[] buffer = new byte[8192];
        try (to) {
            for (int count; (count = from.read(buffer, 0, buffer.length)) > 0; ) {
                to.write(buffer, 0, count);
                to.flush();
            }
        } catch (IOException | HostException e) {
            // The child has closed its input or ended: nobody wants the rest.
            return;
        }
    }

    private static void drain(InputStream from, OpenFile to) {
        byte[] buffer = new byte[8192];
        try (from) {
            for (int count; (count = from.read(buffer)) > 0; ) {
                for (int done = 0; done < count; ) {
                    done += to.write(buffer, done, count - done);
                }
            }
        } catch (IOException | HostException e) {
            // Nobody reads any more: closing the pipe tells the child.
            return;
        }
    }

    @Override
    public Ended await(int pid, int options) throws InterruptedException {
        boolean block = (options & NO_HANG) == 0;
        if (pid > 0) {
            Child child = children.get(pid);
            if (child == null) {
                throw new HostException(Errno.ECHILD);
            }
            if (!block && child.process.isAlive()) {
                return null;
            }
            child.process.waitFor();
            return reap(pid, child);
        }
        while (!children.isEmpty()) {
            for (Map.Entry<Integer, Child> entry : new HashMap<>(children).entrySet()) {
                if (!entry.getValue().process.isAlive()) {
                    return reap(entry.getKey(), entry.getValue());
                }
            }
            if (!block) {
                return null;
            }
            Thread.sleep(2);
        }
        throw new HostException(Errno.ECHILD);
    }

    private Ended reap(int pid, Child child) throws InterruptedException {
        // A grandchild may hold the streams open for ever; a moment is enough for what the child itself wrote.
        for (Thread carrier : child.carriers) {
            carrier.join(1000);
        }
        if (!children.remove(pid, child)) {
            throw new HostException(Errno.ECHILD);
        }
        int exit = child.process.exitValue();
        int signal = exit - 128;
        boolean killed = signal > 0 && (signal == child.signalled || FATAL.contains(signal));
        return new Ended(pid, killed ? signal : exit << 8, null);
    }

    @Override
    void send(int pid, int signal) {
        Child child = children.get(pid);
        if (child != null) {
            child.signalled = signal;
        }
        LibC.kill(pid, signal);
    }
}
