package org.pyvm.objects.host.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.Readiness;

/**
 * The few functions of Linux's C library for which Java has no call. The first use of one costs about 50 ms of start-up, so
 * nothing on the way of an ordinary program comes here. Where the library is not to be had, all of them fail with ENOSYS.
 */
@SuppressWarnings("restricted") // the one place where native code is called; see the module's documentation
final class LibC {
    private static final long TIOCGWINSZ = 0x5413;
    private static final int F_GETLK = 5;
    private static final int F_SETLK = 6;
    private static final int UNLOCKED = 2;
    private static final int CLOCK_PROCESS_CPUTIME_ID = 2;
    private static final int CLOCK_THREAD_CPUTIME_ID = 3;

    private LibC() {}

    /** Loaded at the first call. */
    private static final class Library {
        private static final boolean LINUX = System.getProperty("os.name").equals("Linux");
        private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
        private static final VarHandle ERRNO = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

        private Library() {}

        static MethodHandle find(String name, FunctionDescriptor type, int fixedArguments) {
            if (!LINUX) {
                throw new HostException(Errno.ENOSYS);
            }
            try {
                Linker linker = Linker.nativeLinker();
                Optional<MemorySegment> address = linker.defaultLookup().find(name);
                Linker.Option state = Linker.Option.captureCallState("errno");
                return fixedArguments == type.argumentLayouts().size()
                        ? linker.downcallHandle(address.orElseThrow(), type, state)
                        : linker.downcallHandle(
                                address.orElseThrow(), type, state, Linker.Option.firstVariadicArg(fixedArguments));
            } catch (UnsupportedOperationException | IllegalCallerException e) {
                throw new HostException(Errno.ENOSYS);
            }
        }
    }

    private static int call(String name, int fixedArguments, Arena arena, Object... arguments) {
        ValueLayout[] layouts = new ValueLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = switch (arguments[i]) {
                case Integer number -> JAVA_INT;
                case Long number -> JAVA_LONG;
                default -> ADDRESS;
            };
        }
        MethodHandle function = Library.find(name, FunctionDescriptor.of(JAVA_INT, layouts), fixedArguments);
        MemorySegment state = arena.allocate(Library.CALL_STATE);
        Object[] all = new Object[arguments.length + 1];
        all[0] = state;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int result;
        try {
            result = (int) function.invokeWithArguments(all);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name, e);
        }
        if (result < 0) {
            throw new HostException((int) Library.ERRNO.get(state, 0L), null, null);
        }
        return result;
    }

    static int umask(int mask) {
        try (Arena arena = Arena.ofConfined()) {
            return call("umask", 1, arena, mask);
        }
    }

    static void kill(int pid, int signal) {
        try (Arena arena = Arena.ofConfined()) {
            call("kill", 2, arena, pid, signal);
        }
    }

    static void makeFifo(String path, int mode) {
        try (Arena arena = Arena.ofConfined()) {
            call("mkfifo", 2, arena, arena.allocateFrom(path), mode);
        }
    }

    static int parentPid() {
        try (Arena arena = Arena.ofConfined()) {
            return call("getppid", 0, arena);
        }
    }

    /** Columns and lines. */
    static int[] terminalSize(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(8);
            call("ioctl", 2, arena, descriptor, TIOCGWINSZ, size);
            return new int[] {
                Short.toUnsignedInt(size.getAtIndex(JAVA_SHORT, 1)), Short.toUnsignedInt(size.getAtIndex(JAVA_SHORT, 0))
            };
        }
    }

    /** What {@code poll} says about a descriptor without waiting, in the bits of {@link Readiness}. */
    static int poll(int descriptor, int events) {
        return poll(descriptor, events, 0);
    }

    /** The same, waiting for a while. */
    static int poll(int descriptor, int events, int milliseconds) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entry = arena.allocate(8, 4);
            entry.set(JAVA_INT, 0, descriptor);
            entry.set(JAVA_SHORT, 4, (short) events);
            call("poll", 3, arena, entry, 1L, milliseconds);
            return entry.get(JAVA_SHORT, 6);
        }
    }

    static int open(String path, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            return call("open", 2, arena, arena.allocateFrom(path), flags);
        }
    }

    static void close(int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            call("close", 1, arena, descriptor);
        }
    }

    static void flock(int descriptor, int operation) {
        try (Arena arena = Arena.ofConfined()) {
            call("flock", 2, arena, descriptor, operation);
        }
    }

    /** {@code F_SETLK}, from the beginning of the file. */
    static void setLock(int descriptor, int type, long start, long length) {
        try (Arena arena = Arena.ofConfined()) {
            call("fcntl", 2, arena, descriptor, F_SETLK, lock(arena, type, start, length));
        }
    }

    /** {@code F_GETLK}: the lock of another process that is in the way, or null. */
    static OpenFile.RangeLock getLock(int descriptor, int type, long start, long length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment lock = lock(arena, type, start, length);
            call("fcntl", 2, arena, descriptor, F_GETLK, lock);
            int found = lock.get(JAVA_SHORT, 0);
            return found == UNLOCKED
                    ? null
                    : new OpenFile.RangeLock(
                            found, lock.get(JAVA_LONG, 8), lock.get(JAVA_LONG, 16), lock.get(JAVA_INT, 24));
        }
    }

    /** {@code struct flock} of 64-bit Linux. */
    private static MemorySegment lock(Arena arena, int type, long start, long length) {
        MemorySegment lock = arena.allocate(32, 8);
        lock.set(JAVA_SHORT, 0, (short) type);
        lock.set(JAVA_LONG, 8, start);
        lock.set(JAVA_LONG, 16, length);
        return lock;
    }

    static long processTime() {
        return clock(CLOCK_PROCESS_CPUTIME_ID);
    }

    static long threadTime() {
        return clock(CLOCK_THREAD_CPUTIME_ID);
    }

    /** Linked once: programs that measure themselves call it often. */
    private static final class ClockGettime {
        private static final MethodHandle HANDLE = find();

        private ClockGettime() {}

        /** Null where there is no such library: a class must not fail to load for that. */
        private static MethodHandle find() {
            try {
                return Library.find("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS), 2);
            } catch (HostException e) {
                return null;
            }
        }
    }

    private static long clock(int id) {
        if (ClockGettime.HANDLE == null) {
            throw new HostException(Errno.ENOSYS);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Library.CALL_STATE);
            MemorySegment time = arena.allocate(16, 8);
            int result = (int) ClockGettime.HANDLE.invokeExact(state, id, time);
            if (result < 0) {
                throw new HostException((int) Library.ERRNO.get(state, 0L), null, null);
            }
            return time.getAtIndex(JAVA_LONG, 0) * 1_000_000_000 + time.getAtIndex(JAVA_LONG, 1);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("clock_gettime", e);
        }
    }
}
