package org.pyvm.objects.host.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pyvm.objects.host.HostException;

/**
 * Calls functions of Linux's C library for files of the operating system's, which are read and written often: they are linked at the
 * first call and kept. Arguments are numbers, or bytes that are copied in before the call and back after it.
 */
final class CLibrary {
    /** A function with the types it is called with: {@code open} has two or three arguments. */
    private record Linked(String name, List<ValueLayout> arguments, ValueLayout result) {}

    private final Map<Linked, MethodHandle> functions = new ConcurrentHashMap<>();

    /** Calls a function whose result is an {@code int}. @throws HostException with {@code errno} when it is -1 */
    int call(String function, Object... arguments) {
        return (int) invoke(function, JAVA_INT, arguments);
    }

    /** The same for a result as wide as a pointer. */
    long callLong(String function, Object... arguments) {
        return invoke(function, JAVA_LONG, arguments);
    }

    /** Functions of variable arguments are called like others: Linux passes numbers and pointers the same way to both. */
    private long invoke(String name, ValueLayout result, Object[] arguments) {
        MethodHandle function = linked(name, result, arguments);
        try (Arena arena = Arena.ofConfined()) {
            Object[] values = new Object[arguments.length + 1];
            MemorySegment state = LibC.allocateState(arena);
            values[0] = state;
            for (int i = 0; i < arguments.length; i++) {
                values[i + 1] = value(arena, arguments[i]);
            }
            long given = ((Number) function.invokeWithArguments(values)).longValue();
            if (given == -1) {
                throw new HostException(LibC.errno(state), null, null);
            }
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i] instanceof byte[] bytes) {
                    MemorySegment.copy((MemorySegment) values[i + 1], JAVA_BYTE, 0, bytes, 0, bytes.length);
                }
            }
            return given;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
    }

    private MethodHandle linked(String name, ValueLayout result, Object[] arguments) {
        ValueLayout[] layouts = new ValueLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = switch (arguments[i]) {
                case Integer number -> JAVA_INT;
                case Long number -> JAVA_LONG;
                default -> ADDRESS;
            };
        }
        return functions.computeIfAbsent(
                new Linked(name, List.of(layouts), result),
                key -> LibC.find(name, FunctionDescriptor.of(result, (MemoryLayout[]) layouts)));
    }

    private static Object value(Arena arena, Object argument) {
        return switch (argument) {
            case Integer number -> number;
            case Long number -> number;
            case byte[] bytes -> {
                // Structures are given as bytes, so the memory is aligned as for any of them.
                MemorySegment memory = arena.allocate(Math.max(1, bytes.length), 16);
                MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, 0, bytes.length);
                yield memory;
            }
            default -> throw new IllegalArgumentException(argument.getClass().getName());
        };
    }
}
