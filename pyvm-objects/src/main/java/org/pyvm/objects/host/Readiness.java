package org.pyvm.objects.host;

/** What can be done with an open file without waiting; the bits are {@code poll}'s. */
public final class Readiness {
    public static final int READ = 1;
    public static final int WRITE = 4;
    public static final int ERROR = 8;
    /** The other end is gone. */
    public static final int HANG_UP = 16;

    private Readiness() {}

    /** Told that a file's readiness may have changed. */
    @FunctionalInterface
    public interface Watcher {
        void changed();
    }
}
