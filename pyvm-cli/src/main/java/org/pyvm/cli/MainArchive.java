package org.pyvm.cli;

import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;

/** A folder or zip archive with a {@code __main__} in it, run as a program. */
final class MainArchive {
    /** A zip archive ends in a record of at least 22 bytes, behind which a comment may stand. */
    private static final int RECORD = 22;

    private MainArchive() {}

    static boolean isOne(Host host, String path) {
        return isFolder(host, path) || isZip(host, path);
    }

    private static boolean isFolder(Host host, String path) {
        try {
            FileStatus status = host.files().status(path, true);
            return (status.mode() & 0170000) == 0040000;
        } catch (HostException e) {
            return false;
        }
    }

    private static boolean isZip(Host host, String path) {
        byte[] bytes;
        try {
            bytes = host.files().readAll(path);
        } catch (HostException e) {
            return false;
        }
        for (int at = bytes.length - RECORD; at >= Math.max(0, bytes.length - RECORD - 0xFFFF); at--) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
                return true;
            }
        }
        return false;
    }
}
