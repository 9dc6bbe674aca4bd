package org.pyvm.modules.ssl;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.X509TrustManager;

/**
 * Decides about the peer's certificates as a context says: not at all, or by the authorities that it has loaded (RFC 5280), and
 * the host's name. Failures have OpenSSL's numbers and texts, which Python programs look at.
 */
final class PeerTrust implements X509TrustManager {
    private final List<X509Certificate> authorities;
    private final boolean verify;
    private final boolean partialChains;
    private final String host;

    /**
     * @param verify false to trust everybody
     * @param partialChains whether an authority need not be self-signed ({@code VERIFY_X509_PARTIAL_CHAIN})
     * @param host that the certificate must be for; null for any
     */
    PeerTrust(List<X509Certificate> authorities, boolean verify, boolean partialChains, String host) {
        this.authorities = authorities;
        this.verify = verify;
        this.partialChains = partialChains;
        this.host = host;
    }

    /** From the peer's certificate by who has signed which up to an authority, as far as that is known; empty for no certificate. */
    static List<X509Certificate> path(X509Certificate[] chain, List<X509Certificate> authorities) {
        List<X509Certificate> path = new ArrayList<>();
        X509Certificate next = chain.length == 0 ? null : chain[0];
        while (next != null && !path.contains(next)) {
            path.add(next);
            X509Certificate last = next;
            next = isSelfSigned(last)
                    ? null
                    : Stream.concat(authorities.stream(), Stream.of(chain))
                            .filter(each -> hasSigned(each, last))
                            .findFirst()
                            .orElse(null);
        }
        return path;
    }

    private static boolean hasSigned(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            // One of the same name, with another key.
            return false;
        }
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (!verify) {
            return;
        }
        checkPath(chain);
        if (host != null) {
            HostNames.check(host, chain[0]);
        }
    }

    private void checkPath(X509Certificate[] chain) throws CertificateException {
        Set<TrustAnchor> anchors = authorities.stream()
                .filter(each -> partialChains || isSelfSigned(each))
                .map(each -> new TrustAnchor(each, null))
                .collect(Collectors.toSet());
        if (authorities.contains(chain[0]) && (partialChains || isSelfSigned(chain[0]))) {
            checkDates(chain[0]);
            return;
        }
        if (anchors.isEmpty()) {
            throw noPath(chain);
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(chain[0]);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(chain))));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(authorities)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
        } catch (CertPathBuilderException e) {
            throw explain(e, chain);
        } catch (GeneralSecurityException e) {
            throw new VerificationFailure(
                    VerificationFailure.UNSPECIFIED, "unspecified certificate verification error");
        }
    }

    private static void checkDates(X509Certificate certificate) throws VerificationFailure {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new VerificationFailure(VerificationFailure.EXPIRED, "certificate has expired");
        } catch (CertificateNotYetValidException e) {
            throw new VerificationFailure(VerificationFailure.NOT_YET_VALID, "certificate is not yet valid");
        }
    }

    private static VerificationFailure explain(CertPathBuilderException error, X509Certificate[] chain)
            throws VerificationFailure {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException failure
                    && failure.getReason() == CertPathValidatorException.BasicReason.REVOKED) {
                return new VerificationFailure(VerificationFailure.REVOKED, "certificate revoked");
            }
        }
        for (X509Certificate each : chain) {
            checkDates(each);
        }
        return noPath(chain);
    }

    private static VerificationFailure noPath(X509Certificate[] chain) {
        if (isSelfSigned(chain[0])) {
            return new VerificationFailure(VerificationFailure.SELF_SIGNED, "self-signed certificate");
        }
        return isSelfSigned(chain[chain.length - 1])
                ? new VerificationFailure(
                        VerificationFailure.SELF_SIGNED_IN_CHAIN, "self-signed certificate in certificate chain")
                : new VerificationFailure(VerificationFailure.NO_ISSUER, "unable to get local issuer certificate");
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    /** The authorities that a server names to its clients. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.toArray(X509Certificate[]::new);
    }
}
