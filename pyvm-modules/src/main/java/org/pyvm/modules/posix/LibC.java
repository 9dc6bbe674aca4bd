package org.pyvm.modules.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;

/**
 * The system's C library, for what Java has no call for: users, groups, sessions, priorities, extended attributes. Its functions
 * concern the process, so all interpreters in it.
 */
final class LibC {
    private LibC() {}

    /**
     * The calls of an interpreter, made when they are first needed.
     *
     * @throws HostException EPERM or the like where the host allows no native code, ENOSYS where there is none
     */
    static NativeCalls of(ThreadState thread) {
        return thread.interpreter()
                .service(
                        NativeCalls.class,
                        () -> new NativeCalls(host(thread).natives().open(NativeCalls.C_LIBRARY)));
    }

    /** As {@link #of}, null while the library has not been needed. */
    static NativeCalls ofOrNull(ThreadState thread) {
        return thread.interpreter().serviceOrNull(NativeCalls.class);
    }

    private static Host host(ThreadState thread) {
        return thread.interpreter().service(Host.class);
    }

    /** A path or name as C wants it. */
    static MemorySegment text(Arena arena, String text) {
        byte[] bytes = FileSystemPaths.toBytes(text);
        MemorySegment copy = arena.allocate(bytes.length + 1L);
        copy.asByteBuffer().put(bytes);
        return copy;
    }

    /** A path from where the interpreter is, which need not be where the process was started. */
    static MemorySegment path(Arena arena, ThreadState thread, String path) {
        if (path.isEmpty() || path.startsWith("/")) {
            return text(arena, path);
        }
        return text(arena, host(thread).files().currentDirectory() + "/" + path);
    }

    /** An array of texts with a null pointer at the end. */
    static MemorySegment texts(Arena arena, List<String> texts) {
        MemorySegment array = arena.allocate(ADDRESS, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++) {
            array.setAtIndex(ADDRESS, i, text(arena, texts.get(i)));
        }
        return array;
    }
}
