package org.pyvm.modules.sockets;

import org.pyvm.modules.HostErrors;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.host.Network;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;

/** What {@code _socket} keeps in an interpreter: its exceptions, and the time limit of new sockets. */
final class SocketState {
    /** No limit, in nanoseconds. */
    static final long BLOCKING = -1;

    private PyType gaiError;
    private PyType hError;
    private long defaultTimeout = BLOCKING;

    static SocketState of(ThreadState thread) {
        return thread.interpreter().service(SocketState.class, SocketState::new);
    }

    static Network network(ThreadState thread) {
        return thread.interpreter().service(Host.class).network();
    }

    PyType gaiError(ThreadState thread) {
        if (gaiError == null) {
            gaiError = Exceptions.define(thread, "socket.gaierror", Exceptions.OS_ERROR);
        }
        return gaiError;
    }

    PyType hError(ThreadState thread) {
        if (hError == null) {
            hError = Exceptions.define(thread, "socket.herror", Exceptions.OS_ERROR);
        }
        return hError;
    }

    long defaultTimeout() {
        return defaultTimeout;
    }

    void setDefaultTimeout(long nanos) {
        defaultTimeout = nanos;
    }

    static PyErr gaiError(ThreadState thread, AddressFailure failure) {
        return PyErr.of(of(thread).gaiError(thread), PyInt.of(failure.number()), PyStr.of(failure.message()));
    }

    /** The error of a name server that does not know the address. */
    static PyErr unknownHost(ThreadState thread) {
        return PyErr.of(of(thread).hError(thread), PyInt.of(1), PyStr.of("Unknown host"));
    }

    /** Calls the network in a way that fails as Python does. */
    static PyErr error(ThreadState thread, HostException failure) {
        return HostErrors.of(thread, failure);
    }
}
