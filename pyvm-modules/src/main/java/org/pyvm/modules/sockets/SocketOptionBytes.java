package org.pyvm.modules.sockets;

import org.pyvm.modules.HostErrors;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.SocketOptions;

/** Socket options as the bytes of C's structures: an int, or the pair of ints that {@code SO_LINGER} takes. */
final class SocketOptionBytes {
    private SocketOptionBytes() {}

    static byte[] of(int level, int option, int value, int length) {
        boolean linger = level == SocketOptions.SOL_SOCKET && option == SocketOptions.SO_LINGER;
        // A linger time below 0 stands for "not set".
        int[] words = linger ? new int[] {value < 0 ? 0 : 1, Math.max(value, 0)} : new int[] {value};
        byte[] bytes = new byte[Math.min(length, 4 * words.length)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (words[i / 4] >> 8 * (i % 4));
        }
        return bytes;
    }

    static int value(ThreadState thread, int level, int option, byte[] bytes) {
        if (bytes.length < 4) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        if (level != SocketOptions.SOL_SOCKET || option != SocketOptions.SO_LINGER) {
            return word(bytes, 0);
        }
        if (bytes.length < 8) {
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        return word(bytes, 0) == 0 ? -1 : word(bytes, 4);
    }

    static void setWord(byte[] bytes, int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }

    static int word(byte[] bytes, int at) {
        return bytes[at] & 0xFF
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }
}
