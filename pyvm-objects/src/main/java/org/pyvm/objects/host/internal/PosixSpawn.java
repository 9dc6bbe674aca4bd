package org.pyvm.objects.host.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Launch;
import org.pyvm.objects.host.NativeCalls;

/** A call of {@code posix_spawn}. */
final class PosixSpawn {
    private static final int RESET_IDS = 1;
    private static final int SET_GROUP = 2;
    private static final int SET_DEFAULT_SIGNALS = 4;
    private static final int SET_MASK = 8;
    private static final int SET_PRIORITY = 0x10;
    private static final int SET_POLICY = 0x20;
    private static final int SET_SESSION = 0x80;

    /** More than any C library takes for attributes, actions or a set of signals. */
    private static final int ROOM = 1024;

    private final NativeCalls calls;
    private final Launch launch;
    private final String currentDirectory;
    private final Map<String, String> variables;
    private final Map<Integer, Integer> files;

    /** @param files numbers of this process's by the child's */
    PosixSpawn(
            NativeCalls calls,
            Launch launch,
            String currentDirectory,
            Map<String, String> variables,
            Map<Integer, Integer> files) {
        this.calls = calls;
        this.launch = launch;
        this.currentDirectory = currentDirectory;
        this.variables = variables;
        this.files = files;
    }

    /** @return the child's number */
    int start() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment actions = arena.allocate(ROOM, 16);
            MemorySegment attributes = arena.allocate(ROOM, 16);
            check("posix_spawn_file_actions_init", actions);
            check("posix_spawnattr_init", attributes);
            try {
                fillActions(arena, actions);
                fillAttributes(arena, attributes);
                MemorySegment pid = arena.allocate(JAVA_INT);
                MemorySegment argv = texts(arena, launch.arguments());
                MemorySegment envp = texts(
                        arena,
                        variables.entrySet().stream()
                                .map(variable -> variable.getKey() + "=" + variable.getValue())
                                .toList());
                int error =
                        calls.call("posix_spawn", pid, text(arena, launch.program()), actions, attributes, argv, envp);
                if (error != 0) {
                    throw new HostException(error, launch.program(), null);
                }
                return pid.get(JAVA_INT, 0);
            } finally {
                check("posix_spawn_file_actions_destroy", actions);
                check("posix_spawnattr_destroy", attributes);
            }
        }
    }

    /** These functions give the number of an error. */
    private void check(String function, Object... arguments) {
        int error = calls.call(function, arguments);
        if (error != 0) {
            throw new HostException(error, null, null);
        }
    }

    private void fillActions(Arena arena, MemorySegment actions) {
        String directory = launch.directory() == null ? "" : launch.directory();
        check(
                "posix_spawn_file_actions_addchdir_np",
                actions,
                text(arena, directory.startsWith("/") ? directory : currentDirectory + "/" + directory));
        int highest = files.isEmpty() ? -1 : Collections.max(files.keySet());
        // First out of each other's way: a number may be wanted that still is that of another file.
        int free = Math.max(highest, files.isEmpty() ? -1 : Collections.max(files.values())) + 1;
        int aside = free;
        for (int number : files.values()) {
            check("posix_spawn_file_actions_adddup2", actions, number, aside++);
        }
        aside = free;
        for (int number : files.keySet()) {
            check("posix_spawn_file_actions_adddup2", actions, aside++, number);
        }
        for (int number = 0; number < highest; number++) {
            if (!files.containsKey(number)) {
                check("posix_spawn_file_actions_addclose", actions, number);
            }
        }
        check("posix_spawn_file_actions_addclosefrom_np", actions, highest + 1);
    }

    private void fillAttributes(Arena arena, MemorySegment attributes) {
        Launch.Attributes wanted = launch.attributes();
        // Threads of the JVM block signals that no program expects to be blocked.
        int flags = SET_MASK;
        check("posix_spawnattr_setsigmask", attributes, signals(arena, wanted.blocked()));
        if (!wanted.defaulted().isEmpty()) {
            flags |= SET_DEFAULT_SIGNALS;
            check("posix_spawnattr_setsigdefault", attributes, signals(arena, wanted.defaulted()));
        }
        if (wanted.group() != null) {
            flags |= SET_GROUP;
            check("posix_spawnattr_setpgroup", attributes, wanted.group());
        }
        flags |= wanted.session() ? SET_SESSION : 0;
        flags |= wanted.resetIds() ? RESET_IDS : 0;
        if (wanted.scheduling() != null) {
            flags |= SET_PRIORITY;
            MemorySegment priority = arena.allocate(JAVA_INT);
            priority.set(JAVA_INT, 0, wanted.scheduling().priority());
            check("posix_spawnattr_setschedparam", attributes, priority);
            if (wanted.scheduling().policy() != null) {
                flags |= SET_POLICY;
                check(
                        "posix_spawnattr_setschedpolicy",
                        attributes,
                        wanted.scheduling().policy());
            }
        }
        check("posix_spawnattr_setflags", attributes, flags);
    }

    private MemorySegment signals(Arena arena, List<Integer> signals) {
        MemorySegment set = arena.allocate(ROOM, 16);
        calls.call("sigemptyset", set);
        for (int signal : signals) {
            calls.call("sigaddset", set, signal);
        }
        return set;
    }

    private static MemorySegment text(Arena arena, String text) {
        return arena.allocateFrom(JAVA_BYTE, NativeBytes.text(text));
    }

    private static MemorySegment texts(Arena arena, List<String> texts) {
        MemorySegment array = arena.allocate(ADDRESS, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++) {
            array.setAtIndex(ADDRESS, i, text(arena, texts.get(i)));
        }
        return array;
    }
}
