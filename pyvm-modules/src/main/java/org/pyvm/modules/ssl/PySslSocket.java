package org.pyvm.modules.ssl;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyBuffer;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** {@code _ssl._SSLSocket}: one connection, over a socket or a pair of {@code MemoryBIO}s. */
@PythonType(name = "_SSLSocket", module = "_ssl")
public final class PySslSocket extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_ssl", "_SSLSocket", new PySslSocketExposed.SlotTable(), new PySslSocketExposed())
            .notSubclassable();

    private static final int PIECE = 1 << 14;
    private static final int LARGEST_READ = 1 << 24;

    private PySslContext context;
    private final Transport transport;
    private final boolean server;
    private final String host;
    private final PyObject owner;
    private PyObject session;
    /** Null until the first operation: a server may wait for the client's first words to choose a context. */
    private TlsConnection connection;

    private byte[] hello = {};
    private long handshakeBegan;

    PySslSocket(
            PySslContext context, Transport transport, boolean server, String host, PyObject owner, PyObject session) {
        super(TYPE);
        this.context = context;
        this.transport = transport;
        this.server = server;
        this.host = host;
        this.owner = owner;
        this.session = session;
    }

    @PythonGetter("context")
    PyObject context() {
        return context;
    }

    @PythonSetter("context")
    void setContext(PyObject value) {
        if (!(value instanceof PySslContext other)) {
            throw PyErr.typeError("The value must be a SSLContext");
        }
        context = other;
    }

    @PythonGetter("server_side")
    boolean serverSide() {
        return server;
    }

    @PythonGetter("server_hostname")
    PyObject serverHostname() {
        return host == null ? Singletons.NONE : PyStr.of(host);
    }

    @PythonGetter("owner")
    PyObject owner() {
        return owner;
    }

    @PythonGetter("session")
    PyObject session() {
        return isEstablished() ? new PySslSession(connection.engine().getSession()) : Singletons.NONE;
    }

    @PythonSetter("session")
    void setSession(PyObject value) {
        if (server) {
            throw PyErr.valueError("Cannot set session for server-side SSLSocket.");
        }
        if (isEstablished()) {
            throw PyErr.valueError("Cannot set session after handshake.");
        }
        if (!(value instanceof PySslSession)) {
            throw PyErr.typeError("Value is not a SSLSession.");
        }
        session = value;
    }

    @PythonGetter("session_reused")
    boolean sessionReused() {
        return isEstablished() && connection.engine().getSession().getCreationTime() < handshakeBegan;
    }

    private boolean isEstablished() {
        return connection != null && connection.isEstablished();
    }

    /** An operation of the connection, which may need bytes of the peer before it can be done. */
    @FunctionalInterface
    private interface Step {
        TlsConnection.Outcome run() throws SSLException;
    }

    /** Runs an operation to its end, with all the sending and receiving that it takes. */
    private TlsConnection.Outcome run(ThreadState thread, Step step, String operation) {
        while (true) {
            TlsConnection.Outcome outcome;
            try {
                outcome = step.run();
            } catch (SSLException e) {
                sendAlert(thread, operation);
                throw SslErrors.of(thread, e);
            }
            transport.send(thread, connection.outgoing(), operation);
            if (outcome != TlsConnection.Outcome.WANT_READ) {
                return outcome;
            }
            byte[] buffer = new byte[PIECE];
            int count = transport.receive(thread, buffer, operation);
            if (count < 0) {
                throw SslState.endOfFile(thread);
            }
            connection.feed(buffer, count);
        }
    }

    /** The peer is told why, if it still listens; what is raised is the reason itself. */
    private void sendAlert(ThreadState thread, String operation) {
        try {
            connection.shutdown();
        } catch (SSLException e) {
            // The engine has failed: what it has written until then is the alert.
        }
        try {
            transport.send(thread, connection.outgoing(), operation);
        } catch (PyErr e) {
            if (!e.matches(Exceptions.OS_ERROR)) {
                throw e;
            }
        }
    }

    private void begin(ThreadState thread, String operation) {
        if (connection != null) {
            return;
        }
        if (server && context.sniCallback() != Singletons.NONE) {
            readHello(thread, operation);
        }
        try {
            SSLEngine engine = context.settings.engine(server, host);
            connection = new TlsConnection(engine);
        } catch (GeneralSecurityException e) {
            throw SslErrors.of(thread, e);
        }
        handshakeBegan = thread.interpreter().service(Host.class).clock().time() / 1_000_000;
        connection.feed(hello, hello.length);
        hello = new byte[0];
    }

    /** Waits for what the client says first, and lets the program choose a context by the name in it. */
    private void readHello(ThreadState thread, String operation) {
        while (!ClientHello.isComplete(hello)) {
            byte[] buffer = new byte[PIECE];
            int count = transport.receive(thread, buffer, operation);
            if (count < 0) {
                throw SslState.endOfFile(thread);
            }
            int from = hello.length;
            hello = Arrays.copyOf(hello, from + count);
            System.arraycopy(buffer, 0, hello, from, count);
        }
        String name = ClientHello.serverName(hello);
        PyObject subject = owner == Singletons.NONE ? this : owner;
        PyObject answer = Calls.call(
                thread, context.sniCallback(), subject, name == null ? Singletons.NONE : PyStr.of(name), context);
        if (answer != Singletons.NONE) {
            int alert = Convert.toInt(thread, answer);
            // A record of the kind "alert", TLS 1.2 as all of them say, two bytes: fatal, and which.
            transport.send(thread, new byte[] {21, 3, 3, 0, 2, 2, (byte) alert}, operation);
            throw SslState.failure(thread, "CALLBACK_FAILED");
        }
    }

    @PythonMethod("do_handshake($self, /)")
    void doHandshake(ThreadState thread) {
        begin(thread, "handshake");
        if (run(thread, connection::handshake, "handshake") == TlsConnection.Outcome.CLOSED) {
            throw SslState.zeroReturn(thread);
        }
    }

    private void establish(ThreadState thread, String operation) {
        if (!isEstablished()) {
            begin(thread, operation);
            if (run(thread, connection::handshake, operation) == TlsConnection.Outcome.CLOSED) {
                throw SslState.zeroReturn(thread);
            }
        }
    }

    @PythonMethod("write($self, b, /)")
    int write(ThreadState thread, byte[] data) {
        establish(thread, "write");
        run(
                thread,
                () -> {
                    connection.write(data);
                    return TlsConnection.Outcome.DONE;
                },
                "write");
        return data.length;
    }

    /** {@code read(size=1024[, buffer])}: bytes, or into a buffer their number. */
    @PythonMethod(value = "read", raw = true)
    PyObject read(ThreadState thread, PyObject[] args, PyStr[] names) {
        if (args.length == 0 || args.length > 2 || names != null && names.length > 0) {
            throw PyErr.typeError("_ssl._SSLSocket.read requires 1 to 2 arguments");
        }
        long size = Convert.toLong(thread, args[0]);
        if (args.length == 1) {
            if (size < 0) {
                throw PyErr.valueError("size should not be negative");
            }
            return PyBytes.of(readSome(thread, (int) Math.min(size, LARGEST_READ)));
        }
        PyBuffer buffer = writable(thread, args[1]);
        try {
            long wanted = size <= 0 ? buffer.length() : Math.min(size, buffer.length());
            byte[] bytes = readSome(thread, (int) wanted);
            buffer.write(0, bytes, 0, bytes.length);
            return PyInt.of(bytes.length);
        } finally {
            buffer.release();
        }
    }

    private static PyBuffer writable(ThreadState thread, PyObject object) {
        if (object.type().slots().has(Slot.BF_GETBUFFER)) {
            PyBuffer buffer = object.type().slots().buffer(thread, object, PyBuffer.SIMPLE);
            if (!buffer.isReadOnly()) {
                return buffer;
            }
            buffer.release();
        }
        throw PyErr.typeError("read() argument 2 must be read-write bytes-like object, not %T", object);
    }

    private byte[] readSome(ThreadState thread, int wanted) {
        if (wanted == 0) {
            return new byte[0];
        }
        establish(thread, "read");
        ByteBuffer into = ByteBuffer.allocate(Math.min(wanted, Math.max(connection.pending(), PIECE)));
        run(thread, () -> connection.read(into), "read");
        return Arrays.copyOf(into.array(), into.position());
    }

    @PythonMethod("pending($self, /)")
    int pending() {
        return connection == null ? 0 : connection.pending();
    }

    @PythonMethod("shutdown($self, /)")
    PyObject shutdown(ThreadState thread) {
        if (!isEstablished()) {
            throw SslState.failure(thread, "SHUTDOWN_WHILE_IN_INIT");
        }
        run(thread, connection::shutdown, "read");
        return transport instanceof Transport.OverSocket over ? over.socket() : Singletons.NONE;
    }

    private X509Certificate[] peerChain() {
        try {
            return Arrays.stream(connection.engine().getSession().getPeerCertificates())
                    .toArray(X509Certificate[]::new);
        } catch (SSLPeerUnverifiedException e) {
            return new X509Certificate[0];
        }
    }

    @PythonMethod("getpeercert($self, der=False, /)")
    PyObject getpeercert(ThreadState thread, boolean der) {
        if (!isEstablished()) {
            throw PyErr.valueError("handshake not done yet");
        }
        X509Certificate[] chain = peerChain();
        if (chain.length == 0) {
            return Singletons.NONE;
        }
        if (der) {
            return ContextFiles.encoded(thread, chain[0]);
        }
        return context.settings.verifyMode == TlsSettings.CERT_NONE
                ? new PyDict()
                : CertificateText.dictionary(chain[0]);
    }

    @PythonMethod("get_unverified_chain($self, /)")
    PyObject getUnverifiedChain() {
        return PyCertificate.list(isEstablished() ? List.of(peerChain()) : List.of());
    }

    @PythonMethod("get_verified_chain($self, /)")
    PyObject getVerifiedChain() {
        X509Certificate[] chain = isEstablished() ? peerChain() : new X509Certificate[0];
        return PyCertificate.list(PeerTrust.path(chain, context.settings.authorities()));
    }

    @PythonMethod("cipher($self, /)")
    PyObject cipher() {
        if (!isEstablished()) {
            return Singletons.NONE;
        }
        String suite = connection.engine().getSession().getCipherSuite();
        return row(suite);
    }

    private static PyTuple row(String suite) {
        return PyTuple.of(
                PyStr.of(Ciphers.openSslName(suite)), PyStr.of(Ciphers.protocol(suite)), PyInt.of(Ciphers.bits(suite)));
    }

    /** The JDK does not tell what the peer offered: what both could have used is what this side has on. */
    @PythonMethod("shared_ciphers($self, /)")
    PyObject sharedCiphers() {
        if (!isEstablished() || !server) {
            return Singletons.NONE;
        }
        PyList rows = new PyList();
        for (String suite : connection.engine().getEnabledCipherSuites()) {
            rows.append(row(suite));
        }
        return rows;
    }

    @PythonMethod("version($self, /)")
    PyObject version() {
        return isEstablished() ? PyStr.of(connection.engine().getSession().getProtocol()) : Singletons.NONE;
    }

    @PythonMethod("selected_alpn_protocol($self, /)")
    PyObject selectedAlpnProtocol() {
        String chosen = isEstablished() ? connection.engine().getApplicationProtocol() : null;
        return chosen == null || chosen.isEmpty() ? Singletons.NONE : PyStr.of(chosen);
    }

    @PythonMethod("compression($self, /)")
    PyObject compression() {
        return Singletons.NONE;
    }

    @PythonMethod("get_channel_binding($self, /, cb_type='tls-unique')")
    PyObject getChannelBinding(String type) {
        throw PyErr.valueError("'%s' channel binding type not implemented", type);
    }

    @PythonMethod("verify_client_post_handshake($self, /)")
    void verifyClientPostHandshake(ThreadState thread) {
        throw SslState.failure(thread, server ? "EXTENSION_NOT_RECEIVED" : "WRONG_SSL_VERSION");
    }
}
