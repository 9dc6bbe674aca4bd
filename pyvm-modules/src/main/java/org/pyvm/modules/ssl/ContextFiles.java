package org.pyvm.modules.ssl;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyvm.expose.PythonMethod;
import org.pyvm.modules.Blocking;
import org.pyvm.modules.FileSystemPaths;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.Singletons;
import org.pyvm.objects.Slot;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.exposed.Convert;
import org.pyvm.objects.host.FileSystem;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.host.HostException;
import org.pyvm.objects.protocol.Calls;
import org.pyvm.objects.types.PyByteArray;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyList;
import org.pyvm.objects.types.PyStr;

/** The methods of a context that read certificates and keys. */
final class ContextFiles {
    static final String CERT_FILE_VARIABLE = "SSL_CERT_FILE";
    static final String CERT_FILE = "/usr/lib/ssl/cert.pem";
    static final String CERT_FOLDER_VARIABLE = "SSL_CERT_DIR";
    static final String CERT_FOLDER = "/usr/lib/ssl/certs";
    private static final int LONGEST_PASSWORD = 1024;

    private ContextFiles() {}

    private static String hostPath(ThreadState thread, PyObject path) {
        PyObject fsPath = FileSystemPaths.fsPath(thread, path);
        return fsPath instanceof PyStr text
                ? FileSystemPaths.toHost(text)
                : FileSystemPaths.toHost(((PyBytes) fsPath).toByteArray());
    }

    private static byte[] read(ThreadState thread, PyObject path) {
        String name = hostPath(thread, path);
        return Blocking.call(
                thread, () -> thread.interpreter().service(Host.class).files().readAll(name));
    }

    @PythonMethod("load_cert_chain($self, /, certfile, keyfile=None, password=None)")
    static void loadCertChain(
            ThreadState thread, PySslContext self, PyObject certFile, PyObject keyFile, PyObject password) {
        if (password != Singletons.NONE && !Calls.isCallable(password)) {
            checkedPassword(thread, password);
        }
        byte[] chainFile = read(thread, certFile);
        byte[] keyText = keyFile == Singletons.NONE ? chainFile : read(thread, keyFile);
        List<X509Certificate> chain;
        PrivateKey key;
        try {
            chain = Pem.certificates(chainFile);
            key = Pem.privateKey(keyText, () -> password(thread, password));
        } catch (GeneralSecurityException e) {
            throw pemFailure(thread);
        }
        if (chain.isEmpty() || key == null) {
            throw pemFailure(thread);
        }
        if (!belongTogether(key, chain.get(0))) {
            throw SslState.failure(thread, "X509", "KEY_VALUES_MISMATCH", "key values mismatch");
        }
        self.settings.addIdentity(key, chain);
    }

    private static PyErr pemFailure(ThreadState thread) {
        return SslState.failure(thread, "SSL", null, "PEM lib");
    }

    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        try {
            byte[] probe = {1, 2, 3};
            String algorithm = switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                case "DSA" -> "SHA256withDSA";
                default -> key.getAlgorithm();
            };
            java.security.Signature signature = java.security.Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] password(ThreadState thread, PyObject password) {
        if (password == Singletons.NONE) {
            // OpenSSL would ask on the terminal here, which a library should not.
            throw pemFailure(thread);
        }
        if (!Calls.isCallable(password)) {
            return checkedPassword(thread, password);
        }
        PyObject answer = Calls.call(thread, password);
        if (!(answer instanceof PyStr) && !(answer instanceof PyBytes) && !(answer instanceof PyByteArray)) {
            throw PyErr.typeError("password callback must return a string");
        }
        return checkedPassword(thread, answer);
    }

    private static byte[] checkedPassword(ThreadState thread, PyObject password) {
        byte[] bytes;
        if (password instanceof PyStr text) {
            bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        } else if (password instanceof PyBytes || password instanceof PyByteArray) {
            bytes = Convert.toByteArray(thread, password);
        } else {
            throw PyErr.typeError("password should be a string or callable");
        }
        if (bytes.length > LONGEST_PASSWORD) {
            throw PyErr.valueError("password cannot be longer than %d bytes", LONGEST_PASSWORD);
        }
        return bytes;
    }

    @PythonMethod("load_verify_locations($self, /, cafile=None, capath=None, cadata=None)")
    static void loadVerifyLocations(
            ThreadState thread, PySslContext self, PyObject caFile, PyObject caPath, PyObject caData) {
        if (caFile == Singletons.NONE && caPath == Singletons.NONE && caData == Singletons.NONE) {
            throw PyErr.typeError("cafile, capath and cadata cannot be all omitted");
        }
        try {
            if (caData != Singletons.NONE) {
                self.settings.addAuthorities(data(thread, caData));
            }
            if (caFile != Singletons.NONE) {
                List<X509Certificate> found = Pem.certificates(read(thread, caFile));
                if (found.isEmpty()) {
                    throw SslState.failure(
                            thread, "X509", "NO_CERTIFICATE_OR_CRL_FOUND", "no certificate or crl found");
                }
                self.settings.addAuthorities(found);
            }
            if (caPath != Singletons.NONE) {
                FileSystem files = thread.interpreter().service(Host.class).files();
                self.settings.addAuthorities(folder(files, hostPath(thread, caPath)));
            }
        } catch (CertificateException e) {
            throw SslState.failure(thread, "PEM", "BAD_BASE64_DECODE", "bad base64 decode");
        }
    }

    private static List<X509Certificate> data(ThreadState thread, PyObject caData) throws CertificateException {
        if (caData instanceof PyStr text) {
            String chars = text.toString();
            if (chars.chars().anyMatch(c -> c > 0x7F)) {
                throw PyErr.typeError("cadata should be an ASCII string or a bytes-like object");
            }
            if (chars.isEmpty()) {
                throw PyErr.valueError("Empty certificate data");
            }
            List<X509Certificate> found = Pem.certificates(chars.getBytes(StandardCharsets.US_ASCII));
            if (found.isEmpty()) {
                throw SslState.failure(thread, null, null, "no start line: cadata does not contain a certificate");
            }
            return found;
        }
        if (!caData.type().slots().has(Slot.BF_GETBUFFER)) {
            throw PyErr.typeError("cadata should be an ASCII string or a bytes-like object");
        }
        byte[] der = Convert.toByteArray(thread, caData);
        if (der.length == 0) {
            throw PyErr.valueError("Empty certificate data");
        }
        try {
            List<X509Certificate> found = Pem.encoded(der);
            if (!found.isEmpty()) {
                return found;
            }
        } catch (CertificateException e) {
            // Told below, as data without a certificate is.
        }
        throw SslState.failure(thread, null, null, "not enough data: cadata does not contain a certificate");
    }

    /** All certificates of a folder; OpenSSL finds them by their hashes when it needs them. */
    private static List<X509Certificate> folder(FileSystem files, String folder) {
        List<X509Certificate> found = new ArrayList<>();
        try {
            for (String name : files.list(folder)) {
                if (name.matches("[0-9a-f]{8}\\.[0-9]+")) {
                    found.addAll(Pem.certificates(files.readAll(folder + "/" + name)));
                }
            }
        } catch (HostException | CertificateException e) {
            // As in OpenSSL, what cannot be read is not trusted, and nobody is told.
            return found;
        }
        return found;
    }

    @PythonMethod("set_default_verify_paths($self, /)")
    static void setDefaultVerifyPaths(ThreadState thread, PySslContext self) {
        Host host = thread.interpreter().service(Host.class);
        self.settings.addMachineAuthorities(() -> machine(host));
    }

    private static List<X509Certificate> machine(Host host) {
        String file = variable(host, CERT_FILE_VARIABLE, CERT_FILE);
        String folder = variable(host, CERT_FOLDER_VARIABLE, CERT_FOLDER);
        try {
            return Pem.certificates(host.files().readAll(file));
        } catch (HostException | CertificateException e) {
            // The folder may have what the file has not.
            return folder(host.files(), folder);
        }
    }

    private static String variable(Host host, String name, String otherwise) {
        String value = host.environment().get(name);
        return value == null ? otherwise : value;
    }

    @PythonMethod("load_dh_params($self, path, /)")
    static void loadDhParams(ThreadState thread, PySslContext self, PyObject path) {
        // The JDK has groups of its own (RFC 7919); the file is only checked.
        String text = new String(read(thread, path), StandardCharsets.ISO_8859_1);
        if (!text.contains("-----BEGIN DH PARAMETERS-----")) {
            throw SslState.failure(thread, "PEM", "NO_START_LINE", "no start line");
        }
    }

    @PythonMethod("cert_store_stats($self, /)")
    static PyObject certStoreStats(PySslContext self) {
        List<X509Certificate> all = self.settings.authorities();
        PyDict stats = new PyDict();
        stats.put("x509", PyInt.of(all.size()));
        stats.put("crl", PyInt.of(0));
        stats.put(
                "x509_ca",
                PyInt.of(all.stream().filter(ContextFiles::isAuthority).count()));
        return stats;
    }

    /** A certificate of an authority says so, or is of a version that could not. */
    private static boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0
                || certificate.getVersion() < 3
                        && Arrays.equals(
                                certificate.getSubjectX500Principal().getEncoded(),
                                certificate.getIssuerX500Principal().getEncoded());
    }

    @PythonMethod("get_ca_certs($self, /, binary_form=False)")
    static PyObject getCaCerts(ThreadState thread, PySslContext self, boolean binaryForm) {
        PyList found = new PyList();
        for (X509Certificate each : self.settings.authorities()) {
            if (isAuthority(each)) {
                found.append(binaryForm ? encoded(thread, each) : CertificateText.dictionary(each));
            }
        }
        return found;
    }

    static PyBytes encoded(ThreadState thread, X509Certificate certificate) {
        try {
            return PyBytes.of(certificate.getEncoded());
        } catch (CertificateException e) {
            throw SslErrors.of(thread, e);
        }
    }

    /** What a certificate's file says, as {@code getpeercert()} would. */
    static PyObject decode(ThreadState thread, PyObject path) {
        try {
            List<X509Certificate> found = Pem.certificates(read(thread, path));
            if (!found.isEmpty()) {
                return CertificateText.dictionary(found.get(0));
            }
        } catch (CertificateException e) {
            // Told below.
        }
        throw PyErr.of(SslState.of(thread).error, "Error decoding PEM-encoded file");
    }
}
