package org.pyvm.objects.host.internal;

import java.util.Arrays;
import java.util.List;
import org.pyvm.objects.host.Endpoint;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.FileStatus;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.OpenFlags;
import org.pyvm.objects.host.OpenSocket;
import org.pyvm.objects.host.Readiness;
import org.pyvm.objects.host.SocketOptions;

/**
 * A socket under a number of the operating system's: one of this machine's (Java has but streams of them, without open files as messages),
 * or one that came from another process. What waits here waits by {@code poll}, whatever those who share the socket have made of it.
 */
final class SystemSocket extends OpenSocket {
    private static final int DO_NOT_WAIT = 64;
    private static final int PEEK = 2;
    private static final int URGENT = 1;
    private static final int NO_SIGNAL = 0x4000;
    /** For no address, as for a pair's. */
    private static final byte[] NO_ADDRESS = {};

    private final Kernel kernel;
    private final int number;
    private final int family;
    private final int type;
    private final SystemFile file;
    private final SocketMessages messages;
    private volatile boolean blocking = true;

    SystemSocket(Kernel kernel, int number) {
        this.kernel = kernel;
        this.number = number;
        this.file = new SystemFile(kernel, number, OpenFlags.READ_WRITE);
        this.messages = new SocketMessages(kernel, number);
        this.family = option(SocketOptions.SOL_SOCKET, SocketOptions.SO_DOMAIN);
        this.type = option(SocketOptions.SOL_SOCKET, SocketOptions.SO_TYPE);
    }

    static SystemSocket open(Kernel kernel, int family, int type) {
        return new SystemSocket(kernel, kernel.calls().call("socket", family, type | OpenFlags.CLOSE_ON_EXEC, 0));
    }

    static SystemSocket[] pair(Kernel kernel, int family, int type) {
        byte[] ends = new byte[2 * Integer.BYTES];
        kernel.calls().call("socketpair", family, type | OpenFlags.CLOSE_ON_EXEC, 0, ends);
        return new SystemSocket[] {
            new SystemSocket(kernel, NativeBytes.getInt(ends, 0)),
            new SystemSocket(kernel, NativeBytes.getInt(ends, Integer.BYTES))
        };
    }

    @Override
    public int systemNumber() {
        return number;
    }

    @Override
    public int family() {
        return family;
    }

    @Override
    public int type() {
        return type;
    }

    @Override
    public FileStatus status() {
        return file.status();
    }

    @Override
    public boolean isBlocking() {
        return blocking;
    }

    /** The others who share the socket see it too. */
    @Override
    public void setBlocking(boolean blocking) {
        file.setBlocking(blocking);
        this.blocking = blocking;
    }

    @Override
    public int readiness(Readiness.Watcher watcher) {
        return file.readiness(watcher);
    }

    @Override
    public void bind(Endpoint address) {
        byte[] bytes = SocketAddressBytes.of(address, family);
        kernel.named(address, () -> kernel.calls().call("bind", number, bytes, bytes.length));
    }

    @Override
    public void listen(int backlog) {
        kernel.calls().call("listen", number, backlog);
    }

    @Override
    public OpenSocket accept() {
        file.await(Readiness.READ, blocking);
        return new SystemSocket(kernel, kernel.calls().call("accept4", number, 0L, 0L, OpenFlags.CLOSE_ON_EXEC));
    }

    @Override
    public void connect(Endpoint address) {
        byte[] bytes = SocketAddressBytes.of(address, family);
        try {
            if (blocking) {
                // An interrupt could not break it off.
                file.setBlocking(false);
            }
            kernel.named(address, () -> kernel.calls().call("connect", number, bytes, bytes.length));
        } catch (HostException e) {
            if (!blocking || e.errno() != Errno.EINPROGRESS.number()) {
                throw e;
            }
            awaitConnection();
        } finally {
            if (blocking) {
                file.setBlocking(true);
            }
        }
    }

    private void awaitConnection() {
        file.await(Readiness.WRITE, true);
        int error = option(SocketOptions.SOL_SOCKET, SocketOptions.SO_ERROR);
        if (error != 0) {
            throw new HostException(error, null, null);
        }
    }

    @Override
    public Endpoint localAddress() {
        return address("getsockname");
    }

    @Override
    public Endpoint peerAddress() {
        return address("getpeername");
    }

    private Endpoint address(String function) {
        byte[] address = new byte[SocketAddressBytes.LARGEST];
        byte[] length = new byte[Integer.BYTES];
        NativeBytes.setInt(length, 0, address.length);
        kernel.calls().call(function, number, address, length);
        return SocketAddressBytes.endpoint(address, NativeBytes.getInt(length, 0));
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return receive(buffer, offset, length, 0).count();
    }

    @Override
    public Received receive(byte[] buffer, int offset, int length) {
        return receive(buffer, offset, length, 0);
    }

    @Override
    public Received peek(byte[] buffer, int offset, int length) {
        return receive(buffer, offset, length, PEEK);
    }

    private Received receive(byte[] buffer, int offset, int length, int flags) {
        byte[] bytes = new byte[length];
        byte[] address = new byte[SocketAddressBytes.LARGEST];
        byte[] addressLength = new byte[Integer.BYTES];
        NativeBytes.setInt(addressLength, 0, address.length);
        int count = attempt(
                Readiness.READ,
                () -> kernel.calls()
                        .callLong(
                                "recvfrom", number, bytes, (long) length, flags | DO_NOT_WAIT, address, addressLength));
        System.arraycopy(bytes, 0, buffer, offset, count);
        return new Received(count, SocketAddressBytes.endpoint(address, NativeBytes.getInt(addressLength, 0)));
    }

    /** A call that never waits itself and gives how many bytes it was for. */
    private interface Transfer {
        long run();
    }

    private int attempt(int readiness, Transfer transfer) {
        while (true) {
            try {
                return (int) transfer.run();
            } catch (HostException e) {
                if (!blocking || e.errno() != Errno.EAGAIN.number()) {
                    throw e;
                }
            }
            file.await(readiness, true);
        }
    }

    @Override
    public int write(byte[] buffer, int offset, int length) {
        return send(buffer, offset, length, 0);
    }

    @Override
    public int sendUrgent(byte[] buffer, int offset, int length) {
        return send(buffer, offset, length, URGENT);
    }

    private int send(byte[] buffer, int offset, int length, int flags) {
        byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
        int allFlags = flags | DO_NOT_WAIT | NO_SIGNAL;
        return attempt(Readiness.WRITE, () -> kernel.calls().callLong("send", number, bytes, (long) length, allFlags));
    }

    @Override
    public int send(byte[] buffer, int offset, int length, Endpoint to) {
        return sendMessage(Arrays.copyOfRange(buffer, offset, offset + length), List.of(), 0, to);
    }

    @Override
    public int sendMessage(byte[] data, List<Control> controls, int flags, Endpoint to) {
        int allFlags = flags | DO_NOT_WAIT | NO_SIGNAL;
        if (to == null) {
            return attempt(Readiness.WRITE, () -> messages.send(data, controls, allFlags, NO_ADDRESS));
        }
        byte[] address = SocketAddressBytes.of(to, family);
        return attempt(Readiness.WRITE, () -> kernel.named(to, () -> messages.send(data, controls, allFlags, address)));
    }

    @Override
    public Message receiveMessage(byte[] buffer, int controlLength, int flags) {
        Message[] received = new Message[1];
        attempt(Readiness.READ, () -> {
            received[0] = messages.receive(buffer, controlLength, flags | DO_NOT_WAIT);
            return received[0].count();
        });
        return received[0];
    }

    @Override
    public void shutdown(int how) {
        kernel.calls().call("shutdown", number, how);
    }

    @Override
    public int option(int level, int name) {
        if (level == SocketOptions.SOL_SOCKET && name == SocketOptions.SO_LINGER) {
            byte[] linger = optionBytes(level, name, 2 * Integer.BYTES);
            return NativeBytes.getInt(linger, 0) == 0 ? -1 : NativeBytes.getInt(linger, Integer.BYTES);
        }
        return NativeBytes.getInt(Arrays.copyOf(optionBytes(level, name, Integer.BYTES), Integer.BYTES), 0);
    }

    @Override
    public byte[] optionBytes(int level, int name, int length) {
        byte[] value = new byte[length];
        byte[] itsLength = new byte[Integer.BYTES];
        NativeBytes.setInt(itsLength, 0, length);
        kernel.calls().call("getsockopt", number, level, name, value, itsLength);
        return Arrays.copyOf(value, NativeBytes.getInt(itsLength, 0));
    }

    @Override
    public void setOption(int level, int name, int value) {
        byte[] bytes = new byte[level == SocketOptions.SOL_SOCKET && name == SocketOptions.SO_LINGER ? 8 : 4];
        if (bytes.length == 8) {
            NativeBytes.setInt(bytes, 0, value < 0 ? 0 : 1);
            NativeBytes.setInt(bytes, Integer.BYTES, Math.max(value, 0));
        } else {
            NativeBytes.setInt(bytes, 0, value);
        }
        setOptionBytes(level, name, bytes);
    }

    @Override
    public boolean setOptionBytes(int level, int name, byte[] value) {
        kernel.calls().call("setsockopt", number, level, name, value, value.length);
        return true;
    }

    @Override
    protected void close() {
        file.close();
    }
}
