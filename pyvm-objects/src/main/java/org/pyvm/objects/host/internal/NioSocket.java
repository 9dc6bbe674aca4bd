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
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
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

    final void await(int readiness) {
        try (Poll poll = new Poll()) {
            poll.set(this, readiness);
            poll.await(-1);
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
        if (level == SocketOptions.IPPROTO_TCP && name == SocketOptions.TCP_NODELAY) {
            return StandardSocketOptions.TCP_NODELAY;
        }
        if (level != SocketOptions.SOL_SOCKET) {
            return null;
        }
        return switch (name) {
            case SocketOptions.SO_REUSEADDR -> StandardSocketOptions.SO_REUSEADDR;
            case SocketOptions.SO_REUSEPORT -> StandardSocketOptions.SO_REUSEPORT;
            case SocketOptions.SO_BROADCAST -> StandardSocketOptions.SO_BROADCAST;
            case SocketOptions.SO_KEEPALIVE -> StandardSocketOptions.SO_KEEPALIVE;
            default -> null;
        };
    }

    private static SocketOption<Integer> size(int level, int name) {
        if (level != SocketOptions.SOL_SOCKET) {
            return null;
        }
        return switch (name) {
            case SocketOptions.SO_SNDBUF -> StandardSocketOptions.SO_SNDBUF;
            case SocketOptions.SO_RCVBUF -> StandardSocketOptions.SO_RCVBUF;
            case SocketOptions.SO_LINGER -> StandardSocketOptions.SO_LINGER;
            default -> null;
        };
    }

    @Override
    public int option(int level, int name) {
        SocketOption<Boolean> flag = flag(level, name);
        SocketOption<Integer> size = size(level, name);
        try {
            if (flag != null) {
                return (isKnown(flag) ? network().getOption(flag) : flags.getOrDefault(flag, false)) ? 1 : 0;
            }
            if (size != null) {
                return isKnown(size)
                        ? network().getOption(size)
                        : sizes.getOrDefault(size, name == SocketOptions.SO_LINGER ? -1 : 1 << 16);
            }
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
        if (level == SocketOptions.SOL_SOCKET && name == SocketOptions.SO_TYPE) {
            return type();
        }
        if (level == SocketOptions.SOL_SOCKET && name == SocketOptions.SO_ERROR) {
            Errno error = pendingError;
            pendingError = null;
            return error == null ? 0 : error.number();
        }
        if (isFixed(level, name)) {
            return 0;
        }
        throw new HostException(Errno.ENOPROTOOPT);
    }

    /** Options that programs set as a matter of course and that Java has no say in. */
    private static boolean isFixed(int level, int name) {
        return level == SocketOptions.SOL_SOCKET && name == SocketOptions.SO_ACCEPTCONN
                || level == SocketOptions.IPPROTO_IPV6 && name == SocketOptions.IPV6_V6ONLY;
    }

    @Override
    public void setOption(int level, int name, int value) {
        SocketOption<Boolean> flag = flag(level, name);
        SocketOption<Integer> size = size(level, name);
        try {
            if (flag != null) {
                flags.put(flag, value != 0);
                if (isKnown(flag)) {
                    network().setOption(flag, value != 0);
                }
            } else if (size != null) {
                sizes.put(size, value);
                if (isKnown(size)) {
                    network().setOption(size, value);
                }
            } else if (!isFixed(level, name)) {
                throw new HostException(Errno.ENOPROTOOPT);
            }
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    private boolean isKnown(SocketOption<?> option) {
        return network() != null && network().supportedOptions().contains(option);
    }

    /** Gives a new channel the options that were set. */
    final void applyOptions(NetworkChannel channel) throws IOException {
        for (Map.Entry<SocketOption<Boolean>, Boolean> flag : flags.entrySet()) {
            if (channel.supportedOptions().contains(flag.getKey())) {
                channel.setOption(flag.getKey(), flag.getValue());
            }
        }
        for (Map.Entry<SocketOption<Integer>, Integer> size : sizes.entrySet()) {
            if (channel.supportedOptions().contains(size.getKey())) {
                channel.setOption(size.getKey(), size.getValue());
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
