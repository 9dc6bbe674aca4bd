package org.pyvm.modules.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.NativeCalls;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** The functions of {@code posix} about extended attributes, special files and limits of file systems. */
final class PosixExtended {
    /** What Linux allows for a value, and for the list of names. */
    private static final int LARGEST = 1 << 16;

    private PosixExtended() {}

    /** What is to be done with the path of a file, in C's form. */
    @FunctionalInterface
    private interface OnPath<T> {
        T run(NativeCalls libc, Arena arena, MemorySegment path);
    }

    /** Does it for a path, or for the path under which a descriptor was opened. */
    private static <T> T on(ThreadState thread, PathArgument file, OnPath<T> action) {
        return on(thread, file, LibC::of, action);
    }

    /** As {@link #on}, for extended attributes: where no native code may run, files have none. */
    private static <T> T onAttributes(ThreadState thread, PathArgument file, OnPath<T> action) {
        return on(
                thread,
                file,
                caller -> {
                    try {
                        return LibC.of(caller);
                    } catch (HostException e) {
                        throw new HostException(Errno.ENOTSUP);
                    }
                },
                action);
    }

    private static <T> T on(
            ThreadState thread, PathArgument file, Function<ThreadState, NativeCalls> library, OnPath<T> action) {
        String path = file.path() != null
                ? file.path()
                : PosixDescriptors.get(thread, file.descriptor()).path();
        if (path == null) {
            throw HostErrors.of(thread, Errno.ENOTSUP);
        }
        return Blocking.call(thread, file.object(), () -> {
            try (Arena arena = Arena.ofConfined()) {
                return action.run(library.apply(thread), arena, LibC.path(arena, thread, path));
            }
        });
    }

    private static void checkLinks(String function, PathArgument file, boolean followLinks) {
        if (file.isDescriptor() && !followLinks) {
            throw PyErr.valueError("%s: cannot use fd and follow_symlinks together", function);
        }
    }

    private static byte[] bytes(MemorySegment segment, long length) {
        return segment.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    }

    // Extended attributes

    @PythonFunction("getxattr(path, attribute, *, follow_symlinks=True)")
    static PyObject getxattr(ThreadState thread, PyObject path, PyObject attribute, boolean followLinks) {
        PathArgument file = PathArgument.orDescriptor(thread, "getxattr", path);
        String name =
                PathArgument.of(thread, "getxattr", "attribute", attribute).path();
        checkLinks("getxattr", file, followLinks);
        return PyBytes.of(onAttributes(thread, file, (libc, arena, place) -> {
            MemorySegment value = arena.allocate(LARGEST);
            String function = followLinks ? "getxattr" : "lgetxattr";
            return bytes(value, libc.callLong(function, place, LibC.text(arena, name), value, (long) LARGEST));
        }));
    }

    @PythonFunction("setxattr(path, attribute, value, flags=0, *, follow_symlinks=True)")
    static void setxattr(
            ThreadState thread, PyObject path, PyObject attribute, byte[] value, int flags, boolean followLinks) {
        PathArgument file = PathArgument.orDescriptor(thread, "setxattr", path);
        String name =
                PathArgument.of(thread, "setxattr", "attribute", attribute).path();
        checkLinks("setxattr", file, followLinks);
        onAttributes(thread, file, (libc, arena, place) -> {
            MemorySegment copy = arena.allocate(Math.max(value.length, 1));
            copy.asByteBuffer().put(value);
            String function = followLinks ? "setxattr" : "lsetxattr";
            return libc.call(function, place, LibC.text(arena, name), copy, (long) value.length, flags);
        });
    }

    @PythonFunction("removexattr(path, attribute, *, follow_symlinks=True)")
    static void removexattr(ThreadState thread, PyObject path, PyObject attribute, boolean followLinks) {
        PathArgument file = PathArgument.orDescriptor(thread, "removexattr", path);
        String name =
                PathArgument.of(thread, "removexattr", "attribute", attribute).path();
        checkLinks("removexattr", file, followLinks);
        onAttributes(
                thread,
                file,
                (libc, arena, place) ->
                        libc.call(followLinks ? "removexattr" : "lremovexattr", place, LibC.text(arena, name)));
    }

    @PythonFunction("listxattr(path=None, *, follow_symlinks=True)")
    static PyObject listxattr(ThreadState thread, PyObject path, boolean followLinks) {
        PathArgument file = PathArgument.orNone(thread, "listxattr", path == null ? Singletons.NONE : path);
        checkLinks("listxattr", file, followLinks);
        byte[] names = onAttributes(thread, file, (libc, arena, place) -> {
            MemorySegment all = arena.allocate(LARGEST);
            return bytes(all, libc.callLong(followLinks ? "listxattr" : "llistxattr", place, all, (long) LARGEST));
        });
        List<PyObject> list = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < names.length; i++) {
            if (names[i] == 0) {
                list.add(PyStr.of(FileSystemPaths.toHost(java.util.Arrays.copyOfRange(names, start, i))));
                start = i + 1;
            }
        }
        return PyList.of(list.toArray(PyObject[]::new));
    }

    // Special files

    @PythonFunction("mknod(path, mode=384, device=0, *, dir_fd=None)")
    static void mknod(ThreadState thread, PyObject path, int mode, long device, PyObject directory) {
        PathArgument file = PathArgument.of(thread, "mknod", path);
        Blocking.call(thread, file.object(), () -> {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment place = LibC.path(arena, thread, file.from(thread, directory));
                return LibC.of(thread).call("mknod", place, mode, device);
            }
        });
    }

    /** Of the process; what Java opens is below the new root too. */
    @PythonFunction("chroot(path)")
    static void chroot(ThreadState thread, PyObject path) {
        on(thread, PathArgument.of(thread, "chroot", path), (libc, arena, place) -> libc.call("chroot", place));
    }

    @PythonFunction("sync()")
    static void sync(ThreadState thread) {
        Blocking.call(thread, () -> {
            LibC.of(thread).run("sync");
            return null;
        });
    }

    // Limits

    /** -1 is a value that has no limit, not an error, when errno stays as it was. */
    private static long limit(ThreadState thread, PathArgument file, int name) {
        return on(thread, file, (libc, arena, place) -> {
            try {
                return libc.callLong("pathconf", place, name);
            } catch (HostException e) {
                if (e.errno() == Errno.ENOENT.number()
                        || e.errno() == Errno.EINVAL.number()
                        || e.errno() == Errno.EACCES.number()
                        || e.errno() == Errno.ENOTDIR.number()
                        || e.errno() == Errno.ENAMETOOLONG.number()) {
                    throw e;
                }
                return -1L;
            }
        });
    }

    @PythonFunction("pathconf(path, name)")
    static long pathconf(ThreadState thread, PyObject path, PyObject name) {
        int number = PosixConstants.configurationName(thread, name, PosixConstants.PATHCONF);
        return limit(thread, PathArgument.orDescriptor(thread, "pathconf", path), number);
    }

    @PythonFunction("fpathconf(fd, name, /)")
    static long fpathconf(ThreadState thread, int fd, PyObject name) {
        int number = PosixConstants.configurationName(thread, name, PosixConstants.PATHCONF);
        return limit(thread, new PathArgument(Singletons.NONE, null, fd, false), number);
    }

    @PythonFunction("confstr(name, /)")
    static PyObject confstr(ThreadState thread, PyObject name) {
        int number = PosixConstants.configurationName(thread, name, PosixConstants.CONFSTR);
        byte[] value = Blocking.call(thread, () -> {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment text = arena.allocate(LARGEST);
                long length = LibC.of(thread).callLong("confstr", number, text, (long) LARGEST);
                return length == 0 ? null : bytes(text, Math.min(length, LARGEST) - 1);
            }
        });
        if (value == null) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        return PyStr.of(new String(value, StandardCharsets.UTF_8));
    }
}
