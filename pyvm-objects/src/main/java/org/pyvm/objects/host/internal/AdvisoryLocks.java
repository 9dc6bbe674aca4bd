package org.pyvm.objects.host.internal;

import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;

/**
 * The locks of one open file. Java's own would not do: they belong to the process, and go when it closes any descriptor of the
 * file. So the file is opened once more by the C library, and the locks are that descriptor's: those of {@code flock} are this open
 * file's alone, those of {@code fcntl} the process's, as on Linux, and other programs see both. Thread-safe.
 */
final class AdvisoryLocks {
    private static final int READ_ONLY = 0;
    private static final int READ_WRITE = 2;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int LOCK_NON_BLOCKING = 4;
    private static final int LOCK_UNLOCK = 8;
    private static final long MOST_MILLISECONDS = 20;

    private final String path;
    private final boolean writable;
    private int descriptor = -1;

    AdvisoryLocks(String path, boolean writable) {
        this.path = path;
        this.writable = writable;
    }

    private synchronized int descriptor() {
        if (descriptor < 0) {
            descriptor = LibC.open(path, (writable ? READ_WRITE : READ_ONLY) | CLOSE_ON_EXEC);
        }
        return descriptor;
    }

    /** Waits by asking again, since nothing would end a wait in the C library when the thread is interrupted. */
    void flock(int operation) {
        if (operation == LOCK_UNLOCK && !isUsed()) {
            return;
        }
        int open = descriptor();
        await((operation & LOCK_NON_BLOCKING) == 0, () -> LibC.flock(open, operation | LOCK_NON_BLOCKING));
    }

    void range(OpenFile.RangeLock lock, boolean wait) {
        int open = descriptor();
        await(wait, () -> LibC.setLock(open, lock.type(), lock.start(), lock.length()));
    }

    /** What is in the way of a lock, or null. */
    OpenFile.RangeLock conflict(OpenFile.RangeLock lock) {
        return LibC.getLock(descriptor(), lock.type(), lock.start(), lock.length());
    }

    private synchronized boolean isUsed() {
        return descriptor >= 0;
    }

    private static void await(boolean wait, Runnable attempt) {
        long pause = 1;
        while (true) {
            try {
                attempt.run();
                return;
            } catch (HostException e) {
                boolean isHeld = e.errno() == Errno.EAGAIN.number() || e.errno() == Errno.EACCES.number();
                if (!wait || !isHeld) {
                    throw e;
                }
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                throw new HostException(Errno.EINTR);
            }
            pause = Math.min(2 * pause, MOST_MILLISECONDS);
        }
    }

    synchronized void close() {
        if (descriptor >= 0) {
            LibC.close(descriptor);
            descriptor = -1;
        }
    }
}
