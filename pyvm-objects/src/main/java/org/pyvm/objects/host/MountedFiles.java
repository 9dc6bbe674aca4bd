package org.pyvm.objects.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A file system with a {@link ReadOnlyTree} laid over a directory. What is below the directory comes from the tree and cannot
 * be changed, the rest is the inner file system's; so a program can import the standard library where files are denied.
 */
public final class MountedFiles implements FileSystem {
    private final FileSystem inner;
    private final String mountPoint;
    private final ReadOnlyTree tree;

    /**
     * @param mountPoint an absolute path without slash at the end, e.g. {@code /pyvm/lib/python3.11}; it need not exist in
     *     the inner file system
     */
    public MountedFiles(FileSystem inner, String mountPoint, ReadOnlyTree tree) {
        if (!mountPoint.startsWith("/") || mountPoint.endsWith("/")) {
            throw new IllegalArgumentException("not a place for a tree: " + mountPoint);
        }
        this.inner = inner;
        this.mountPoint = mountPoint;
        this.tree = tree;
    }

    /** The host with the tree in its files. */
    public static Host mount(Host host, String mountPoint, ReadOnlyTree tree) {
        return HostBuilder.from(host)
                .files(new MountedFiles(host.files(), mountPoint, tree))
                .build();
    }

    /** The path inside the tree, or null when the path does not lead into it. */
    private String inside(String path) {
        if (path.isEmpty()) {
            return null;
        }
        boolean plain = path.charAt(0) == '/' && path.indexOf("/.") < 0 && path.indexOf("//") < 0;
        String absolute = plain ? path : normalize(path);
        if (!absolute.startsWith(mountPoint)) {
            return null;
        }
        if (absolute.length() == mountPoint.length()) {
            return "";
        }
        if (absolute.charAt(mountPoint.length()) != '/') {
            return null;
        }
        int end = absolute.endsWith("/") ? absolute.length() - 1 : absolute.length();
        return absolute.substring(mountPoint.length() + 1, Math.max(end, mountPoint.length() + 1));
    }

    /** Makes a path absolute. Links that it leads through stay the inner file system's business: the tree has none. */
    private String normalize(String path) {
        Deque<String> parts = new ArrayDeque<>();
        String absolute = path.startsWith("/") ? path : inner.currentDirectory() + "/" + path;
        for (String part : absolute.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    private ReadOnlyTree.Entry entry(String inside, String path) {
        ReadOnlyTree.Entry entry = tree.find(inside);
        if (entry == null) {
            for (int slash = inside.lastIndexOf('/'); slash > 0; slash = inside.lastIndexOf('/', slash - 1)) {
                ReadOnlyTree.Entry parent = tree.find(inside.substring(0, slash));
                if (parent != null) {
                    throw new HostException(parent.isDirectory() ? Errno.ENOENT : Errno.ENOTDIR, path);
                }
            }
            throw new HostException(Errno.ENOENT, path);
        }
        if (path.endsWith("/") && !entry.isDirectory()) {
            throw new HostException(Errno.ENOTDIR, path);
        }
        return entry;
    }

    private static FileStatus status(ReadOnlyTree.Entry entry) {
        int mode = entry.isDirectory() ? FileStatus.DIRECTORY | 0555 : FileStatus.REGULAR | 0444;
        return FileStatus.virtual(mode, entry.size(), entry.modifiedNanos());
    }

    @Override
    public OpenFile open(String path, int flags, int mode) {
        String inside = inside(path);
        if (inside == null) {
            return inner.open(path, flags, mode);
        }
        boolean write = (flags & OpenFlags.ACCESS_MODE) != OpenFlags.READ_ONLY;
        if (tree.find(inside) == null && (flags & OpenFlags.CREATE) != 0) {
            throw new HostException(Errno.EROFS, path);
        }
        ReadOnlyTree.Entry entry = entry(inside, path);
        if (entry.isDirectory()) {
            if (write) {
                throw new HostException(Errno.EISDIR, path);
            }
            return new MountedDirectory(normalize(path), status(entry));
        }
        if (write || (flags & OpenFlags.TRUNCATE) != 0) {
            throw new HostException(Errno.EROFS, path);
        }
        if ((flags & OpenFlags.DIRECTORY) != 0) {
            throw new HostException(Errno.ENOTDIR, path);
        }
        return new MemoryFile(normalize(path), tree.read(inside), status(entry));
    }

    @Override
    public OpenFile ofNumber(int number, int access) {
        return inner.ofNumber(number, access);
    }

    @Override
    public int numberOf(OpenFile file) {
        return inner.numberOf(file);
    }

    /** A directory of the tree, open. */
    private static final class MountedDirectory extends OpenFile {
        private final FileStatus status;

        MountedDirectory(String path, FileStatus status) {
            super(path);
            this.status = status;
        }

        @Override
        public FileStatus status() {
            return status;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            throw new HostException(Errno.EISDIR);
        }

        @Override
        protected void close() {
            // Nothing is open.
        }
    }

    @Override
    public FileStatus status(String path, boolean followLinks) {
        String inside = inside(path);
        return inside == null ? inner.status(path, followLinks) : status(entry(inside, path));
    }

    @Override
    public int kind(String path, boolean followLinks) {
        return inside(path) == null ? inner.kind(path, followLinks) : FileSystem.super.kind(path, followLinks);
    }

    @Override
    public List<String> list(String path) {
        String inside = inside(path);
        if (inside == null) {
            return inner.list(path);
        }
        if (!entry(inside, path).isDirectory()) {
            throw new HostException(Errno.ENOTDIR, path);
        }
        return tree.list(inside);
    }

    @Override
    public boolean mayAccess(String path, int bits) {
        String inside = inside(path);
        if (inside == null) {
            return inner.mayAccess(path, bits);
        }
        ReadOnlyTree.Entry entry = tree.find(inside);
        return entry != null && (bits & 2) == 0 && ((bits & 1) == 0 || entry.isDirectory());
    }

    /** Changing the tree fails; whatever else is changed is the inner file system's. */
    private void refuseInside(String path) {
        if (inside(path) != null) {
            throw new HostException(Errno.EROFS, path);
        }
    }

    private void refuseInside(String from, String to) {
        if (inside(from) != null || inside(to) != null) {
            throw new HostException(Errno.EROFS.number(), from, to);
        }
    }

    @Override
    public void makeDirectory(String path, int mode) {
        String inside = inside(path);
        if (inside != null && tree.find(inside) != null) {
            throw new HostException(Errno.EEXIST, path);
        }
        refuseInside(path);
        inner.makeDirectory(path, mode);
    }

    @Override
    public void removeDirectory(String path) {
        refuseInside(path);
        inner.removeDirectory(path);
    }

    @Override
    public void remove(String path) {
        refuseInside(path);
        inner.remove(path);
    }

    @Override
    public void rename(String from, String to) {
        refuseInside(from, to);
        inner.rename(from, to);
    }

    @Override
    public void link(String existing, String path, boolean followLinks) {
        refuseInside(existing, path);
        inner.link(existing, path, followLinks);
    }

    @Override
    public void symbolicLink(String target, String path) {
        refuseInside(path);
        inner.symbolicLink(target, path);
    }

    @Override
    public String readLink(String path) {
        String inside = inside(path);
        if (inside == null) {
            return inner.readLink(path);
        }
        entry(inside, path);
        throw new HostException(Errno.EINVAL, path);
    }

    @Override
    public void makeFifo(String path, int mode) {
        refuseInside(path);
        inner.makeFifo(path, mode);
    }

    @Override
    public void changeMode(String path, int mode, boolean followLinks) {
        refuseInside(path);
        inner.changeMode(path, mode, followLinks);
    }

    @Override
    public void changeOwner(String path, int userId, int groupId, boolean followLinks) {
        refuseInside(path);
        inner.changeOwner(path, userId, groupId, followLinks);
    }

    @Override
    public void setTimes(String path, long accessNanos, long modifyNanos, boolean followLinks) {
        refuseInside(path);
        inner.setTimes(path, accessNanos, modifyNanos, followLinks);
    }

    @Override
    public void truncate(String path, long size) {
        refuseInside(path);
        inner.truncate(path, size);
    }

    @Override
    public Space space(String path) {
        return inside(path) == null ? inner.space(path) : new Space(4096, 0, 0, 0, true);
    }

    @Override
    public String currentDirectory() {
        return inner.currentDirectory();
    }

    @Override
    public void changeDirectory(String path) {
        if (inside(path) != null) {
            throw new HostException(Errno.EACCES, path);
        }
        inner.changeDirectory(path);
    }

    @Override
    public int setUmask(int mask) {
        return inner.setUmask(mask);
    }
}
