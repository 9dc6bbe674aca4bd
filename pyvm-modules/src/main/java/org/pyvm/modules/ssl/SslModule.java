package org.pyvm.modules.ssl;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonFunction;
import org.pyvm.expose.PythonModule;
import org.pyvm.expose.PythonModuleInit;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.host.Host;
import org.pyvm.objects.types.PyBool;
import org.pyvm.objects.types.PyBytes;
import org.pyvm.objects.types.PyDict;
import org.pyvm.objects.types.PyInt;
import org.pyvm.objects.types.PyModule;
import org.pyvm.objects.types.PyStr;
import org.pyvm.objects.types.PyTuple;

/** The module {@code _ssl}. */
@PythonModule("_ssl")
public final class SslModule {
    @PythonConstant("_SSLContext")
    static final PyType CONTEXT = PySslContext.TYPE;

    @PythonConstant("_SSLSocket")
    static final PyType SOCKET = PySslSocket.TYPE;

    @PythonConstant("Certificate")
    static final PyType CERTIFICATE = PyCertificate.TYPE;

    @PythonConstant("MemoryBIO")
    static final PyType MEMORY_BIO = PyMemoryBio.TYPE;

    @PythonConstant("SSLSession")
    static final PyType SESSION = PySslSession.TYPE;

    SslModule() {}

    @PythonModuleInit
    void complete(ThreadState thread, PyModule module) {
        PyDict dict = module.dict();
        SslConstants.fill(dict);
        SslState state = SslState.of(thread);
        dict.put("SSLError", state.error);
        dict.put("SSLCertVerificationError", state.certificateVerification);
        dict.put("SSLZeroReturnError", state.zeroReturn);
        dict.put("SSLWantReadError", state.wantRead);
        dict.put("SSLWantWriteError", state.wantWrite);
        dict.put("SSLSyscallError", state.systemCall);
        dict.put("SSLEOFError", state.endOfFile);
    }

    @PythonFunction("txt2obj(txt, name=False)")
    PyObject txt2obj(String text, boolean byName) {
        ObjectNames.Entry entry =
                byName && ObjectNames.byName(text) != null ? ObjectNames.byName(text) : ObjectNames.byIdentifier(text);
        if (entry == null) {
            throw PyErr.valueError("unknown object '%s'", text.length() > 100 ? text.substring(0, 100) : text);
        }
        return row(entry);
    }

    @PythonFunction("nid2obj(nid, /)")
    PyObject nid2obj(int number) {
        if (number < 0) {
            throw PyErr.valueError("NID must be positive.");
        }
        ObjectNames.Entry entry = ObjectNames.byNumber(number);
        if (entry == null) {
            throw PyErr.valueError("unknown NID %d", number);
        }
        return row(entry);
    }

    private static PyTuple row(ObjectNames.Entry entry) {
        return PyTuple.of(
                PyInt.of(entry.number()),
                PyStr.of(entry.shortName()),
                PyStr.of(entry.longName()),
                PyStr.of(entry.identifier()));
    }

    @PythonFunction("RAND_status()")
    boolean randStatus() {
        return true;
    }

    /** The host's chance needs no more of it. */
    @PythonFunction("RAND_add(string, entropy, /)")
    void randAdd(ThreadState thread, PyObject string, double entropy) {
        if (!(string instanceof PyStr)) {
            org.pyvm.objects.exposed.Convert.toByteArray(thread, string);
        }
    }

    @PythonFunction("RAND_bytes(n, /)")
    PyObject randBytes(ThreadState thread, int count) {
        if (count < 0) {
            throw PyErr.valueError("num must be positive");
        }
        byte[] bytes = new byte[count];
        thread.interpreter().service(Host.class).entropy().fill(bytes);
        return PyBytes.of(bytes);
    }

    @PythonFunction("RAND_pseudo_bytes(n, /)")
    PyObject randPseudoBytes(ThreadState thread, int count) {
        return PyTuple.of(randBytes(thread, count), PyBool.TRUE);
    }

    @PythonFunction("get_default_verify_paths()")
    PyObject getDefaultVerifyPaths() {
        return PyTuple.of(
                PyStr.of(ContextFiles.CERT_FILE_VARIABLE),
                PyStr.of(ContextFiles.CERT_FILE),
                PyStr.of(ContextFiles.CERT_FOLDER_VARIABLE),
                PyStr.of(ContextFiles.CERT_FOLDER));
    }

    @PythonFunction("_test_decode_cert(path, /)")
    PyObject testDecodeCert(ThreadState thread, PyObject path) {
        return ContextFiles.decode(thread, path);
    }
}
