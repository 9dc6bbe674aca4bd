package org.pyvm.objects.host.internal;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.pyvm.objects.host.Endpoint;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Network;
import org.pyvm.objects.host.OpenSocket;
import org.pyvm.objects.host.ReadAhead;
import org.pyvm.objects.host.Readiness;
import org.pyvm.objects.host.SocketOptions;

/**
 * A TCP or Unix stream socket. Java has two classes where POSIX has one socket: which it is shows when it listens or
 * connects.
 */
final class StreamSocket extends NioSocket {
    private static final int BACKLOG = 128;

    private final ReadAhead readAhead = new ReadAhead();
    private volatile SocketChannel stream;
    private volatile ServerSocketChannel server;
    private volatile boolean listens;
    private SocketAddress bound;

    StreamSocket(int family) {
        super(family);
    }

    private StreamSocket(int family, SocketChannel accepted) throws IOException {
        super(family);
        accepted.configureBlocking(false);
        this.stream = accepted;
    }

    @Override
    public int type() {
        return Network.SOCK_STREAM;
    }

    @Override
    boolean isListening() {
        return listens;
    }

    static ProtocolFamily java(int family) {
        return switch (family) {
            case Network.AF_UNIX -> StandardProtocolFamily.UNIX;
            case Network.AF_INET6 -> StandardProtocolFamily.INET6;
            default -> StandardProtocolFamily.INET;
        };
    }

    @Override
    synchronized NetworkChannel network() {
        return server == null ? openStream() : server;
    }

    /** Null when there is none, or none any more: Java closes the channel of a connection that failed. */
    private SocketChannel openStream() {
        return stream != null && stream.isOpen() ? stream : null;
    }

    @Override
    public synchronized SelectableChannel channel() {
        return server == null ? openStream() : server;
    }

    private synchronized SocketChannel stream() throws IOException {
        if (server != null) {
            throw new HostException(Errno.ENOTCONN);
        }
        // After a failure POSIX's socket may try again.
        if (openStream() == null) {
            stream = SocketChannel.open(java(family()));
            stream.configureBlocking(false);
            applyOptions(stream);
            if (bound != null && family() != Network.AF_UNIX) {
                stream.bind(bound);
            }
        }
        return stream;
    }

    @Override
    public void bind(Endpoint address) {
        translating(() -> {
            synchronized (this) {
                if (bound != null) {
                    throw new HostException(Errno.EINVAL);
                }
                if (family() == Network.AF_UNIX) {
                    // Binding makes a file, which a second channel could not make again: the one that listens does it.
                    bound = Endpoints.toJava(address);
                    try {
                        server = listening(BACKLOG);
                    } catch (IOException e) {
                        bound = null;
                        throw e;
                    }
                } else {
                    stream().bind(Endpoints.toJava(address));
                    bound = stream.getLocalAddress();
                }
            }
            return 0;
        });
    }

    @Override
    public void listen(int backlog) {
        translating(() -> {
            synchronized (this) {
                if (server == null) {
                    if (stream != null) {
                        stream.close();
                        stream = null;
                    }
                    server = listening(Math.max(backlog, 1));
                }
                listens = true;
            }
            return 0;
        });
    }

    private ServerSocketChannel listening(int backlog) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(java(family()));
        channel.configureBlocking(false);
        applyOptions(channel);
        channel.bind(bound, backlog);
        return channel;
    }

    @Override
    public OpenSocket accept() {
        if (!listens) {
            throw new HostException(Errno.EINVAL);
        }
        OpenSocket[] accepted = new OpenSocket[1];
        attempt(Readiness.READ, () -> {
            SocketChannel caller = server.accept();
            if (caller == null) {
                return -1;
            }
            accepted[0] = new StreamSocket(family(), caller);
            return 0;
        });
        return accepted[0];
    }

    @Override
    public void connect(Endpoint address) {
        boolean done = 0
                == translating(() -> {
                    SocketChannel channel = stream();
                    return channel.isConnectionPending() && channel.finishConnect()
                                    || !channel.isConnectionPending() && channel.connect(Endpoints.toJava(address))
                            ? 0
                            : -1;
                });
        if (done) {
            return;
        }
        if (!isBlocking()) {
            throw new HostException(Errno.EINPROGRESS);
        }
        while (stream.isConnectionPending()) {
            await(Readiness.WRITE);
        }
        int error = option(SocketOptions.SOL_SOCKET, SocketOptions.SO_ERROR);
        if (error != 0) {
            throw new HostException(error, null, null);
        }
    }

    @Override
    public int operations(int readiness) {
        if (server != null) {
            return (readiness & Readiness.READ) != 0 ? SelectionKey.OP_ACCEPT : 0;
        }
        if (stream.isConnectionPending()) {
            return (readiness & Readiness.WRITE) != 0 ? SelectionKey.OP_CONNECT : 0;
        }
        return stream.isConnected() ? super.operations(readiness) : 0;
    }

    @Override
    public int readiness(int operations) {
        if ((operations & SelectionKey.OP_CONNECT) != 0) {
            try {
                translating(() -> stream.finishConnect() ? 0 : -1);
            } catch (HostException e) {
                // The program asks for it with SO_ERROR.
                failLater(e);
                return Readiness.READ | Readiness.WRITE | Readiness.ERROR;
            }
        }
        return super.readiness(operations);
    }

    @Override
    public Endpoint localAddress() {
        try {
            NetworkChannel channel = network();
            SocketAddress local = channel == null ? null : channel.getLocalAddress();
            return Endpoints.of(local == null ? bound : local, family());
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    @Override
    public Endpoint peerAddress() {
        try {
            SocketChannel open = openStream();
            SocketAddress peer = open == null ? null : open.getRemoteAddress();
            if (peer == null) {
                throw new HostException(Errno.ENOTCONN);
            }
            return Endpoints.of(peer, family());
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return attempt(Readiness.READ, () -> {
            if (length == 0) {
                return 0;
            }
            return readAhead.isEmpty() ? readOnce(buffer, offset, length) : readAhead.take(buffer, offset, length);
        });
    }

    /** Java's end of the stream is POSIX's 0, its 0 is "nothing yet". */
    private int readOnce(byte[] buffer, int offset, int length) throws IOException {
        int count = stream().read(ByteBuffer.wrap(buffer, offset, length));
        return count < 0 ? 0 : count == 0 ? -1 : count;
    }

    @Override
    public Received peek(byte[] buffer, int offset, int length) {
        int seen = attempt(Readiness.READ, () -> {
            int known = readAhead.look(buffer, offset, length);
            if (known < length) {
                // More may have come since the last look.
                byte[] more = new byte[length - known];
                int count = readOnce(more, 0, more.length);
                if (known == 0 && count <= 0) {
                    return count;
                }
                readAhead.add(more, 0, Math.max(count, 0));
            }
            return readAhead.look(buffer, offset, length);
        });
        return new Received(seen, null);
    }

    @Override
    public boolean hasReadAhead() {
        return !readAhead.isEmpty();
    }

    @Override
    public int sendUrgent(byte[] buffer, int offset, int length) {
        int before = length > 1 ? write(buffer, offset, length - 1) : 0;
        if (length == 0 || before < length - 1) {
            return before;
        }
        attempt(Readiness.WRITE, () -> {
            stream().socket().sendUrgentData(buffer[offset + length - 1]);
            return 0;
        });
        return length;
    }

    @Override
    public int write(byte[] buffer, int offset, int length) {
        return attempt(Readiness.WRITE, () -> {
            if (!stream().isConnected()) {
                // To a socket that nobody is behind yet Linux says the same as to one that nobody is behind any more.
                throw new HostException(Errno.EPIPE);
            }
            int count = stream.write(ByteBuffer.wrap(buffer, offset, length));
            return count == 0 && length > 0 ? -1 : count;
        });
    }

    @Override
    public Received receive(byte[] buffer, int offset, int length) {
        return new Received(read(buffer, offset, length), null);
    }

    @Override
    public int send(byte[] buffer, int offset, int length, Endpoint to) {
        throw new HostException(Errno.EISCONN);
    }

    @Override
    public void shutdown(int how) {
        translating(() -> {
            if (how != 1) {
                stream().shutdownInput();
            }
            if (how != 0) {
                stream().shutdownOutput();
            }
            return 0;
        });
    }
}
