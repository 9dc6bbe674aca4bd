package org.pyvm.objects.host;

/**
 * What {@code stat} tells.
 *
 * @param mode kind of file and permissions
 * @param rawDevice of a device file
 * @param blocks of 512 bytes
 */
public record FileStatus(
        int mode,
        long inode,
        long device,
        int links,
        int userId,
        int groupId,
        long rawDevice,
        long size,
        int blockSize,
        long blocks,
        long accessNanos,
        long modifyNanos,
        long changeNanos) {
    /** The bits of {@link #mode} that tell the kind. */
    public static final int KIND = 0xF000;

    public static final int FIFO = 0x1000;
    public static final int CHARACTER_DEVICE = 0x2000;
    public static final int DIRECTORY = 0x4000;
    public static final int BLOCK_DEVICE = 0x6000;
    public static final int REGULAR = 0x8000;
    public static final int SYMBOLIC_LINK = 0xA000;
    public static final int SOCKET = 0xC000;

    /** A file that is nowhere on a disk. */
    public static FileStatus virtual(int mode, long size, long modifyNanos) {
        return new FileStatus(
                mode, 0, 0, 1, 0, 0, 0, size, 4096, (size + 511) / 512, modifyNanos, modifyNanos, modifyNanos);
    }

    /** Whether it is of the kind that one of the constants names. */
    public boolean is(int kind) {
        return (mode & KIND) == kind;
    }
}
