package org.pyvm.runtime.internal.lockstep;

import java.util.ArrayDeque;
import java.util.Deque;

/** Which threads of the first interpreter have taken its lock, in order: those of the second take theirs in the same. */
final class Turns {
    private static final long WAIT_MILLIS = 1000;

    private final Comparison comparison;
    private final Deque<Integer> threads = new ArrayDeque<>();
    private long recorded;

    Turns(Comparison comparison) {
        this.comparison = comparison;
    }

    /** A thread of the first interpreter has the lock. */
    synchronized void record(Lane lane) {
        threads.add(lane.thread());
        recorded++;
        comparison.progressed();
        notifyAll();
    }

    /** How many there have been. */
    synchronized long recorded() {
        return recorded;
    }

    /** Waits until it is the turn of a thread of the second interpreter, which has it until it calls {@link #taken}. */
    synchronized void await(Lane lane) {
        boolean interrupted = false;
        Patience patience = comparison.patience();
        while (threads.isEmpty() || threads.peek() != lane.thread()) {
            comparison.checkStopped();
            if (!patience.lasts()) {
                Integer next = threads.peek();
                throw lane.differ(
                        next == null ? "no thread goes on" : "thread " + next + " goes on",
                        "thread " + lane.thread() + " would go on");
            }
            try {
                wait(WAIT_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread whose turn it is has the lock. */
    synchronized void taken() {
        threads.remove();
        comparison.progressed();
        notifyAll();
    }
}
