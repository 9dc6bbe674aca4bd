package org.pyvm.modules.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeLibrary;

/**
 * Functions of the system's C library, for what Java has no call for: users, groups, sessions, priorities, extended attributes.
 * They concern the process, so all interpreters in it. One for each interpreter, made when it is first needed. Thread-safe.
 */
final class LibC {
    private static final List<String> LIBRARIES = List.of("libc.so.6", "libSystem.dylib");

    private final NativeLibrary library;
    private final Map<String, MethodHandle> functions = new ConcurrentHashMap<>();

    private LibC(NativeLibrary library) {
        this.library = library;
    }

    /** @throws HostException EPERM or the like where the host allows no native code, ENOSYS where there is none */
    static LibC of(ThreadState thread) {
        Host host = thread.interpreter().service(Host.class);
        return thread.interpreter()
                .service(LibC.class, () -> new LibC(host.natives().open(LIBRARIES)));
    }

    /**
     * Calls a function whose result is an {@code int}.
     *
     * @param arguments each an Integer, a Long (also for {@code size_t} and {@code off_t}) or a segment
     * @return not -1
     * @throws HostException when it is -1, with {@code errno}; ENOSYS when the library has no such function
     */
    int call(String name, Object... arguments) {
        return (int) checked(name, JAVA_INT, arguments);
    }

    /** As {@link #call}, for a result of type {@code long}, {@code size_t} or {@code ssize_t}. */
    long callLong(String name, Object... arguments) {
        return checked(name, JAVA_LONG, arguments);
    }

    /** Calls a function that has no result. */
    void run(String name, Object... arguments) {
        MethodHandle function = functions.computeIfAbsent(name, absent -> link(absent, null, arguments));
        try (Arena arena = Arena.ofConfined()) {
            Object[] all = new Object[arguments.length + 1];
            all[0] = arena.allocate(NativeLibrary.ERRNO_BYTES, JAVA_INT.byteAlignment());
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            invoke(function, all);
        }
    }

    private long checked(String name, MemoryLayout result, Object[] arguments) {
        MethodHandle function = functions.computeIfAbsent(name, absent -> link(absent, result, arguments));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(NativeLibrary.ERRNO_BYTES, JAVA_INT.byteAlignment());
            Object[] all = new Object[arguments.length + 1];
            all[0] = errno;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            Number value = (Number) invoke(function, all);
            if (value.longValue() == -1) {
                throw new HostException(errno.get(JAVA_INT, 0), null, null);
            }
            return value.longValue();
        }
    }

    private static Object invoke(MethodHandle function, Object[] arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a downcall throws nothing checked", e);
        }
    }

    /** @param result null for none */
    private MethodHandle link(String name, MemoryLayout result, Object[] arguments) {
        MemoryLayout[] parameters = new MemoryLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            parameters[i] = switch (arguments[i]) {
                case Integer number -> JAVA_INT;
                case Long number -> JAVA_LONG;
                default -> ADDRESS;
            };
        }
        FunctionDescriptor type =
                result == null ? FunctionDescriptor.ofVoid(parameters) : FunctionDescriptor.of(result, parameters);
        MethodHandle function = library.functionWithErrno(name, type);
        if (function == null) {
            throw new HostException(Errno.ENOSYS);
        }
        return function;
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
        Host host = thread.interpreter().service(Host.class);
        return text(arena, host.files().currentDirectory() + "/" + path);
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
