package org.pyvm.modules.ssl;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonSetter;
import org.pyvm.expose.PythonType;
import org.pyvm.modules.sockets.PySocket;
import org.pyvm.objects.PyAttributed;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.protocol.Warnings;
import org.pyvm.objects.types.Exceptions;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** {@code _ssl._SSLContext}: settings, keys and authorities that connections share. */
@PythonType(
        name = "_SSLContext",
        module = "_ssl",
        parts = {ContextFiles.class})
public final class PySslContext extends PyAttributed {
    public static final PyType TYPE =
            PyType.builtin("_ssl", "_SSLContext", new PySslContextExposed.SlotTable(), new PySslContextExposed());

    static final int PROTOCOL_TLS = 2;
    static final int PROTOCOL_TLS_CLIENT = 16;
    static final int PROTOCOL_TLS_SERVER = 17;
    /** Options against SSL 3 and each version of TLS. */
    private static final long EXCLUDING_VERSIONS = 1L << 25 | 1L << 26 | 1L << 27 | 1L << 28 | 1L << 29;

    private static final int PROTOCOL_TLSV1 = 3;
    private static final int PROTOCOL_TLSV1_1 = 4;
    private static final int PROTOCOL_TLSV1_2 = 5;
    private static final int MINIMUM_SUPPORTED = -2;
    private static final int MAXIMUM_SUPPORTED = -1;
    private static final int SSL_3 = 0x300;
    /** OP_ALL, OP_NO_SSLv3, OP_NO_COMPRESSION, OP_CIPHER_SERVER_PREFERENCE and what else CPython switches on. */
    private static final long USUAL_OPTIONS = 2186412240L;

    private static final int NO_PARTIAL_WILDCARDS = 4;

    private final int protocol;
    final TlsSettings settings = new TlsSettings();
    private int minimum = MINIMUM_SUPPORTED;
    private int maximum = MAXIMUM_SUPPORTED;
    private int hostFlags = NO_PARTIAL_WILDCARDS;
    private PyObject serverNameCallback = Singletons.NONE;
    private PyObject messageCallback = Singletons.NONE;
    private boolean postHandshakeAuthentication;
    private int tickets = 2;

    private PySslContext(PyType cls, int protocol) {
        super(cls);
        this.protocol = protocol;
    }

    @PythonNew("($cls, protocol, /)")
    static PyObject make(ThreadState thread, PyType cls, int protocol) {
        switch (protocol) {
            case PROTOCOL_TLS -> deprecated(thread, "ssl.PROTOCOL_TLS is deprecated");
            case PROTOCOL_TLSV1 -> deprecated(thread, "ssl.PROTOCOL_TLSv1 is deprecated");
            case PROTOCOL_TLSV1_1 -> deprecated(thread, "ssl.PROTOCOL_TLSv1_1 is deprecated");
            case PROTOCOL_TLSV1_2 -> deprecated(thread, "ssl.PROTOCOL_TLSv1_2 is deprecated");
            default -> {}
        }
        PySslContext context = new PySslContext(cls, protocol);
        switch (protocol) {
            case PROTOCOL_TLS, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER -> {}
            case PROTOCOL_TLSV1, PROTOCOL_TLSV1_1, PROTOCOL_TLSV1_2 -> {
                int version = TlsSettings.TLS_1_0 + protocol - PROTOCOL_TLSV1;
                context.minimum = version;
                context.maximum = version;
                context.settings.minimumVersion = version;
                context.settings.maximumVersion = version;
            }
            default -> throw PyErr.valueError("invalid or unsupported protocol version %d", protocol);
        }
        context.settings.options = USUAL_OPTIONS;
        if (protocol == PROTOCOL_TLS_CLIENT) {
            context.settings.verifyMode = TlsSettings.CERT_REQUIRED;
            context.settings.checkHostName = true;
        }
        return context;
    }

    /** Who is told is the caller of the method in Python that all of this goes through. */
    private static void deprecated(ThreadState thread, String message) {
        Warnings.warn(thread, Exceptions.DEPRECATION_WARNING, message, 2);
    }

    @PythonGetter("protocol")
    int protocol() {
        return protocol;
    }

    @PythonGetter("check_hostname")
    boolean checkHostname() {
        return settings.checkHostName;
    }

    @PythonSetter("check_hostname")
    void setCheckHostname(boolean check) {
        if (check && settings.verifyMode == TlsSettings.CERT_NONE) {
            settings.verifyMode = TlsSettings.CERT_REQUIRED;
        }
        settings.checkHostName = check;
    }

    @PythonGetter("verify_mode")
    int verifyMode() {
        return settings.verifyMode;
    }

    @PythonSetter("verify_mode")
    void setVerifyMode(int mode) {
        if (mode < TlsSettings.CERT_NONE || mode > TlsSettings.CERT_REQUIRED) {
            throw PyErr.valueError("invalid value for verify_mode");
        }
        if (mode == TlsSettings.CERT_NONE && settings.checkHostName) {
            throw PyErr.valueError("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.");
        }
        settings.verifyMode = mode;
    }

    @PythonGetter("verify_flags")
    long verifyFlags() {
        return settings.verifyFlags;
    }

    @PythonSetter("verify_flags")
    void setVerifyFlags(long flags) {
        settings.verifyFlags = flags;
    }

    @PythonGetter("options")
    long options() {
        return settings.options;
    }

    @PythonSetter("options")
    void setOptions(ThreadState thread, long options) {
        if ((options & ~settings.options & EXCLUDING_VERSIONS) != 0) {
            deprecated(thread, "ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated");
        }
        settings.options = options;
    }

    @PythonGetter("minimum_version")
    int minimumVersion() {
        return minimum;
    }

    @PythonSetter("minimum_version")
    void setMinimumVersion(ThreadState thread, int version) {
        settings.minimumVersion = version(thread, version);
        minimum = version == MAXIMUM_SUPPORTED ? settings.minimumVersion : version;
    }

    @PythonGetter("maximum_version")
    int maximumVersion() {
        return maximum;
    }

    @PythonSetter("maximum_version")
    void setMaximumVersion(ThreadState thread, int version) {
        settings.maximumVersion = version(thread, version);
        maximum = version == MINIMUM_SUPPORTED ? settings.maximumVersion : version;
    }

    private int version(ThreadState thread, int version) {
        if (protocol != PROTOCOL_TLS && protocol != PROTOCOL_TLS_CLIENT && protocol != PROTOCOL_TLS_SERVER) {
            throw PyErr.valueError(
                    "The context's protocol doesn't support modification of highest and lowest version.");
        }
        switch (version) {
            case SSL_3 -> deprecated(thread, "ssl.TLSVersion.SSLv3 is deprecated");
            case TlsSettings.TLS_1_0 -> deprecated(thread, "ssl.TLSVersion.TLSv1 is deprecated");
            case TlsSettings.TLS_1_0 + 1 -> deprecated(thread, "ssl.TLSVersion.TLSv1_1 is deprecated");
            default -> {}
        }
        return switch (version) {
            case MINIMUM_SUPPORTED -> TlsSettings.TLS_1_0;
            case MAXIMUM_SUPPORTED -> TlsSettings.TLS_1_3;
            default -> {
                if (version < SSL_3 || version > TlsSettings.TLS_1_3) {
                    throw PyErr.valueError("Unsupported TLS/SSL version 0x%s", Integer.toHexString(version));
                }
                yield version;
            }
        };
    }

    @PythonGetter("_host_flags")
    int hostFlags() {
        return hostFlags;
    }

    @PythonSetter("_host_flags")
    void setHostFlags(int flags) {
        hostFlags = flags;
    }

    @PythonGetter("security_level")
    int securityLevel() {
        return 2;
    }

    @PythonGetter("num_tickets")
    int numTickets() {
        return tickets;
    }

    @PythonSetter("num_tickets")
    void setNumTickets(long count) {
        if (count < 0) {
            throw PyErr.valueError("value must be non-negative");
        }
        if (protocol != PROTOCOL_TLS_SERVER) {
            throw PyErr.valueError("SSLContext is not a server context.");
        }
        tickets = (int) count;
    }

    @PythonGetter("post_handshake_auth")
    boolean postHandshakeAuth() {
        return postHandshakeAuthentication;
    }

    @PythonSetter("post_handshake_auth")
    void setPostHandshakeAuth(boolean on) {
        postHandshakeAuthentication = on;
    }

    @PythonGetter("keylog_filename")
    PyObject keylogFilename() {
        return Singletons.NONE;
    }

    /** The JDK does not give its session keys away. */
    @PythonSetter("keylog_filename")
    void setKeylogFilename(PyObject name) {
        if (name != Singletons.NONE) {
            throw PyErr.of(Exceptions.NOT_IMPLEMENTED_ERROR, "session keys cannot be logged");
        }
    }

    @PythonGetter("_msg_callback")
    PyObject msgCallback() {
        return messageCallback;
    }

    @PythonSetter("_msg_callback")
    void setMsgCallback(PyObject callback) {
        messageCallback = callable(callback);
    }

    @PythonGetter("sni_callback")
    PyObject sniCallback() {
        return serverNameCallback;
    }

    @PythonSetter("sni_callback")
    void setSniCallback(PyObject callback) {
        if (protocol == PROTOCOL_TLS_CLIENT) {
            throw PyErr.valueError("sni_callback cannot be set on TLS_CLIENT context");
        }
        serverNameCallback = callable(callback);
    }

    private static PyObject callable(PyObject callback) {
        if (callback != Singletons.NONE && !Calls.isCallable(callback)) {
            throw PyErr.typeError("not a callable object");
        }
        return callback;
    }

    @PythonMethod("set_ciphers($self, cipherlist, /)")
    void setCiphers(ThreadState thread, String text) {
        try {
            List<String> chosen = Ciphers.choose(text, TlsSettings.supportedCiphers());
            if (chosen.isEmpty()) {
                throw PyErr.of(SslState.of(thread).error, "No cipher can be selected.");
            }
            settings.ciphers = chosen;
        } catch (GeneralSecurityException e) {
            throw SslErrors.of(thread, e);
        }
    }

    @PythonMethod("get_ciphers($self, /)")
    PyObject getCiphers(ThreadState thread) {
        try {
            PyList rows = new PyList();
            for (String suite : settings.chosenCiphers()) {
                rows.append(Ciphers.description(suite));
            }
            return rows;
        } catch (GeneralSecurityException e) {
            throw SslErrors.of(thread, e);
        }
    }

    /** @param protocols each behind a byte with its length */
    @PythonMethod("_set_alpn_protocols($self, protos, /)")
    void setAlpnProtocols(byte[] protocols) {
        List<String> names = new ArrayList<>();
        for (int at = 0; at < protocols.length; at += 1 + (protocols[at] & 0xFF)) {
            names.add(new String(protocols, at + 1, protocols[at] & 0xFF, StandardCharsets.ISO_8859_1));
        }
        settings.applicationProtocols = names;
    }

    @PythonMethod("set_ecdh_curve($self, name, /)")
    void setEcdhCurve(ThreadState thread, PyObject name) {
        if (!(name instanceof PyStr) && !(name instanceof PyBytes)) {
            throw PyErr.typeError("expected str, bytes or os.PathLike object, not %T", name);
        }
        String curve = name instanceof PyStr text
                ? text.toString()
                : name instanceof PyBytes bytes ? new String(bytes.toByteArray(), StandardCharsets.US_ASCII) : "";
        if (!List.of("prime256v1", "secp256r1", "secp384r1", "secp521r1", "X25519", "X448")
                .contains(curve)) {
            throw PyErr.valueError("unknown elliptic curve name %r", name);
        }
    }

    @PythonMethod("session_stats($self, /)")
    PyObject sessionStats() {
        PyDict stats = new PyDict();
        for (String name : List.of(
                "number",
                "connect",
                "connect_good",
                "connect_renegotiate",
                "accept",
                "accept_good",
                "accept_renegotiate",
                "hits",
                "misses",
                "timeouts",
                "cache_full")) {
            stats.put(name, PyInt.of(0));
        }
        return stats;
    }

    @PythonMethod("_wrap_socket($self, /, sock, server_side, server_hostname=None, *,\n"
            + "             owner=None, session=None)")
    PyObject wrapSocket(
            ThreadState thread, PyObject sock, boolean server, PyObject host, PyObject owner, PyObject session) {
        if (!(sock instanceof PySocket socket)) {
            throw PyErr.typeError("_wrap_socket() argument 'sock' must be _socket.socket, not %T", sock);
        }
        return wrap(thread, new Transport.OverSocket(socket), server, host, owner, session);
    }

    @PythonMethod("_wrap_bio($self, /, incoming, outgoing, server_side,\n"
            + "          server_hostname=None, *, owner=None, session=None)")
    PyObject wrapBio(
            ThreadState thread,
            PyObject incoming,
            PyObject outgoing,
            boolean server,
            PyObject host,
            PyObject owner,
            PyObject session) {
        if (!(incoming instanceof PyMemoryBio in)) {
            throw PyErr.typeError("_wrap_bio() argument 'incoming' must be _ssl.MemoryBIO, not %T", incoming);
        }
        if (!(outgoing instanceof PyMemoryBio out)) {
            throw PyErr.typeError("_wrap_bio() argument 'outgoing' must be _ssl.MemoryBIO, not %T", outgoing);
        }
        return wrap(thread, new Transport.OverMemory(in, out), server, host, owner, session);
    }

    private PyObject wrap(
            ThreadState thread, Transport transport, boolean server, PyObject host, PyObject owner, PyObject session) {
        if (server && protocol == PROTOCOL_TLS_CLIENT) {
            throw SslState.failure(
                    thread, null, null, "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context");
        }
        if (!server && protocol == PROTOCOL_TLS_SERVER) {
            throw SslState.failure(
                    thread, null, null, "Cannot create a client socket with a PROTOCOL_TLS_SERVER context");
        }
        if (settings.protocols().isEmpty()) {
            throw SslState.failure(thread, "NO_PROTOCOLS_AVAILABLE");
        }
        return new PySslSocket(this, transport, server, hostName(thread, host), owner, session);
    }

    /** The name as it goes over the wire: by IDNA, which the codec of that name knows. */
    private static String hostName(ThreadState thread, PyObject host) {
        if (host == Singletons.NONE) {
            return null;
        }
        if (host instanceof PyBytes bytes) {
            return checkedName(new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1));
        }
        if (!(host instanceof PyStr text)) {
            throw PyErr.typeError("server_hostname must be str, bytes or None, not %T", host);
        }
        String name = text.toString();
        if (name.chars().allMatch(c -> c < 0x80)) {
            return checkedName(name);
        }
        PyObject encoded = Calls.callMethod(thread, text, PyStr.intern("encode"), PyStr.of("idna"));
        return checkedName(new String(((PyBytes) encoded).toByteArray(), StandardCharsets.ISO_8859_1));
    }

    private static String checkedName(String name) {
        if (name.isEmpty() || name.startsWith(".")) {
            throw PyErr.valueError("server_hostname cannot be an empty string or start with a leading dot.");
        }
        if (name.indexOf('\0') >= 0) {
            throw PyErr.typeError("argument must be encoded string without null bytes, not str");
        }
        return name;
    }
}
