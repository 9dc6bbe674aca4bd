package org.pyvm.objects.host.internal;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NetworkChannel;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.HashMap;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Network;
import org.pyvm.objects.host.OpenSocket;
import org.pyvm.objects.host.Poll;
import org.pyvm.objects.host.Readiness;
import org.pyvm.objects.host.Selectable;
import org.pyvm.objects.host.SocketOptions;

/**
 * What the kinds of sockets share. Their channels never block, since only such channels can be waited for by selectors; a
 * socket that shall block waits here.
 */
abstract class NioSocket extends OpenSocket implements Selectable {
    /** An operation that gives -1 when it would have to wait. */
    interface Attempt {
        int run() throws IOException;
    }

    private static final long WHILE_NANOS = 500_000_000;

    private final int family;
    /** Options that were set before there was a channel to set them on. */
    private final Map<SocketOption<Boolean>, Boolean> flags = new HashMap<>();

    private final Map<SocketOption<Integer>, Integer> sizes = new HashMap<>();
    private Errno pendingError;

    NioSocket(int family) {
        this.family = family;
    }

    @Override
    public final int family() {
        return family;
    }

    /** The channel as far as there is one. */
    abstract NetworkChannel network();

    /** The channel's own number. Its blocking is that of the channel: who gets the socket has to wait for it by {@code poll}. */
    @Override
    public int systemNumber() {
        return network() == null ? -1 : ChannelNumbers.of(network());
    }

    /** Runs the attempt until it succeeds, waiting in between if the socket is blocking. */
    final int attempt(int readiness, Attempt attempt) {
        while (true) {
            int result = translating(attempt);
            if (result >= 0) {
                return result;
            }
            if (!isBlocking()) {
                throw new HostException(Errno.EAGAIN);
            }
            await(readiness);
        }
    }

    final int translating(Attempt attempt) {
        try {
            return attempt.run();
        } catch (NotYetConnectedException e) {
            throw new HostException(Errno.ENOTCONN);
        } catch (AlreadyConnectedException e) {
            throw new HostException(Errno.EISCONN);
        } catch (ConnectionPendingException e) {
            throw new HostException(Errno.EALREADY);
        } catch (AlreadyBoundException e) {
            throw new HostException(Errno.EINVAL);
        } catch (UnsupportedAddressTypeException e) {
            throw new HostException(Errno.EAFNOSUPPORT);
        } catch (ClosedChannelException e) {
            throw new HostException(Errno.EPIPE);
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    /** @throws HostException EINTR also after a while, so that who waits can look after other things and wait again */
    final void await(int readiness) {
        try (Poll poll = new Poll()) {
            poll.set(this, readiness);
            if (poll.await(WHILE_NANOS).isEmpty()) {
                throw new HostException(Errno.EINTR);
            }
        } catch (InterruptedException e) {
            throw new HostException(Errno.EINTR);
        }
    }

    @Override
    public int operations(int readiness) {
        return ((readiness & Readiness.READ) != 0 ? SelectionKey.OP_READ : 0)
                | ((readiness & Readiness.WRITE) != 0 ? SelectionKey.OP_WRITE : 0);
    }

    /** The operation comes from a selected key; the overload for files answers for a socket that has no channel yet. */
    @Override
    public int readiness(int operations) {
        return ((operations & (SelectionKey.OP_READ | SelectionKey.OP_ACCEPT)) != 0 ? Readiness.READ : 0)
                | ((operations & (SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT)) != 0 ? Readiness.WRITE : 0);
    }

    @Override
    public int readiness(Readiness.Watcher watcher) {
        if (channel() == null) {
            return Readiness.WRITE | Readiness.HANG_UP;
        }
        try (Selector selector = Selector.open()) {
            SelectionKey key = channel().register(selector, operations(Readiness.READ | Readiness.WRITE));
            selector.selectNow();
            return readiness(key.readyOps());
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    final void failLater(HostException failure) {
        pendingError = Errno.of(failure.errno());
    }

    private static SocketOption<Boolean> flag(int level, int name) {
        return switch (level) {
            case SocketOptions.SOL_SOCKET ->
                switch (name) {
                    case SocketOptions.SO_REUSEADDR -> StandardSocketOptions.SO_REUSEADDR;
                    case SocketOptions.SO_REUSEPORT -> StandardSocketOptions.SO_REUSEPORT;
                    case SocketOptions.SO_BROADCAST -> StandardSocketOptions.SO_BROADCAST;
                    case SocketOptions.SO_KEEPALIVE -> StandardSocketOptions.SO_KEEPALIVE;
                    case SocketOptions.SO_OOBINLINE -> new NamedFlag("SO_OOBINLINE");
                    default -> null;
                };
            case SocketOptions.IPPROTO_TCP ->
                switch (name) {
                    case SocketOptions.TCP_NODELAY -> StandardSocketOptions.TCP_NODELAY;
                    case SocketOptions.TCP_QUICKACK -> ExtendedSocketOptions.TCP_QUICKACK;
                    default -> null;
                };
            case SocketOptions.IPPROTO_IP ->
                name == SocketOptions.IP_MULTICAST_LOOP ? StandardSocketOptions.IP_MULTICAST_LOOP : null;
            default -> null;
        };
    }

    private static SocketOption<Integer> size(int level, int name) {
        return switch (level) {
            case SocketOptions.SOL_SOCKET ->
                switch (name) {
                    case SocketOptions.SO_SNDBUF -> StandardSocketOptions.SO_SNDBUF;
                    case SocketOptions.SO_RCVBUF -> StandardSocketOptions.SO_RCVBUF;
                    case SocketOptions.SO_LINGER -> StandardSocketOptions.SO_LINGER;
                    default -> null;
                };
            case SocketOptions.IPPROTO_TCP ->
                switch (name) {
                    case SocketOptions.TCP_KEEPIDLE -> ExtendedSocketOptions.TCP_KEEPIDLE;
                    case SocketOptions.TCP_KEEPINTVL -> ExtendedSocketOptions.TCP_KEEPINTERVAL;
                    case SocketOptions.TCP_KEEPCNT -> ExtendedSocketOptions.TCP_KEEPCOUNT;
                    default -> null;
                };
            case SocketOptions.IPPROTO_IP ->
                switch (name) {
                    case SocketOptions.IP_TOS -> StandardSocketOptions.IP_TOS;
                    case SocketOptions.IP_MULTICAST_TTL -> StandardSocketOptions.IP_MULTICAST_TTL;
                    default -> null;
                };
            default -> null;
        };
    }

    /** An option that channels have and Java has no constant for: they tell it among those that they support. */
    private record NamedFlag(String name) implements SocketOption<Boolean> {
        @Override
        public Class<Boolean> type() {
            return Boolean.class;
        }
    }

    /** The channel's own option for one of ours; null when it has none. */
    @SuppressWarnings("unchecked")
    private static <T> SocketOption<T> supported(NetworkChannel channel, SocketOption<T> option) {
        for (SocketOption<?> known : channel.supportedOptions()) {
            if (known.name().equals(option.name()) && known.type() == option.type()) {
                return (SocketOption<T>) known;
            }
        }
        return null;
    }

    @Override
    public int option(int level, int name) {
        SocketOption<Boolean> flag = flag(level, name);
        SocketOption<Integer> size = size(level, name);
        try {
            if (flag != null) {
                SocketOption<Boolean> known = known(flag);
                return (known != null ? network().getOption(known) : flags.getOrDefault(flag, false)) ? 1 : 0;
            }
            if (size != null) {
                SocketOption<Integer> known = known(size);
                return known != null
                        ? network().getOption(known)
                        : sizes.getOrDefault(size, name == SocketOptions.SO_LINGER ? -1 : 1 << 16);
            }
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
        if (level == SocketOptions.SOL_SOCKET) {
            return state(name);
        }
        if (isFixed(level, name)) {
            return 0;
        }
        throw new HostException(Errno.ENOPROTOOPT);
    }

    /** What an option that is only asked for tells of the socket. */
    private int state(int name) {
        return switch (name) {
            case SocketOptions.SO_TYPE -> type();
            case SocketOptions.SO_DOMAIN -> family();
            case SocketOptions.SO_PROTOCOL ->
                family == Network.AF_UNIX
                        ? 0
                        : type() == Network.SOCK_STREAM ? SocketOptions.IPPROTO_TCP : SocketOptions.IPPROTO_UDP;
            case SocketOptions.SO_ACCEPTCONN -> isListening() ? 1 : 0;
            case SocketOptions.SO_ERROR -> {
                Errno error = pendingError;
                pendingError = null;
                yield error == null ? 0 : error.number();
            }
            default -> throw new HostException(Errno.ENOPROTOOPT);
        };
    }

    boolean isListening() {
        return false;
    }

    /** What programs set as a matter of course and Java has no say in. */
    private static boolean isFixed(int level, int name) {
        return level == SocketOptions.IPPROTO_IPV6 && name == SocketOptions.IPV6_V6ONLY;
    }

    @Override
    public void setOption(int level, int name, int value) {
        SocketOption<Boolean> flag = flag(level, name);
        SocketOption<Integer> size = size(level, name);
        try {
            if (flag != null) {
                flags.put(flag, value != 0);
                set(known(flag), value != 0);
            } else if (size != null) {
                sizes.put(size, value);
                set(known(size), value);
            } else if (!isFixed(level, name)) {
                throw new HostException(Errno.ENOPROTOOPT);
            }
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    private <T> SocketOption<T> known(SocketOption<T> option) {
        return network() == null ? null : supported(network(), option);
    }

    private <T> void set(SocketOption<T> option, T value) throws IOException {
        if (option != null) {
            network().setOption(option, value);
        }
    }

    /** Gives a new channel the options that were set. */
    final void applyOptions(NetworkChannel channel) throws IOException {
        for (Map.Entry<SocketOption<Boolean>, Boolean> flag : flags.entrySet()) {
            SocketOption<Boolean> known = supported(channel, flag.getKey());
            if (known != null) {
                channel.setOption(known, flag.getValue());
            }
        }
        for (Map.Entry<SocketOption<Integer>, Integer> size : sizes.entrySet()) {
            SocketOption<Integer> known = supported(channel, size.getKey());
            if (known != null) {
                channel.setOption(known, size.getValue());
            }
        }
    }

    @Override
    protected void close() {
        if (network() != null) {
            try {
                network().close();
            } catch (IOException e) {
                throw IoErrors.of(e);
            }
        }
    }
}
