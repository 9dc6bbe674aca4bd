package org.pyvm.objects.host.internal;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.util.Arrays;
import org.pyvm.objects.host.Endpoint;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Network;
import org.pyvm.objects.host.OpenSocket;
import org.pyvm.objects.host.Readiness;

/** A UDP socket. */
final class DatagramSocket extends NioSocket {
    private static final int LARGEST = 1 << 16;

    private final DatagramChannel channel;
    /** A datagram that was looked at, and where it came from; null for none. */
    private byte[] seen;

    private SocketAddress seenFrom;

    DatagramSocket(int family) {
        super(family);
        try {
            channel = DatagramChannel.open(StreamSocket.java(family));
            channel.configureBlocking(false);
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    @Override
    public int type() {
        return Network.SOCK_DGRAM;
    }

    @Override
    NetworkChannel network() {
        return channel;
    }

    @Override
    public SelectableChannel channel() {
        return channel;
    }

    @Override
    public void bind(Endpoint address) {
        translating(() -> {
            channel.bind(Endpoints.toJava(address));
            return 0;
        });
    }

    @Override
    public void listen(int backlog) {
        throw new HostException(Errno.ENOTSUP);
    }

    @Override
    public OpenSocket accept() {
        throw new HostException(Errno.ENOTSUP);
    }

    @Override
    public void connect(Endpoint address) {
        translating(() -> {
            if (channel.isConnected()) {
                channel.disconnect();
            }
            channel.connect(Endpoints.toJava(address));
            return 0;
        });
    }

    @Override
    public Endpoint localAddress() {
        try {
            return Endpoints.of(channel.getLocalAddress(), family());
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    @Override
    public Endpoint peerAddress() {
        try {
            SocketAddress peer = channel.getRemoteAddress();
            if (peer == null) {
                throw new HostException(Errno.ENOTCONN);
            }
            return Endpoints.of(peer, family());
        } catch (IOException e) {
            throw IoErrors.of(e);
        }
    }

    @Override
    public Received receive(byte[] buffer, int offset, int length) {
        SocketAddress[] from = new SocketAddress[1];
        int count = attempt(Readiness.READ, () -> {
            synchronized (this) {
                if (seen != null) {
                    int copied = copySeen(buffer, offset, length);
                    from[0] = seenFrom;
                    seen = null;
                    return copied;
                }
            }
            ByteBuffer target = ByteBuffer.wrap(buffer, offset, length);
            from[0] = channel.receive(target);
            return from[0] == null ? -1 : length - target.remaining();
        });
        return new Received(count, Endpoints.of(from[0], family()));
    }

    /** What does not fit is lost, as with one that is received. */
    private int copySeen(byte[] buffer, int offset, int length) {
        int count = Math.min(length, seen.length);
        System.arraycopy(seen, 0, buffer, offset, count);
        return count;
    }

    @Override
    public Received peek(byte[] buffer, int offset, int length) {
        int count = attempt(Readiness.READ, () -> {
            synchronized (this) {
                if (seen == null) {
                    ByteBuffer target = ByteBuffer.allocate(LARGEST);
                    seenFrom = channel.receive(target);
                    if (seenFrom == null) {
                        return -1;
                    }
                    seen = Arrays.copyOf(target.array(), target.position());
                }
                return copySeen(buffer, offset, length);
            }
        });
        return new Received(count, Endpoints.of(seenFrom, family()));
    }

    @Override
    public synchronized boolean hasReadAhead() {
        return seen != null;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return receive(buffer, offset, length).count();
    }

    @Override
    public int write(byte[] buffer, int offset, int length) {
        return attempt(Readiness.WRITE, () -> {
            int count = channel.write(ByteBuffer.wrap(buffer, offset, length));
            return count == 0 && length > 0 ? -1 : count;
        });
    }

    @Override
    public int send(byte[] buffer, int offset, int length, Endpoint to) {
        return attempt(Readiness.WRITE, () -> {
            int count = channel.send(ByteBuffer.wrap(buffer, offset, length), Endpoints.toJava(to));
            return count == 0 && length > 0 ? -1 : count;
        });
    }

    @Override
    public void shutdown(int how) {
        // Nothing that POSIX promises for datagrams can be seen from outside.
        peerAddress();
    }
}
