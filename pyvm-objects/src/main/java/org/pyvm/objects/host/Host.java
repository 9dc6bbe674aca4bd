package org.pyvm.objects.host;

/**
 * All that one interpreter may do to the outer world. Every operation of a part may throw {@link HostException}; one that is
 * not allowed throws it with {@code EACCES}. Safe for use by several threads.
 */
public interface Host {
    Clock clock();

    Entropy entropy();

    /** The open files by number, standard streams included. */
    DescriptorTable descriptors();

    FileSystem files();

    Environment environment();

    Processes processes();

    Network network();

    Signals signals();

    Threads threads();

    NativeLibraries natives();

    /** What {@code os.uname}, {@code os.cpu_count} and the like tell about the machine. */
    Machine machine();

    /** Ends the process at once, without any clean-up. */
    void exit(int status);

    /** Ends the process as a signal does that nobody handles; where none can be sent, with the status by which a shell tells of it. */
    default void die(int signal) {
        signals().handle(signal, Signals.DEFAULT);
        signals().raise(signal);
        exit(128 + signal);
    }
}
