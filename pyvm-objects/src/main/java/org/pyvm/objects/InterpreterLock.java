package org.pyvm.objects;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The interpreter lock (the book's GIL, chapter 7): a thread holds it while it runs Python code and gives it up around
 * blocking calls. A waiter that has waited for the switch interval asks the holder to drop it; the holder sees that at
 * its next safepoint, drops it, and waits until another thread has taken it.
 */
public final class InterpreterLock {
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition released = mutex.newCondition();
    private final Condition taken = mutex.newCondition();
    private Thread holder;
    private long switches;
    private int waiters;
    private long intervalNanos = 5_000_000;
    /** Set when a waiter wants the lock, an interrupt or an exception is pending: read by strategies at safepoints. */
    private volatile boolean dropRequested;
    /** Whether something waits for the next safepoint of whichever thread, beside a waiter. */
    private boolean attention;
    /** Whether objects wait to be finalized. */
    private boolean finalization;
    /** Whether every poll is to be answered, for somebody counts them. */
    private boolean pollsWatched;

    /** Seconds; {@code sys.getswitchinterval}. */
    public double switchInterval() {
        return intervalNanos / 1e9;
    }

    /** Seconds, greater than zero; {@code sys.setswitchinterval}. */
    public void setSwitchInterval(double seconds) {
        intervalNanos = Math.max(1000, (long) (seconds * 1e9));
    }

    /** Whether a thread waits for the lock long enough that the holder should call {@link #yieldToOthers}. */
    public boolean dropRequested() {
        return dropRequested;
    }

    /** Makes the holder call at its next safepoint, until {@link #attentionPaid}. Callable from any thread. */
    public void requestAttention() {
        mutex.lock();
        try {
            attention = true;
            dropRequested = true;
        } finally {
            mutex.unlock();
        }
    }

    /** What {@link #requestAttention} was called for has been seen to. */
    public void attentionPaid() {
        mutex.lock();
        try {
            attention = false;
        } finally {
            mutex.unlock();
        }
    }

    /** As {@link #requestAttention}, until {@link #finalizationPaid}. */
    public void requestFinalization() {
        mutex.lock();
        try {
            finalization = true;
            dropRequested = true;
        } finally {
            mutex.unlock();
        }
    }

    /** What {@link #requestFinalization} was called for has been seen to. */
    public void finalizationPaid() {
        mutex.lock();
        try {
            finalization = false;
        } finally {
            mutex.unlock();
        }
    }

    /** Makes {@link #dropRequested} always true, or no longer. */
    public void setPollsWatched(boolean watched) {
        mutex.lock();
        try {
            pollsWatched = watched;
            dropRequested |= watched;
        } finally {
            mutex.unlock();
        }
    }

    public void acquire() {
        mutex.lock();
        try {
            waiters++;
            while (holder != null) {
                long before = switches;
                boolean signalled = await(released, intervalNanos);
                if (!signalled && holder != null && switches == before) {
                    dropRequested = true;
                }
            }
            waiters--;
            holder = Thread.currentThread();
            switches++;
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

    public void release() {
        mutex.lock();
        try {
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
            dropRequested = attention || finalization || pollsWatched;
            if (waiters == 0) {
                return;
            }
            long before = switches;
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

    /** Runs a blocking call without the lock. */
    public <T> T released(Supplier<T> blocking) {
        release();
        try {
            return blocking.get();
        } finally {
            acquire();
        }
    }
}
