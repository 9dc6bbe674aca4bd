package org.pyvm.runtime.internal.lockstep;

import java.util.concurrent.Semaphore;
import org.pyvm.objects.InterpreterLock;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;

/**
 * The lock of one of two interpreters: the first's threads take it as they come, and it is written down which; the second's take
 * it in that order. It is dropped after jumps back only, and Python's locks are taken by threads that hold this one, so that
 * what threads race for goes to the same thread in both.
 */
final class TurnLock extends InterpreterLock {
    /** Between two looks at a lock that another thread has. */
    private static final int PAUSE_NANOS = 200_000;

    private final LoggedHost host;
    private final boolean first;
    private final Turns turns;

    TurnLock(LoggedHost host, boolean first, Turns turns) {
        this.host = host;
        this.first = first;
        this.turns = turns;
    }

    @Override
    public void acquire() {
        Lane lane = host.lane();
        if (lane == null) {
            super.acquire();
        } else if (first) {
            super.acquire();
            turns.record(lane);
        } else {
            turns.await(lane);
            super.acquire();
            turns.taken();
        }
    }

    /** Polls are at different places in different strategies. */
    @Override
    public void yieldToOthers() {
        if (host.lane() == null) {
            super.yieldToOthers();
        }
    }

    /** Whether the first interpreter's thread is to let others run. */
    boolean isToBeDropped() {
        return isAsked();
    }

    /** Lets others run, as the first interpreter's thread does here too. */
    void drop() {
        if (!first) {
            release();
            acquire();
            return;
        }
        long before = turns.recorded();
        super.yieldToOthers();
        if (turns.recorded() == before) {
            // Whoever asked is gone.
            turns.record(host.lane());
        }
    }

    @Override
    public boolean awaitPermit(Semaphore permits, long nanos) throws InterruptedException {
        if (host.lane() == null) {
            return super.awaitPermit(permits, nanos);
        }
        boolean taken = host.call("lock", () -> takes(permits, nanos));
        if (taken && !first) {
            acquire();
            try {
                if (!permits.tryAcquire()) {
                    throw host.lane().differ("got a lock", "cannot have it");
                }
            } finally {
                release();
            }
        }
        return taken;
    }

    private boolean takes(Semaphore permits, long nanos) {
        long start = host.now();
        while (true) {
            super.acquire();
            try {
                if (permits.tryAcquire()) {
                    turns.record(host.lane());
                    return true;
                }
            } finally {
                release();
            }
            if (host.now() - start >= nanos) {
                return false;
            }
            host.checkStopped();
            try {
                Thread.sleep(0, PAUSE_NANOS);
            } catch (InterruptedException e) {
                // A signal; who waits calls again after its handlers.
                throw new HostException(Errno.EINTR);
            }
        }
    }
}
