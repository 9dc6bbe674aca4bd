package org.pyvm.modules.hash;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.Identity;
import org.pyvm.objects.PyType;
import org.pyvm.objects.Slot;
import org.pyvm.objects.SlotMethod;

/** {@code _hashlib.HASH}: an object of any hash whose digest has a fixed length. */
@PythonType(
        name = "HASH",
        module = "_hashlib",
        parts = {HashMethods.class, DigestMethods.class})
class OpenSslHash extends PyHash {
    static final PyType TYPE =
            PyType.builtin("_hashlib", "HASH", new OpenSslHashExposed.SlotTable(), new OpenSslHashExposed());

    OpenSslHash(PyType type, OpenSslAlgorithm algorithm, HashFunction function) {
        this(type, algorithm.pythonName(), algorithm.blockSize(), algorithm.digestSize(), function);
    }

    OpenSslHash(PyType type, String name, int blockSize, int digestSize, HashFunction function) {
        super(type, name, blockSize, digestSize, function);
    }

    /** A hash of bytes, to which more may come. */
    static OpenSslHash of(OpenSslAlgorithm algorithm, byte[] bytes) {
        HashFunction function = algorithm.start();
        function.update(bytes);
        return algorithm.isExtendable()
                ? new OpenSslExtendableHash(algorithm, function)
                : new OpenSslHash(TYPE, algorithm, function);
    }

    @SlotMethod(Slot.TP_REPR)
    String repr() {
        return "<" + name() + " " + type().module() + "." + type().name() + " object @ " + Identity.address(this) + ">";
    }

    @Override
    PyHash with(HashFunction other) {
        return new OpenSslHash(type(), name(), blockSize(), digestSize(), other);
    }
}
