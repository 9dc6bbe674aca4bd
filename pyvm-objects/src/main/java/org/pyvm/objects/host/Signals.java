package org.pyvm.objects.host;

import java.util.function.IntConsumer;

/** Signals to this process, by Linux's numbers. */
public interface Signals {
    /** What the operating system does. */
    IntConsumer DEFAULT = signal -> {};

    /** Nothing happens. */
    IntConsumer IGNORE = signal -> {};

    /**
     * Says what a signal does: {@link #DEFAULT}, {@link #IGNORE}, or an action that is run, with the number, on a thread of
     * its own.
     *
     * @return what it did before
     * @throws HostException EINVAL for a signal that cannot be handled
     */
    IntConsumer handle(int signal, IntConsumer action);

    /** Has the JVM link what the first {@link #handle} needs; from any thread, while others do something else. */
    default void prepare() {}

    /** Sends this process a signal. */
    void raise(int signal);

    /** Sends the process a signal when the time is over; 0 calls it off. {@code intervalNanos} above 0 repeats it. */
    void alarm(int signal, long nanos, long intervalNanos);
}
