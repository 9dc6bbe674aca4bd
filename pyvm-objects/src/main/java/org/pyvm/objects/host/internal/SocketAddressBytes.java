package org.pyvm.objects.host.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.pyvm.objects.host.Endpoint;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Network;

/** Addresses as Linux's {@code struct sockaddr} of their family. */
final class SocketAddressBytes {
    /** Room for an address of any family. */
    static final int LARGEST = 128;

    private static final int UNIX_PATH = 2;
    private static final int LONGEST_PATH = 108;
    private static final int PORT = 2;
    private static final int HOST = 4;
    private static final int INET_SIZE = 16;
    private static final int HOST_6 = 8;
    private static final int SCOPE_6 = 24;
    private static final int INET_6_SIZE = 28;

    private SocketAddressBytes() {}

    /** @throws HostException EAFNOSUPPORT for an address of another family */
    static byte[] of(Endpoint endpoint, int family) {
        return switch (endpoint) {
            case Endpoint.Unix unix -> unix(unix.path());
            case Endpoint.Inet inet -> inet(inet, family);
        };
    }

    /** A path ends with a zero, a name that begins with one (Linux's abstract names) with its last byte. */
    private static byte[] unix(String path) {
        byte[] name = NativeBytes.text(path);
        int length = path.isEmpty() || path.charAt(0) == '\0' ? name.length - 1 : name.length;
        if (length > LONGEST_PATH) {
            throw new HostException(Errno.EINVAL);
        }
        byte[] address = new byte[UNIX_PATH + length];
        NativeBytes.setShort(address, 0, Network.AF_UNIX);
        System.arraycopy(name, 0, address, UNIX_PATH, length);
        return address;
    }

    private static byte[] inet(Endpoint.Inet inet, int family) {
        if (inet.isVersion6() != (family == Network.AF_INET6)) {
            throw new HostException(Errno.EAFNOSUPPORT);
        }
        byte[] host;
        try {
            host = InetAddress.getByName(inet.host()).getAddress();
        } catch (UnknownHostException e) {
            throw new HostException(Errno.EINVAL);
        }
        boolean six = family == Network.AF_INET6;
        byte[] address = new byte[six ? INET_6_SIZE : INET_SIZE];
        NativeBytes.setShort(address, 0, family);
        address[PORT] = (byte) (inet.port() >> 8);
        address[PORT + 1] = (byte) inet.port();
        if (six) {
            // Java shortens an IPv4 address in IPv6's form.
            boolean mapped = host.length < 16;
            System.arraycopy(host, 0, address, mapped ? HOST_6 + 12 : HOST_6, host.length);
            if (mapped) {
                Arrays.fill(address, HOST_6 + 10, HOST_6 + 12, (byte) 0xFF);
            }
            NativeBytes.setInt(address, SCOPE_6, inet.scope());
        } else {
            System.arraycopy(host, 0, address, HOST, host.length);
        }
        return address;
    }

    /**
     * @param length of the address, as a call gave it
     * @return null when there is none
     */
    static Endpoint endpoint(byte[] address, int length) {
        if (length < 2) {
            return null;
        }
        int port = length < HOST ? 0 : (address[PORT] & 0xFF) << 8 | address[PORT + 1] & 0xFF;
        return switch (NativeBytes.getShort(address, 0)) {
            case Network.AF_UNIX -> new Endpoint.Unix(path(address, Math.min(length, address.length)));
            case Network.AF_INET -> new Endpoint.Inet(host(address, HOST, 4), port, 0);
            case Network.AF_INET6 ->
                new Endpoint.Inet(host(address, HOST_6, 16), port, NativeBytes.getInt(address, SCOPE_6));
            default -> throw new HostException(Errno.EAFNOSUPPORT);
        };
    }

    private static String path(byte[] address, int length) {
        int end = UNIX_PATH;
        if (length > UNIX_PATH && address[UNIX_PATH] == 0) {
            end = length;
        }
        while (end < length && address[end] != 0) {
            end++;
        }
        return SurrogateEscape.decode(Arrays.copyOfRange(address, UNIX_PATH, end));
    }

    private static String host(byte[] address, int from, int length) {
        try {
            return Endpoints.numbers(InetAddress.getByAddress(Arrays.copyOfRange(address, from, from + length)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of 4 or 16 bytes", e);
        }
    }
}
