package org.pyvm.cli;

import java.util.concurrent.atomic.AtomicInteger;
import org.pyvm.objects.host.SystemHost;

/** The {@code pyvm} command: a drop-in {@code python3}. */
public final class Main {
    /** Bytes of Java stack for Python code; reserved, not committed. */
    static final long STACK_SIZE = 1L << 30;

    private Main() {}

    /** @param args as {@code python3} takes them */
    public static void main(String[] args) throws InterruptedException {
        SystemHost host = SystemHost.withOwnStreams();
        int status = run(host, args);
        if (status < 0) {
            // Who waits for the process, a shell with a loop, is to see that it was interrupted.
            host.die(-status);
        }
        // Daemon threads of the program end here.
        host.exit(status);
    }

    /** Runs what a command line asks for in a thread with room for deep recursion; returns the exit status, or the number of a signal to die of, negated. */
    static int run(SystemHost host, String... args) throws InterruptedException {
        AtomicInteger status = new AtomicInteger(1);
        Thread thread = new Thread(null, () -> status.set(new CommandLine(host, args).run()), "MainThread", STACK_SIZE);
        thread.start();
        thread.join();
        return status.get();
    }
}
