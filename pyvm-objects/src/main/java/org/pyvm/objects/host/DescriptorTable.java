package org.pyvm.objects.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** The open files of an interpreter by number, lowest free number first. Safe for use by several threads. */
public final class DescriptorTable {
    /** As {@code ulimit -n} usually has it. */
    private static final int LIMIT = 1 << 20;

    private OpenFile[] files = new OpenFile[16];
    /** The numbers that a program which is started keeps. */
    private final BitSet inheritable = new BitSet();

    /** A table with standard streams: numbers 0, 1 and 2. */
    public static DescriptorTable of(InputStream input, OutputStream output, OutputStream error) {
        DescriptorTable table = new DescriptorTable();
        table.install(StreamFile.of(input));
        table.install(StreamFile.of(output));
        table.install(StreamFile.of(error));
        return table;
    }

    /** Gives a file a number. */
    public int install(OpenFile file) {
        return install(file, 0);
    }

    /** Gives a file a number of at least {@code lowest}, as {@code F_DUPFD} does. */
    public synchronized int install(OpenFile file, int lowest) {
        int descriptor = lowest;
        while (descriptor < files.length && files[descriptor] != null) {
            descriptor++;
        }
        put(descriptor, file);
        return descriptor;
    }

    private void put(int descriptor, OpenFile file) {
        if (descriptor < 0) {
            throw new HostException(Errno.EBADF);
        }
        if (descriptor >= LIMIT) {
            throw new HostException(Errno.EMFILE);
        }
        if (descriptor >= files.length) {
            files = Arrays.copyOf(files, Math.max(descriptor + 1, 2 * files.length));
        }
        file.retain();
        files[descriptor] = file;
        inheritable.set(descriptor, descriptor <= 2);
    }

    /** @throws HostException EBADF when the number is free */
    public synchronized OpenFile get(int descriptor) {
        if (!isOpen(descriptor)) {
            throw new HostException(Errno.EBADF);
        }
        return files[descriptor];
    }

    public synchronized boolean isOpen(int descriptor) {
        return descriptor >= 0 && descriptor < files.length && files[descriptor] != null;
    }

    /** Whether a program that is started keeps the number: those of the standard streams do at first. */
    public synchronized boolean isInheritable(int descriptor) {
        get(descriptor);
        return inheritable.get(descriptor);
    }

    public synchronized void setInheritable(int descriptor, boolean inherits) {
        get(descriptor);
        inheritable.set(descriptor, inherits);
    }

    /** The files that a program which is started keeps, by number. */
    public synchronized Map<Integer, OpenFile> inherited() {
        Map<Integer, OpenFile> inherited = new TreeMap<>();
        for (int descriptor = 0; descriptor < files.length; descriptor++) {
            if (files[descriptor] != null && inheritable.get(descriptor)) {
                inherited.put(descriptor, files[descriptor]);
            }
        }
        return inherited;
    }

    /** @throws HostException EBADF when the number is free */
    public void close(int descriptor) {
        OpenFile file;
        synchronized (this) {
            file = get(descriptor);
            files[descriptor] = null;
        }
        // Outside the lock: closing a pipe or socket may wake or wait.
        file.release();
    }

    /** Closes what is open in a range, without complaint. */
    public void closeRange(int low, int high) {
        int end;
        synchronized (this) {
            end = Math.min(high, files.length);
        }
        for (int descriptor = Math.max(low, 0); descriptor < end; descriptor++) {
            OpenFile file;
            synchronized (this) {
                file = files[descriptor];
                files[descriptor] = null;
            }
            if (file != null) {
                file.release();
            }
        }
    }

    /** Another number for the same open file. */
    public synchronized int duplicate(int descriptor) {
        return install(get(descriptor));
    }

    /** Makes {@code target} a number of the same open file, closing what it was. */
    public void duplicate(int descriptor, int target) {
        OpenFile before;
        synchronized (this) {
            OpenFile file = get(descriptor);
            if (descriptor == target) {
                return;
            }
            before = isOpen(target) ? files[target] : null;
            put(target, file);
        }
        if (before != null) {
            before.release();
        }
    }

    /** Closes everything, as the end of a process does. */
    public void closeAll() {
        closeRange(0, Integer.MAX_VALUE);
    }
}
