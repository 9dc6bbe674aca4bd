package org.pyvm.objects.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
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

/**
 * Calls functions of a native library by name, with {@code errno}: linked at the first call and kept. Arguments are Integers, Longs
 * (also for {@code size_t} and {@code off_t}), segments, and byte arrays, which are copied in before the call and back after it.
 * Functions of variable arguments are called like others: Linux passes numbers and pointers the same way to both. Thread-safe.
 */
public final class NativeCalls {
    /** File names of the C library, on Linux and macOS. */
    public static final List<String> C_LIBRARY = List.of("libc.so.6", "libSystem.dylib");

    /** A function with the types it is called with, {@code open} having two or three arguments. @param result null for none */
    private record Linked(String name, List<MemoryLayout> arguments, MemoryLayout result) {}

    private final NativeLibrary library;
    /** Each takes its arguments in an array of objects and gives an object. */
    private final Map<Linked, MethodHandle> functions = new ConcurrentHashMap<>();

    public NativeCalls(NativeLibrary library) {
        this.library = library;
    }

    /**
     * Calls a function whose result is an {@code int}.
     *
     * @return not -1
     * @throws HostException when it is -1, with {@code errno}; ENOSYS when the library has no such function
     */
    public int call(String name, Object... arguments) {
        return (int) checked(name, JAVA_INT, -1, arguments);
    }

    /** As {@link #call}, for a result of type {@code long}, {@code size_t} or {@code ssize_t}. */
    public long callLong(String name, Object... arguments) {
        return checked(name, JAVA_LONG, -1, arguments);
    }

    /**
     * As {@link #call}, for a function that gives a pointer.
     *
     * @return not null
     */
    public long callPointer(String name, Object... arguments) {
        return checked(name, JAVA_LONG, 0, arguments);
    }

    /** Calls a function that has no result. */
    public void run(String name, Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            invoke(name, null, errno(arena), arena, arguments);
        }
    }

    private long checked(String name, MemoryLayout result, long failure, Object[] arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = errno(arena);
            long value = ((Number) invoke(name, result, errno, arena, arguments)).longValue();
            if (value == failure) {
                throw new HostException(errno.get(JAVA_INT, 0), null, null);
            }
            return value;
        }
    }

    private static MemorySegment errno(Arena arena) {
        return arena.allocate(NativeLibrary.ERRNO_BYTES, JAVA_INT.byteAlignment());
    }

    private Object invoke(String name, MemoryLayout result, MemorySegment errno, Arena arena, Object[] arguments) {
        MethodHandle function = linked(name, result, arguments);
        Object[] values = new Object[arguments.length + 1];
        values[0] = errno;
        for (int i = 0; i < arguments.length; i++) {
            values[i + 1] = arguments[i] instanceof byte[] bytes ? copy(arena, bytes) : arguments[i];
        }
        Object given;
        try {
            given = (Object) function.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a downcall throws nothing checked", e);
        }
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof byte[] bytes) {
                MemorySegment.copy((MemorySegment) values[i + 1], JAVA_BYTE, 0, bytes, 0, bytes.length);
            }
        }
        return given;
    }

    /** Structures are given as bytes, so the memory is aligned as for any of them. */
    private static MemorySegment copy(Arena arena, byte[] bytes) {
        MemorySegment memory = arena.allocate(Math.max(1, bytes.length), 16);
        MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, 0, bytes.length);
        return memory;
    }

    private MethodHandle linked(String name, MemoryLayout result, Object[] arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = switch (arguments[i]) {
                case Integer number -> JAVA_INT;
                case Long number -> JAVA_LONG;
                default -> ADDRESS;
            };
        }
        return functions.computeIfAbsent(new Linked(name, List.of(layouts), result), wanted -> {
            FunctionDescriptor type =
                    result == null ? FunctionDescriptor.ofVoid(layouts) : FunctionDescriptor.of(result, layouts);
            MethodHandle function = library.functionWithErrno(name, type);
            if (function == null) {
                throw new HostException(Errno.ENOSYS);
            }
            return function.asType(function.type().generic()).asSpreader(Object[].class, layouts.length + 1);
        });
    }
}
