package org.pyvm.objects.host;

import java.nio.channels.SelectableChannel;

/** A file whose readiness the operating system tells through a selector. */
public interface Selectable {
    /** The channel, not blocking; null as long as there is none. */
    SelectableChannel channel();

    /** The operations of a selection key that bits of {@link Readiness} stand for, in the file's present state. */
    int operations(int readiness);

    /** Whether there is something to read that the system does not know of any more. */
    default boolean hasReadAhead() {
        return false;
    }

    /** The bits that the operations of a selected key stand for; may finish a connection. */
    int readiness(int operations);
}
