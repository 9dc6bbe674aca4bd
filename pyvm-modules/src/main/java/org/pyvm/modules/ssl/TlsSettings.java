package org.pyvm.modules.ssl;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/** What a context has been told, without Python, and the engines that follow from it. */
final class TlsSettings {
    static final int CERT_NONE = 0;
    static final int CERT_OPTIONAL = 1;
    static final int CERT_REQUIRED = 2;
    static final int VERIFY_PARTIAL_CHAIN = 0x80000;
    static final int TLS_1_0 = 0x301;
    static final int TLS_1_3 = 0x304;
    private static final char[] NO_PASSWORD = {};
    private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    /** {@code OP_NO_TLSv1} and so on, in the order of VERSIONS. */
    private static final long[] EXCLUDING = {1L << 26, 1L << 28, 1L << 27, 1L << 29};

    private record Identity(PrivateKey key, List<X509Certificate> chain) {}

    int verifyMode;
    long verifyFlags = 0x8000;
    boolean checkHostName;
    long options;
    int minimumVersion = TLS_1_0;
    int maximumVersion = TLS_1_3;
    /** The JDK's names; null for its own choice. */
    List<String> ciphers;

    List<String> applicationProtocols = List.of();
    private final List<X509Certificate> authorities = new ArrayList<>();
    /** Reads those of the machine, of which there are many, when they are needed first; null for not to. */
    private Supplier<List<X509Certificate>> machineAuthorities;

    private final List<Identity> identities = new ArrayList<>();

    void addIdentity(PrivateKey key, List<X509Certificate> chain) {
        // A later certificate for the same kind of key takes the place of the earlier one.
        identities.removeIf(each -> each.key.getAlgorithm().equals(key.getAlgorithm()));
        identities.add(new Identity(key, chain));
    }

    /** All authorities, those of the machine among them if they are to be. */
    List<X509Certificate> authorities() {
        if (machineAuthorities != null) {
            Supplier<List<X509Certificate>> machine = machineAuthorities;
            machineAuthorities = null;
            addAuthorities(machine.get());
        }
        return authorities;
    }

    void addMachineAuthorities(Supplier<List<X509Certificate>> machine) {
        machineAuthorities = machine;
    }

    /** Adds those that are not there yet. */
    void addAuthorities(List<X509Certificate> certificates) {
        for (X509Certificate each : certificates) {
            if (!authorities.contains(each)) {
                authorities.add(each);
            }
        }
    }

    /** The versions that are on, in the JDK's names. */
    List<String> protocols() {
        List<String> enabled = new ArrayList<>();
        for (int i = 0; i < VERSIONS.size(); i++) {
            int version = TLS_1_0 + i;
            if (version >= minimumVersion && version <= maximumVersion && (options & EXCLUDING[i]) == 0) {
                enabled.add(VERSIONS.get(i));
            }
        }
        return enabled;
    }

    static List<String> supportedCiphers() throws GeneralSecurityException {
        return List.of(SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites());
    }

    List<String> chosenCiphers() throws GeneralSecurityException {
        return ciphers == null ? supportedCiphers() : ciphers;
    }

    private KeyManager[] keyManagers() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, NO_PASSWORD);
            for (int i = 0; i < identities.size(); i++) {
                Identity identity = identities.get(i);
                store.setKeyEntry(
                        "identity" + i, identity.key, NO_PASSWORD, identity.chain.toArray(Certificate[]::new));
            }
            KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /**
     * An engine for one connection.
     *
     * @param host the server's name for a client, which is sent unless it is an address, and checked when the context says
     *     so; null for none
     */
    SSLEngine engine(boolean server, String host) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        PeerTrust trust = new PeerTrust(
                verifyMode == CERT_NONE ? List.of() : List.copyOf(authorities()),
                verifyMode != CERT_NONE,
                (verifyFlags & VERIFY_PARTIAL_CHAIN) != 0,
                checkHostName && !server ? host : null);
        context.init(keyManagers(), new TrustManager[] {trust}, null);
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(!server);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(protocols().toArray(String[]::new));
        parameters.setCipherSuites(chosenCiphers().toArray(String[]::new));
        if (server && verifyMode == CERT_REQUIRED) {
            parameters.setNeedClientAuth(true);
        } else if (server && verifyMode == CERT_OPTIONAL) {
            parameters.setWantClientAuth(true);
        }
        if (!server && host != null && !HostNames.isAddress(host)) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        if (!applicationProtocols.isEmpty() && !server) {
            parameters.setApplicationProtocols(applicationProtocols.toArray(String[]::new));
        }
        engine.setSSLParameters(parameters);
        if (!applicationProtocols.isEmpty() && server) {
            List<String> mine = applicationProtocols;
            // OpenSSL's servers go on without a protocol when there is none that both know; "" says that.
            engine.setHandshakeApplicationProtocolSelector((each, offered) ->
                    mine.stream().filter(offered::contains).findFirst().orElse(""));
        }
        return engine;
    }
}
