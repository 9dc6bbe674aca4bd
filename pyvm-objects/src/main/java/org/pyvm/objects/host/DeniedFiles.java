package org.pyvm.objects.host;

import java.util.List;

/** A file system in which nothing is allowed; the current directory is the root. */
final class DeniedFiles implements FileSystem {
    private static HostException denied(String path) {
        return new HostException(Errno.EACCES, path);
    }

    private static HostException denied(String from, String to) {
        return new HostException(Errno.EACCES.number(), from, to);
    }

    @Override
    public OpenFile open(String path, int flags, int mode) {
        throw denied(path);
    }

    @Override
    public OpenFile ofNumber(int number, int access) {
        throw DenyingHost.denied();
    }

    @Override
    public int numberOf(OpenFile file) {
        throw DenyingHost.denied();
    }

    @Override
    public FileStatus status(String path, boolean followLinks) {
        throw denied(path);
    }

    @Override
    public List<String> list(String path) {
        throw denied(path);
    }

    @Override
    public boolean mayAccess(String path, int bits) {
        return false;
    }

    @Override
    public void makeDirectory(String path, int mode) {
        throw denied(path);
    }

    @Override
    public void removeDirectory(String path) {
        throw denied(path);
    }

    @Override
    public void remove(String path) {
        throw denied(path);
    }

    @Override
    public void rename(String from, String to) {
        throw denied(from, to);
    }

    @Override
    public void link(String existing, String path, boolean followLinks) {
        throw denied(existing, path);
    }

    @Override
    public void symbolicLink(String target, String path) {
        throw denied(target, path);
    }

    @Override
    public String readLink(String path) {
        throw denied(path);
    }

    @Override
    public void makeFifo(String path, int mode) {
        throw denied(path);
    }

    @Override
    public void changeMode(String path, int mode, boolean followLinks) {
        throw denied(path);
    }

    @Override
    public void changeOwner(String path, int userId, int groupId, boolean followLinks) {
        throw denied(path);
    }

    @Override
    public void setTimes(String path, long accessNanos, long modifyNanos, boolean followLinks) {
        throw denied(path);
    }

    @Override
    public void truncate(String path, long size) {
        throw denied(path);
    }

    @Override
    public Space space(String path) {
        throw denied(path);
    }

    @Override
    public String currentDirectory() {
        return "/";
    }

    @Override
    public void changeDirectory(String path) {
        throw denied(path);
    }

    @Override
    public int setUmask(int mask) {
        throw new HostException(Errno.EACCES);
    }
}
