package org.pyvm.objects.host;

import java.util.List;

/**
 * One of two sockets that are connected in memory: what {@code socketpair} makes. When another process shall have one of them, they become
 * sockets of the operating system's, with what has been sent.
 */
public final class MemorySocket extends OpenSocket {
    private final Object lockOfPair;
    private final Pipe incomingPipe;
    private final OpenFile incoming;
    private final OpenFile outgoing;
    private final ReadAhead readAhead = new ReadAhead();
    private MemorySocket peer;
    private boolean shutForReading;
    private boolean shutForWriting;
    private boolean closed;
    /** The socket of the operating system's that this one has become. */
    private volatile OpenSocket moved;

    private MemorySocket(Object lockOfPair, Pipe incoming, Pipe outgoing) {
        this.lockOfPair = lockOfPair;
        this.incomingPipe = incoming;
        this.incoming = incoming.reader();
        this.outgoing = outgoing.writer();
        this.incoming.retain();
        this.outgoing.retain();
    }

    /** Two sockets; what one sends the other receives. */
    public static MemorySocket[] pair() {
        Object lock = new Object();
        Pipe there = new Pipe();
        Pipe back = new Pipe();
        MemorySocket[] ends = {new MemorySocket(lock, back, there), new MemorySocket(lock, there, back)};
        ends[0].peer = ends[1];
        ends[1].peer = ends[0];
        return ends;
    }

    @Override
    public int systemNumber() {
        OpenSocket socket = moved;
        return socket == null ? -1 : socket.systemNumber();
    }

    @Override
    public int export(SystemFiles system) {
        synchronized (lockOfPair) {
            if (moved == null) {
                OpenSocket[] pair = system.socketPair();
                pair[0].retain();
                pair[1].retain();
                moveWaiting(pair[0], pair[1]);
                peer.moveWaiting(pair[1], pair[0]);
                moveTo(pair[0]);
                peer.moveTo(pair[1]);
            }
        }
        return systemNumber();
    }

    /** What waits to be read here will be read there. */
    private void moveWaiting(OpenSocket here, OpenSocket there) {
        byte[] ahead = new byte[readAhead.size()];
        readAhead.take(ahead, 0, ahead.length);
        incomingPipe.moveTo(here, there, ahead);
    }

    private void moveTo(OpenSocket socket) {
        if (closed) {
            socket.release();
            return;
        }
        if (isShut(true)) {
            socket.shutdown(0);
        }
        if (isShut(false)) {
            socket.shutdown(1);
        }
        moved = socket;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (!readAhead.isEmpty()) {
            return readAhead.take(buffer, offset, length);
        }
        return isShut(true) ? 0 : incoming.read(buffer, offset, length);
    }

    @Override
    public Received peek(byte[] buffer, int offset, int length) {
        if (moved != null) {
            return moved.peek(buffer, offset, length);
        }
        // What is there already is enough, but is it all that one looks for? More is read only if it has come.
        int known = readAhead.look(buffer, offset, length);
        boolean come = !isShut(true) && (incoming.readiness(null) & Readiness.READ) != 0;
        if (known == 0 || known < length && come) {
            byte[] more = new byte[length - known];
            int count = isShut(true) ? 0 : incoming.read(more, 0, more.length);
            readAhead.add(more, 0, count);
        }
        return new Received(readAhead.look(buffer, offset, length), null);
    }

    @Override
    public int write(byte[] buffer, int offset, int length) {
        if (isShut(false)) {
            throw new HostException(Errno.EPIPE);
        }
        return outgoing.write(buffer, offset, length);
    }

    private synchronized boolean isShut(boolean reading) {
        return reading ? shutForReading : shutForWriting;
    }

    @Override
    public void setBlocking(boolean blocking) {
        super.setBlocking(blocking);
        incoming.setBlocking(blocking);
        outgoing.setBlocking(blocking);
    }

    @Override
    public boolean isBlocking() {
        OpenSocket socket = moved;
        return socket == null ? super.isBlocking() : socket.isBlocking();
    }

    @Override
    public int sendMessage(byte[] data, List<Control> controls, int flags, Endpoint to) {
        OpenSocket socket = moved;
        return socket == null
                ? super.sendMessage(data, controls, flags, to)
                : socket.sendMessage(data, controls, flags, to);
    }

    @Override
    public Message receiveMessage(byte[] buffer, int controlLength, int flags) {
        OpenSocket socket = moved;
        return socket == null
                ? super.receiveMessage(buffer, controlLength, flags)
                : socket.receiveMessage(buffer, controlLength, flags);
    }

    @Override
    public int readiness(Readiness.Watcher watcher) {
        if (moved != null) {
            return moved.readiness(watcher);
        }
        int reading = isShut(true) ? Readiness.READ : incoming.readiness(watcher);
        // A socket whose other end has gone is readable: it reads nothing, without waiting.
        if ((reading & Readiness.HANG_UP) != 0 || !readAhead.isEmpty()) {
            reading |= Readiness.READ;
        }
        return reading | (isShut(false) ? Readiness.WRITE : outgoing.readiness(watcher));
    }

    @Override
    public int family() {
        return Network.AF_UNIX;
    }

    @Override
    public int type() {
        return Network.SOCK_STREAM;
    }

    @Override
    public void bind(Endpoint address) {
        throw new HostException(Errno.EINVAL);
    }

    @Override
    public void listen(int backlog) {
        throw new HostException(Errno.EINVAL);
    }

    @Override
    public OpenSocket accept() {
        throw new HostException(Errno.EINVAL);
    }

    @Override
    public void connect(Endpoint address) {
        throw new HostException(Errno.EISCONN);
    }

    @Override
    public Endpoint localAddress() {
        return new Endpoint.Unix("");
    }

    @Override
    public Endpoint peerAddress() {
        return new Endpoint.Unix("");
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
        shut(how);
        OpenSocket socket = moved;
        if (socket != null) {
            socket.shutdown(how);
        }
    }

    private synchronized void shut(int how) {
        if (how != 1 && !shutForReading) {
            shutForReading = true;
            incoming.release();
        }
        if (how != 0 && !shutForWriting) {
            shutForWriting = true;
            outgoing.release();
        }
    }

    @Override
    public int option(int level, int name) {
        OpenSocket socket = moved;
        return socket == null ? SocketOptions.ofMemory(level, name) : socket.option(level, name);
    }

    @Override
    public void setOption(int level, int name, int value) {
        OpenSocket socket = moved;
        if (socket == null) {
            // There is nothing to tune; unknown options are refused as by the getter.
            SocketOptions.ofMemory(level, name);
        } else {
            socket.setOption(level, name, value);
        }
    }

    @Override
    public byte[] optionBytes(int level, int name, int length) {
        OpenSocket socket = moved;
        return socket == null ? null : socket.optionBytes(level, name, length);
    }

    @Override
    public boolean setOptionBytes(int level, int name, byte[] value) {
        OpenSocket socket = moved;
        return socket != null && socket.setOptionBytes(level, name, value);
    }

    /** Another process that has the socket keeps it open. */
    @Override
    protected void close() {
        synchronized (lockOfPair) {
            closed = true;
            shut(2);
            if (moved != null) {
                moved.release();
            }
        }
    }
}
