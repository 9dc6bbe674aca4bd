package org.pyvm.objects.host;

import java.util.List;
import java.util.Map;

/** This process and its children. */
public interface Processes {
    int pid();

    int parentPid();

    int userId();

    int groupId();

    /**
     * Starts a program.
     *
     * @param command the program, with a slash or to be found in the variable PATH, and its arguments
     * @param environment null for this host's
     * @param directory null for this host's
     * @param descriptors the child's standard input, output and error, as descriptors of {@code table}; -1 for a closed one
     * @return the process's number
     */
    int spawn(
            List<String> command,
            Map<String, String> environment,
            String directory,
            DescriptorTable table,
            int[] descriptors);

    /**
     * Waits for a child.
     *
     * @param pid its number, or -1 for any
     * @param block whether to wait; otherwise gives null when none has ended
     * @throws HostException ECHILD when there is no such child
     */
    Ended await(int pid, boolean block) throws InterruptedException;

    /**
     * A child that has ended.
     *
     * @param status as {@code waitpid} gives it: exit status in the upper byte, signal in the lower
     */
    record Ended(int pid, int status) {}

    /** Sends a signal; 0 only asks whether the process is there. */
    void kill(int pid, int signal);
}
