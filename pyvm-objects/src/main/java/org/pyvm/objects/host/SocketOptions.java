package org.pyvm.objects.host;

/** The numbers of socket options on Linux. */
public final class SocketOptions {
    public static final int SOL_SOCKET = 1;
    /** Ancillary data of a message: open files. */
    public static final int SCM_RIGHTS = 1;

    public static final int SO_REUSEADDR = 2;
    public static final int SO_TYPE = 3;
    public static final int SO_ERROR = 4;
    public static final int SO_BROADCAST = 6;
    public static final int SO_SNDBUF = 7;
    public static final int SO_RCVBUF = 8;
    public static final int SO_KEEPALIVE = 9;
    /** Urgent bytes come among the others. */
    public static final int SO_OOBINLINE = 10;

    /** As a number: the seconds, or -1 for none. */
    public static final int SO_LINGER = 13;

    public static final int SO_REUSEPORT = 15;
    public static final int SO_ACCEPTCONN = 30;
    public static final int SO_PROTOCOL = 38;
    public static final int SO_DOMAIN = 39;
    public static final int IPPROTO_TCP = 6;
    public static final int TCP_NODELAY = 1;
    public static final int TCP_KEEPIDLE = 4;
    public static final int TCP_KEEPINTVL = 5;
    public static final int TCP_KEEPCNT = 6;
    public static final int TCP_QUICKACK = 12;
    public static final int IPPROTO_UDP = 17;
    public static final int IPPROTO_IP = 0;
    public static final int IP_TOS = 1;
    public static final int IP_MULTICAST_TTL = 33;
    public static final int IP_MULTICAST_LOOP = 34;
    public static final int IPPROTO_IPV6 = 41;
    public static final int IPV6_V6ONLY = 26;

    private SocketOptions() {}

    static int ofMemory(int level, int name) {
        if (level != SOL_SOCKET) {
            throw new HostException(Errno.ENOTSUP);
        }
        return switch (name) {
            case SO_TYPE -> Network.SOCK_STREAM;
            case SO_DOMAIN -> Network.AF_UNIX;
            case SO_SNDBUF, SO_RCVBUF -> 1 << 16;
            case SO_LINGER -> -1;
            case SO_ERROR,
                    SO_REUSEADDR,
                    SO_BROADCAST,
                    SO_KEEPALIVE,
                    SO_OOBINLINE,
                    SO_REUSEPORT,
                    SO_ACCEPTCONN,
                    SO_PROTOCOL -> 0;
            default -> throw new HostException(Errno.ENOPROTOOPT);
        };
    }
}
