package org.pyvm.modules.hash;

import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** An object of one of the four functions of SHA-3. */
@PythonType(
        name = "sha3_224",
        module = "_sha3",
        parts = {HashMethods.class, DigestMethods.class, SpongeAttributes.class})
final class Sha3Hash extends PyHash {
    static final PyType SHA3_224 = type("sha3_224");
    static final PyType SHA3_256 = type("sha3_256");
    static final PyType SHA3_384 = type("sha3_384");
    static final PyType SHA3_512 = type("sha3_512");

    private Sha3Hash(PyType type, int digestSize, HashFunction function) {
        super(type, type.name(), 200 - 2 * digestSize, digestSize, function);
    }

    private static PyType type(String name) {
        return PyType.builtin("_sha3", name, new Sha3HashExposed.SlotTable(), new Sha3HashExposed())
                .notSubclassable();
    }

    @PythonNew("($cls, data=<none>, /, *, usedforsecurity=True)")
    static PyObject make(ThreadState thread, PyType cls, PyObject data, boolean usedForSecurity) {
        int digestSize = Integer.parseInt(cls.name().substring("sha3_".length())) / 8;
        Sha3Hash hash = new Sha3Hash(cls, digestSize, new Keccak(200 - 2 * digestSize, SpongeAttributes.SHA3_SUFFIX));
        if (data != null) {
            hash.function().update(HashMethods.bytes(thread, data));
        }
        return hash;
    }

    @Override
    PyHash with(HashFunction other) {
        return new Sha3Hash(type(), digestSize(), other);
    }
}
