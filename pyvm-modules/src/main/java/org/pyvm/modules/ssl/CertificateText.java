package org.pyvm.modules.ssl;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** Certificates as the dictionaries that {@code getpeercert()} and {@code get_ca_certs()} give. */
final class CertificateText {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss yyyy 'GMT'", Locale.ENGLISH);
    private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    private static final String OCSP = "1.3.6.1.5.5.7.48.1";
    private static final String CA_ISSUERS = "1.3.6.1.5.5.7.48.2";
    /** A general name that is a URI, in its context-specific tag. */
    private static final int URI_TAG = 0x86;

    private CertificateText() {}

    static PyDict dictionary(X509Certificate certificate) {
        PyDict dict = new PyDict();
        dict.put("subject", name(certificate.getSubjectX500Principal().getEncoded()));
        dict.put("issuer", name(certificate.getIssuerX500Principal().getEncoded()));
        dict.put("version", PyInt.of(certificate.getVersion()));
        String serial = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        dict.put("serialNumber", PyStr.of(serial.length() % 2 == 0 ? serial : "0" + serial));
        dict.put("notBefore", date(certificate.getNotBefore()));
        dict.put("notAfter", date(certificate.getNotAfter()));
        PyTuple names = alternativeNames(certificate);
        if (names.size() > 0) {
            dict.put("subjectAltName", names);
        }
        putUris(dict, "OCSP", accessLocations(certificate, OCSP));
        putUris(dict, "caIssuers", accessLocations(certificate, CA_ISSUERS));
        putUris(dict, "crlDistributionPoints", crlLocations(certificate));
        return dict;
    }

    private static PyStr date(Date date) {
        return PyStr.of(DATE.format(date.toInstant().atOffset(ZoneOffset.UTC)));
    }

    /** A distinguished name: a tuple of relative names, each a tuple of pairs. */
    private static PyTuple name(byte[] der) {
        List<PyObject> relativeNames = new ArrayList<>();
        Der names = new Der(der).next().inside();
        while (names.hasMore()) {
            List<PyObject> pairs = new ArrayList<>();
            Der relative = names.next().inside();
            while (relative.hasMore()) {
                Der pair = relative.next().inside();
                String type = Der.objectIdentifier(pair.next().content());
                pairs.add(PyTuple.of(PyStr.of(ObjectNames.longName(type)), PyStr.of(text(pair.next()))));
            }
            relativeNames.add(PyTuple.of(pairs.toArray(PyObject[]::new)));
        }
        return PyTuple.of(relativeNames.toArray(PyObject[]::new));
    }

    private static String text(Der.Element element) {
        return new String(
                element.content(),
                element.tag() == Der.BMP_STRING ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
    }

    private static PyTuple alternativeNames(X509Certificate certificate) {
        List<PyObject> names = new ArrayList<>();
        try {
            Collection<List<?>> found = certificate.getSubjectAlternativeNames();
            if (found != null) {
                for (List<?> each : found) {
                    names.add(alternativeName((Integer) each.get(0), each.get(1)));
                }
            }
        } catch (CertificateParsingException e) {
            // A certificate whose names cannot be read has none that could match.
            return PyTuple.of();
        }
        return PyTuple.of(names.toArray(PyObject[]::new));
    }

    private static PyTuple alternativeName(int kind, Object value) {
        return switch (kind) {
            case 1 -> pair("email", (String) value);
            case 2 -> pair("DNS", (String) value);
            case 4 ->
                PyTuple.of(
                        PyStr.of("DirName"),
                        name(new javax.security.auth.x500.X500Principal((String) value).getEncoded()));
            case 6 -> pair("URI", (String) value);
            case 7 -> pair("IP Address", address((String) value));
            case 8 -> pair("Registered ID", (String) value);
            default -> pair("othername", "<unsupported>");
        };
    }

    /** OpenSSL writes the parts of an IPv6 address in capitals, without leading zeros, and shortens nothing. */
    private static String address(String value) {
        return value.indexOf(':') < 0 ? value : value.toUpperCase(Locale.ROOT);
    }

    private static PyTuple pair(String kind, String value) {
        return PyTuple.of(PyStr.of(kind), PyStr.of(value));
    }

    private static void putUris(PyDict dict, String key, List<PyObject> uris) {
        if (!uris.isEmpty()) {
            dict.put(key, PyTuple.of(uris.toArray(PyObject[]::new)));
        }
    }

    /** What is in an extension, without the OCTET STRING around it; null when the certificate has it not. */
    private static Der extension(X509Certificate certificate, String identifier) {
        byte[] value = certificate.getExtensionValue(identifier);
        return value == null
                ? null
                : new Der(new Der(value).next().content()).next().inside();
    }

    private static List<PyObject> accessLocations(X509Certificate certificate, String method) {
        List<PyObject> uris = new ArrayList<>();
        Der descriptions = extension(certificate, AUTHORITY_INFORMATION_ACCESS);
        while (descriptions != null && descriptions.hasMore()) {
            Der description = descriptions.next().inside();
            boolean wanted = Der.objectIdentifier(description.next().content()).equals(method);
            Der.Element location = description.next();
            if (wanted && location.tag() == URI_TAG) {
                uris.add(PyStr.of(text(location)));
            }
        }
        return uris;
    }

    private static List<PyObject> crlLocations(X509Certificate certificate) {
        List<PyObject> uris = new ArrayList<>();
        Der points = extension(certificate, CRL_DISTRIBUTION_POINTS);
        while (points != null && points.hasMore()) {
            collectUris(points.next().inside(), uris);
        }
        return uris;
    }

    private static void collectUris(Der names, List<PyObject> uris) {
        while (names.hasMore()) {
            Der.Element element = names.next();
            if (element.tag() == URI_TAG) {
                uris.add(PyStr.of(text(element)));
            } else if ((element.tag() & 0xE0) == 0xA0) {
                collectUris(element.inside(), uris);
            }
        }
    }
}
