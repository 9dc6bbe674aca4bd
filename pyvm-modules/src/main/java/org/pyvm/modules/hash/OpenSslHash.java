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

    static OpenSslHash of(OpenSslAlgorithm algorithm) {
        return algorithm.isExtendable()
                ? new OpenSslExtendableHash(algorithm, algorithm.start())
                : new OpenSslHash(TYPE, algorithm, algorithm.start());
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
