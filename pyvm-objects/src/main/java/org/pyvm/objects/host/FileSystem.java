package org.pyvm.objects.host;

import java.util.List;

/**
 * Files by path. Paths are POSIX's, relative ones start at {@link #currentDirectory}; bytes that are not UTF-8 are lone
 * surrogates, U+DC80 to U+DCFF. Exceptions carry the path as it was given.
 */
public interface FileSystem {
    /**
     * Opens a file or directory; {@link DescriptorTable#install} gives it a number.
     *
     * @param flags of {@link OpenFlags}
     * @param mode permissions of a file that is created, before the umask
     */
    OpenFile open(String path, int flags, int mode);

    /**
     * What is open under a number of the operating system's, as a file that closes the number with itself: for kinds that are
     * opened by a call of their own.
     *
     * @param access of {@link OpenFlags}: whether it is read, written, or both
     */
    OpenFile ofNumber(int number, int access);

    /**
     * The operating system's number of an open file, which is given one if it has none.
     *
     * @throws HostException ENOTSUP when a file of its kind can have none
     */
    int numberOf(OpenFile file);

    /** All bytes of a file that there is. */
    default byte[] readAll(String path) {
        OpenFile file = open(path, OpenFlags.READ_ONLY, 0);
        file.retain();
        try {
            return file.readAll();
        } finally {
            file.release();
        }
    }

    /** @param followLinks false for the status of a link itself */
    FileStatus status(String path, boolean followLinks);

    /** The kind of a file, a constant of {@link FileStatus}: what is asked about every entry of a directory. */
    default int kind(String path, boolean followLinks) {
        return status(path, followLinks).mode() & FileStatus.KIND;
    }

    /** The names in a directory, without {@code .} and {@code ..}, in its own order. */
    List<String> list(String path);

    /** What {@code access} checks: {@code bits} are 4 to read, 2 to write, 1 to execute, none to exist. */
    boolean mayAccess(String path, int bits);

    void makeDirectory(String path, int mode);

    void removeDirectory(String path);

    /** Removes a file or link. */
    void remove(String path);

    /** Replaces a file that is there. */
    void rename(String from, String to);

    void link(String existing, String path, boolean followLinks);

    void symbolicLink(String target, String path);

    String readLink(String path);

    void makeFifo(String path, int mode);

    void changeMode(String path, int mode, boolean followLinks);

    /** An id of -1 stays. */
    void changeOwner(String path, int userId, int groupId, boolean followLinks);

    void setTimes(String path, long accessNanos, long modifyNanos, boolean followLinks);

    void truncate(String path, long size);

    /** What {@code statvfs} tells. */
    Space space(String path);

    /** Absolute. */
    String currentDirectory();

    void changeDirectory(String path);

    /** Sets the permissions that new files do not get; returns those before. */
    int setUmask(int mask);

    /** Sizes in blocks of {@code blockSize} bytes. */
    record Space(long blockSize, long blocks, long free, long available, boolean readOnly) {}
}
