package org.pyvm.modules.posix;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyTuple;

/** {@code _uuid}: UUIDs of time and place, version 1 of RFC 4122, made here. */
@PythonModule("_uuid")
public final class UuidModule {
    @PythonConstant("has_uuid_generate_time_safe")
    static final int SAFE = 1;

    /** Not agreed upon between processes: what uuid calls unsafe. */
    private static final int UNSAFE = -1;
    /** Between 15 October 1582 and 1970, in units of 100 ns. */
    private static final long EPOCH = 0x01B21DD213814000L;

    private long last;
    private int sequence = -1;
    private byte[] node;

    @PythonFunction("generate_time_safe()")
    PyObject generate(ThreadState thread) {
        Host host = thread.interpreter().service(Host.class);
        if (node == null) {
            node = node(host);
            byte[] chance = new byte[2];
            host.entropy().fill(chance);
            sequence = ByteBuffer.wrap(chance).getShort() & 0x3FFF;
        }
        long now = host.clock().time() / 100 + EPOCH;
        // Never the same time twice, also when the clock is coarser than this is fast.
        last = now > last ? now : last + 1;
        byte[] uuid = ByteBuffer.allocate(16)
                .putInt((int) last)
                .putShort((short) (last >> 32))
                .putShort((short) (last >> 48 & 0x0FFF | 0x1000))
                .putShort((short) (sequence | 0x8000))
                .put(node)
                .array();
        return PyTuple.of(PyBytes.of(uuid), PyInt.of(UNSAFE));
    }

    /** The address of a network card, or six bytes by chance that are marked as such. */
    private static byte[] node(Host host) {
        String folder = "/sys/class/net/";
        try {
            for (String card : host.files().list(folder)) {
                String address = new String(
                                host.files().readAll(folder + card + "/address"),
                                java.nio.charset.StandardCharsets.US_ASCII)
                        .trim();
                if (address.length() == 17 && !address.equals("00:00:00:00:00:00")) {
                    return HexFormat.ofDelimiter(":").parseHex(address);
                }
            }
        } catch (HostException e) {
            // No such folder, or not allowed: by chance, then.
            return byChance(host);
        }
        return byChance(host);
    }

    private static byte[] byChance(Host host) {
        byte[] bytes = new byte[6];
        host.entropy().fill(bytes);
        bytes[0] |= 1;
        return bytes;
    }
}
