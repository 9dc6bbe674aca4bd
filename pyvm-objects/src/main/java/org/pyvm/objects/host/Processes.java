package org.pyvm.objects.host;

/** This process and its children. */
public interface Processes {
    int pid();

    int parentPid();

    int userId();

    int groupId();

    /**
     * Starts a program.
     *
     * @return the process's number
     * @throws HostException ENOSYS for what the host cannot give a program
     */
    int spawn(Launch launch);

    /** A bit of {@link #await}: not to wait. */
    int NO_HANG = 1;

    /**
     * Waits for a child.
     *
     * @param pid its number; -1 for any, 0 or less than -1 for any of a process group, as {@code waitpid} has it
     * @param options as {@code waitpid} has them
     * @return null when it is not to wait and none has ended
     * @throws HostException ECHILD when there is no such child
     */
    Ended await(int pid, int options) throws InterruptedException;

    /**
     * A child that has ended, or been stopped or continued.
     *
     * @param status as {@code waitpid} gives it: exit status in the upper byte, signal in the lower
     * @param usage {@code struct rusage} of 64-bit Linux; null when it is not known
     */
    record Ended(int pid, int status, long[] usage) {}

    /** Sends a signal; 0 only asks whether the process is there. */
    void kill(int pid, int signal);
}
