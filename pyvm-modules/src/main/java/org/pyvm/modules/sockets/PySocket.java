package org.pyvm.modules.sockets;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonInit;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.DroppedFiles;
import org.pyvm.modules.HostErrors;
import org.pyvm.modules.io.IoState;
import org.pyvm.objects.Guard;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.DescriptorTable;
import org.pyvm.objects.host.Endpoint;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Network;
import org.pyvm.objects.host.OpenSocket;
import org.pyvm.objects.host.Readiness;
import org.pyvm.objects.host.SocketOptions;
import org.pyvm.objects.protocol.Objects;
import org.pyvm.objects.protocol.Sequences;
import org.pyvm.objects.protocol.Unraisable;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code _socket.socket}: a descriptor of a socket, and how long its operations may take. */
@PythonType(name = "socket", module = "_socket")
public final class PySocket extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("_socket", "socket", new PySocketExposed.SlotTable(), new PySocketExposed());

    private static final int CLOSED = -1;
    static final int SOCK_NONBLOCK = 0x800;
    static final int SOCK_CLOEXEC = 0x80000;
    private static final int DEFAULT_BACKLOG = 128;
    private static final int LONGEST_OPTION = 1024;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int MSG_OOB = 1;
    private static final int MSG_PEEK = 2;
    private static final int MSG_DONTWAIT = 64;
    private static final int MSG_WAITALL = 256;
    /** The most that is received at once: programs ask for more than ever comes. */
    private static final int LARGEST_PIECE = 1 << 20;

    private int fd = CLOSED;
    private int family = -1;
    private int type = -1;
    private int proto = -1;
    private long timeout = SocketState.BLOCKING;
    private IoState.OpenDescriptor watched;
    /** As long as it is open. */
    private Guard guard;

    PySocket(PyType cls) {
        super(cls);
    }

    @PythonNew(raw = true)
    static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
        return new PySocket(cls);
    }

    @PythonInit("($self, family=-1, type=-1, proto=-1, fileno=None)")
    void init(ThreadState thread, int familyGiven, int typeGiven, int protoGiven, PyObject fileno) {
        if (fileno == Singletons.NONE) {
            int kind = typeGiven < 0 ? Network.SOCK_STREAM : typeGiven;
            int domain = familyGiven < 0 ? Network.AF_INET : familyGiven;
            int protocol = Math.max(protoGiven, 0);
            int plain = kind & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
            int made = Blocking.call(thread, () -> {
                OpenSocket socket = SocketState.network(thread).open(domain, plain);
                if (protocol != 0 && protocol != usualProtocol(domain, plain)) {
                    throw new HostException(Errno.EPROTONOSUPPORT);
                }
                return table(thread).install(socket);
            });
            adopt(thread, made, domain, plain, protocol);
            if ((kind & SOCK_NONBLOCK) != 0) {
                setTimeout(thread, 0);
            }
            return;
        }
        int number = Convert.toInt(thread, fileno);
        if (number < 0) {
            throw PyErr.valueError("negative file descriptor");
        }
        OpenSocket socket = Blocking.call(thread, () -> SocketTimeout.socket(thread, number));
        adopt(
                thread,
                number,
                familyGiven < 0 ? socket.family() : familyGiven,
                typeGiven < 0 ? socket.type() : typeGiven,
                protoGiven < 0 ? usualProtocol(socket.family(), socket.type()) : protoGiven);
    }

    /** The only protocol that a host has for a kind of sockets; 0 stands for it too. */
    private static int usualProtocol(int family, int type) {
        return family == Network.AF_UNIX ? 0 : type == Network.SOCK_STREAM ? TCP : UDP;
    }

    /** Takes a descriptor over. */
    void adopt(ThreadState thread, int number, int itsFamily, int itsType, int itsProto) {
        IoState.of(thread).closeLost(thread);
        fd = number;
        family = itsFamily;
        type = itsType;
        proto = itsProto;
        watched = IoState.of(thread).watch(this, number);
        guard = thread.interpreter().finalization().armResource(this);
        DroppedFiles.of(thread).socketOpened();
        timeout = SocketState.BLOCKING;
        long usual = SocketState.of(thread).defaultTimeout();
        if (usual >= 0) {
            setTimeout(thread, usual);
        }
    }

    private static DescriptorTable table(ThreadState thread) {
        return thread.interpreter().service(Host.class).descriptors();
    }

    private OpenSocket socket(ThreadState thread) {
        return SocketTimeout.socket(thread, fd);
    }

    private SocketTimeout limit(ThreadState thread) {
        return new SocketTimeout(thread, timeout);
    }

    @PythonGetter(value = "family", member = true)
    int family() {
        return family;
    }

    @PythonGetter(value = "type", member = true)
    int kind() {
        return type;
    }

    @PythonGetter(value = "proto", member = true)
    int proto() {
        return proto;
    }

    @PythonGetter("timeout")
    PyObject timeout() {
        return SocketTimeout.toPython(timeout);
    }

    @PythonMethod("gettimeout($self, /)")
    PyObject gettimeout() {
        return timeout();
    }

    @PythonMethod("settimeout($self, timeout, /)")
    void settimeout(ThreadState thread, PyObject seconds) {
        setTimeout(thread, SocketTimeout.nanos(thread, seconds));
    }

    @PythonMethod("setblocking($self, flag, /)")
    void setblocking(ThreadState thread, boolean blocking) {
        setTimeout(thread, blocking ? SocketState.BLOCKING : 0);
    }

    @PythonMethod("getblocking($self, /)")
    boolean getblocking() {
        return timeout != 0;
    }

    private void setTimeout(ThreadState thread, long nanos) {
        timeout = nanos;
        Blocking.call(thread, () -> {
            socket(thread).setBlocking(nanos < 0);
            return null;
        });
    }

    @PythonMethod("fileno($self, /)")
    int fileno() {
        return fd;
    }

    @PythonMethod("detach($self, /)")
    int detach(ThreadState thread) {
        int number = fd;
        forget(thread);
        return number;
    }

    private void forget(ThreadState thread) {
        fd = CLOSED;
        if (watched != null) {
            IoState.of(thread).forget(watched);
            thread.interpreter().finalization().disarm(guard);
            guard = null;
            watched = null;
        }
    }

    @PythonMethod("close($self, /)")
    void close(ThreadState thread) {
        if (fd == CLOSED) {
            return;
        }
        int number = fd;
        forget(thread);
        try {
            Blocking.orFail(thread, () -> {
                table(thread).close(number);
                return null;
            });
        } catch (HostException e) {
            // The other end may have gone first, and then there is nothing left to be closed.
            if (e.errno() != Errno.ECONNRESET.number()) {
                throw HostErrors.of(thread, e);
            }
        }
    }

    @PythonMethod("bind($self, address, /)")
    void bind(ThreadState thread, PyObject address) {
        Endpoint endpoint = SocketAddresses.parse(thread, family, address, "bind");
        Blocking.call(thread, () -> {
            socket(thread).bind(endpoint);
            return null;
        });
    }

    @PythonMethod("listen($self, backlog=<unrepresentable>, /)")
    void listen(ThreadState thread, PyObject backlog) {
        int length = backlog == null ? DEFAULT_BACKLOG : Math.max(0, Convert.toInt(thread, backlog));
        Blocking.call(thread, () -> {
            socket(thread).listen(length);
            return null;
        });
    }

    /** A descriptor and the caller's address. */
    @PythonMethod("_accept($self, /)")
    PyObject accept(ThreadState thread) {
        OpenSocket accepted = limit(thread).run(fd, Readiness.READ, OpenSocket::accept);
        int number = Blocking.call(thread, () -> table(thread).install(accepted));
        PyObject address;
        try {
            address = SocketAddresses.toPython(Blocking.orFail(thread, accepted::peerAddress), family);
        } catch (HostException e) {
            // It called and has already hung up.
            address = Singletons.NONE;
        }
        return PyTuple.of(PyInt.of(number), address);
    }

    @PythonMethod("connect($self, address, /)")
    void connect(ThreadState thread, PyObject address) {
        Endpoint endpoint = SocketAddresses.parse(thread, family, address, "connect");
        int error = tryConnect(thread, endpoint);
        if (error == Errno.EAGAIN.number() && timeout > 0) {
            throw SocketTimeout.timedOut();
        }
        if (error != 0) {
            throw HostErrors.of(thread, new HostException(error, null, null));
        }
    }

    @PythonMethod("connect_ex($self, address, /)")
    int connectEx(ThreadState thread, PyObject address) {
        return tryConnect(thread, SocketAddresses.parse(thread, family, address, "connect_ex"));
    }

    /** 0 or an error number; EAGAIN when the time is over. */
    private int tryConnect(ThreadState thread, Endpoint endpoint) {
        SocketTimeout limit = limit(thread);
        try {
            Blocking.orFail(thread, () -> {
                socket(thread).connect(endpoint);
                return null;
            });
            return 0;
        } catch (HostException e) {
            if (e.errno() != Errno.EINPROGRESS.number() || timeout <= 0) {
                return e.errno();
            }
        }
        if (!limit.await(fd, Readiness.WRITE)) {
            return Errno.EAGAIN.number();
        }
        return Blocking.call(thread, () -> socket(thread).option(SocketOptions.SOL_SOCKET, SocketOptions.SO_ERROR));
    }

    @PythonMethod("getsockname($self, /)")
    PyObject getsockname(ThreadState thread) {
        return SocketAddresses.toPython(
                Blocking.call(thread, () -> socket(thread).localAddress()), family);
    }

    @PythonMethod("getpeername($self, /)")
    PyObject getpeername(ThreadState thread) {
        return SocketAddresses.toPython(
                Blocking.call(thread, () -> socket(thread).peerAddress()), family);
    }

    @PythonMethod("shutdown($self, how, /)")
    void shutdown(ThreadState thread, int how) {
        Blocking.call(thread, () -> {
            if (how < 0 || how > 2) {
                throw new HostException(Errno.EINVAL);
            }
            socket(thread).shutdown(how);
            return null;
        });
    }

    /** An int, or with a length the bytes of the option. */
    @PythonMethod("getsockopt($self, level, option, buflen=0, /)")
    PyObject getsockopt(ThreadState thread, int level, int option, int length) {
        if (length < 0 || length > LONGEST_OPTION) {
            throw PyErr.of(Exceptions.OS_ERROR, "getsockopt buflen out of range");
        }
        byte[] bytes = Blocking.call(thread, () -> {
            OpenSocket socket = socket(thread);
            int size = length == 0 ? Integer.BYTES : length;
            byte[] all = socket.optionBytes(level, option, size);
            return all != null ? all : SocketOptionBytes.of(level, option, socket.option(level, option), size);
        });
        return length == 0 ? PyInt.of(SocketOptionBytes.word(bytes, 0)) : PyBytes.of(bytes);
    }

    /** {@code setsockopt(level, option, value)} with an int or bytes, or {@code (level, option, None, length)}. */
    @PythonMethod(value = "setsockopt($self, level, option, value, optlen=0, /)", raw = true)
    PyObject setsockopt(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError("socket.setsockopt() takes no keyword arguments");
        }
        if (args.length < 3 || args.length > 4) {
            throw PyErr.typeError("setsockopt() takes exactly 3 arguments (%d given)", args.length);
        }
        int level = Convert.toInt(thread, args[0]);
        int option = Convert.toInt(thread, args[1]);
        if (args.length == 4 || args[2] == Singletons.NONE) {
            if (args.length == 3 || args[2] != Singletons.NONE) {
                throw PyErr.typeError("setsockopt() requires 4 arguments when the third argument is None");
            }
            throw HostErrors.of(thread, Errno.EFAULT);
        }
        byte[] bytes = new byte[Integer.BYTES];
        if (args[2] instanceof PyInt) {
            SocketOptionBytes.setWord(bytes, 0, Convert.toInt(thread, args[2]));
        } else {
            bytes = Convert.toByteArray(thread, args[2]);
        }
        setOption(thread, level, option, bytes);
        return Singletons.NONE;
    }

    private void setOption(ThreadState thread, int level, int option, byte[] bytes) {
        boolean done = Blocking.call(thread, () -> socket(thread).setOptionBytes(level, option, bytes));
        if (!done) {
            int value = SocketOptionBytes.value(thread, level, option, bytes);
            Blocking.call(thread, () -> {
                socket(thread).setOption(level, option, value);
                return null;
            });
        }
    }

    /** Receives into the buffer, within the socket's time. @return how many bytes; 0 when the peer sends no more */
    public int receive(ThreadState thread, byte[] buffer) {
        return receive(thread, buffer, 0).count();
    }

    private OpenSocket.Received receive(ThreadState thread, byte[] buffer, int flags) {
        if ((flags & MSG_OOB) != 0) {
            // Urgent bytes come among the others, or not at all: what the system says when there is none to be had.
            throw HostErrors.of(thread, Errno.EINVAL);
        }
        if ((flags & MSG_DONTWAIT) != 0 && !new SocketTimeout(thread, 0).await(fd, Readiness.READ)) {
            throw HostErrors.of(thread, Errno.EAGAIN);
        }
        SocketTimeout limit = limit(thread);
        if ((flags & MSG_PEEK) != 0) {
            return limit.run(fd, Readiness.READ, socket -> socket.peek(buffer, 0, buffer.length));
        }
        OpenSocket.Received first = limit.run(fd, Readiness.READ, socket -> socket.receive(buffer, 0, buffer.length));
        if ((flags & MSG_WAITALL) == 0 || type != Network.SOCK_STREAM) {
            return first;
        }
        int count = first.count();
        int more = count;
        while (more > 0 && count < buffer.length) {
            int from = count;
            more = limit.run(fd, Readiness.READ, socket -> socket.receive(buffer, from, buffer.length - from))
                    .count();
            count += more;
        }
        return new OpenSocket.Received(count, first.from());
    }

    private static byte[] buffer(long size, int flags, String error) {
        if (size < 0) {
            throw PyErr.valueError("%s", error);
        }
        return new byte[(int) Math.min(size, (flags & MSG_WAITALL) == 0 ? LARGEST_PIECE : Integer.MAX_VALUE - 16)];
    }

    private static PyObject bytes(byte[] buffer, int count) {
        return PyBytes.of(count == buffer.length ? buffer : Arrays.copyOf(buffer, count));
    }

    @PythonMethod("recv($self, bufsize, flags=0, /)")
    PyObject recv(ThreadState thread, long size, int flags) {
        byte[] buffer = buffer(size, flags, "negative buffersize in recv");
        return bytes(buffer, receive(thread, buffer, flags).count());
    }

    @PythonMethod("recvfrom($self, bufsize, flags=0, /)")
    PyObject recvfrom(ThreadState thread, long size, int flags) {
        byte[] buffer = buffer(size, flags, "negative buffersize in recvfrom");
        OpenSocket.Received received = receive(thread, buffer, flags);
        return PyTuple.of(bytes(buffer, received.count()), SocketAddresses.toPython(received.from(), family));
    }

    @PythonMethod("recv_into($self, buffer, nbytes=0, flags=0)")
    int recvInto(ThreadState thread, PyObject target, long size, int flags) {
        try (Target view = Target.of(thread, target, "recv_into")) {
            if (size < 0) {
                throw PyErr.valueError("negative buffersize in recv_into");
            }
            if (size > view.length()) {
                throw PyErr.valueError("buffer too small for requested bytes");
            }
            byte[] bytes = new byte[size == 0 ? view.length() : (int) size];
            return view.fill(bytes, receive(thread, bytes, flags).count());
        }
    }

    @PythonMethod("recvfrom_into($self, buffer, nbytes=0, flags=0)")
    PyObject recvfromInto(ThreadState thread, PyObject target, long size, int flags) {
        try (Target view = Target.of(thread, target, "recvfrom_into")) {
            if (size < 0) {
                throw PyErr.valueError("negative buffersize in recvfrom_into");
            }
            if (size > view.length()) {
                throw PyErr.valueError("nbytes is greater than the length of the buffer");
            }
            byte[] bytes = new byte[size == 0 ? view.length() : (int) size];
            OpenSocket.Received received = receive(thread, bytes, flags);
            return PyTuple.of(
                    PyInt.of(view.fill(bytes, received.count())), SocketAddresses.toPython(received.from(), family));
        }
    }

    private static void checkAncillary(long size) {
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw PyErr.valueError("invalid ancillary data buffer length");
        }
    }

    @PythonMethod("recvmsg($self, bufsize, ancbufsize=0, flags=0, /)")
    PyObject recvmsg(ThreadState thread, long size, long ancillary, int flags) {
        byte[] buffer = buffer(size, flags, "negative buffer size in recvmsg()");
        checkAncillary(ancillary);
        OpenSocket.Message received = receiveMessage(thread, buffer, (int) ancillary, flags);
        return PyTuple.of(
                bytes(buffer, received.count()),
                AncillaryData.toPython(thread, received),
                PyInt.of(received.flags()),
                SocketAddresses.toPython(received.from(), family));
    }

    /** Where messages can have no more than bytes, that is what comes. */
    private OpenSocket.Message receiveMessage(ThreadState thread, byte[] buffer, int ancillary, int flags) {
        if (becomesSystems(thread, ancillary > 0)) {
            return limit(thread).run(fd, Readiness.READ, socket -> socket.receiveMessage(buffer, ancillary, flags));
        }
        OpenSocket.Received received = receive(thread, buffer, flags);
        return new OpenSocket.Message(received.count(), List.of(), 0, received.from());
    }

    /** Whether the socket is one of the operating system's; one of this machine that is in memory becomes that when it shall. */
    private boolean becomesSystems(ThreadState thread, boolean shall) {
        return family == Network.AF_UNIX
                && Blocking.call(thread, () -> {
                    OpenSocket socket = socket(thread);
                    if (shall && socket.systemNumber() < 0) {
                        thread.interpreter().service(Host.class).files().numberOf(socket);
                    }
                    return socket.systemNumber() >= 0;
                });
    }

    @PythonMethod("recvmsg_into($self, buffers, ancbufsize=0, flags=0, /)")
    PyObject recvmsgInto(ThreadState thread, PyObject buffers, long ancillary, int flags) {
        PyObject[] items = Sequences.fast(thread, buffers, "recvmsg_into() argument 1 must be an iterable");
        checkAncillary(ancillary);
        Target[] views = new Target[items.length];
        try {
            int total = 0;
            for (int i = 0; i < items.length; i++) {
                views[i] = Target.ofMessage(thread, items[i]);
                total += views[i].length();
            }
            byte[] bytes = new byte[total];
            OpenSocket.Message received = receiveMessage(thread, bytes, (int) ancillary, flags);
            int at = 0;
            for (Target view : views) {
                int count = Math.min(view.length(), received.count() - at);
                view.fill(Arrays.copyOfRange(bytes, at, at + count), count);
                at += count;
            }
            return PyTuple.of(
                    PyInt.of(received.count()),
                    AncillaryData.toPython(thread, received),
                    PyInt.of(received.flags()),
                    SocketAddresses.toPython(received.from(), family));
        } finally {
            for (Target view : views) {
                if (view != null) {
                    view.close();
                }
            }
        }
    }

    @PythonMethod("send($self, data, flags=0, /)")
    public int send(ThreadState thread, byte[] data, int flags) {
        return limit(thread).run(fd, Readiness.WRITE, socket -> sendSome(socket, data, 0, flags));
    }

    private static int sendSome(OpenSocket socket, byte[] data, int from, int flags) {
        return (flags & MSG_OOB) != 0
                ? socket.sendUrgent(data, from, data.length - from)
                : socket.write(data, from, data.length - from);
    }

    @PythonMethod("sendall($self, data, flags=0, /)")
    void sendall(ThreadState thread, byte[] data, int flags) {
        // One limit for all of it: a slow reader does not get the time again with every piece.
        SocketTimeout limit = limit(thread);
        int sent = 0;
        while (sent < data.length) {
            int from = sent;
            sent += limit.run(fd, Readiness.WRITE, socket -> sendSome(socket, data, from, flags));
        }
    }

    /** {@code sendto(data, address)} or {@code sendto(data, flags, address)}. */
    @PythonMethod(value = "sendto($self, data, flags, address, /)", raw = true)
    PyObject sendto(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (names != null && names.length > 0) {
            throw PyErr.typeError("socket.sendto() takes no keyword arguments");
        }
        if (args.length < 2 || args.length > 3) {
            throw PyErr.typeError("sendto() takes 2 or 3 arguments (%d given)", args.length);
        }
        byte[] data = Convert.toByteArray(thread, args[0]);
        if (args.length == 3) {
            Convert.toInt(thread, args[1]);
        }
        return PyInt.of(sendTo(thread, data, args[args.length - 1], "sendto"));
    }

    private int sendTo(ThreadState thread, byte[] data, PyObject address, String function) {
        Endpoint endpoint = SocketAddresses.parse(thread, family, address, function);
        return limit(thread).run(fd, Readiness.WRITE, socket -> socket.send(data, 0, data.length, endpoint));
    }

    @PythonMethod("sendmsg($self, buffers, ancdata=(), flags=0, address=None, /)")
    int sendmsg(ThreadState thread, PyObject buffers, PyObject ancillary, int flags, PyObject address) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (PyObject item : Sequences.fast(thread, buffers, "sendmsg() argument 1 must be an iterable")) {
            all.writeBytes(Convert.toByteArray(thread, item));
        }
        List<OpenSocket.Control> controls = AncillaryData.parse(thread, ancillary);
        byte[] data = all.toByteArray();
        if (!controls.isEmpty()) {
            becomesSystems(thread, true);
            Endpoint to = address == Singletons.NONE ? null : SocketAddresses.parse(thread, family, address, "sendmsg");
            return limit(thread).run(fd, Readiness.WRITE, socket -> socket.sendMessage(data, controls, flags, to));
        }
        return address == Singletons.NONE ? send(thread, data, flags) : sendTo(thread, data, address, "sendmsg");
    }

    @Override
    public boolean hasFinalizer() {
        return guard != null || super.hasFinalizer();
    }

    /** Warns of a socket that was dropped open, and closes it. */
    @SlotMethod(Slot.TP_FINALIZE)
    static void finalizeObject(ThreadState thread, PyObject self) {
        PySocket socket = (PySocket) self;
        if (socket.fd < 0) {
            return;
        }
        try {
            Warnings.warn(thread, Exceptions.RESOURCE_WARNING, "unclosed " + Objects.repr(thread, self), 1);
        } catch (PyErr e) {
            Unraisable.report(thread, e, null, self);
        }
        try {
            socket.close(thread);
        } catch (PyErr e) {
            // Nobody is there to be told, as in CPython.
            return;
        }
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        return PyStr.of(
                "<socket object, fd=" + fd + ", family=" + family + ", type=" + type + ", proto=" + proto + ">");
    }

    /** Memory that is received into. */
    private record Target(PyBuffer view) implements AutoCloseable {
        static Target of(ThreadState thread, PyObject object, String function) {
            PyBuffer view = open(thread, object);
            if (view == null) {
                throw PyErr.typeError("%s() argument 1 must be read-write bytes-like object, not %T", function, object);
            }
            return new Target(view);
        }

        static Target ofMessage(ThreadState thread, PyObject object) {
            PyBuffer view = open(thread, object);
            if (view == null) {
                throw PyErr.typeError(
                        "recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers");
            }
            return new Target(view);
        }

        private static PyBuffer open(ThreadState thread, PyObject object) {
            if (!object.type().slots().has(Slot.BF_GETBUFFER)) {
                return null;
            }
            PyBuffer view = object.type().slots().buffer(thread, object, PyBuffer.SIMPLE);
            if (view.isReadOnly()) {
                view.release();
                return null;
            }
            return view;
        }

        int length() {
            return view.length();
        }

        int fill(byte[] bytes, int count) {
            view.write(0, bytes, 0, count);
            return count;
        }

        @Override
        public void close() {
            view.release();
        }
    }
}
