package org.pyvm.modules.ssl;

import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Comparison;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** {@code _ssl.Certificate}: one of a peer's chain. */
@PythonType(name = "Certificate", module = "_ssl")
public final class PyCertificate extends PyObject {
    public static final PyType TYPE = PyType.builtin(
                    "_ssl", "Certificate", new PyCertificateExposed.SlotTable(), new PyCertificateExposed())
            .notSubclassable();

    private static final int ENCODING_PEM = 1;
    private static final int ENCODING_DER = 2;
    private static final int PEM_LINE = 64;
    /** What OpenSSL has a name for and Java has not. */
    private static final Map<String, String> NAMES = Map.of("1.2.840.113549.1.9.1", "emailAddress");

    private final X509Certificate certificate;

    private PyCertificate(X509Certificate certificate) {
        super(TYPE);
        this.certificate = certificate;
    }

    /** None for a peer that has shown none. */
    static PyObject list(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return Singletons.NONE;
        }
        PyList list = new PyList();
        chain.forEach(each -> list.append(new PyCertificate(each)));
        return list;
    }

    @PythonMethod("public_bytes($self, /, format=1)")
    PyObject publicBytes(ThreadState thread, int format) {
        return switch (format) {
            case ENCODING_PEM ->
                PyStr.of(pem(ContextFiles.encoded(thread, certificate).toByteArray()));
            case ENCODING_DER -> ContextFiles.encoded(thread, certificate);
            default -> throw PyErr.valueError("Unsupported format");
        };
    }

    private static String pem(byte[] der) {
        String lines = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    @PythonMethod("get_info($self, /)")
    PyObject getInfo() {
        return CertificateText.dictionary(certificate);
    }

    @SlotMethod(Slot.TP_REPR)
    PyObject repr() {
        String subject = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253, NAMES);
        return PyStr.of("<_ssl.Certificate '" + subject + "'>");
    }

    @SlotMethod(Slot.TP_HASH)
    long hash() {
        return certificate.hashCode();
    }

    @SlotMethod(Slot.TP_RICHCOMPARE)
    PyObject compare(ThreadState thread, PyObject other, Comparison comparison) {
        if (!(other instanceof PyCertificate that) || comparison != Comparison.EQ && comparison != Comparison.NE) {
            return Singletons.NOT_IMPLEMENTED;
        }
        return PyBool.of(certificate.equals(that.certificate) == (comparison == Comparison.EQ));
    }
}
