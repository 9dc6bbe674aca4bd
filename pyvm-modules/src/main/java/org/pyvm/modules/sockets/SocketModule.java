package org.pyvm.modules.sockets;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.HostErrors;
import org.pyvm.modules.posix.PosixConstants;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.DescriptorTable;
import org.pyvm.objects.host.Errno;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.MemorySocket;
import org.pyvm.objects.host.Network;
import org.pyvm.objects.host.OpenSocket;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyTuple;

/** The module {@code _socket}; {@code socket} of the standard library is made of it. */
@PythonModule(
        value = "_socket",
        parts = {ByteOrder.class, NameLookup.class})
public final class SocketModule {
    @PythonConstant("socket")
    static final PyObject SOCKET = PySocket.TYPE;

    @PythonConstant("SocketType")
    static final PyObject SOCKET_TYPE = PySocket.TYPE;

    @PythonConstant("error")
    static final PyObject ERROR = Exceptions.OS_ERROR;

    @PythonConstant("timeout")
    static final PyObject TIMEOUT = Exceptions.TIMEOUT_ERROR;

    @PythonConstant("has_ipv6")
    static final boolean HAS_IPV6 = true;

    @PythonModuleInit
    void init(ThreadState thread, PyModule module) {
        PosixConstants.put(module.dict(), SocketConstants.NUMBERS);
        SocketState state = SocketState.of(thread);
        module.dict().put("gaierror", state.gaiError(thread));
        module.dict().put("herror", state.hError(thread));
    }

    private static DescriptorTable table(ThreadState thread) {
        return thread.interpreter().service(Host.class).descriptors();
    }

    /** Two connected sockets. Streams stay in memory: no permission to use the network is needed. */
    @PythonFunction("socketpair(family=1, type=1, proto=0, /)")
    PyObject socketpair(ThreadState thread, int family, int type, int proto) {
        if (family != Network.AF_UNIX) {
            boolean known = family == Network.AF_INET || family == Network.AF_INET6;
            throw HostErrors.of(thread, known ? Errno.ENOTSUP : Errno.EAFNOSUPPORT);
        }
        if (proto != 0) {
            throw HostErrors.of(thread, Errno.EPROTONOSUPPORT);
        }
        int plain = type & ~(PySocket.SOCK_NONBLOCK | PySocket.SOCK_CLOEXEC);
        OpenSocket[] pair = plain == Network.SOCK_STREAM
                ? MemorySocket.pair()
                : Blocking.call(thread, () -> SocketState.network(thread).pair(family, plain));
        return PyTuple.of(adopted(thread, pair[0], type), adopted(thread, pair[1], type));
    }

    private static PySocket adopted(ThreadState thread, OpenSocket end, int type) {
        PySocket socket = new PySocket(PySocket.TYPE);
        socket.adopt(thread, table(thread).install(end), end.family(), end.type(), 0);
        if ((type & PySocket.SOCK_NONBLOCK) != 0) {
            socket.setblocking(thread, false);
        }
        return socket;
    }

    @PythonFunction("close(fd, /)")
    void close(ThreadState thread, PyObject fd) {
        int number = Convert.toInt(thread, fd);
        Blocking.call(thread, () -> {
            table(thread).close(number);
            return null;
        });
    }

    @PythonFunction("dup(fd, /)")
    int dup(ThreadState thread, PyObject fd) {
        int number = Convert.toInt(thread, fd);
        return Blocking.call(thread, () -> table(thread).duplicate(number));
    }

    @PythonFunction("getdefaulttimeout()")
    PyObject getdefaulttimeout(ThreadState thread) {
        return SocketTimeout.toPython(SocketState.of(thread).defaultTimeout());
    }

    @PythonFunction("setdefaulttimeout(timeout, /)")
    void setdefaulttimeout(ThreadState thread, PyObject timeout) {
        SocketState.of(thread).setDefaultTimeout(SocketTimeout.nanos(thread, timeout));
    }
}
