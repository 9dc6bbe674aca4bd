package org.pyvm.objects.host.internal;

import org.pyvm.objects.host.OpenFile;

/** The process's own standard streams. */
public final class StandardStreams {
    private StandardStreams() {}

    /** Stream 0, 1 or 2, or null when the process was started without it. */
    public static OpenFile open(int number) {
        return StandardStream.open(number);
    }
}
