package org.pyvm.objects.host.internal;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;

/** Finds the error number that Java's exceptions were made from. */
final class IoErrors {
    private IoErrors() {}

    static HostException of(IOException failure) {
        return new HostException(errno(failure));
    }

    static HostException of(IOException failure, String path) {
        return new HostException(errno(failure), path);
    }

    static HostException of(IOException failure, String path, String otherPath) {
        return new HostException(errno(failure).number(), path, otherPath);
    }

    static Errno errno(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e -> Errno.ENOENT;
            case AccessDeniedException e -> Errno.EACCES;
            case FileAlreadyExistsException e -> Errno.EEXIST;
            case DirectoryNotEmptyException e -> Errno.ENOTEMPTY;
            case NotDirectoryException e -> Errno.ENOTDIR;
            case NotLinkException e -> Errno.EINVAL;
            case AtomicMoveNotSupportedException e -> Errno.EXDEV;
            case FileSystemLoopException e -> Errno.ELOOP;
            case ClosedChannelException e -> Errno.EBADF;
            case FileSystemException e -> ofMessage(e.getReason());
            default -> ofMessage(failure.getMessage());
        };
    }

    /** The words are those of the C library, alone or at the end: {@code /dev/full: No space left on device}. */
    private static Errno ofMessage(String message) {
        if (message == null) {
            return Errno.EIO;
        }
        int colon = message.lastIndexOf(": ");
        String words = colon < 0 ? message : message.substring(colon + 2);
        if (words.startsWith(Errno.ELOOP.message())) {
            // Java adds to this one.
            return Errno.ELOOP;
        }
        if (words.equals("Connection reset")) {
            return Errno.ECONNRESET;
        }
        Errno errno = Errno.ofMessage(words);
        if (errno == null && words.endsWith(")")) {
            // java.io says: name (No such file or directory)
            errno = Errno.ofMessage(words.substring(words.lastIndexOf('(') + 1, words.length() - 1));
        }
        return errno == null ? Errno.EIO : errno;
    }
}
