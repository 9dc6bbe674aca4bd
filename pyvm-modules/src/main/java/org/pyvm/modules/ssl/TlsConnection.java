package org.pyvm.modules.ssl;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * One TLS connection between two heaps of bytes: what came from the peer is given to {@link #feed}, what is to go to it is
 * taken by {@link #outgoing}. Nothing waits; an operation that needs more from the peer says so. Not safe for use by several
 * threads at once.
 */
final class TlsConnection {
    /** How far an operation has come. */
    enum Outcome {
        DONE,
        /** More bytes of the peer are needed. */
        WANT_READ,
        /** The peer has said that no more will come. */
        CLOSED
    }

    private final SSLEngine engine;
    private ByteBuffer received = ByteBuffer.allocate(1 << 15).flip();
    private ByteBuffer plain = ByteBuffer.allocate(0);
    private final ByteArrayOutputStream toSend = new ByteArrayOutputStream();
    private boolean started;
    private boolean established;

    TlsConnection(SSLEngine engine) {
        this.engine = engine;
    }

    SSLEngine engine() {
        return engine;
    }

    /** Whether the handshake is over. */
    boolean isEstablished() {
        return established;
    }

    /** Bytes that came from the peer. */
    void feed(byte[] bytes, int count) {
        ByteBuffer next = received;
        if (received.capacity() - received.limit() < count) {
            next = ByteBuffer.allocate(Math.max(received.remaining() + count, received.capacity()));
            next.put(received).flip();
        }
        int end = next.limit();
        next.limit(end + count);
        next.put(end, bytes, 0, count);
        received = next;
    }

    /** Takes what is to be sent to the peer. */
    byte[] outgoing() {
        byte[] bytes = toSend.toByteArray();
        toSend.reset();
        return bytes;
    }

    /** Decrypted bytes that can be read without the peer. */
    int pending() {
        return plain.remaining();
    }

    Outcome handshake() throws SSLException {
        if (!started) {
            started = true;
            engine.beginHandshake();
        }
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> wrap(ByteBuffer.allocate(0));
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    Outcome outcome = unwrap();
                    if (outcome != Outcome.DONE) {
                        return outcome;
                    }
                }
                case FINISHED, NOT_HANDSHAKING -> {
                    established = true;
                    return Outcome.DONE;
                }
            }
        }
    }

    /** The next bytes in the clear, at most as many as fit; DONE when there are some or none were asked for. */
    Outcome read(ByteBuffer into) throws SSLException {
        while (into.hasRemaining() && !plain.hasRemaining()) {
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && !engine.isOutboundDone()) {
                wrap(ByteBuffer.allocate(0));
            } else if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                runTasks();
            } else {
                Outcome outcome = unwrap();
                if (outcome != Outcome.DONE) {
                    return outcome;
                }
            }
        }
        int count = Math.min(into.remaining(), plain.remaining());
        into.put(plain.slice(plain.position(), count));
        plain.position(plain.position() + count);
        return Outcome.DONE;
    }

    /** Encrypts all of the bytes. @throws SSLException also when the connection has been closed on this side */
    void write(byte[] bytes) throws SSLException {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        while (source.hasRemaining()) {
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                runTasks();
            }
            if (wrap(source) == SSLEngineResult.Status.CLOSED) {
                throw new SSLException("closed");
            }
        }
    }

    /** Says that no more will be sent, and looks for the peer's saying so. */
    Outcome shutdown() throws SSLException {
        if (!engine.isOutboundDone()) {
            engine.closeOutbound();
            while (!engine.isOutboundDone()) {
                if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                    runTasks();
                }
                wrap(ByteBuffer.allocate(0));
            }
        }
        while (!engine.isInboundDone()) {
            Outcome outcome = unwrap();
            if (outcome != Outcome.DONE) {
                return outcome;
            }
        }
        return Outcome.CLOSED;
    }

    private void runTasks() {
        for (Runnable task; (task = engine.getDelegatedTask()) != null; ) {
            task.run();
        }
    }

    private SSLEngineResult.Status wrap(ByteBuffer source) throws SSLException {
        ByteBuffer packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(source, packet);
        toSend.write(packet.array(), 0, packet.position());
        return result.getStatus();
    }

    private Outcome unwrap() throws SSLException {
        ByteBuffer target = plain.hasRemaining()
                ? ByteBuffer.allocate(plain.remaining() + engine.getSession().getApplicationBufferSize())
                        .put(plain)
                : ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        SSLEngineResult result;
        do {
            result = engine.unwrap(received, target);
            if (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
                target.flip();
                target = ByteBuffer.allocate(2 * target.capacity()).put(target);
            }
        } while (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW);
        plain = target.flip();
        return switch (result.getStatus()) {
            case BUFFER_UNDERFLOW -> Outcome.WANT_READ;
            case CLOSED -> plain.hasRemaining() ? Outcome.DONE : Outcome.CLOSED;
            // A task, or something to send, can be what is next: the caller's loop sees to it.
            case OK, BUFFER_OVERFLOW -> Outcome.DONE;
        };
    }
}
