package org.pyvm.runtime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.pyvm.eval.LoopStrategy;
import org.pyvm.objects.InterpreterLock;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.runtime.internal.lockstep.Comparison;
import org.pyvm.runtime.internal.lockstep.LoggedHost;
import org.pyvm.runtime.internal.lockstep.Stopped;

/**
 * {@code -X eval=lockstep:a,b}: runs a program in two interpreters at once, by one strategy each. What the first asks of the
 * outer world is written down, and the second answered from it, so that the program has its effects once. Calls, jumps back,
 * handlers, ends of frames and operations of the host must be the same on both sides, with the values that the frames hold; the
 * first difference ends both and is told on standard error.
 */
public final class Lockstep {
    /** The exit status of a run that has found a difference. */
    public static final int DIFFERENT = 3;

    private static final String NAME = "lockstep:";
    private static final int STANDARD_ERROR = 2;

    private final Host real;
    private final long stackSize;
    private final Comparison comparison;
    private final Side first;
    private final Side second;

    private Lockstep(Host real, long stackSize, String a, String b) {
        this.real = real;
        this.stackSize = stackSize;
        this.comparison = new Comparison(a, b);
        this.first = new Side(a, new LoggedHost(real, true, comparison));
        this.second = new Side(b, new LoggedHost(real, false, comparison));
    }

    /** One of the two interpreters. @param strategy its name @param host what it is to be given */
    public record Side(String strategy, LoggedHost host) {
        /** What its interpreter's threads are to take turns by. */
        public InterpreterLock lock() {
            return host.lock();
        }

        /** Whether something thrown means that the comparison is over. */
        public boolean isOver(Throwable thrown) {
            return thrown instanceof Stopped;
        }

        /** The parts of the machine with the strategy watched. */
        public MachineParts watched(MachineParts parts) {
            if (!(parts.strategy() instanceof LoopStrategy loop)) {
                throw new PyvmException(
                        "the strategy " + strategy + " cannot be compared: it keeps its frames to itself");
            }
            return new MachineParts(
                    parts.catalog(),
                    parts.plugins(),
                    host.watching(loop),
                    parts.instruments(),
                    parts.modules(),
                    parts.additions());
        }
    }

    /** Whether the name of a strategy asks for this. */
    public static boolean isAskedFor(String strategy) {
        return strategy.startsWith(NAME);
    }

    /**
     * Runs a program twice.
     *
     * @param strategy {@code lockstep:a,b}
     * @param stackSize bytes of Java stack for each
     * @param program runs one side and gives its exit status; called on a thread for each
     * @return the exit status, or {@link #DIFFERENT}
     * @throws PyvmException when {@code strategy} does not name two
     */
    public static int run(String strategy, Host real, long stackSize, ToIntFunction<Side> program)
            throws InterruptedException {
        List<String> names = List.of(strategy.substring(NAME.length()).split(",", -1));
        if (names.size() != 2 || names.contains("")) {
            throw new PyvmException("lockstep takes two strategies, as in lockstep:switch,jit");
        }
        return new Lockstep(real, stackSize, names.get(0), names.get(1)).run(program);
    }

    private int run(ToIntFunction<Side> program) throws InterruptedException {
        AtomicInteger status = new AtomicInteger(DIFFERENT);
        Thread leader = start(first, program, new AtomicInteger());
        Thread follower = start(second, program, status);
        leader.join();
        follower.join();
        String difference = comparison.difference();
        if (difference == null) {
            return status.get();
        }
        byte[] bytes = difference.getBytes(StandardCharsets.UTF_8);
        OpenFile error = real.descriptors().get(STANDARD_ERROR);
        for (int done = 0; done < bytes.length; ) {
            done += error.write(bytes, done, bytes.length - done);
        }
        return DIFFERENT;
    }

    private Thread start(Side side, ToIntFunction<Side> program, AtomicInteger status) {
        return real.threads().start("MainThread", stackSize, () -> {
            side.host.enter(0);
            try {
                int ended = program.applyAsInt(side);
                side.host.event("end with status " + ended);
                status.set(ended);
            } catch (Stopped e) {
                // The difference, if there is one, is told at the end.
                return;
            }
        });
    }
}
