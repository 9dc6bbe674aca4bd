package org.pyvm.objects.host;

import java.time.ZoneId;

/** Times in nanoseconds. */
public interface Clock {
    /** Since 1970, UTC. */
    long time();

    /** Since some moment; never goes back. */
    long monotonic();

    /** Processor time that the process has used. */
    long processTime();

    /** Processor time that the current thread has used. */
    long threadTime();

    /** The zone of local time where {@code TZ} says nothing. */
    ZoneId zone();

    /** @throws InterruptedException when the thread is interrupted before or meanwhile */
    void sleep(long nanos) throws InterruptedException;
}
