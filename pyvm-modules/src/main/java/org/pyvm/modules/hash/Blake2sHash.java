package org.pyvm.modules.hash;

import org.pyvm.expose.PythonConstant;
import org.pyvm.expose.PythonNew;
import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** An object of BLAKE2s. */
@PythonType(
        name = "blake2s",
        module = "_blake2",
        parts = {HashMethods.class, DigestMethods.class})
final class Blake2sHash extends Blake2Hash {
    static final PyType TYPE =
            PyType.builtin("_blake2", "blake2s", new Blake2sHashExposed.SlotTable(), new Blake2sHashExposed());

    @PythonConstant("MAX_DIGEST_SIZE")
    static final int MAX_DIGEST_SIZE = 32;

    @PythonConstant("MAX_KEY_SIZE")
    static final int MAX_KEY_SIZE = 32;

    @PythonConstant("SALT_SIZE")
    static final int SALT_SIZE = 8;

    @PythonConstant("PERSON_SIZE")
    static final int PERSON_SIZE = 8;

    private static final int BLOCK_SIZE = 64;

    private Blake2sHash(PyType type, int digestSize, HashFunction function) {
        super(type, "blake2s", BLOCK_SIZE, digestSize, function);
    }

    @PythonNew(
            value = "($cls, data=<none>, /, *, digest_size=32, key=<none>, salt=<none>, person=<none>, fanout=1,"
                    + " depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False,"
                    + " usedforsecurity=True)",
            showSignature = false)
    static PyObject make(
            ThreadState thread,
            PyType cls,
            PyObject data,
            int digestSize,
            PyObject key,
            PyObject salt,
            PyObject person,
            int fanout,
            int depth,
            PyObject leafSize,
            PyObject nodeOffset,
            int nodeDepth,
            int innerSize,
            boolean lastNode,
            boolean usedForSecurity) {
        Parameters parameters = new Parameters(
                digestSize,
                bytes(thread, key),
                bytes(thread, salt),
                bytes(thread, person),
                fanout,
                depth,
                leafSize,
                nodeOffset,
                nodeDepth,
                innerSize,
                lastNode);
        Blake2sHash hash = new Blake2sHash(cls, digestSize, parameters.start(thread, false));
        if (data != null) {
            hash.function().update(HashMethods.bytes(thread, data));
        }
        return hash;
    }

    @Override
    PyHash with(HashFunction other) {
        return new Blake2sHash(type(), digestSize(), other);
    }
}
