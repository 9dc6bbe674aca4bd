package org.pyvm.objects.host;

import java.util.List;

/** A socket. Reading and writing, as of every file, is {@code recv} and {@code send}. */
public abstract class OpenSocket extends OpenFile {
    protected OpenSocket() {
        super(null);
    }

    /** What came, and from whom; null when that is not told. */
    public record Received(int count, Endpoint from) {}

    /**
     * Ancillary data of a message.
     *
     * @param files what comes with {@link SocketOptions#SCM_RIGHTS}
     * @param data the other bytes
     */
    public record Control(int level, int type, List<OpenFile> files, byte[] data) {}

    /**
     * What came with a message.
     *
     * @param flags whether all of it came
     */
    public record Message(int count, List<Control> controls, int flags, Endpoint from) {}

    @Override
    public boolean isReadable() {
        return true;
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public FileStatus status() {
        return FileStatus.virtual(FileStatus.SOCKET | 0777, 0, 0);
    }

    public abstract int family();

    public abstract int type();

    public abstract void bind(Endpoint address);

    public abstract void listen(int backlog);

    /** @throws HostException EAGAIN when nobody calls and the socket is not blocking */
    public abstract OpenSocket accept();

    /** @throws HostException EINPROGRESS when the socket is not blocking: it is writable when it is connected */
    public abstract void connect(Endpoint address);

    public abstract Endpoint localAddress();

    /** @throws HostException ENOTCONN */
    public abstract Endpoint peerAddress();

    public abstract Received receive(byte[] buffer, int offset, int length);

    /** As {@link #receive}, and what came stays there to be received. @throws HostException ENOTSUP where that cannot be */
    public Received peek(byte[] buffer, int offset, int length) {
        throw new HostException(Errno.ENOTSUP);
    }

    /** Sends bytes the last of which is urgent, out of band. @throws HostException ENOTSUP where nothing is urgent */
    public int sendUrgent(byte[] buffer, int offset, int length) {
        throw new HostException(Errno.ENOTSUP);
    }

    public abstract int send(byte[] buffer, int offset, int length, Endpoint to);

    /**
     * Sends a message with ancillary data.
     *
     * @param to null for the peer
     * @throws HostException ENOTSUP where a message can have none
     */
    public int sendMessage(byte[] data, List<Control> controls, int flags, Endpoint to) {
        throw new HostException(Errno.ENOTSUP);
    }

    /**
     * Receives a message with its ancillary data.
     *
     * @param controlLength the room for it
     * @throws HostException ENOTSUP where a message can have none
     */
    public Message receiveMessage(byte[] buffer, int controlLength, int flags) {
        throw new HostException(Errno.ENOTSUP);
    }

    /** @param how 0 for reading, 1 for writing, 2 for both */
    public abstract void shutdown(int how);

    /** @throws HostException ENOPROTOOPT for an option that is not known */
    public abstract int option(int level, int name);

    public abstract void setOption(int level, int name, int value);

    /** An option as bytes of C's structure, {@code length} at most; null where options are numbers. */
    public byte[] optionBytes(int level, int name, int length) {
        return null;
    }

    /** @return false where options are numbers: nothing has been set */
    public boolean setOptionBytes(int level, int name, byte[] value) {
        return false;
    }
}
