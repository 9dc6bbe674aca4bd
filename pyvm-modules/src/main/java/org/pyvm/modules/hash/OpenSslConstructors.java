package org.pyvm.modules.hash;

import org.pyvm.expose.PythonFunction;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.ThreadState;

/** The functions of {@code _hashlib} for the hashes that every OpenSSL has. */
final class OpenSslConstructors {
    private OpenSslConstructors() {}

    private static PyObject make(ThreadState thread, OpenSslAlgorithm algorithm, PyObject string) {
        return OpenSslHash.of(algorithm, HashMethods.bytes(thread, string));
    }

    @PythonFunction("openssl_md5($module, /, string=b'', *, usedforsecurity=True)")
    static PyObject md5(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return make(thread, OpenSslAlgorithm.MD5, string);
    }

    @PythonFunction("openssl_sha1($module, /, string=b'', *, usedforsecurity=True)")
    static PyObject sha1(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return make(thread, OpenSslAlgorithm.SHA1, string);
    }

    @PythonFunction("openssl_sha224($module, /, string=b'', *, usedforsecurity=True)")
    static PyObject sha224(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return make(thread, OpenSslAlgorithm.SHA224, string);
    }

    @PythonFunction("openssl_sha256($module, /, string=b'', *, usedforsecurity=True)")
    static PyObject sha256(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return make(thread, OpenSslAlgorithm.SHA256, string);
    }

    @PythonFunction("openssl_sha384($module, /, string=b'', *, usedforsecurity=True)")
    static PyObject sha384(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return make(thread, OpenSslAlgorithm.SHA384, string);
    }

    @PythonFunction("openssl_sha512($module, /, string=b'', *, usedforsecurity=True)")
    static PyObject sha512(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return make(thread, OpenSslAlgorithm.SHA512, string);
    }

    @PythonFunction("openssl_sha3_224($module, /, string=b'', *, usedforsecurity=True)")
    static PyObject sha3x224(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return make(thread, OpenSslAlgorithm.SHA3_224, string);
    }

    @PythonFunction("openssl_sha3_256($module, /, string=b'', *, usedforsecurity=True)")
    static PyObject sha3x256(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return make(thread, OpenSslAlgorithm.SHA3_256, string);
    }

    @PythonFunction("openssl_sha3_384($module, /, string=b'', *, usedforsecurity=True)")
    static PyObject sha3x384(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return make(thread, OpenSslAlgorithm.SHA3_384, string);
    }

    @PythonFunction("openssl_sha3_512($module, /, string=b'', *, usedforsecurity=True)")
    static PyObject sha3x512(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return make(thread, OpenSslAlgorithm.SHA3_512, string);
    }

    @PythonFunction("openssl_shake_128($module, /, string=b'', *, usedforsecurity=True)")
    static PyObject shake128(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return make(thread, OpenSslAlgorithm.SHAKE_128, string);
    }

    @PythonFunction("openssl_shake_256($module, /, string=b'', *, usedforsecurity=True)")
    static PyObject shake256(ThreadState thread, PyObject string, boolean usedForSecurity) {
        return make(thread, OpenSslAlgorithm.SHAKE_256, string);
    }
}
