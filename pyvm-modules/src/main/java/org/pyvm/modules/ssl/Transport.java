package org.pyvm.modules.ssl;

import org.pyvm.modules.sockets.PySocket;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.Exceptions;

/** What carries the bytes of a connection: a socket, or two heaps of bytes that the program empties and fills. */
sealed interface Transport {
    /** Reads some bytes of the peer. @return -1 when there are no more @throws PyErr SSLWantReadError, or a failure of the socket */
    int receive(ThreadState thread, byte[] buffer, String operation);

    /** Sends all. @throws PyErr SSLWantWriteError, or a failure of the socket */
    void send(ThreadState thread, byte[] bytes, String operation);

    record OverMemory(PyMemoryBio incoming, PyMemoryBio outgoing) implements Transport {
        @Override
        public int receive(ThreadState thread, byte[] buffer, String operation) {
            if (incoming.pending() == 0) {
                if (incoming.eof()) {
                    return -1;
                }
                throw SslState.wantRead(thread);
            }
            byte[] taken = incoming.take(Math.min(buffer.length, incoming.pending()));
            System.arraycopy(taken, 0, buffer, 0, taken.length);
            return taken.length;
        }

        @Override
        public void send(ThreadState thread, byte[] bytes, String operation) {
            outgoing.append(bytes);
        }
    }

    /** Keeps what a socket that does not block would not take yet, and sends it before anything else. */
    final class OverSocket implements Transport {
        private final PySocket socket;
        private byte[] unsent = {};

        OverSocket(PySocket socket) {
            this.socket = socket;
        }

        PySocket socket() {
            return socket;
        }

        @Override
        public int receive(ThreadState thread, byte[] buffer, String operation) {
            try {
                int count = socket.receive(thread, buffer);
                return count == 0 ? -1 : count;
            } catch (PyErr e) {
                if (e.matches(Exceptions.BLOCKING_IO_ERROR)) {
                    throw SslState.wantRead(thread);
                }
                throw timedOut(e, operation);
            }
        }

        @Override
        public void send(ThreadState thread, byte[] bytes, String operation) {
            byte[] all = bytes;
            if (unsent.length > 0) {
                all = java.util.Arrays.copyOf(unsent, unsent.length + bytes.length);
                System.arraycopy(bytes, 0, all, unsent.length, bytes.length);
                unsent = new byte[0];
            }
            int sent = 0;
            try {
                while (sent < all.length) {
                    sent += socket.send(
                            thread, sent == 0 ? all : java.util.Arrays.copyOfRange(all, sent, all.length), 0);
                }
            } catch (PyErr e) {
                unsent = java.util.Arrays.copyOfRange(all, sent, all.length);
                if (e.matches(Exceptions.BLOCKING_IO_ERROR)) {
                    throw SslState.wantWrite(thread);
                }
                throw timedOut(e, operation);
            }
        }

        private static PyErr timedOut(PyErr error, String operation) {
            return error.matches(Exceptions.TIMEOUT_ERROR)
                    ? PyErr.of(Exceptions.TIMEOUT_ERROR, "The " + operation + " operation timed out")
                    : error;
        }
    }
}
