package org.pyvm.objects;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The interpreter lock (the book's GIL, chapter 7): a thread holds it while it runs Python code and gives it up around
 * blocking calls. A waiter that has waited for the switch interval asks the holder to drop it; the holder sees that at
 * its next safepoint, drops it, and waits until another thread has taken it.
 *
 * <p>Another policy is a subclass that overrides {@link #acquire}, {@link #release}, {@link #yieldToOthers}, {@link #isHeld} and
 * where it matters {@link #awaitPermit}; an interpreter gets it when it is made.
 */
public class InterpreterLock {
    /** What happens to the lock. */
    public enum Event {
        /** A thread has taken it. */
        TAKEN,
        /** A waiter has waited for the switch interval and asks the holder to drop it. */
        ASKED,
        /** The holder drops it at a safepoint, and waits until another has taken it. */
        DROPPED,
        /** The holder has given it back, before a blocking call or at its end. */
        RELEASED
    }

    /** Is told of events, by the thread concerned; must neither block nor run Python code. */
    @FunctionalInterface
    public interface Observer {
        void see(Event event, Thread thread);
    }

    private volatile Observer observer;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition released = mutex.newCondition();
    private final Condition taken = mutex.newCondition();
    private Thread holder;
    private long switches;
    private int waiters;
    private long intervalNanos = 5_000_000;
    /** Set when a waiter wants the lock, an interrupt or an exception is pending: read by strategies at safepoints. */
    private volatile boolean dropRequested;
    /** Whether a waiter has waited for the switch interval. */
    private boolean asked;
    /** Whether something waits for the next safepoint of whichever thread, beside a waiter. */
    private boolean attention;
    /** Whether objects wait to be finalized. */
    private boolean finalization;
    /** Whether every poll is to be answered, for somebody counts them. */
    private boolean pollsWatched;

    /** Has somebody told of what happens to the lock; null for nobody. */
    public final void observe(Observer other) {
        observer = other;
    }

    private void told(Event event) {
        Observer told = observer;
        if (told != null) {
            told.see(event, Thread.currentThread());
        }
    }

    /** Seconds; {@code sys.getswitchinterval}. */
    public final double switchInterval() {
        return intervalNanos / 1e9;
    }

    /** Seconds, greater than zero; {@code sys.setswitchinterval}. */
    public final void setSwitchInterval(double seconds) {
        intervalNanos = Math.max(1000, (long) (seconds * 1e9));
    }

    /** Whether a thread waits for the lock long enough that the holder should call {@link #yieldToOthers}. */
    public final boolean dropRequested() {
        return dropRequested;
    }

    /** Whether a waiter has asked the holder to drop the lock, which {@link #dropRequested} says for other reasons too. */
    protected final boolean isAsked() {
        mutex.lock();
        try {
            return asked;
        } finally {
            mutex.unlock();
        }
    }

    /** Makes the holder call at its next safepoint, until {@link #attentionPaid}. Callable from any thread. */
    public final void requestAttention() {
        mutex.lock();
        try {
            attention = true;
            dropRequested = true;
        } finally {
            mutex.unlock();
        }
    }

    /** What {@link #requestAttention} was called for has been seen to. */
    public final void attentionPaid() {
        mutex.lock();
        try {
            attention = false;
        } finally {
            mutex.unlock();
        }
    }

    /** As {@link #requestAttention}, until {@link #finalizationPaid}. */
    public final void requestFinalization() {
        mutex.lock();
        try {
            finalization = true;
            dropRequested = true;
        } finally {
            mutex.unlock();
        }
    }

    /** What {@link #requestFinalization} was called for has been seen to. */
    public final void finalizationPaid() {
        mutex.lock();
        try {
            finalization = false;
        } finally {
            mutex.unlock();
        }
    }

    /** Makes {@link #dropRequested} always true, or no longer. */
    public final void setPollsWatched(boolean watched) {
        mutex.lock();
        try {
            pollsWatched = watched;
            dropRequested |= watched;
        } finally {
            mutex.unlock();
        }
    }

    /** Waits until the calling thread, which does not hold it, has the lock. */
    public void acquire() {
        mutex.lock();
        try {
            waiters++;
            while (holder != null) {
                long before = switches;
                boolean signalled = await(released, intervalNanos);
                if (!signalled && holder != null && switches == before) {
                    asked = true;
                    dropRequested = true;
                    told(Event.ASKED);
                }
            }
            waiters--;
            holder = Thread.currentThread();
            switches++;
            told(Event.TAKEN);
            asked = false;
            dropRequested = attention || finalization || pollsWatched;
            taken.signalAll();
        } finally {
            mutex.unlock();
        }
    }

    private static boolean await(Condition condition, long nanos) {
        boolean interrupted = false;
        try {
            return condition.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Gives the lock back; the calling thread holds it. */
    public void release() {
        mutex.lock();
        try {
            told(Event.RELEASED);
            holder = null;
            released.signal();
        } finally {
            mutex.unlock();
        }
    }

    /** Called at a safepoint by the holder when {@link #dropRequested}: lets a waiter run first. */
    public void yieldToOthers() {
        mutex.lock();
        try {
            asked = false;
            dropRequested = attention || finalization || pollsWatched;
            if (waiters == 0) {
                return;
            }
            long before = switches;
            told(Event.DROPPED);
            holder = null;
            released.signal();
            while (switches == before && waiters > 0) {
                await(taken, intervalNanos);
            }
        } finally {
            mutex.unlock();
        }
        acquire();
    }

    /** Whether the calling thread holds the lock. */
    public boolean isHeld() {
        return holder == Thread.currentThread();
    }

    /**
     * Waits until another thread gives a permit, and takes it: what Python's locks wait by. The calling thread does not hold the
     * interpreter lock.
     *
     * @param nanos how long at most
     * @return whether it has the permit
     */
    public boolean awaitPermit(Semaphore permits, long nanos) throws InterruptedException {
        return permits.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }

    /** Runs a blocking call without the lock. */
    public final <T> T released(Supplier<T> blocking) {
        release();
        try {
            return blocking.get();
        } finally {
            acquire();
        }
    }
}
