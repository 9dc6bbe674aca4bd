package org.pyvm.modules.dbm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeLibraries;
import org.pyvm.objects.host.NativeLibrary;

/** The functions of {@code ndbm.h}, of the library that the system has. Used under the interpreter's lock. */
final class DbmLibrary {
    /** In the order in which they are looked for. @param prefix what their functions' names begin with */
    private record Kind(String name, List<String> files, String prefix) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("Berkeley DB", List.of("libdb-5.3.so"), "__db_ndbm_"),
            new Kind("GNU gdbm", List.of("libgdbm_compat.so.4"), "dbm_"));

    private static final int REPLACE = 1;
    private static final int INSERT = 0;

    /** {@code datum}: where the bytes are, and how many. */
    private static final StructLayout DATUM =
            MemoryLayout.structLayout(ADDRESS, JAVA_INT, MemoryLayout.paddingLayout(Integer.BYTES));

    private static final long SIZE_OFFSET = ADDRESS.byteSize();

    private final Kind kind;
    private final NativeLibrary library;
    private final Map<String, MethodHandle> functions = new HashMap<>();

    private DbmLibrary(Kind kind, NativeLibrary library) {
        this.kind = kind;
        this.library = library;
    }

    /** @throws HostException ENOENT when the system has none */
    static DbmLibrary open(NativeLibraries natives) {
        for (Kind kind : KINDS) {
            try {
                return new DbmLibrary(kind, natives.open(kind.files));
            } catch (HostException e) {
                if (e.errno() != Errno.ENOENT.number()) {
                    throw e;
                }
            }
        }
        throw new HostException(Errno.ENOENT);
    }

    /** What {@code dbm.ndbm.library} says. */
    String name() {
        return kind.name;
    }

    private MethodHandle function(String name, FunctionDescriptor type, boolean withErrno) {
        return functions.computeIfAbsent(name, key -> {
            MethodHandle found = withErrno
                    ? library.functionWithErrno(kind.prefix + name, type)
                    : library.function(kind.prefix + name, type);
            if (found == null) {
                throw new HostException(Errno.ENOSYS);
            }
            return found;
        });
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a downcall throws nothing checked", e);
        }
    }

    /**
     * Opens a database.
     *
     * @param path without the suffix that the library adds
     * @throws HostException the operating system's error
     */
    MemorySegment open(byte[] path, int flags, int mode) {
        FunctionDescriptor type = FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
        MethodHandle function = function("open", type, true);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(NativeLibrary.ERRNO_BYTES, JAVA_INT.byteAlignment());
            MemorySegment text = arena.allocate(path.length + 1L);
            MemorySegment.copy(path, 0, text, JAVA_BYTE, 0, path.length);
            MemorySegment database = (MemorySegment) call(function, errno, text, flags, mode);
            if (database.address() == 0) {
                throw new HostException(errno.get(JAVA_INT, 0), null, null);
            }
            return database;
        }
    }

    void close(MemorySegment database) {
        call(function("close", FunctionDescriptor.ofVoid(ADDRESS), false), database);
    }

    /** The value of a key, or null. */
    byte[] fetch(MemorySegment database, byte[] key) {
        FunctionDescriptor type = FunctionDescriptor.of(DATUM, ADDRESS, DATUM);
        try (Arena arena = Arena.ofConfined()) {
            return bytes((MemorySegment)
                    call(function("fetch", type, false), (SegmentAllocator) arena, database, datum(arena, key)));
        }
    }

    /** @return less than 0 for an error, 1 for a key that is there and was not to be replaced */
    int store(MemorySegment database, byte[] key, byte[] value, boolean replaces) {
        FunctionDescriptor type = FunctionDescriptor.of(JAVA_INT, ADDRESS, DATUM, DATUM, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            return (int) call(
                    function("store", type, false),
                    database,
                    datum(arena, key),
                    datum(arena, value),
                    replaces ? REPLACE : INSERT);
        }
    }

    /** @return less than 0 for a key that is not there, or an error */
    int delete(MemorySegment database, byte[] key) {
        FunctionDescriptor type = FunctionDescriptor.of(JAVA_INT, ADDRESS, DATUM);
        try (Arena arena = Arena.ofConfined()) {
            return (int) call(function("delete", type, false), database, datum(arena, key));
        }
    }

    /** The first or next key of a walk, or null. */
    byte[] key(MemorySegment database, boolean first) {
        FunctionDescriptor type = FunctionDescriptor.of(DATUM, ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle function = function(first ? "firstkey" : "nextkey", type, false);
            return bytes((MemorySegment) call(function, (SegmentAllocator) arena, database));
        }
    }

    /** Whether something has gone wrong since the last time; that is forgotten. */
    boolean hadError(MemorySegment database) {
        FunctionDescriptor type = FunctionDescriptor.of(JAVA_INT, ADDRESS);
        boolean error = (int) call(function("error", type, false), database) != 0;
        call(function("clearerr", type, false), database);
        return error;
    }

    private static MemorySegment datum(Arena arena, byte[] bytes) {
        MemorySegment copy = arena.allocate(Math.max(1, bytes.length));
        MemorySegment.copy(bytes, 0, copy, JAVA_BYTE, 0, bytes.length);
        MemorySegment datum = arena.allocate(DATUM);
        datum.set(ADDRESS, 0, copy);
        datum.set(JAVA_INT, SIZE_OFFSET, bytes.length);
        return datum;
    }

    private byte[] bytes(MemorySegment datum) {
        long address = datum.get(ADDRESS, 0).address();
        return address == 0
                ? null
                : library.memory()
                        .asSlice(address, datum.get(JAVA_INT, SIZE_OFFSET))
                        .toArray(JAVA_BYTE);
    }
}
