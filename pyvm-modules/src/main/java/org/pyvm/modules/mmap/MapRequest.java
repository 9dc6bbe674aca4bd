package org.pyvm.modules.mmap;

import java.nio.ByteBuffer;
import java.util.List;
import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.types.PyStr;

/** What the arguments of {@code mmap.mmap} ask for, checked in CPython's order. */
final class MapRequest {
    static final int ACCESS_DEFAULT = 0;
    static final int ACCESS_READ = 1;
    static final int ACCESS_WRITE = 2;
    static final int ACCESS_COPY = 3;

    private static final int SHARED = 1;
    private static final int PRIVATE = 2;
    private static final int TYPE_OF_MAP = 0xF;
    private static final int READ = 1;
    private static final int WRITE = 2;

    private static final List<String> PARAMETERS = List.of("fileno", "length", "flags", "prot", "access", "offset");

    final int access;
    final long offset;
    /** Null for memory. */
    final OpenFile file;

    final OpenFile.Mapping mapping;
    final int length;

    private MapRequest(ThreadState thread, PyObject[] given) {
        int descriptor = Convert.toInt(thread, given[0]);
        long size = Convert.toLong(thread, given[1]);
        int flags = given[2] == null ? SHARED : Convert.toInt(thread, given[2]);
        int protection = given[3] == null ? READ | WRITE : Convert.toInt(thread, given[3]);
        int wanted = given[4] == null ? ACCESS_DEFAULT : Convert.toInt(thread, given[4]);
        offset = given[5] == null ? 0 : Convert.toLong(thread, given[5]);
        if (size < 0) {
            throw PyErr.overflowError("memory mapped length must be positive");
        }
        if (offset < 0) {
            throw PyErr.overflowError("memory mapped offset must be positive");
        }
        if (wanted != ACCESS_DEFAULT && (flags != SHARED || protection != (READ | WRITE))) {
            throw PyErr.valueError("mmap can't specify both access and flags, prot.");
        }
        switch (wanted) {
            case ACCESS_DEFAULT -> {
                boolean writes = (protection & WRITE) != 0;
                boolean reads = (protection & READ) != 0;
                access = writes ? reads ? ACCESS_DEFAULT : ACCESS_WRITE : ACCESS_READ;
            }
            case ACCESS_READ, ACCESS_WRITE, ACCESS_COPY -> access = wanted;
            default -> throw PyErr.valueError("mmap invalid access parameter.");
        }
        boolean isPrivate = (flags & TYPE_OF_MAP) == PRIVATE || access == ACCESS_COPY;
        mapping = isPrivate
                ? OpenFile.Mapping.PRIVATE
                : access == ACCESS_READ ? OpenFile.Mapping.READ_ONLY : OpenFile.Mapping.SHARED;
        file = descriptor == -1 ? null : file(thread, descriptor);
        long wantedLength = file == null ? size : lengthInFile(size);
        boolean isValid = (isPrivate || (flags & TYPE_OF_MAP) == SHARED)
                && wantedLength > 0
                && offset % MmapModule.PAGE_SIZE == 0;
        if (!isValid) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        if (wantedLength > Integer.MAX_VALUE - 16) {
            throw HostErrors.of(thread, Errno.ENOMEM);
        }
        length = (int) wantedLength;
    }

    private static OpenFile file(ThreadState thread, int descriptor) {
        try {
            return thread.interpreter().service(Host.class).descriptors().get(descriptor);
        } catch (HostException e) {
            throw HostErrors.of(thread, e);
        }
    }

    private long lengthInFile(long size) {
        FileStatus status = file.status();
        if (!status.is(FileStatus.REGULAR)) {
            return size;
        }
        if (size == 0) {
            if (status.size() == 0) {
                throw PyErr.valueError("cannot mmap an empty file");
            }
            if (offset >= status.size()) {
                throw PyErr.valueError("mmap offset is greater than file size");
            }
            return status.size() - offset;
        }
        if (offset > status.size() || status.size() - offset < size) {
            throw PyErr.valueError("mmap length is greater than file size");
        }
        return size;
    }

    static MapRequest of(ThreadState thread, PyObject[] args, PyStr[] names) {
        int positional = args.length - (names == null ? 0 : names.length);
        if (args.length > PARAMETERS.size()) {
            throw PyErr.typeError("function takes at most %d arguments (%d given)", PARAMETERS.size(), args.length);
        }
        PyObject[] given = new PyObject[PARAMETERS.size()];
        System.arraycopy(args, 0, given, 0, positional);
        for (int i = positional; i < args.length; i++) {
            PyStr name = names[i - positional];
            int at = PARAMETERS.indexOf(name.toString());
            if (at < 0) {
                throw PyErr.typeError("'%s' is an invalid keyword argument for this function", name);
            }
            if (given[at] != null) {
                throw PyErr.typeError("argument for function given by name ('%s') and position (%d)", name, at + 1);
            }
            given[at] = args[i];
        }
        for (int i = 0; i < 2; i++) {
            if (given[i] == null) {
                throw PyErr.typeError("function missing required argument '%s' (pos %d)", PARAMETERS.get(i), i + 1);
            }
        }
        return new MapRequest(thread, given);
    }

    /** @param size at most what is in the file */
    ByteBuffer map(ThreadState thread, int size) {
        if (file == null) {
            return ByteBuffer.allocate(size);
        }
        try {
            return file.map(mapping, offset, size);
        } catch (HostException e) {
            throw HostErrors.of(thread, e);
        }
    }
}
