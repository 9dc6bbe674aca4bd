package org.pyvm.objects.host.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.FileSystem;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;

/** The machine's files. The current directory is this object's own, since a Java process cannot change its. */
public final class SystemFileSystem implements FileSystem {
    private static final int DEFAULT_FILE_MODE = 0666;
    private static final int DEFAULT_DIRECTORY_MODE = 0777;

    /** An operation on one path. */
    private interface Operation<T> {
        T on(Path path) throws IOException;
    }

    private final Kernel kernel;
    private volatile Path current = Path.of(System.getProperty("user.dir"));

    public SystemFileSystem(Kernel kernel) {
        this.kernel = kernel;
    }

    private Path resolve(String path) {
        if (path.isEmpty()) {
            throw new HostException(Errno.ENOENT, path);
        }
        try {
            return current.resolve(path);
        } catch (InvalidPathException e) {
            // A name that cannot be a file's, NUL or a byte that is no character here: no such file is there.
            throw new HostException(path.indexOf('\0') >= 0 ? Errno.EINVAL : Errno.ENOENT, path);
        }
    }

    private <T> T perform(String path, Operation<T> operation) {
        Path resolved = resolve(path);
        try {
            return operation.on(resolved);
        } catch (NoSuchFileException e) {
            throw new HostException(missing(resolved), path);
        } catch (IOException e) {
            throw IoErrors.of(e, path);
        } catch (UnsupportedOperationException e) {
            throw new HostException(Errno.ENOTSUP, path);
        }
    }

    /**
     * Java does not tell a missing file from one "in" a file that is no directory. Links are followed: that the JDK looks up
     * without an exception of its own, with a stack trace, for each directory that is missing.
     */
    private static Errno missing(Path path) {
        for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
            if (Files.exists(parent)) {
                return Files.isDirectory(parent) ? Errno.ENOENT : Errno.ENOTDIR;
            }
        }
        return Errno.ENOENT;
    }

    @Override
    public OpenFile ofNumber(int number, int access) {
        return kernel.ofNumber(number, access);
    }

    @Override
    public int numberOf(OpenFile file) {
        return kernel.numberOf(file);
    }

    @Override
    public OpenFile open(String path, int flags, int mode) {
        int access = flags & OpenFlags.ACCESS_MODE;
        boolean create = (flags & OpenFlags.CREATE) != 0;
        boolean follow = (flags & OpenFlags.NO_FOLLOW) == 0;
        return perform(path, file -> {
            if (!path.endsWith("/") && create && (flags & OpenFlags.EXCLUSIVE) != 0) {
                return openChannel(file, flags, mode);
            }
            FileStatus status = statusOrNull(file, follow);
            if (status == null && !create) {
                throw new NoSuchFileException(path);
            }
            if (status == null ? path.endsWith("/") : status.is(FileStatus.DIRECTORY)) {
                if (access != OpenFlags.READ_ONLY || create) {
                    throw new HostException(Errno.EISDIR, path);
                }
                if (!Files.isReadable(file)) {
                    throw new HostException(Errno.EACCES, path);
                }
                return new DirectoryFile(file);
            }
            if ((flags & OpenFlags.DIRECTORY) != 0 || path.endsWith("/")) {
                throw new HostException(Errno.ENOTDIR, path);
            }
            return openChannel(file, flags, mode);
        });
    }

    private static FileStatus statusOrNull(Path file, boolean follow) throws IOException {
        try {
            return UnixStatus.read(file, follow);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static OpenFile openChannel(Path file, int flags, int mode) throws IOException {
        int access = flags & OpenFlags.ACCESS_MODE;
        boolean read = access != OpenFlags.WRITE_ONLY;
        boolean write = access != OpenFlags.READ_ONLY;
        boolean append = (flags & OpenFlags.APPEND) != 0 && write;
        Set<OpenOption> options = new HashSet<>();
        if (read) {
            options.add(StandardOpenOption.READ);
        }
        if (write) {
            // Java has no file that is read and appended to: such a one seeks its end before it writes.
            options.add(append && !read ? StandardOpenOption.APPEND : StandardOpenOption.WRITE);
        }
        if ((flags & OpenFlags.NO_FOLLOW) != 0) {
            options.add(LinkOption.NOFOLLOW_LINKS);
        }
        Set<OpenOption> reopenOptions = Set.copyOf(options);
        if ((flags & OpenFlags.CREATE) != 0) {
            if (!write) {
                createUnlessThere(file, flags, mode);
            } else {
                options.add(
                        (flags & OpenFlags.EXCLUSIVE) != 0 ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
            }
        }
        boolean truncate = (flags & OpenFlags.TRUNCATE) != 0 && write;
        if (truncate && !append) {
            options.add(StandardOpenOption.TRUNCATE_EXISTING);
        }
        FileChannel channel = FileChannel.open(file, options, permissions(mode, DEFAULT_FILE_MODE));
        try {
            if (truncate && append) {
                channel.truncate(0);
            }
            return new ChannelFile(channel, file, UnixStatus.read(file, true), reopenOptions, read, write, append);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Java creates only files that it opens for writing. */
    private static void createUnlessThere(Path file, int flags, int mode) throws IOException {
        OpenOption create =
                (flags & OpenFlags.EXCLUSIVE) != 0 ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE;
        if (create == StandardOpenOption.CREATE_NEW || !Files.exists(file)) {
            FileChannel.open(file, Set.of(create, StandardOpenOption.WRITE), permissions(mode, DEFAULT_FILE_MODE))
                    .close();
        }
    }

    /** None for the mode that files get anyway. The operating system applies the umask. */
    private static FileAttribute<?>[] permissions(int mode, int usual) {
        if ((mode & 0777) == usual) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] fromOwnerRead = PosixFilePermission.values();
        for (int i = 0; i < 9; i++) {
            if ((mode & 0400 >> i) != 0) {
                permissions.add(fromOwnerRead[i]);
            }
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    @Override
    public FileStatus status(String path, boolean followLinks) {
        boolean mustBeDirectory = path.endsWith("/");
        FileStatus status = perform(path, file -> UnixStatus.read(file, followLinks || mustBeDirectory));
        if (mustBeDirectory && !status.is(FileStatus.DIRECTORY)) {
            throw new HostException(Errno.ENOTDIR, path);
        }
        return status;
    }

    @Override
    public int kind(String path, boolean followLinks) {
        int kind = path.endsWith("/") ? 0 : perform(path, file -> UnixStatus.kind(file, followLinks));
        return kind == 0 ? FileSystem.super.kind(path, followLinks) : kind;
    }

    @Override
    public List<String> list(String path) {
        return perform(path, directory -> {
            List<String> names = new ArrayList<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    names.add(entry.getFileName().toString());
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            return names;
        });
    }

    @Override
    public boolean mayAccess(String path, int bits) {
        return perform(
                path,
                file -> Files.exists(file)
                        && ((bits & 4) == 0 || Files.isReadable(file))
                        && ((bits & 2) == 0 || Files.isWritable(file))
                        && ((bits & 1) == 0 || Files.isExecutable(file)));
    }

    @Override
    public void makeDirectory(String path, int mode) {
        perform(path, directory -> Files.createDirectory(directory, permissions(mode, DEFAULT_DIRECTORY_MODE)));
    }

    @Override
    public void removeDirectory(String path) {
        perform(path, directory -> {
            if (!UnixStatus.read(directory, false).is(FileStatus.DIRECTORY)) {
                throw new HostException(Errno.ENOTDIR, path);
            }
            Files.delete(directory);
            return null;
        });
    }

    @Override
    public void remove(String path) {
        perform(path, file -> {
            if (UnixStatus.read(file, false).is(FileStatus.DIRECTORY)) {
                throw new HostException(Errno.EISDIR, path);
            }
            if (path.endsWith("/")) {
                throw new HostException(Errno.ENOTDIR, path);
            }
            Files.delete(file);
            return null;
        });
    }

    @Override
    public void rename(String from, String to) {
        Path source = resolve(from);
        Path target = resolve(to);
        try {
            if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
                throw new HostException(missing(source).number(), from, to);
            }
            // Atomic is what rename(2) is; it replaces a file that is there.
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            throw new HostException(missing(target).number(), from, to);
        } catch (IOException e) {
            throw IoErrors.of(e, from, to);
        }
    }

    @Override
    public void link(String existing, String path, boolean followLinks) {
        Path source = resolve(existing);
        try {
            Files.createLink(resolve(path), followLinks ? source.toRealPath() : source);
        } catch (IOException e) {
            throw IoErrors.of(e, existing, path);
        }
    }

    @Override
    public void symbolicLink(String target, String path) {
        try {
            Files.createSymbolicLink(resolve(path), Path.of(target));
        } catch (IOException e) {
            throw IoErrors.of(e, target, path);
        }
    }

    @Override
    public String readLink(String path) {
        return perform(path, link -> Files.readSymbolicLink(link).toString());
    }

    @Override
    public void makeFifo(String path, int mode) {
        try {
            LibC.makeFifo(resolve(path).toString(), mode);
        } catch (HostException e) {
            throw new HostException(e.errno(), path, null);
        }
    }

    @Override
    public void changeMode(String path, int mode, boolean followLinks) {
        perform(path, file -> Files.setAttribute(file, "unix:mode", mode & 07777, UnixStatus.links(followLinks)));
    }

    @Override
    public void changeOwner(String path, int userId, int groupId, boolean followLinks) {
        perform(path, file -> {
            LinkOption[] links = UnixStatus.links(followLinks);
            if (userId == -1 && groupId == -1) {
                // There is nothing to change, and the file has to be there for it.
                UnixStatus.read(file, followLinks);
            }
            if (userId != -1) {
                Files.setAttribute(file, "unix:uid", userId, links);
            }
            if (groupId != -1) {
                Files.setAttribute(file, "unix:gid", groupId, links);
            }
            return null;
        });
    }

    @Override
    public void setTimes(String path, long accessNanos, long modifyNanos, boolean followLinks) {
        perform(path, file -> {
            Files.getFileAttributeView(file, BasicFileAttributeView.class, UnixStatus.links(followLinks))
                    .setTimes(
                            FileTime.from(modifyNanos, TimeUnit.NANOSECONDS),
                            FileTime.from(accessNanos, TimeUnit.NANOSECONDS),
                            null);
            return null;
        });
    }

    @Override
    public void truncate(String path, long size) {
        OpenFile file = open(path, OpenFlags.WRITE_ONLY, 0);
        file.retain();
        try {
            file.truncate(size);
        } finally {
            file.release();
        }
    }

    @Override
    public Space space(String path) {
        return perform(path, file -> {
            FileStore store = Files.getFileStore(file);
            long block = store.getBlockSize();
            return new Space(
                    block,
                    store.getTotalSpace() / block,
                    store.getUnallocatedSpace() / block,
                    store.getUsableSpace() / block,
                    store.isReadOnly());
        });
    }

    @Override
    public String currentDirectory() {
        return current.toString();
    }

    @Override
    public void changeDirectory(String path) {
        Path directory = perform(path, Path::toRealPath);
        if (!Files.isDirectory(directory)) {
            throw new HostException(Errno.ENOTDIR, path);
        }
        if (!Files.isExecutable(directory)) {
            throw new HostException(Errno.EACCES, path);
        }
        current = directory;
    }

    @Override
    public int setUmask(int mask) {
        return LibC.umask(mask & 0777);
    }
}
