package org.pyvm.modules.ssl;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.pyvm.modules.sockets.InetText;

/** Whether a certificate is for a host (RFC 6125): its alternative names count, and not its subject's common name. */
final class HostNames {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private HostNames() {}

    /** Whether the text is an address, which is looked for among the addresses of a certificate. */
    static boolean isAddress(String host) {
        return InetText.parse4(host) != null || InetText.parse6(host) != null;
    }

    /** @throws VerificationFailure when the certificate is for others */
    static void check(String host, X509Certificate certificate) throws VerificationFailure {
        boolean address = isAddress(host);
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names != null) {
                for (List<?> name : names) {
                    if (address
                            ? name.get(0).equals(ADDRESS) && sameAddress(host, (String) name.get(1))
                            : name.get(0).equals(DNS) && matches(host, (String) name.get(1))) {
                        return;
                    }
                }
            }
        } catch (CertificateParsingException e) {
            throw new VerificationFailure(
                    VerificationFailure.UNSPECIFIED, "unspecified certificate verification error");
        }
        throw address
                ? new VerificationFailure(
                        VerificationFailure.IP_MISMATCH,
                        "IP address mismatch, certificate is not valid for '" + host + "'.")
                : new VerificationFailure(
                        VerificationFailure.HOSTNAME_MISMATCH,
                        "Hostname mismatch, certificate is not valid for '" + host + "'.");
    }

    private static boolean sameAddress(String host, String name) {
        byte[] mine = InetText.parse4(host) != null ? InetText.parse4(host) : InetText.parse6(host);
        byte[] other = InetText.parse4(name) != null ? InetText.parse4(name) : InetText.parse6(name);
        return java.util.Arrays.equals(mine, other);
    }

    /** A star stands for the whole first label, and there are at least two more. */
    private static boolean matches(String host, String pattern) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String given = host.toLowerCase(Locale.ROOT);
        if (given.endsWith(".")) {
            given = given.substring(0, given.length() - 1);
        }
        if (!wanted.startsWith("*.")) {
            return wanted.equals(given);
        }
        int dot = given.indexOf('.');
        return dot > 0 && wanted.indexOf('.', 2) > 0 && wanted.substring(1).equals(given.substring(dot));
    }
}
