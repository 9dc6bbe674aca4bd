package org.pyvm.objects.host;

import java.util.List;
import java.util.Map;

/**
 * A program to be started, and all that it begins with.
 *
 * @param program its path; a relative one starts at {@code directory}
 * @param arguments of which the first is what the program is called
 * @param environment null for the host's
 * @param directory null for the host's
 * @param files the open files by the numbers that the program will know them by; it gets no others
 */
public record Launch(
        String program,
        List<String> arguments,
        Map<String, String> environment,
        String directory,
        Map<Integer, OpenFile> files,
        Attributes attributes) {
    /**
     * What a process has beside its files.
     *
     * @param group the process group to join, 0 for a new one; null for that of this process
     * @param session whether it begins a session
     * @param resetIds whether the effective user and group become the real ones
     * @param blocked signals
     * @param defaulted signals that are not to be ignored
     * @param scheduling null for that of this process
     * @param identity null for that of this process
     */
    public record Attributes(
            Integer group,
            boolean session,
            boolean resetIds,
            List<Integer> blocked,
            List<Integer> defaulted,
            Scheduling scheduling,
            Identity identity) {
        /** A process like this one. */
        public static final Attributes NONE =
                new Attributes(null, false, false, List.of(), List.of(), null, Identity.SAME);
    }

    /** @param policy null for that of this process, whose priority is set then */
    public record Scheduling(Integer policy, int priority) {}

    /** Users and groups, and the mask of files' modes; null stands for those of this process. */
    public record Identity(Integer user, Integer group, List<Integer> groups, Integer umask) {
        public static final Identity SAME = new Identity(null, null, null, null);
    }
}
