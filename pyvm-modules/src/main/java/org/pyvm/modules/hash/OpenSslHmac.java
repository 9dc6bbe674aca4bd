package org.pyvm.modules.hash;

import java.util.HexFormat;
import org.pyvm.expose.PythonGetter;
import org.pyvm.expose.PythonMethod;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;
import org.pyvm.objects.ThreadState;
import org.pyvm.objects.types.PyBytes;

/** {@code _hashlib.HMAC}. */
@PythonType(name = "HMAC", module = "_hashlib")
final class OpenSslHmac extends PyObject {
    static final PyType TYPE = PyType.builtin(
                    "_hashlib", "HMAC", new OpenSslHmacExposed.SlotTable(), new OpenSslHmacExposed())
            .notSubclassable();

    private final OpenSslAlgorithm algorithm;
    private final HashFunction function;

    OpenSslHmac(OpenSslAlgorithm algorithm, HashFunction function) {
        super(TYPE);
        this.algorithm = algorithm;
        this.function = function;
    }

    @PythonMethod("update($self, /, msg)")
    void update(ThreadState thread, PyObject msg) {
        function.update(HashMethods.bytes(thread, msg));
    }

    @PythonMethod("copy($self, /)")
    PyObject copy() {
        return new OpenSslHmac(algorithm, function.copy());
    }

    private byte[] bytes() {
        return function.digest(algorithm.digestSize());
    }

    @PythonMethod("digest($self, /)")
    PyObject digest() {
        return PyBytes.of(bytes());
    }

    @PythonMethod("hexdigest($self, /)")
    String hexDigest() {
        return HexFormat.of().formatHex(bytes());
    }

    @PythonGetter("name")
    String name() {
        return "hmac-" + algorithm.pythonName();
    }

    @PythonGetter("block_size")
    int blockSize() {
        return algorithm.blockSize();
    }

    @PythonGetter("digest_size")
    int digestSize() {
        return algorithm.digestSize();
    }

    @SlotMethod(Slot.TP_REPR)
    String repr() {
        return "<" + algorithm.pythonName() + " HMAC object @ " + Identity.address(this) + ">";
    }
}
