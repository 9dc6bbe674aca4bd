package org.pyvm.objects.host.internal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyvm.objects.host.Endpoint;
import org.pyvm.objects.host.OpenFile;
import org.pyvm.objects.host.OpenSocket;
import org.pyvm.objects.host.OpenSocket.Control;
import org.pyvm.objects.host.SocketOptions;

/** {@code sendmsg} and {@code recvmsg} with the structures of 64-bit Linux: bytes, an address, and ancillary data, open files among it. */
final class SocketMessages {
    /** Of the system's numbers; the interpreter knows itself which of its own a program keeps. */
    private static final int CLOSE_ON_EXEC = 0x40000000;

    /** {@code struct msghdr}: where the address, the pieces and the ancillary data are. */
    private static final int HEADER_SIZE = 56;

    private static final int NAME = 0;
    private static final int NAME_LENGTH = 8;
    private static final int PIECES = 16;
    private static final int PIECE_COUNT = 24;
    private static final int CONTROL = 32;
    private static final int CONTROL_LENGTH = 40;
    private static final int FLAGS = 48;

    /** {@code struct cmsghdr}: length, level, type; then the data. */
    private static final int CONTROL_HEADER = 16;

    private static final int ALIGNMENT = 8;

    private final Kernel kernel;
    private final int number;

    SocketMessages(Kernel kernel, int number) {
        this.kernel = kernel;
        this.number = number;
    }

    int send(byte[] data, List<Control> controls, int flags, byte[] address) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment header = arena.allocate(HEADER_SIZE, ALIGNMENT);
            piece(arena, header, data.length).copyFrom(MemorySegment.ofArray(data));
            if (address.length > 0) {
                MemorySegment name = arena.allocate(address.length, ALIGNMENT);
                name.copyFrom(MemorySegment.ofArray(address));
                header.set(JAVA_LONG, NAME, name.address());
                header.set(JAVA_INT, NAME_LENGTH, address.length);
            }
            // Those with descriptors hold on to the files until they have been sent.
            byte[] control = encode(controls);
            if (control.length > 0) {
                MemorySegment memory = arena.allocate(control.length, ALIGNMENT);
                memory.copyFrom(MemorySegment.ofArray(control));
                header.set(JAVA_LONG, CONTROL, memory.address());
                header.set(JAVA_LONG, CONTROL_LENGTH, control.length);
            }
            return (int) kernel.calls().callLong("sendmsg", number, header, flags);
        }
    }

    private byte[] encode(List<Control> controls) {
        int size = 0;
        for (Control control : controls) {
            size += aligned(CONTROL_HEADER + length(control));
        }
        byte[] bytes = new byte[size];
        int at = 0;
        for (Control control : controls) {
            NativeBytes.setLong(bytes, at, CONTROL_HEADER + length(control));
            NativeBytes.setInt(bytes, at + 8, control.level());
            NativeBytes.setInt(bytes, at + 12, control.type());
            int to = at + CONTROL_HEADER;
            for (OpenFile file : control.files()) {
                NativeBytes.setInt(bytes, to, kernel.numberOf(file));
                to += Integer.BYTES;
            }
            System.arraycopy(control.data(), 0, bytes, to, control.data().length);
            at += aligned(CONTROL_HEADER + length(control));
        }
        return bytes;
    }

    private static int length(Control control) {
        return Integer.BYTES * control.files().size() + control.data().length;
    }

    private static int aligned(int size) {
        return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    OpenSocket.Message receive(byte[] buffer, int controlLength, int flags) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment header = arena.allocate(HEADER_SIZE, ALIGNMENT);
            MemorySegment data = piece(arena, header, buffer.length);
            MemorySegment name = arena.allocate(SocketAddressBytes.LARGEST, ALIGNMENT);
            header.set(JAVA_LONG, NAME, name.address());
            header.set(JAVA_INT, NAME_LENGTH, SocketAddressBytes.LARGEST);
            MemorySegment control = arena.allocate(Math.max(1, controlLength), ALIGNMENT);
            header.set(JAVA_LONG, CONTROL, controlLength == 0 ? 0 : control.address());
            header.set(JAVA_LONG, CONTROL_LENGTH, controlLength);
            int count = (int) kernel.calls().callLong("recvmsg", number, header, flags | CLOSE_ON_EXEC);
            MemorySegment.copy(data, JAVA_BYTE, 0, buffer, 0, Math.min(count, buffer.length));
            byte[] address = name.toArray(JAVA_BYTE);
            int itsLength = header.get(JAVA_INT, NAME_LENGTH);
            Endpoint from = SocketAddressBytes.endpoint(address, itsLength);
            byte[] ancillary =
                    control.asSlice(0, header.get(JAVA_LONG, CONTROL_LENGTH)).toArray(JAVA_BYTE);
            int itsFlags = header.get(JAVA_INT, FLAGS) & ~CLOSE_ON_EXEC | flags & CLOSE_ON_EXEC;
            return new OpenSocket.Message(count, decode(ancillary), itsFlags, from);
        }
    }

    private List<Control> decode(byte[] bytes) {
        List<Control> controls = new ArrayList<>();
        for (int at = 0; at + CONTROL_HEADER <= bytes.length; ) {
            // The last one may be cut off.
            int length = (int) Math.min(NativeBytes.getLong(bytes, at), bytes.length - at) - CONTROL_HEADER;
            if (length < 0) {
                break;
            }
            int level = NativeBytes.getInt(bytes, at + 8);
            int type = NativeBytes.getInt(bytes, at + 12);
            int from = at + CONTROL_HEADER;
            List<OpenFile> files = new ArrayList<>();
            if (level == SocketOptions.SOL_SOCKET && type == SocketOptions.SCM_RIGHTS) {
                for (; length >= Integer.BYTES; length -= Integer.BYTES, from += Integer.BYTES) {
                    files.add(kernel.received(NativeBytes.getInt(bytes, from)));
                }
            }
            controls.add(new Control(level, type, files, Arrays.copyOfRange(bytes, from, from + length)));
            at = aligned(from + length);
        }
        return controls;
    }

    private static MemorySegment piece(Arena arena, MemorySegment header, int length) {
        MemorySegment data = arena.allocate(Math.max(1, length), ALIGNMENT);
        MemorySegment piece = arena.allocate(16, ALIGNMENT);
        piece.set(JAVA_LONG, 0, data.address());
        piece.set(JAVA_LONG, 8, length);
        header.set(JAVA_LONG, PIECES, piece.address());
        header.set(JAVA_LONG, PIECE_COUNT, 1);
        return data.asSlice(0, length);
    }
}
