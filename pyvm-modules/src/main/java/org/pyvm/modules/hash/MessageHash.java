package org.pyvm.modules.hash;

import org.pyvm.expose.PythonType;
import org.pyvm.objects.PyErr;
import org.pyvm.objects.PyObject;
import org.pyvm.objects.PyType;
import org.pyvm.objects.ThreadState;

/** An object of MD5, SHA-1 or SHA-2; each of these has a type of its own, made by functions of its module. */
@PythonType(
        name = "md5",
        module = "_md5",
        parts = {HashMethods.class, DigestMethods.class})
final class MessageHash extends PyHash {
    static final PyType MD5 = type("_md5", "md5");
    static final PyType SHA1 = type("_sha1", "sha1");
    static final PyType SHA224 = type("_sha256", "sha224");
    static final PyType SHA256 = type("_sha256", "sha256");
    static final PyType SHA384 = type("_sha512", "sha384");
    static final PyType SHA512 = type("_sha512", "sha512");

    private MessageHash(PyType type, String name, int blockSize, int digestSize, HashFunction function) {
        super(type, name, blockSize, digestSize, function);
    }

    private static PyType type(String module, String name) {
        return PyType.builtin(module, name, new MessageHashExposed.SlotTable(), new MessageHashExposed())
                .notSubclassable();
    }

    /** @param data null for none */
    static MessageHash of(ThreadState thread, PyType type, PyObject data) {
        byte[] bytes = data == null ? null : HashMethods.bytes(thread, data);
        MessageHash hash = make(type);
        if (bytes != null) {
            hash.function().update(bytes);
        }
        return hash;
    }

    private static MessageHash make(PyType type) {
        return switch (type.name()) {
            case "md5" -> new MessageHash(type, "md5", 64, 16, JavaDigest.of("MD5"));
            case "sha1" -> new MessageHash(type, "sha1", 64, 20, JavaDigest.of("SHA-1"));
            case "sha224" -> new MessageHash(type, "sha224", 64, 28, JavaDigest.of("SHA-224"));
            case "sha256" -> new MessageHash(type, "sha256", 64, 32, JavaDigest.of("SHA-256"));
            case "sha384" -> new MessageHash(type, "sha384", 128, 48, JavaDigest.of("SHA-384"));
            case "sha512" -> new MessageHash(type, "sha512", 128, 64, JavaDigest.of("SHA-512"));
            default -> throw PyErr.systemError("no hash %s", type.name());
        };
    }

    @Override
    PyHash with(HashFunction other) {
        return new MessageHash(type(), name(), blockSize(), digestSize(), other);
    }
}
