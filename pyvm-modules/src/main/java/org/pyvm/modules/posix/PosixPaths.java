package org.pyvm.modules.posix;

import java.util.List;
import java.util.function.Supplier;
import org.pyvm.expose.PythonFunction;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.DroppedFiles;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.FileSystem;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The functions of {@code posix} that work on paths. */
final class PosixPaths {
    private static final long SECOND = 1_000_000_000L;

    private PosixPaths() {}

    static FileSystem files(ThreadState thread) {
        return thread.interpreter().service(Host.class).files();
    }

    private static void run(ThreadState thread, PathArgument path, Runnable operation) {
        Blocking.call(thread, path.object(), () -> {
            operation.run();
            return null;
        });
    }

    private static void onlyForPaths(String function, PathArgument path, PyObject directory, boolean followLinks) {
        if (path.isDescriptor() && directory != Singletons.NONE) {
            throw PyErr.valueError("%s: can't specify dir_fd without matching path", function);
        }
        if (path.isDescriptor() && !followLinks) {
            throw PyErr.valueError("%s: cannot use fd and follow_symlinks together", function);
        }
    }

    /** The path behind an argument that may be a descriptor, for operations that the host has by path only. */
    private static String pathOf(ThreadState thread, PathArgument argument) {
        if (!argument.isDescriptor()) {
            return argument.path();
        }
        OpenFile file = PosixDescriptors.table(thread).get(argument.descriptor());
        if (file.path() == null) {
            throw new HostException(Errno.EPERM);
        }
        return file.path();
    }

    @PythonFunction("stat(path, *, dir_fd=None, follow_symlinks=True)")
    static PyObject stat(ThreadState thread, PyObject path, PyObject directory, boolean followLinks) {
        PathArgument file = PathArgument.orDescriptor(thread, "stat", path);
        onlyForPaths("stat", file, directory, followLinks);
        return StatResults.of(status(thread, file, directory, followLinks));
    }

    private static FileStatus status(ThreadState thread, PathArgument file, PyObject directory, boolean followLinks) {
        if (file.isDescriptor()) {
            return Blocking.call(
                    thread,
                    () -> PosixDescriptors.table(thread).get(file.descriptor()).status());
        }
        DroppedFiles.settle(thread, file.path());
        return Blocking.call(
                thread, file.object(), () -> files(thread).status(file.from(thread, directory), followLinks));
    }

    @PythonFunction("lstat(path, *, dir_fd=None)")
    static PyObject lstat(ThreadState thread, PyObject path, PyObject directory) {
        return StatResults.of(status(thread, PathArgument.of(thread, "lstat", path), directory, false));
    }

    @PythonFunction("statvfs(path)")
    static PyObject statvfs(ThreadState thread, PyObject path) {
        PathArgument file = PathArgument.orDescriptor(thread, "statvfs", path);
        return StatResults.of(
                Blocking.call(thread, file.object(), () -> files(thread).space(pathOf(thread, file))));
    }

    @PythonFunction("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)")
    static boolean access(
            ThreadState thread, PyObject path, int mode, PyObject directory, boolean effective, boolean followLinks) {
        PathArgument file = PathArgument.of(thread, "access", path);
        try {
            return Blocking.orFail(thread, () -> files(thread).mayAccess(file.from(thread, directory), mode));
        } catch (HostException e) {
            return false;
        }
    }

    @PythonFunction("chdir(path)")
    static void chdir(ThreadState thread, PyObject path) {
        PathArgument file = PathArgument.orDescriptor(thread, "chdir", path);
        run(thread, file, () -> files(thread).changeDirectory(pathOf(thread, file)));
    }

    @PythonFunction("fchdir(fd)")
    static void fchdir(ThreadState thread, PyObject fd) {
        chdir(thread, PyInt.of(PosixDescriptors.fileDescriptor(thread, fd)));
    }

    @PythonFunction("getcwd()")
    static PyObject getcwd(ThreadState thread) {
        return PyStr.of(Blocking.call(thread, () -> files(thread).currentDirectory()));
    }

    @PythonFunction("getcwdb()")
    static PyObject getcwdb(ThreadState thread) {
        return PyBytes.of(FileSystemPaths.toBytes(
                Blocking.call(thread, () -> files(thread).currentDirectory())));
    }

    @PythonFunction("listdir(path=None)")
    static PyObject listdir(ThreadState thread, PyObject path) {
        PathArgument folder = PathArgument.orNone(thread, "listdir", path);
        List<String> names = list(thread, folder);
        PyList result = PyList.withCapacity(names.size());
        for (String name : names) {
            result.append(folder.result(name));
        }
        return result;
    }

    static List<String> list(ThreadState thread, PathArgument folder) {
        return Blocking.call(thread, folder.object(), () -> files(thread).list(directoryPath(thread, folder)));
    }

    private static String directoryPath(ThreadState thread, PathArgument folder) {
        if (!folder.isDescriptor()) {
            return folder.path();
        }
        String path = PosixDescriptors.table(thread).get(folder.descriptor()).path();
        if (path == null) {
            throw new HostException(Errno.ENOTDIR);
        }
        return path;
    }

    @PythonFunction("scandir(path=None)")
    static PyObject scandir(ThreadState thread, PyObject path) {
        PathArgument folder = PathArgument.orNone(thread, "scandir", path);
        List<String> names = list(thread, folder);
        String base = Blocking.call(thread, folder.object(), () -> directoryPath(thread, folder));
        return new ScandirIterator(folder, base, names);
    }

    @PythonFunction("mkdir(path, mode=511, *, dir_fd=None)")
    static void mkdir(ThreadState thread, PyObject path, int mode, PyObject directory) {
        PathArgument file = PathArgument.of(thread, "mkdir", path);
        run(thread, file, () -> files(thread).makeDirectory(file.from(thread, directory), mode));
    }

    @PythonFunction("rmdir(path, *, dir_fd=None)")
    static void rmdir(ThreadState thread, PyObject path, PyObject directory) {
        PathArgument file = PathArgument.of(thread, "rmdir", path);
        run(thread, file, () -> files(thread).removeDirectory(file.from(thread, directory)));
    }

    @PythonFunction("unlink(path, *, dir_fd=None)")
    static void unlink(ThreadState thread, PyObject path, PyObject directory) {
        remove(thread, PathArgument.of(thread, "unlink", path), directory);
    }

    @PythonFunction("remove(path, *, dir_fd=None)")
    static void remove(ThreadState thread, PyObject path, PyObject directory) {
        remove(thread, PathArgument.of(thread, "remove", path), directory);
    }

    private static void remove(ThreadState thread, PathArgument file, PyObject directory) {
        run(thread, file, () -> files(thread).remove(file.from(thread, directory)));
    }

    @PythonFunction("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
    static void rename(ThreadState thread, PyObject from, PyObject to, PyObject fromDirectory, PyObject toDirectory) {
        rename(thread, "rename", from, to, fromDirectory, toDirectory);
    }

    @PythonFunction("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
    static void replace(ThreadState thread, PyObject from, PyObject to, PyObject fromDirectory, PyObject toDirectory) {
        rename(thread, "replace", from, to, fromDirectory, toDirectory);
    }

    private static void rename(
            ThreadState thread,
            String function,
            PyObject from,
            PyObject to,
            PyObject fromDirectory,
            PyObject toDirectory) {
        PathArgument source = PathArgument.of(thread, function, "src", from);
        PathArgument target = PathArgument.of(thread, function, "dst", to);
        DroppedFiles.settle(thread, source.path());
        runWithTwo(thread, source, target, () -> {
            files(thread).rename(source.from(thread, fromDirectory), target.from(thread, toDirectory));
            return null;
        });
    }

    private static void runWithTwo(
            ThreadState thread, PathArgument source, PathArgument target, Supplier<Object> operation) {
        try {
            Blocking.orFail(thread, operation);
        } catch (HostException e) {
            throw HostErrors.of(thread, e, source.object(), target.object());
        }
    }

    @PythonFunction("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)")
    static void link(
            ThreadState thread,
            PyObject from,
            PyObject to,
            PyObject fromDirectory,
            PyObject toDirectory,
            boolean followLinks) {
        PathArgument source = PathArgument.of(thread, "link", "src", from);
        PathArgument target = PathArgument.of(thread, "link", "dst", to);
        runWithTwo(thread, source, target, () -> {
            files(thread).link(source.from(thread, fromDirectory), target.from(thread, toDirectory), followLinks);
            return null;
        });
    }

    @PythonFunction("symlink(src, dst, target_is_directory=False, *, dir_fd=None)")
    static void symlink(ThreadState thread, PyObject from, PyObject to, boolean targetIsDirectory, PyObject directory) {
        PathArgument source = PathArgument.of(thread, "symlink", "src", from);
        PathArgument target = PathArgument.of(thread, "symlink", "dst", to);
        runWithTwo(thread, source, target, () -> {
            files(thread).symbolicLink(source.path(), target.from(thread, directory));
            return null;
        });
    }

    @PythonFunction("readlink(path, *, dir_fd=None)")
    static PyObject readlink(ThreadState thread, PyObject path, PyObject directory) {
        PathArgument file = PathArgument.of(thread, "readlink", path);
        return file.result(
                Blocking.call(thread, file.object(), () -> files(thread).readLink(file.from(thread, directory))));
    }

    @PythonFunction("mkfifo(path, mode=438, *, dir_fd=None)")
    static void mkfifo(ThreadState thread, PyObject path, int mode, PyObject directory) {
        PathArgument file = PathArgument.of(thread, "mkfifo", path);
        run(thread, file, () -> files(thread).makeFifo(file.from(thread, directory), mode));
    }

    @PythonFunction("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)")
    static void chmod(ThreadState thread, PyObject path, int mode, PyObject directory, boolean followLinks) {
        PathArgument file = PathArgument.orDescriptor(thread, "chmod", path);
        try {
            Blocking.orFail(thread, () -> {
                String target = file.isDescriptor() ? pathOf(thread, file) : file.from(thread, directory);
                files(thread).changeMode(target, mode, followLinks);
                return null;
            });
        } catch (HostException e) {
            // Linux's file systems have no permissions of links.
            if (!followLinks && e.errno() == Errno.ENOTSUP.number()) {
                throw PyErr.of(Exceptions.NOT_IMPLEMENTED_ERROR, "chmod: follow_symlinks unavailable on this platform");
            }
            throw HostErrors.of(thread, e, file.object());
        }
    }

    @PythonFunction("fchmod(fd, mode)")
    static void fchmod(ThreadState thread, int fd, int mode) {
        Blocking.call(thread, () -> {
            files(thread).changeMode(pathOf(thread, new PathArgument(Singletons.NONE, null, fd, false)), mode, true);
            return null;
        });
    }

    @PythonFunction("chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)")
    static void chown(
            ThreadState thread, PyObject path, PyObject uid, PyObject gid, PyObject directory, boolean followLinks) {
        PathArgument file = PathArgument.orDescriptor(thread, "chown", path);
        onlyForPaths("chown", file, directory, followLinks);
        int user = id(thread, uid, "uid");
        int group = id(thread, gid, "gid");
        run(
                thread,
                file,
                () -> files(thread)
                        .changeOwner(
                                file.isDescriptor() ? pathOf(thread, file) : file.from(thread, directory),
                                user,
                                group,
                                followLinks));
    }

    /** A user's or group's id: -1, or 32 bits without sign. */
    static int id(ThreadState thread, PyObject value, String what) {
        if (!value.type().slots().has(Slot.NB_INDEX)) {
            throw PyErr.typeError("%s should be integer, not %T", what, value);
        }
        PyInt number = Numbers.index(thread, value);
        if (!number.fitsLong() && number.signum() > 0 || number.longValue() > 0xFFFFFFFFL) {
            throw PyErr.overflowError("%s is greater than maximum", what);
        }
        if (number.longValue() < -1 || !number.fitsLong()) {
            throw PyErr.overflowError("%s is less than minimum", what);
        }
        return (int) number.longValue();
    }

    @PythonFunction("lchown(path, uid, gid)")
    static void lchown(ThreadState thread, PyObject path, PyObject uid, PyObject gid) {
        chown(thread, path, uid, gid, Singletons.NONE, false);
    }

    @PythonFunction("fchown(fd, uid, gid)")
    static void fchown(ThreadState thread, int fd, PyObject uid, PyObject gid) {
        chown(thread, PyInt.of(fd), uid, gid, Singletons.NONE, true);
    }

    @PythonFunction("truncate(path, length)")
    static void truncate(ThreadState thread, PyObject path, long length) {
        PathArgument file = PathArgument.orDescriptor(thread, "truncate", path);
        if (file.isDescriptor()) {
            PosixDescriptors.ftruncate(thread, file.descriptor(), length);
            return;
        }
        run(thread, file, () -> files(thread).truncate(file.path(), length));
    }

    @PythonFunction("utime(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)")
    static void utime(
            ThreadState thread, PyObject path, PyObject times, PyObject ns, PyObject directory, boolean followLinks) {
        PathArgument file = PathArgument.orDescriptor(thread, "utime", path);
        if (times != Singletons.NONE && ns != null) {
            throw PyErr.valueError("utime: you may specify either 'times' or 'ns' but not both");
        }
        long[] nanos = nanos(thread, times, ns);
        onlyForPaths("utime", file, directory, followLinks);
        // CPython's error does not name the file.
        Blocking.call(thread, () -> {
            files(thread)
                    .setTimes(
                            file.isDescriptor() ? pathOf(thread, file) : file.from(thread, directory),
                            nanos[0],
                            nanos[1],
                            followLinks);
            return null;
        });
    }

    private static long[] nanos(ThreadState thread, PyObject times, PyObject ns) {
        if (times != Singletons.NONE) {
            if (!(times instanceof PyTuple pair) || pair.size() != 2) {
                throw PyErr.typeError("utime: 'times' must be either a tuple of two ints or None");
            }
            return new long[] {secondsToNanos(thread, pair.get(0)), secondsToNanos(thread, pair.get(1))};
        }
        if (ns != null) {
            if (!(ns instanceof PyTuple pair) || pair.size() != 2) {
                throw PyErr.typeError("utime: 'ns' must be a tuple of two ints");
            }
            return new long[] {Convert.toLong(thread, pair.get(0)), Convert.toLong(thread, pair.get(1))};
        }
        long now = thread.interpreter().service(Host.class).clock().time();
        return new long[] {now, now};
    }

    /** Rounded down, as CPython does for times of files. */
    private static long secondsToNanos(ThreadState thread, PyObject value) {
        if (value instanceof PyFloat) {
            double seconds = Numbers.toDouble(thread, value);
            if (Double.isNaN(seconds)) {
                throw PyErr.valueError("Invalid value NaN (not a number)");
            }
            double whole = Math.floor(seconds);
            if (Math.abs(whole) > 9.2e18) {
                throw PyErr.overflowError("timestamp out of range for platform time_t");
            }
            return (long) whole * SECOND + (long) Math.floor((seconds - whole) * 1e9);
        }
        return Convert.toLong(thread, value) * SECOND;
    }

    @PythonFunction("_path_normpath(path)")
    static PyObject pathNormpath(ThreadState thread, PyObject path) {
        PyObject given = FileSystemPaths.fsPath(thread, path);
        if (given instanceof PyBytes bytes) {
            return PyBytes.of(
                    NormalizedPath.of(new String(bytes.bytesUnsafe(), java.nio.charset.StandardCharsets.ISO_8859_1))
                            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return PyStr.of(NormalizedPath.of(given.toString()));
    }
}
