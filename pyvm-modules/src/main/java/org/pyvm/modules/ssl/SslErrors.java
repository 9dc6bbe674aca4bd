package org.pyvm.modules.ssl;

import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.ThreadState;

/** Failures of the JDK's TLS in the words of OpenSSL, which Python programs compare. */
final class SslErrors {
    /** From a part of the JDK's message to the reason that OpenSSL gives for the same. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("plaintext connection", "WRONG_VERSION_NUMBER"),
            Map.entry("unsupported or unrecognized ssl message", "WRONG_VERSION_NUMBER"),
            Map.entry("unsupported record version", "WRONG_VERSION_NUMBER"),
            Map.entry("unknown_ca", "TLSV1_ALERT_UNKNOWN_CA"),
            Map.entry("protocol_version", "TLSV1_ALERT_PROTOCOL_VERSION"),
            Map.entry("client requested protocol", "UNSUPPORTED_PROTOCOL"),
            Map.entry("the server selected protocol version", "UNSUPPORTED_PROTOCOL"),
            Map.entry("no appropriate protocol", "NO_PROTOCOLS_AVAILABLE"),
            Map.entry("no cipher suites in common", "NO_SHARED_CIPHER"),
            Map.entry("handshake_failure", "SSLV3_ALERT_HANDSHAKE_FAILURE"),
            Map.entry("bad_certificate", "SSLV3_ALERT_BAD_CERTIFICATE"),
            Map.entry("certificate_unknown", "SSLV3_ALERT_CERTIFICATE_UNKNOWN"),
            Map.entry("certificate_required", "TLSV13_ALERT_CERTIFICATE_REQUIRED"),
            Map.entry("empty client certificate chain", "PEER_DID_NOT_RETURN_A_CERTIFICATE"),
            Map.entry("unrecognized_name", "TLSV1_UNRECOGNIZED_NAME"),
            Map.entry("access_denied", "TLSV1_ALERT_ACCESS_DENIED"),
            Map.entry("internal_error", "TLSV1_ALERT_INTERNAL_ERROR"),
            Map.entry("no_application_protocol", "TLSV1_ALERT_NO_APPLICATION_PROTOCOL"),
            Map.entry("tag mismatch", "DECRYPTION_FAILED_OR_BAD_RECORD_MAC"),
            Map.entry("bad_record_mac", "SSLV3_ALERT_BAD_RECORD_MAC"));

    private SslErrors() {}

    static PyErr of(ThreadState thread, GeneralSecurityException error) {
        return SslState.failure(thread, "SSL", null, String.valueOf(error.getMessage()));
    }

    static PyErr of(ThreadState thread, SSLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof VerificationFailure failure) {
                return SslState.unverified(thread, failure);
            }
        }
        String message = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> entry : REASONS.entrySet()) {
            if (message.contains(entry.getKey())) {
                return SslState.failure(thread, entry.getValue());
            }
        }
        return SslState.failure(thread, "SSL", null, message);
    }
}
