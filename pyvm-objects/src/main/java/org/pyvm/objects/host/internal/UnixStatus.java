package org.pyvm.objects.host.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.pyvm.objects.host.FileStatus;

/** Reads the status of files. */
final class UnixStatus {
    private static final String ATTRIBUTES =
            "unix:mode,ino,dev,rdev,nlink,uid,gid,size,lastAccessTime,lastModifiedTime,ctime";
    private static final LinkOption[] FOLLOW = {};
    private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};
    private static final int BLOCK_SIZE = 4096;

    private UnixStatus() {}

    static LinkOption[] links(boolean follow) {
        return follow ? FOLLOW : NO_FOLLOW;
    }

    static FileStatus read(Path path, boolean followLinks) throws IOException {
        try {
            return of(Files.readAttributes(path, ATTRIBUTES, links(followLinks)));
        } catch (UnsupportedOperationException e) {
            // Not a Unix: what every file system knows.
            return of(Files.readAttributes(path, BasicFileAttributes.class, links(followLinks)));
        }
    }

    /** The kind of a file, 0 for those that Java does not tell apart: quicker than the status, of which Java makes a map. */
    static int kind(Path path, boolean followLinks) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, links(followLinks));
        if (attributes.isRegularFile()) {
            return FileStatus.REGULAR;
        }
        if (attributes.isDirectory()) {
            return FileStatus.DIRECTORY;
        }
        return attributes.isSymbolicLink() ? FileStatus.SYMBOLIC_LINK : 0;
    }

    private static FileStatus of(Map<String, Object> attributes) {
        long size = (Long) attributes.get("size");
        return new FileStatus(
                (Integer) attributes.get("mode"),
                (Long) attributes.get("ino"),
                (Long) attributes.get("dev"),
                (Integer) attributes.get("nlink"),
                (Integer) attributes.get("uid"),
                (Integer) attributes.get("gid"),
                (Long) attributes.get("rdev"),
                size,
                BLOCK_SIZE,
                (size + 511) / 512,
                nanos(attributes.get("lastAccessTime")),
                nanos(attributes.get("lastModifiedTime")),
                nanos(attributes.get("ctime")));
    }

    private static FileStatus of(BasicFileAttributes attributes) {
        int mode;
        if (attributes.isDirectory()) {
            mode = FileStatus.DIRECTORY | 0755;
        } else if (attributes.isSymbolicLink()) {
            mode = FileStatus.SYMBOLIC_LINK | 0777;
        } else {
            mode = FileStatus.REGULAR | 0644;
        }
        return FileStatus.virtual(mode, attributes.size(), nanos(attributes.lastModifiedTime()));
    }

    private static long nanos(Object time) {
        return ((FileTime) time).to(TimeUnit.NANOSECONDS);
    }

    /** Whether a status is that of a terminal: Linux gives them the device numbers 4, 5 and 136 to 143. */
    static boolean isTerminal(FileStatus status) {
        long major = majorNumber(status);
        return major == 4 || major == 5 || major >= 136 && major <= 143;
    }

    /** Whether a status is that of {@code /dev/null}, {@code zero}, {@code full} or {@code urandom}: Linux's number 1. */
    static boolean isMemoryDevice(FileStatus status) {
        return majorNumber(status) == 1;
    }

    /** Of a character device; -1 for anything else. */
    private static long majorNumber(FileStatus status) {
        return status.is(FileStatus.CHARACTER_DEVICE) ? status.rawDevice() >> 8 & 0xFFF : -1;
    }
}
