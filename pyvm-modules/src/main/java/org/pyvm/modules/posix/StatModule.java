package org.pyvm.modules.posix;

import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.protocol.Numbers;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;

/** {@code _stat}: what the bits of a file's mode mean. */
@PythonModule("_stat")
public final class StatModule {
    private static final String NUMBERS = "S_IFDIR 16384 S_IFCHR 8192 S_IFBLK 24576 S_IFREG 32768 S_IFIFO 4096"
            + " S_IFLNK 40960 S_IFSOCK 49152 S_IFDOOR 0 S_IFPORT 0 S_IFWHT 0 S_ISUID 2048 S_ISGID 1024 S_ISVTX 512"
            + " S_ENFMT 1024 S_IREAD 256 S_IWRITE 128 S_IEXEC 64 S_IRWXU 448 S_IRUSR 256 S_IWUSR 128 S_IXUSR 64"
            + " S_IRWXG 56 S_IRGRP 32 S_IWGRP 16 S_IXGRP 8 S_IRWXO 7 S_IROTH 4 S_IWOTH 2 S_IXOTH 1"
            + " UF_NODUMP 1 UF_IMMUTABLE 2 UF_APPEND 4 UF_OPAQUE 8 UF_NOUNLINK 16 UF_COMPRESSED 32 UF_HIDDEN 32768"
            + " SF_ARCHIVED 65536 SF_IMMUTABLE 131072 SF_APPEND 262144 SF_NOUNLINK 1048576 SF_SNAPSHOT 2097152"
            + " ST_MODE 0 ST_INO 1 ST_DEV 2 ST_NLINK 3 ST_UID 4 ST_GID 5 ST_SIZE 6 ST_ATIME 7 ST_MTIME 8 ST_CTIME 9";

    @PythonModuleInit
    void init(PyModule module) {
        PosixConstants.put(module.dict(), NUMBERS);
    }

    private static int mode(ThreadState thread, PyObject value) {
        PyInt number = Numbers.index(thread, value);
        if (!number.fitsLong() || number.signum() < 0 || number.longValue() > 0xFFFFFFFFL) {
            throw PyErr.overflowError("mode out of range");
        }
        return (int) number.longValue();
    }

    private static boolean is(ThreadState thread, PyObject mode, int kind) {
        return (mode(thread, mode) & FileStatus.KIND) == kind;
    }

    @PythonFunction("S_IFMT(mode, /)")
    int format(ThreadState thread, PyObject mode) {
        return mode(thread, mode) & FileStatus.KIND;
    }

    @PythonFunction("S_IMODE(mode, /)")
    int permissions(ThreadState thread, PyObject mode) {
        return mode(thread, mode) & 0xFFF;
    }

    @PythonFunction("S_ISDIR(mode, /)")
    boolean isDirectory(ThreadState thread, PyObject mode) {
        return is(thread, mode, FileStatus.DIRECTORY);
    }

    @PythonFunction("S_ISCHR(mode, /)")
    boolean isCharacterDevice(ThreadState thread, PyObject mode) {
        return is(thread, mode, FileStatus.CHARACTER_DEVICE);
    }

    @PythonFunction("S_ISBLK(mode, /)")
    boolean isBlockDevice(ThreadState thread, PyObject mode) {
        return is(thread, mode, FileStatus.BLOCK_DEVICE);
    }

    @PythonFunction("S_ISREG(mode, /)")
    boolean isRegular(ThreadState thread, PyObject mode) {
        return is(thread, mode, FileStatus.REGULAR);
    }

    @PythonFunction("S_ISFIFO(mode, /)")
    boolean isFifo(ThreadState thread, PyObject mode) {
        return is(thread, mode, FileStatus.FIFO);
    }

    @PythonFunction("S_ISLNK(mode, /)")
    boolean isLink(ThreadState thread, PyObject mode) {
        return is(thread, mode, FileStatus.SYMBOLIC_LINK);
    }

    @PythonFunction("S_ISSOCK(mode, /)")
    boolean isSocket(ThreadState thread, PyObject mode) {
        return is(thread, mode, FileStatus.SOCKET);
    }

    @PythonFunction("S_ISDOOR(mode, /)")
    boolean isDoor(ThreadState thread, PyObject mode) {
        mode(thread, mode);
        return false;
    }

    @PythonFunction("S_ISPORT(mode, /)")
    boolean isPort(ThreadState thread, PyObject mode) {
        return isDoor(thread, mode);
    }

    @PythonFunction("S_ISWHT(mode, /)")
    boolean isWhiteout(ThreadState thread, PyObject mode) {
        return isDoor(thread, mode);
    }

    @PythonFunction("filemode(mode, /)")
    String fileMode(ThreadState thread, PyObject value) {
        int mode = mode(thread, value);
        StringBuilder text = new StringBuilder(10);
        text.append(
                switch (mode & FileStatus.KIND) {
                    case FileStatus.REGULAR -> '-';
                    case FileStatus.DIRECTORY -> 'd';
                    case FileStatus.SYMBOLIC_LINK -> 'l';
                    case FileStatus.BLOCK_DEVICE -> 'b';
                    case FileStatus.CHARACTER_DEVICE -> 'c';
                    case FileStatus.FIFO -> 'p';
                    case FileStatus.SOCKET -> 's';
                    default -> '?';
                });
        for (int shift = 6; shift >= 0; shift -= 3) {
            int bits = mode >> shift & 7;
            boolean special = (mode & 0x200 << shift / 3) != 0;
            char set = shift == 0 ? 't' : 's';
            text.append((bits & 4) != 0 ? 'r' : '-').append((bits & 2) != 0 ? 'w' : '-');
            boolean executable = (bits & 1) != 0;
            text.append(special ? executable ? set : Character.toUpperCase(set) : executable ? 'x' : '-');
        }
        return text.toString();
    }
}
