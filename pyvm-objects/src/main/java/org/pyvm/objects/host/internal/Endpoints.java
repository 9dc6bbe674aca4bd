package org.pyvm.objects.host.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import org.pyvm.objects.host.Endpoint;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Network;

/** Translates addresses of sockets to Java's and back. */
final class Endpoints {
    private Endpoints() {}

    static SocketAddress toJava(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Unix unix -> UnixDomainSocketAddress.of(unix.path());
            case Endpoint.Inet inet -> {
                try {
                    String scope = inet.scope() == 0 ? "" : "%" + inet.scope();
                    yield new InetSocketAddress(InetAddress.getByName(inet.host() + scope), inet.port());
                } catch (UnknownHostException e) {
                    throw new HostException(Errno.EINVAL);
                }
            }
        };
    }

    /** {@code address} is null where nothing is bound. */
    static Endpoint of(SocketAddress address, int family) {
        return switch (address) {
            case UnixDomainSocketAddress unix ->
                new Endpoint.Unix(unix.getPath().toString());
            case InetSocketAddress inet -> {
                int scope = inet.getAddress() instanceof Inet6Address six ? six.getScopeId() : 0;
                yield new Endpoint.Inet(numbers(inet.getAddress()), inet.getPort(), scope);
            }
            case null -> unbound(family);
            default -> throw new HostException(Errno.EAFNOSUPPORT);
        };
    }

    private static Endpoint unbound(int family) {
        return switch (family) {
            case Network.AF_UNIX -> new Endpoint.Unix("");
            case Network.AF_INET6 -> new Endpoint.Inet("::", 0, 0);
            default -> new Endpoint.Inet("0.0.0.0", 0, 0);
        };
    }

    /** As the C library writes an address: the longest run of zeros in IPv6 is {@code ::}. */
    static String numbers(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
        }
        int from = 0;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (length > 1 && i == from) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
