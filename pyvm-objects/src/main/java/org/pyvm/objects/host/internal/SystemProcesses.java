package org.pyvm.objects.host.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.pyvm.objects.host.Environment;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileSystem;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Launch;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.host.Processes;
import org.pyvm.objects.host.Signals;

/** Processes as the C library starts them and waits for them. A child that has ended stays until somebody has waited for it. */
public final class SystemProcesses extends OwnProcess {
    private static final int BY_PID = 1;
    private static final int EXITED_AND_KEPT = 4 | 0x01000000;
    /** To be told of children that were stopped or continued as well. */
    private static final int STOPPED_OR_CONTINUED = 2 | 8;

    private static final int SIGINFO_SIZE = 128;
    private static final int USAGE_LONGS = 18;
    private static final int WAIT_MILLIS = 5;
    private static final long STACK_SIZE = 1 << 16;

    /** A child, and the threads that carry what it writes to files without a number of the operating system's. */
    private static final class Child {
        final List<Thread> carriers;
        boolean ended;

        Child(List<Thread> carriers) {
            this.carriers = carriers;
        }
    }

    private final Kernel kernel;
    private final Map<Integer, Child> children = new ConcurrentHashMap<>();
    /** Told when a child ends. */
    private final Object changes = new Object();

    public SystemProcesses(Kernel kernel, FileSystem files, Environment environment, Signals signals) {
        super(files, environment, signals);
        this.kernel = kernel;
    }

    @Override
    public int spawn(Launch launch) {
        Map<String, String> variables = launch.environment() == null ? environment.variables() : launch.environment();
        try (ChildFiles childFiles = new ChildFiles(kernel, launch.files())) {
            PosixSpawn spawn =
                    new PosixSpawn(kernel.calls(), launch, files.currentDirectory(), variables, childFiles.numbers());
            int pid = LaunchingThread.start(kernel.calls(), launch.attributes().identity(), spawn::start);
            Child child = new Child(childFiles.carry());
            children.put(pid, child);
            Thread waiter = new Thread(null, () -> awaitEnd(pid, child), "waits for " + pid, STACK_SIZE);
            waiter.setDaemon(true);
            waiter.start();
            return pid;
        }
    }

    /** Leaves the child to be waited for by who wants to know how it ended. */
    private void awaitEnd(int pid, Child child) {
        while (true) {
            try {
                kernel.calls().call("waitid", BY_PID, pid, new byte[SIGINFO_SIZE], EXITED_AND_KEPT);
                break;
            } catch (HostException e) {
                if (e.errno() != Errno.EINTR.number()) {
                    // There is none: nobody wants to know how children end, SIGCHLD being ignored.
                    break;
                }
            }
        }
        synchronized (changes) {
            child.ended = true;
            changes.notifyAll();
        }
    }

    @Override
    public Ended await(int pid, int options) throws InterruptedException {
        IntPredicate wanted = wanted(pid);
        while (true) {
            boolean none = true;
            for (Map.Entry<Integer, Child> entry : children.entrySet()) {
                if (!wanted.test(entry.getKey())) {
                    continue;
                }
                Ended ended = ended(entry.getKey(), entry.getValue(), options);
                if (ended != null) {
                    return ended;
                }
                none &= !children.containsKey(entry.getKey());
            }
            if (none) {
                throw new HostException(Errno.ECHILD);
            }
            if ((options & NO_HANG) != 0) {
                return null;
            }
            sleep(wanted, (options & STOPPED_OR_CONTINUED) != 0);
        }
    }

    private IntPredicate wanted(int pid) {
        if (pid > 0) {
            return child -> child == pid;
        }
        if (pid == -1) {
            return child -> true;
        }
        NativeCalls calls = kernel.calls();
        int group = pid == 0 ? calls.call("getpgid", 0) : -pid;
        return child -> calls.call("getpgid", child) == group;
    }

    /** Looks without waiting. Null while it runs. */
    private Ended ended(int pid, Child child, int options) throws InterruptedException {
        boolean asksKernel;
        synchronized (changes) {
            asksKernel = child.ended || (options & STOPPED_OR_CONTINUED) != 0;
        }
        if (!asksKernel) {
            return null;
        }
        byte[] status = new byte[Integer.BYTES];
        byte[] usage = new byte[USAGE_LONGS * Long.BYTES];
        int found;
        try {
            found = kernel.calls().call("wait4", pid, status, options | NO_HANG, usage);
        } catch (HostException e) {
            if (e.errno() != Errno.ECHILD.number()) {
                throw e;
            }
            // Somebody has waited for it by another call.
            children.remove(pid, child);
            return null;
        }
        if (found == 0) {
            return null;
        }
        int code = NativeBytes.getInt(status, 0);
        boolean goesOn = (code & 0xFF) == 0x7F || code == 0xFFFF;
        if (!goesOn) {
            children.remove(pid, child);
            for (Thread carrier : child.carriers) {
                // A grandchild may hold the files open for ever; a moment is enough for what the child itself wrote.
                carrier.join(1000);
            }
        }
        long[] numbers = new long[USAGE_LONGS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = NativeBytes.getLong(usage, i * Long.BYTES);
        }
        return new Ended(pid, code, numbers);
    }

    private void sleep(IntPredicate wanted, boolean looksAgain) throws InterruptedException {
        synchronized (changes) {
            for (Map.Entry<Integer, Child> entry : children.entrySet()) {
                if (entry.getValue().ended && wanted.test(entry.getKey())) {
                    return;
                }
            }
            if (looksAgain) {
                changes.wait(WAIT_MILLIS);
            } else {
                changes.wait();
            }
        }
    }

    @Override
    void send(int pid, int signal) {
        LibC.kill(pid, signal);
    }

    /** Elsewhere than on Linux: as Java starts them. */
    public static Processes orJava(Kernel kernel, FileSystem files, Environment environment, Signals signals) {
        return System.getProperty("os.name").equals("Linux")
                ? new SystemProcesses(kernel, files, environment, signals)
                : new JavaProcesses(files, environment, signals);
    }
}
