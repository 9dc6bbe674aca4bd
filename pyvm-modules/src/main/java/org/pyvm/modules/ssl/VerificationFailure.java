package org.pyvm.modules.ssl;

import java.security.cert.CertificateException;

/** Why a peer's certificate is not trusted, with OpenSSL's number ({@code X509_V_ERR_...}) and text. */
final class VerificationFailure extends CertificateException {
    static final int EXPIRED = 10;
    static final int NOT_YET_VALID = 9;
    static final int SELF_SIGNED = 18;
    static final int SELF_SIGNED_IN_CHAIN = 19;
    static final int NO_ISSUER = 20;
    static final int REVOKED = 23;
    static final int CRL_MISSING = 3;
    static final int HOSTNAME_MISMATCH = 62;
    static final int IP_MISMATCH = 64;
    static final int UNSPECIFIED = 1;

    private final int code;

    VerificationFailure(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
