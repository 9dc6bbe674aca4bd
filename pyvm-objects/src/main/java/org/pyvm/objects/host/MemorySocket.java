package org.pyvm.objects.host;

/** One of two sockets that are connected in memory: what {@code socketpair} makes. */
public final class MemorySocket extends OpenSocket {
    private final OpenFile incoming;
    private final OpenFile outgoing;
    private final ReadAhead readAhead = new ReadAhead();
    private boolean shutForReading;
    private boolean shutForWriting;

    private MemorySocket(OpenFile incoming, OpenFile outgoing) {
        this.incoming = incoming;
        this.outgoing = outgoing;
        incoming.retain();
        outgoing.retain();
    }

    /** Two sockets; what one sends the other receives. */
    public static MemorySocket[] pair() {
        Pipe there = new Pipe();
        Pipe back = new Pipe();
        return new MemorySocket[] {
            new MemorySocket(back.reader(), there.writer()), new MemorySocket(there.reader(), back.writer())
        };
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
    public int readiness(Readiness.Watcher watcher) {
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
    public synchronized void shutdown(int how) {
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
        return SocketOptions.ofMemory(level, name);
    }

    @Override
    public void setOption(int level, int name, int value) {
        // There is nothing to tune; unknown options are refused as by the getter.
        SocketOptions.ofMemory(level, name);
    }

    @Override
    protected void close() {
        shutdown(2);
    }
}
