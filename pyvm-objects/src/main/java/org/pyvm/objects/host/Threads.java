package org.pyvm.objects.host;

/** Threads of the operating system. */
@FunctionalInterface
public interface Threads {
    /**
     * Starts a daemon thread.
     *
     * @param stackSize in bytes, 0 for the default
     */
    Thread start(String name, long stackSize, Runnable body);
}
