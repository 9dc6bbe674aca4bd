package org.pyvm.runtime.internal.lockstep;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** One run of two interpreters: the lanes of their threads, and the first difference. */
public final class Comparison {
    private final String first;
    private final String second;
    private final Map<Integer, Lane> lanes = new ConcurrentHashMap<>();
    private final Turns turns = new Turns(this);
    private volatile String difference;
    private final AtomicLong progress = new AtomicLong();

    /** @param first name of the strategy that leads @param second of the one that is compared with it */
    public Comparison(String first, String second) {
        this.first = first;
        this.second = second;
    }

    Lane lane(int thread) {
        return lanes.computeIfAbsent(thread, number -> new Lane(this, number));
    }

    /** The order in which threads run. */
    Turns turns() {
        return turns;
    }

    /** The first interpreter has done something, or a thread of the second has taken its turn. */
    void progressed() {
        progress.incrementAndGet();
    }

    /** Of a thread of the second interpreter, which waits for the first and looks once a second, or when there is progress. */
    Patience patience() {
        return new Patience(progress);
    }

    /** What was found first, as text of several lines; null for nothing. */
    public String difference() {
        return difference;
    }

    synchronized Stopped differ(long number, String before, String theirs, String ours) {
        if (difference == null) {
            int width = Math.max(first.length(), second.length());
            difference = "lockstep: " + first + " and " + second + " differ at event " + number + "\n  both, before: "
                    + before
                    + "\n  " + first + " ".repeat(width - first.length()) + ": " + theirs + "\n  " + second
                    + " ".repeat(width - second.length()) + ": " + ours + "\n";
        }
        return new Stopped();
    }

    void checkStopped() {
        if (difference != null) {
            throw new Stopped();
        }
    }
}
