package org.pyvm.modules.hash;

import java.util.HexFormat;
import org.pyvm.expose.PythonMethod;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.types.PyBytes;

/** What hash objects can do whose digests are of one length. */
final class DigestMethods {
    private DigestMethods() {}

    private static byte[] bytes(PyObject self) {
        PyHash hash = (PyHash) self;
        return hash.function().digest(hash.digestSize());
    }

    @PythonMethod("digest($self, /)")
    static PyObject digest(PyObject self) {
        return PyBytes.of(bytes(self));
    }

    @PythonMethod("hexdigest($self, /)")
    static String hexDigest(PyObject self) {
        return HexFormat.of().formatHex(bytes(self));
    }
}
