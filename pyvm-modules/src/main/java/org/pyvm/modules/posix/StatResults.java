package org.pyvm.modules.posix;

import java.math.BigInteger;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.FileSystem;
import org.pyvm.objects.types.PyFloat;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStructSequence;

/** {@code os.stat_result} and {@code os.statvfs_result}. */
final class StatResults {
    static final PyStructSequence.Definition STAT = new PyStructSequence.Definition(
                    "os",
                    "stat_result",
                    10,
                    "st_mode",
                    "st_ino",
                    "st_dev",
                    "st_nlink",
                    "st_uid",
                    "st_gid",
                    "st_size",
                    "unnamed_atime",
                    "unnamed_mtime",
                    "unnamed_ctime",
                    "st_atime",
                    "st_mtime",
                    "st_ctime",
                    "st_atime_ns",
                    "st_mtime_ns",
                    "st_ctime_ns",
                    "st_blksize",
                    "st_blocks",
                    "st_rdev")
            .defaulting(10, 7, 3);

    static final PyStructSequence.Definition VFS = new PyStructSequence.Definition(
            "os",
            "statvfs_result",
            10,
            "f_bsize",
            "f_frsize",
            "f_blocks",
            "f_bfree",
            "f_bavail",
            "f_files",
            "f_ffree",
            "f_favail",
            "f_flag",
            "f_namemax",
            "f_fsid");

    private static final long SECOND = 1_000_000_000L;

    private StatResults() {}

    static PyObject of(FileStatus status) {
        return STAT.of(
                PyInt.of(status.mode()),
                PyInt.of(status.inode()),
                unsigned(status.device()),
                PyInt.of(status.links()),
                PyInt.of(status.userId() & 0xFFFFFFFFL),
                PyInt.of(status.groupId() & 0xFFFFFFFFL),
                PyInt.of(status.size()),
                seconds(status.accessNanos()),
                seconds(status.modifyNanos()),
                seconds(status.changeNanos()),
                time(status.accessNanos()),
                time(status.modifyNanos()),
                time(status.changeNanos()),
                PyInt.of(status.accessNanos()),
                PyInt.of(status.modifyNanos()),
                PyInt.of(status.changeNanos()),
                PyInt.of(status.blockSize()),
                PyInt.of(status.blocks()),
                unsigned(status.rawDevice()));
    }

    private static PyInt unsigned(long value) {
        return value >= 0 ? PyInt.of(value) : PyInt.of(new BigInteger(Long.toUnsignedString(value)));
    }

    private static PyInt seconds(long nanos) {
        return PyInt.of(Math.floorDiv(nanos, SECOND));
    }

    /** As CPython computes it, so that the last bits agree. */
    private static PyFloat time(long nanos) {
        return PyFloat.of(Math.floorDiv(nanos, SECOND) + 1e-9 * Math.floorMod(nanos, SECOND));
    }

    static PyObject of(FileSystem.Space space) {
        PyInt zero = PyInt.of(0);
        return VFS.of(
                PyInt.of(space.blockSize()),
                PyInt.of(space.blockSize()),
                PyInt.of(space.blocks()),
                PyInt.of(space.free()),
                PyInt.of(space.available()),
                zero,
                zero,
                zero,
                PyInt.of(space.readOnly() ? 1 : 0),
                PyInt.of(255),
                zero);
    }
}
