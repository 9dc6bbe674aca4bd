package org.pyvm.modules.hash;

import java.util.HexFormat;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.types.PyBytes;

/** {@code _hashlib.HASHXOF}: an object of SHAKE. */
@PythonType(name = "HASHXOF", module = "_hashlib")
final class OpenSslExtendableHash extends OpenSslHash {
    static final PyType TYPE = PyType.builtin(
            "_hashlib",
            "HASHXOF",
            OpenSslHash.TYPE,
            new OpenSslExtendableHashExposed.SlotTable(),
            new OpenSslExtendableHashExposed());

    OpenSslExtendableHash(OpenSslAlgorithm algorithm, HashFunction function) {
        super(TYPE, algorithm, function);
    }

    private OpenSslExtendableHash(String name, int blockSize, HashFunction function) {
        super(TYPE, name, blockSize, 0, function);
    }

    private byte[] bytes(long length) {
        if (length < 0 || length > Integer.MAX_VALUE - 16) {
            throw PyErr.memoryError();
        }
        return function().digest((int) length);
    }

    @PythonMethod("digest($self, /, length)")
    PyObject digest(long length) {
        return PyBytes.of(bytes(length));
    }

    @PythonMethod("hexdigest($self, /, length)")
    String hexDigest(long length) {
        return HexFormat.of().formatHex(bytes(length));
    }

    @Override
    PyHash with(HashFunction other) {
        return new OpenSslExtendableHash(name(), blockSize(), other);
    }
}
