package org.pyvm.modules.posix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.pyvm.modules.Blocking;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenFile.RangeLock;

/** The ways to lock parts of files: {@code fcntl.fcntl} with a {@code struct flock}, {@code fcntl.lockf} and {@code os.lockf}. */
final class FileLocks {
    private static final int READ = 0;
    private static final int WRITE = 1;
    private static final int UNLOCK = 2;

    private static final int GET = 5;
    private static final int SET_WAITING = 7;

    /** {@code struct flock} of 64-bit Linux: type, whence, start, length, process. */
    private static final int STRUCT_SIZE = 32;

    private FileLocks() {}

    /** A command of {@code fcntl}. @param struct changed only where it tells of another lock @return what is to be given back */
    static byte[] control(ThreadState thread, int fd, int command, byte[] struct) {
        ByteBuffer wanted = ByteBuffer.allocate(STRUCT_SIZE).order(ByteOrder.nativeOrder());
        wanted.put(0, struct, 0, Math.min(struct.length, STRUCT_SIZE));
        return Blocking.call(thread, () -> {
            OpenFile file = PosixDescriptors.table(thread).get(fd);
            long start = fromBeginning(file, wanted.getLong(8), wanted.getShort(2));
            RangeLock lock = range(wanted.getShort(0), start, wanted.getLong(16));
            if (command != GET) {
                file.lock(lock, command == SET_WAITING);
                return struct;
            }
            RangeLock other = file.conflict(lock);
            if (other == null) {
                wanted.putShort(0, (short) UNLOCK);
            } else {
                wanted.putShort(0, (short) other.type()).putShort(2, (short) 0);
                wanted.putLong(8, other.start()).putLong(16, other.length()).putInt(24, other.pid());
            }
            byte[] answer = struct.clone();
            wanted.get(0, answer, 0, Math.min(answer.length, STRUCT_SIZE));
            return answer;
        });
    }

    /** {@code fcntl.lockf}, whose commands are those of {@code flock}. */
    static void lockf(ThreadState thread, int fd, int command, long length, long start, int whence) {
        int type = switch (command & ~4) {
            case 1 -> READ;
            case 2 -> WRITE;
            case 8 -> UNLOCK;
            default -> throw PyErr.valueError("unrecognized lockf argument");
        };
        Blocking.call(thread, () -> {
            OpenFile file = PosixDescriptors.table(thread).get(fd);
            file.lock(range(type, fromBeginning(file, start, whence), length), (command & 4) == 0);
            return null;
        });
    }

    /** {@code os.lockf}: from the position on. @param command 0 unlocks, 1 locks, 2 does not wait, 3 only asks */
    static void posix(ThreadState thread, int fd, int command, long length) {
        Blocking.call(thread, () -> {
            OpenFile file = PosixDescriptors.table(thread).get(fd);
            RangeLock lock = range(command == 0 ? UNLOCK : WRITE, fromBeginning(file, 0, 1), length);
            switch (command) {
                case 0, 2 -> file.lock(lock, false);
                case 1 -> file.lock(lock, true);
                case 3 -> {
                    if (file.conflict(lock) != null) {
                        throw new HostException(Errno.EACCES);
                    }
                }
                default -> throw new HostException(Errno.EINVAL);
            }
            return null;
        });
    }

    private static long fromBeginning(OpenFile file, long start, int whence) {
        return switch (whence) {
            case 0 -> start;
            case 1 -> start + file.seek(0, 1);
            case 2 -> start + file.status().size();
            default -> throw new HostException(Errno.EINVAL);
        };
    }

    /** A negative length is the part before the start. */
    private static RangeLock range(int type, long start, long length) {
        long first = length < 0 ? start + length : start;
        if (first < 0) {
            throw new HostException(Errno.EINVAL);
        }
        return new RangeLock(type, first, Math.abs(length), 0);
    }
}
