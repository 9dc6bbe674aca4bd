package org.pyvm.objects.host.internal;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Machine;
import org.pyvm.objects.host.Network;
import org.pyvm.objects.host.OpenSocket;

/** The machine's network, by way of java.nio; sockets of the machine itself by the C library's where it can be called. */
public final class NioNetwork implements Network {
    private final Machine machine;
    private final Kernel kernel;

    public NioNetwork(Machine machine, Kernel kernel) {
        this.machine = machine;
        this.kernel = kernel;
    }

    @Override
    public OpenSocket open(int family, int type) {
        if (family != AF_INET && family != AF_INET6 && family != AF_UNIX) {
            throw new HostException(Errno.EAFNOSUPPORT);
        }
        if (type < SOCK_STREAM || type > 10) {
            throw new HostException(Errno.EINVAL);
        }
        if (family == AF_UNIX && kernel.isThere()) {
            return SystemSocket.open(kernel, family, type);
        }
        if (type == SOCK_STREAM) {
            return new StreamSocket(family);
        }
        if (type == SOCK_DGRAM && family != AF_UNIX) {
            return new DatagramSocket(family);
        }
        throw new HostException(Errno.EPROTONOSUPPORT);
    }

    @Override
    public OpenSocket[] pair(int family, int type) {
        return SystemSocket.pair(kernel, family, type);
    }

    @Override
    public List<String> resolve(String name) {
        List<String> hosts = new ArrayList<>();
        try {
            for (InetAddress address : InetAddress.getAllByName(name)) {
                hosts.add(Endpoints.numbers(address));
            }
        } catch (UnknownHostException e) {
            return List.of();
        }
        return hosts;
    }

    @Override
    public String nameOf(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            String name = address.getCanonicalHostName();
            return name.equals(address.getHostAddress()) ? null : name;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    @Override
    public Map<Integer, String> interfaces() {
        Map<Integer, String> names = new TreeMap<>();
        try {
            NetworkInterface.networkInterfaces().forEach(each -> names.put(each.getIndex(), each.getName()));
        } catch (SocketException e) {
            throw IoErrors.of(e);
        }
        return names;
    }

    @Override
    public String hostName() {
        return machine.name().nodename();
    }
}
