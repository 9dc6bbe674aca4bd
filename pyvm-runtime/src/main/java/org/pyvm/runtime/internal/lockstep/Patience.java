package org.pyvm.runtime.internal.lockstep;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a thread of the second interpreter waits for the first: until nothing at all has been done for a while. Looks are
 * counted, not the time, which goes on while the process is stopped.
 */
final class Patience {
    /** Looks, of a second each. */
    static final int MOST = 60;

    private final AtomicLong progress;
    private long seen;
    private int idle;

    /** @param progress grows with all that is done */
    Patience(AtomicLong progress) {
        this.progress = progress;
        this.seen = progress.get();
    }

    /** Whether to look another time. */
    boolean lasts() {
        long now = progress.get();
        idle = now == seen ? idle + 1 : 0;
        seen = now;
        return idle <= MOST;
    }
}
