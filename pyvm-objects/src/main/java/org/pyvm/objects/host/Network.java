package org.pyvm.objects.host;

import java.util.List;
import java.util.Map;

/** Sockets and names; the numbers are Linux's. */
public interface Network {
    int AF_UNIX = 1;
    int AF_INET = 2;
    int AF_INET6 = 10;
    int SOCK_STREAM = 1;
    int SOCK_DGRAM = 2;

    /** @throws HostException EAFNOSUPPORT, EPROTONOSUPPORT */
    OpenSocket open(int family, int type);

    /**
     * Two sockets that are connected with each other.
     *
     * @throws HostException EOPNOTSUPP, EPROTONOSUPPORT
     */
    OpenSocket[] pair(int family, int type);

    /** The addresses of a name, in numbers; empty when there are none. */
    List<String> resolve(String name);

    /** The name of an address, or null. */
    String nameOf(String host);

    /** The names of this machine's interfaces by number. */
    Map<Integer, String> interfaces();

    /** This machine's name. */
    String hostName();
}
