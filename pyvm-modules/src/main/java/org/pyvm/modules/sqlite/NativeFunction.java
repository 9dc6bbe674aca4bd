package org.pyvm.modules.sqlite;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.util.function.Function;
import org.pyvm.objects.host.NativeLibrary;

/**
 * A function of a native library, linked at its first call. Its type is written in letters, the result first: J for a {@code
 * long} or a pointer, I for an {@code int}, D for a {@code double}, V for nothing. There is a method for each type that is called
 * often; {@link #call} serves the others.
 */
final class NativeFunction {
    private final NativeLibrary library;
    private final String name;
    private final String type;
    private final Function<String, RuntimeException> missing;
    private MethodHandle handle;

    /** @param missing makes what is thrown when the library, an old one perhaps, has no such function */
    NativeFunction(NativeLibrary library, String name, String type, Function<String, RuntimeException> missing) {
        this.library = library;
        this.name = name;
        this.type = type;
        this.missing = missing;
    }

    static FunctionDescriptor descriptor(String type) {
        MemoryLayout[] parameters = new MemoryLayout[type.length() - 1];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = layout(type.charAt(i + 1));
        }
        return type.charAt(0) == 'V'
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(layout(type.charAt(0)), parameters);
    }

    private static MemoryLayout layout(char letter) {
        return switch (letter) {
            case 'J' -> JAVA_LONG;
            case 'I' -> JAVA_INT;
            default -> JAVA_DOUBLE;
        };
    }

    private MethodHandle handle() {
        MethodHandle linked = handle;
        if (linked == null) {
            linked = library.function(name, descriptor(type));
            if (linked == null) {
                throw missing.apply(name);
            }
            handle = linked;
        }
        return linked;
    }

    private IllegalStateException failure(Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(name, cause);
    }

    Object call(Object... arguments) {
        try {
            return handle().invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    int i(long a) {
        try {
            return (int) handle().invokeExact(a);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    int i(long a, int b) {
        try {
            return (int) handle().invokeExact(a, b);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    int i(long a, int b, long c) {
        try {
            return (int) handle().invokeExact(a, b, c);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    int i(long a, int b, double c) {
        try {
            return (int) handle().invokeExact(a, b, c);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    int i(long a, int b, long c, int d, long e) {
        try {
            return (int) handle().invokeExact(a, b, c, d, e);
        } catch (Throwable failure) {
            throw failure(failure);
        }
    }

    int i(long a, long b, int c, long d, long e) {
        try {
            return (int) handle().invokeExact(a, b, c, d, e);
        } catch (Throwable failure) {
            throw failure(failure);
        }
    }

    int i(long a, long b, int c, int d) {
        try {
            return (int) handle().invokeExact(a, b, c, d);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    long j(long a) {
        try {
            return (long) handle().invokeExact(a);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    long j(long a, int b) {
        try {
            return (long) handle().invokeExact(a, b);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    double d(long a) {
        try {
            return (double) handle().invokeExact(a);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    double d(long a, int b) {
        try {
            return (double) handle().invokeExact(a, b);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    void v(long a) {
        try {
            handle().invokeExact(a);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    void v(long a, long b) {
        try {
            handle().invokeExact(a, b);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    void v(long a, double b) {
        try {
            handle().invokeExact(a, b);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    void v(long a, long b, int c, long d) {
        try {
            handle().invokeExact(a, b, c, d);
        } catch (Throwable e) {
            throw failure(e);
        }
    }
}
