package org.pyvm.objects.host.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.host.SystemFiles;

/** An open directory: it can be asked for its status and its path, not read. */
final class DirectoryFile extends OpenFile {
    private final Path directory;
    private OpenFile exported;

    DirectoryFile(Path directory) {
        super(directory.toString());
        this.directory = directory;
    }

    @Override
    public synchronized int systemNumber() {
        return exported == null ? -1 : exported.systemNumber();
    }

    @Override
    public synchronized int export(SystemFiles system) {
        if (exported == null) {
            int number = system.open(directory.toString(), OpenFlags.READ_ONLY | OpenFlags.DIRECTORY);
            exported = system.ofNumber(number, OpenFlags.READ_ONLY);
            exported.retain();
        }
        return exported.systemNumber();
    }

    @Override
    public boolean isReadable() {
        return true;
    }

    @Override
    public FileStatus status() {
        try {
            return UnixStatus.read(directory, true);
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        throw new HostException(Errno.EISDIR);
    }

    @Override
    public void sync() {
        // Nothing of it is in our hands.
    }

    @Override
    protected synchronized void close() {
        if (exported != null) {
            exported.release();
        }
    }
}
