package org.pyvm.runtime.internal.lockstep;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What one thread of the first interpreter did, in order, on its way to the same thread of the second: events, which must be
 * the same there, and calls of the host with what they gave, from which the second is answered.
 */
final class Lane {
    /** Entries that the first may be ahead. */
    private static final int MOST = 4096;

    /** @param what an event, or a call with its arguments @param result of a call */
    private record Entry(String what, Object result, RuntimeException failure) {}

    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>(MOST);
    private final Comparison comparison;
    private final int thread;
    private long compared;
    private String last = "the beginning";

    /** @param thread its number: that of the program is 0 */
    Lane(Comparison comparison, int thread) {
        this.comparison = comparison;
        this.thread = thread;
    }

    int thread() {
        return thread;
    }

    /**
     * Something happens that both interpreters must do.
     *
     * @param note what the first adds to it, without being compared
     * @return what the first has added
     */
    Object event(boolean first, String what, Object note) {
        if (first) {
            put(new Entry(what, note, null));
            return note;
        }
        return take(what).result;
    }

    /**
     * A call of the host: the first interpreter makes it, the second gets what it gave.
     *
     * @param what the operation and its arguments, which must be the same
     */
    @SuppressWarnings("unchecked")
    <T> T call(boolean first, String what, Supplier<T> real) {
        if (!first) {
            Entry entry = take("host: " + what);
            if (entry.failure != null) {
                throw entry.failure;
            }
            return (T) entry.result;
        }
        try {
            T result = real.get();
            put(new Entry("host: " + what, result, null));
            return result;
        } catch (RuntimeException e) {
            put(new Entry("host: " + what, null, e));
            throw e;
        }
    }

    /** The second finds that the first has not done what it would do. @param theirs what the first did */
    Stopped differ(String theirs, String ours) {
        return comparison.differ(compared, last, theirs, ours);
    }

    private void put(Entry entry) {
        comparison.progressed();
        try {
            while (!entries.offer(entry, 1, TimeUnit.SECONDS)) {
                comparison.checkStopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
        comparison.checkStopped();
    }

    private Entry take(String what) {
        Entry entry = entries.poll();
        try {
            for (Patience patience = comparison.patience(); entry == null && patience.lasts(); ) {
                comparison.checkStopped();
                entry = entries.poll(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
        String other = entry == null ? "nothing for " + Patience.MOST + " seconds" : entry.what;
        compared++;
        if (!other.equals(what)) {
            throw differ(other, what);
        }
        last = what;
        return entry;
    }
}
